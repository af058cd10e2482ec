import {
  ApplicationCommandOptionType,
  ApplicationCommandType,
  type APIApplicationCommandBasicOption,
  type RESTPostAPIChatInputApplicationCommandsJSONBody,
  type RESTPostAPIContextMenuApplicationCommandsJSONBody,
} from 'discord.js';
import { z } from 'zod';
import type { IndexedKnowledge } from '../answering/index-knowledge.ts';
import type { Chart } from '../charts/chart.ts';
import type { DrawnChart } from '../charts/draw-charts.ts';
import type { Language } from '../knowledge/language.ts';
import { localize, type Text } from './locale.ts';
import type { Reply } from './reply.ts';

export type CommandContext = {
  readonly knowledge: IndexedKnowledge;
  /** The language of the user's Discord. */
  readonly language: Language;
  /** All commands, for the one that lists them. */
  readonly commands: readonly Command[];
  /** Draws a picture; undefined where that failed, which is logged: the text then goes out alone. */
  readonly drawChart: (chart: Chart) => Promise<DrawnChart | undefined>;
};

/** An entry of an autocomplete list: what the user sees, and what is sent when it is picked. */
export type Choice = { readonly name: string; readonly value: string };

type Suggest = (typed: string, context: CommandContext) => readonly Choice[];

/** The message that a message command is used on. */
export type TargetMessage = { readonly content: string; readonly url: string };

export type SlashCommand = {
  readonly kind: 'slash';
  readonly data: RESTPostAPIChatInputApplicationCommandsJSONBody;
  readonly description: Text;
  readonly run: (rawOptions: unknown, context: CommandContext) => Reply | Promise<Reply>;
  /** The autocomplete of each option that has one. */
  readonly suggest: ReadonlyMap<string, Suggest>;
};

export type MessageCommand = {
  readonly kind: 'message';
  readonly data: RESTPostAPIContextMenuApplicationCommandsJSONBody;
  readonly description: Text;
  readonly run: (target: TargetMessage, context: CommandContext) => Reply | Promise<Reply>;
};

export type Command = SlashCommand | MessageCommand;

type SlashDeclaration<Options extends z.ZodObject> = {
  readonly name: Text;
  readonly description: Text;
  /** Each option's texts are in its `meta`: `description`, `chinese`, and `choices` for an enumeration. */
  readonly options: Options;
  readonly suggest?: { readonly [Name in keyof z.input<Options>]?: Suggest };
  readonly run: (options: z.output<Options>, context: CommandContext) => Reply | Promise<Reply>;
};

type MessageDeclaration = Pick<MessageCommand, 'description' | 'run'> & { readonly name: Text };

/** An option of a command does not fit its declaration. */
export class OptionsError extends Error {
  override readonly name = 'OptionsError';
  readonly option: string;

  constructor(option: string, reason: string) {
    super(reason);
    this.option = option;
  }
}

/**
 * Makes a slash command. The zod object is the only declaration of its options: Discord's JSON and the type that
 * `run` receives both come from it. Throws a ZodError on an option that Discord has no type for or that lacks a text in
 * a language; the command's own `run` throws an OptionsError on options that do not parse.
 */
export function defineCommand<Options extends z.ZodObject>(
  declaration: SlashDeclaration<Options>,
): SlashCommand {
  const { name, description, options, suggest = {}, run } = declaration;
  const suggestions = new Map<string, Suggest>(Object.entries(suggest));
  return {
    kind: 'slash',
    description,
    data: {
      ...localizedName(name),
      description: description.english,
      description_localizations: localize(description.chinese),
      options: toDiscordOptions(options, suggestions),
    },
    suggest: suggestions,
    run(rawOptions, context) {
      const parsed = options.safeParse(rawOptions);
      if (!parsed.success) throw toOptionsError(parsed.error);
      return run(parsed.data, context);
    },
  };
}

/** Makes a command of a message's menu. Discord shows its name alone; the description is for the list of commands. */
export function defineMessageCommand({ name, description, run }: MessageDeclaration): MessageCommand {
  return {
    kind: 'message',
    description,
    data: { type: ApplicationCommandType.Message, ...localizedName(name) },
    run,
  };
}

function localizedName({ english, chinese }: Text) {
  return { name: english, name_localizations: localize(chinese) };
}

const described = {
  description: z.string(),
  chinese: z.strictObject({ name: z.string(), description: z.string() }),
};
const range = { minimum: z.number().optional(), maximum: z.number().optional() };
const propertySchema = z.discriminatedUnion('type', [
  z.object({ ...described, type: z.literal('boolean') }),
  z.object({ ...described, type: z.literal('integer'), ...range }),
  z.object({ ...described, type: z.literal('number'), ...range }),
  z.object({
    ...described,
    type: z.literal('string'),
    enum: z.array(z.string()).optional(),
    choices: z.record(z.string(), z.strictObject({ english: z.string(), chinese: z.string() })).default({}),
    minLength: z.number().optional(),
    maxLength: z.number().optional(),
  }),
]);

function toDiscordOptions(
  options: z.ZodObject,
  suggestions: ReadonlyMap<string, Suggest>,
): APIApplicationCommandBasicOption[] {
  // The input side: an option with a default may be left out.
  const { properties = {}, required = [] } = z.toJSONSchema(options, { io: 'input' });
  return (
    Object.entries(properties)
      .map(([name, property]) =>
        toDiscordOption(propertySchema.parse(property), {
          name,
          required: required.includes(name),
          isSuggested: suggestions.has(name),
        }),
      )
      // Discord refuses a required option after an optional one.
      .toSorted((left, right) => Number(right.required) - Number(left.required))
  );
}

function toDiscordOption(
  property: z.output<typeof propertySchema>,
  { name, required, isSuggested }: { name: string; required: boolean; isSuggested: boolean },
): APIApplicationCommandBasicOption {
  const { description, chinese } = property;
  const option = {
    name,
    name_localizations: localize(chinese.name),
    description,
    description_localizations: localize(chinese.description),
    required,
  };
  switch (property.type) {
    case 'boolean':
      return { ...option, type: ApplicationCommandOptionType.Boolean };
    case 'integer':
      return { ...option, type: ApplicationCommandOptionType.Integer, ...toDiscordRange(property) };
    case 'number':
      return { ...option, type: ApplicationCommandOptionType.Number, ...toDiscordRange(property) };
    case 'string':
      return {
        ...option,
        type: ApplicationCommandOptionType.String,
        // Discord takes one or the other.
        ...(isSuggested
          ? { autocomplete: true }
          : property.enum && { choices: property.enum.map((value) => toChoice(value, property.choices)) }),
        ...(property.minLength !== undefined && { min_length: property.minLength }),
        ...(property.maxLength !== undefined && { max_length: property.maxLength }),
      };
    default:
      return property satisfies never;
  }
}

function toChoice(value: string, names: Readonly<Record<string, Text>>) {
  const text = names[value];
  if (!text) throw new TypeError(`The choice ${value} has no name`);
  return { ...localizedName(text), value };
}

function toDiscordRange({
  minimum,
  maximum,
}: {
  minimum?: number | undefined;
  maximum?: number | undefined;
}) {
  return {
    ...(minimum !== undefined && { min_value: minimum }),
    ...(maximum !== undefined && { max_value: maximum }),
  };
}

function toOptionsError({ issues }: z.ZodError): OptionsError {
  const [issue] = issues;
  return new OptionsError(issue?.path.join('.') ?? '', issue?.message ?? '');
}
