import {
  ApplicationCommandOptionType,
  type APIApplicationCommandBasicOption,
  type RESTPostAPIChatInputApplicationCommandsJSONBody,
} from 'discord.js';
import { z } from 'zod';
import type { IndexedKnowledge } from '../answering/index-knowledge.ts';

export type Reply = {
  readonly content: string;
  /** True shows the reply to the asker alone. */
  readonly ephemeral?: boolean;
};

export type CommandContext = { readonly knowledge: IndexedKnowledge };

export type Command = {
  readonly data: RESTPostAPIChatInputApplicationCommandsJSONBody;
  readonly run: (rawOptions: unknown, context: CommandContext) => Reply | Promise<Reply>;
};

type Declaration<Options extends z.ZodObject> = {
  readonly name: string;
  readonly description: string;
  readonly options: Options;
  readonly run: (options: z.output<Options>, context: CommandContext) => Reply | Promise<Reply>;
};

/** The options of a command do not fit its declaration; the message is one line for the user. */
export class OptionsError extends Error {
  override readonly name = 'OptionsError';
}

/**
 * Makes a slash command. The zod object is the only declaration of its options: Discord's JSON and the type that
 * `run` receives both come from it. Throws a ZodError on an option that Discord has no type for or that lacks a
 * description; the command's own `run` throws an OptionsError on options that do not parse.
 */
export function defineCommand<Options extends z.ZodObject>(declaration: Declaration<Options>): Command {
  const { name, description, options, run } = declaration;
  return {
    data: { name, description, options: toDiscordOptions(options) },
    run(rawOptions, context) {
      const parsed = options.safeParse(rawOptions);
      if (!parsed.success) throw new OptionsError(describeIssue(parsed.error));
      return run(parsed.data, context);
    },
  };
}

const common = { description: z.string() };
const range = { minimum: z.number().optional(), maximum: z.number().optional() };
const propertySchema = z.discriminatedUnion('type', [
  z.object({ ...common, type: z.literal('boolean') }),
  z.object({ ...common, type: z.literal('integer'), ...range }),
  z.object({ ...common, type: z.literal('number'), ...range }),
  z.object({
    ...common,
    type: z.literal('string'),
    enum: z.array(z.string()).optional(),
    minLength: z.number().optional(),
    maxLength: z.number().optional(),
  }),
]);

function toDiscordOptions(options: z.ZodObject): APIApplicationCommandBasicOption[] {
  // The input side: an option with a default may be left out.
  const { properties = {}, required = [] } = z.toJSONSchema(options, { io: 'input' });
  return (
    Object.entries(properties)
      .map(([name, property]) =>
        toDiscordOption(name, required.includes(name), propertySchema.parse(property)),
      )
      // Discord refuses a required option after an optional one.
      .toSorted((left, right) => Number(right.required) - Number(left.required))
  );
}

function toDiscordOption(
  name: string,
  required: boolean,
  property: z.output<typeof propertySchema>,
): APIApplicationCommandBasicOption {
  const option = { name, description: property.description, required };
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
        ...(property.enum && { choices: property.enum.map((value) => ({ name: value, value })) }),
        ...(property.minLength !== undefined && { min_length: property.minLength }),
        ...(property.maxLength !== undefined && { max_length: property.maxLength }),
      };
    default:
      return property satisfies never;
  }
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

function describeIssue({ issues }: z.ZodError): string {
  const [issue] = issues;
  return `Please check the option “${issue?.path.join('.')}”: ${issue?.message}.`;
}
