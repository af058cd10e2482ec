import { z } from 'zod';
import { StartError } from './start-error.ts';

export type Environment = {
  readonly token: string | undefined;
  readonly guildId: string | undefined;
  readonly apiUrl: string | undefined;
  readonly playgroundPort: number;
  readonly logLevel: z.output<typeof logLevelSchema>;
};

const logLevelSchema = z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'], {
  error: 'must be fatal, error, warn, info, debug, trace or silent.',
});

const portMessage = 'must be a port: 0 to 65535, where 0 is any that is free.';

// No message may repeat a value: a token pasted into the wrong variable must not be shown either.
const variablesSchema = z.object({
  DISCORD_TOKEN: z
    .string()
    // The characters of RFC 6750: none of them changes in JSON or in a quoted string, so the log can strike a token.
    .regex(/^[\w.~+/=-]+$/, 'holds a character that no bot token has: copy the token again.')
    .optional(),
  DISCORD_GUILD_ID: z
    .string()
    .regex(/^\d{17,20}$/, 'must be the id of a server: 17 to 20 digits.')
    .optional(),
  DISCORD_API_URL: z
    .url({
      protocol: /^https?$/,
      error: 'must be an http or https address, such as https://discord.com/api.',
    })
    .transform((url) => url.replace(/\/+$/, ''))
    .optional(),
  PLAYGROUND_PORT: z.coerce
    .number(portMessage)
    .int(portMessage)
    .min(0, portMessage)
    .max(65_535, portMessage)
    .default(3_000),
  LOG_LEVEL: logLevelSchema.optional(),
});

/**
 * Reads the settings out of environment variables, such as `process.env`; a blank variable counts as unset.
 * Throws a StartError with one line for each wrong variable, which names the variable and never shows its value.
 */
export function readEnvironment(variables: Readonly<Record<string, string | undefined>>): Environment {
  const set = Object.entries(variables).flatMap(([name, value]) => {
    const trimmed = value?.trim();
    return trimmed ? [[name, trimmed]] : [];
  });
  const parsed = variablesSchema.safeParse(Object.fromEntries(set));
  if (!parsed.success) {
    throw new StartError(
      parsed.error.issues.map((issue) => `${issue.path.join('.')} ${issue.message}`).join('\n'),
    );
  }
  return {
    token: parsed.data.DISCORD_TOKEN,
    guildId: parsed.data.DISCORD_GUILD_ID,
    apiUrl: parsed.data.DISCORD_API_URL,
    playgroundPort: parsed.data.PLAYGROUND_PORT,
    // A newcomer in the playground is to see its address, and nothing else unless it goes wrong.
    logLevel: parsed.data.LOG_LEVEL ?? (parsed.data.DISCORD_TOKEN === undefined ? 'warn' : 'info'),
  };
}
