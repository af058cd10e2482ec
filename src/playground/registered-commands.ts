import { ApplicationCommandType } from 'discord.js';
import { z } from 'zod';
import {
  maxChoiceLength,
  maxChoices,
  maxCommands,
  maxDescriptionLength,
  maxNameLength,
  maxOptions,
  maxStringOptionLength,
} from '../discord/limits.ts';
import { newId, type World } from './world.ts';

const nameSchema = z
  .string()
  .max(maxNameLength)
  .regex(/^[-_'\p{L}\p{N}\p{sc=Deva}\p{sc=Thai}]+$/u)
  .refine((name) => name === name.toLowerCase(), 'Names are in lower case.');
const descriptionSchema = z.string().min(1).max(maxDescriptionLength);
const localizationsSchema = z.record(z.string(), z.string()).nullish();

const optionSchema = z
  .looseObject({
    type: z.int().min(1).max(11),
    name: nameSchema,
    description: descriptionSchema,
    required: z.boolean().optional(),
    autocomplete: z.boolean().optional(),
    choices: z
      .array(
        z.object({
          name: z.string().min(1).max(maxChoiceLength),
          value: z.union([z.string().max(maxChoiceLength), z.number()]),
        }),
      )
      .max(maxChoices)
      .optional(),
    min_length: z.int().min(0).max(maxStringOptionLength).optional(),
    max_length: z.int().min(1).max(maxStringOptionLength).optional(),
    min_value: z.number().optional(),
    max_value: z.number().optional(),
  })
  .refine(
    ({ autocomplete, choices }) => !(autocomplete && choices?.length),
    'Autocomplete excludes choices.',
  );

const commandSchema = z.object({
  type: z.int().min(1).max(4).default(ApplicationCommandType.ChatInput),
  name: nameSchema,
  name_localizations: localizationsSchema.default(null),
  description: descriptionSchema,
  description_localizations: localizationsSchema.default(null),
  options: z
    .array(optionSchema)
    .max(maxOptions)
    .refine(areNamesUnique, 'Option names are unique.')
    .refine(areRequiredFirst, 'Required options come before optional ones.')
    .optional(),
  default_member_permissions: z.string().nullable().default(null),
  nsfw: z.boolean().default(false),
  contexts: z.array(z.int().min(0).max(2)).nullable().default(null),
  integration_types: z.array(z.int().min(0).max(1)).default([0]),
});

/** What a bulk overwrite takes. */
export const commandsSchema = z
  .array(commandSchema)
  .max(maxCommands)
  .refine(areNamesUnique, 'Application command names must be unique');

export type RegisteredCommand = z.output<typeof commandSchema> & {
  readonly id: string;
  readonly application_id: string;
  readonly version: string;
  readonly guild_id?: string;
};

/** Replaces all commands of a server, or the global ones, and returns what now stands; a name keeps its id. */
export function overwriteCommands(
  world: World,
  guildId: string | undefined,
  commands: z.output<typeof commandsSchema>,
): readonly RegisteredCommand[] {
  const scope = guildId ?? 'global';
  const before = world.commands.get(scope) ?? [];
  const now = commands.map((command) => ({
    ...command,
    // Discord leaves `required: false` out of what it returns.
    ...(command.options && { options: command.options.map(withoutFalseRequired) }),
    id: before.find(({ name }) => name === command.name)?.id ?? newId(),
    application_id: world.application.id,
    version: newId(),
    ...(guildId !== undefined && { guild_id: guildId }),
  }));
  world.commands.set(scope, now);
  return now;
}

function withoutFalseRequired({ required, ...option }: z.output<typeof optionSchema>) {
  return required ? { ...option, required } : option;
}

function areNamesUnique(named: readonly { readonly name: string }[]): boolean {
  return new Set(named.map(({ name }) => name)).size === named.length;
}

function areRequiredFirst(options: readonly { readonly required?: boolean | undefined }[]): boolean {
  const firstOptional = options.findIndex(({ required }) => !required);
  return firstOptional === -1 || options.slice(firstOptional).every(({ required }) => !required);
}
