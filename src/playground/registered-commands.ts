import { ApplicationCommandType } from 'discord.js';
import { ApplicationCommandUpdateRequestSchema } from 'discord-api-spec/zod';
import { z } from 'zod';
import {
  maxChoiceLength,
  maxChoices,
  maxCommandLength,
  maxCommands,
  maxDescriptionLength,
  maxMenuCommands,
  maxNameLength,
  maxOptions,
  maxStringOptionLength,
} from '../discord/limits.ts';
import { newId, type World } from './world.ts';

const slashNamePattern = /^[-_'\p{L}\p{N}\p{sc=Deva}\p{sc=Thai}]+$/u;
const slashNameSchema = z
  .string()
  .max(maxNameLength)
  .regex(slashNamePattern)
  .refine((name) => name === name.toLowerCase(), 'Names are in lower case.');
const localizationsSchema = z.record(z.string(), z.string()).nullish();
const slashLocalizationsSchema = z.record(z.string(), slashNameSchema).nullish();

const choiceSchema = z.object({
  name: z.string().min(1).max(maxChoiceLength),
  name_localizations: localizationsSchema,
  value: z.union([z.string().max(maxChoiceLength), z.number()]),
});

const optionSchema = z
  .looseObject({
    type: z.int().min(1).max(11),
    name: slashNameSchema,
    name_localizations: slashLocalizationsSchema,
    description: z.string().min(1).max(maxDescriptionLength),
    description_localizations: localizationsSchema,
    required: z.boolean().optional(),
    autocomplete: z.boolean().optional(),
    choices: z.array(choiceSchema).max(maxChoices).optional(),
    min_length: z.int().max(maxStringOptionLength).optional(),
    max_length: z.int().max(maxStringOptionLength).optional(),
    min_value: z.number().optional(),
    max_value: z.number().optional(),
  })
  .refine(
    ({ autocomplete, choices }) => !(autocomplete && choices?.length),
    'Autocomplete excludes choices.',
  );

const commandSchema = z
  .object({
    type: z.enum(ApplicationCommandType).default(ApplicationCommandType.ChatInput),
    name: z.string().min(1).max(maxNameLength),
    name_localizations: localizationsSchema.default(null),
    description: z.string().max(maxDescriptionLength).default(''),
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
  })
  .superRefine((command, context) => {
    const isSlash = command.type === ApplicationCommandType.ChatInput;
    const report = (field: string, message: string) =>
      context.addIssue({ code: 'custom', path: [field], message });
    if (isSlash) {
      const names = slashNameSchema.safeParse(command.name);
      if (!names.success) report('name', 'Command name is invalid');
      if (!slashLocalizationsSchema.safeParse(command.name_localizations).success)
        report('name_localizations', 'Command name is invalid');
      if (command.description === '') report('description', 'This field is required');
    } else if (command.description !== '' || command.options?.length) {
      report('description', 'Context menu commands cannot have a description or options');
    }
    if (measureCommand(command) > maxCommandLength)
      report('name', `Command exceeds maximum size of ${maxCommandLength}`);
  });

type Sized = {
  readonly name: string;
  readonly name_localizations?: Readonly<Record<string, string>> | null | undefined;
  readonly description?: string;
  readonly description_localizations?: Readonly<Record<string, string>> | null | undefined;
  readonly value?: string | number;
  readonly options?: readonly Sized[] | undefined;
  readonly choices?: readonly Sized[] | undefined;
};

// Discord counts each text in its longest language.
function measureCommand(sized: Sized): number {
  const {
    name,
    name_localizations,
    description = '',
    description_localizations,
    value,
    options,
    choices,
  } = sized;
  return (
    longest([name, ...Object.values(name_localizations ?? {})]) +
    longest([description, ...Object.values(description_localizations ?? {})]) +
    (typeof value === 'string' ? value.length : 0) +
    [...(options ?? []), ...(choices ?? [])].map(measureCommand).reduce((sum, length) => sum + length, 0)
  );
}

function longest(texts: readonly string[]): number {
  return Math.max(...texts.map(({ length }) => length));
}

/** What a bulk overwrite takes, with the limits that Discord's description lacks. */
export const commandsSchema = z.array(commandSchema).superRefine((commands, context) => {
  for (const type of new Set(commands.map((command) => command.type))) {
    const ofType = commands.filter((command) => command.type === type);
    const max = type === ApplicationCommandType.ChatInput ? maxCommands : maxMenuCommands;
    const message = areNamesUnique(ofType)
      ? `Maximum number of application commands reached (${max}).`
      : 'Application command names must be unique';
    if (ofType.length > max || !areNamesUnique(ofType)) context.addIssue({ code: 'custom', message });
  }
});

/** Discord's own description of a bulk overwrite. */
export const commandsSpec = z.array(
  // The description says number, the documentation and Discord's own answers say string.
  z.preprocess(withNumericPermissions, ApplicationCommandUpdateRequestSchema),
);

function withNumericPermissions(command: unknown): unknown {
  if (typeof command !== 'object' || command === null || !('default_member_permissions' in command))
    return command;
  const permissions = command.default_member_permissions;
  return { ...command, default_member_permissions: permissions === null ? null : Number(permissions) };
}

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
    id: before.find(({ name, type }) => name === command.name && type === command.type)?.id ?? newId(),
    application_id: world.application.id,
    version: newId(),
    ...(guildId !== undefined && { guild_id: guildId }),
  }));
  world.commands.set(scope, now);
  for (const watch of world.watchers) watch({ type: 'commands' });
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
