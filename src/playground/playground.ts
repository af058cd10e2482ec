import { randomBytes } from 'node:crypto';
import { examples } from './examples.ts';
import { startStandIn } from './stand-in.ts';

export type Playground = {
  /** What DISCORD_API_URL takes. */
  readonly apiUrl: string;
  /** The made-up token of the bot. */
  readonly token: string;
  /** What to print when the bot is connected: where the page is. */
  readonly greeting: string;
  readonly stop: () => Promise<void>;
};

/** Starts the stand-in with its page on `port`, or on a free one when that is taken. */
export async function startPlayground(port: number): Promise<Playground> {
  const token = `playground.${randomBytes(24).toString('base64url')}`;
  const settings = { token, examples };
  const standIn = await startStandIn({ ...settings, port }).catch((error: unknown) => {
    if (isPortTaken(error)) return startStandIn(settings);
    throw error;
  });
  const isElsewhere = port !== 0 && !standIn.url.endsWith(`:${port}`);
  const greeting = [
    ...(isElsewhere ? [`Port ${port} is taken, so the playground is on a free one.`] : []),
    `Footnote is in its playground: ${standIn.url}`,
    'Ctrl+C ends it. To run in Discord, set DISCORD_TOKEN (.env.example explains how).',
  ].join('\n');
  return { apiUrl: standIn.apiUrl, token, greeting, stop: () => standIn.stop() };
}

// Taken by another program, or reserved by the system.
function isPortTaken(error: unknown): boolean {
  return error instanceof Error && 'code' in error && ['EADDRINUSE', 'EACCES'].includes(String(error.code));
}
