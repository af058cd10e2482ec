import { pino, type DestinationStream, type Logger } from 'pino';

export type Log = Logger;

/**
 * A logger that writes JSON lines to `destination` (standard output unless given), where `token` never appears:
 * it is struck from the finished line, so it does not matter which message, stack or field carried it.
 */
export function createLog(settings: { level: string; token: string }, destination?: DestinationStream): Log {
  const options = {
    level: settings.level,
    base: null,
    serializers: { err: describeError },
    hooks: { streamWrite: (line: string) => line.replaceAll(settings.token, '[token]') },
  };
  return destination === undefined ? pino(options) : pino(options, destination);
}

// Only named fields: discord.js puts the request's URL and body on its errors, and with them the
// interaction token, which lets anyone reply for 15 minutes, and the user's words.
function describeError(error: unknown): unknown {
  if (!(error instanceof Error)) return error;
  const { type, message, stack, code, status } = pino.stdSerializers.err(error);
  return { type, message, stack, code, status };
}
