import { config as readDotenv } from 'dotenv';
import { commands } from '../commands/index.ts';
import { components } from '../components/index.ts';
import { indexKnowledge } from './answering/index-knowledge.ts';
import { createChartDrawer } from './charts/draw-charts.ts';
import { createGateway } from './discord/gateway.ts';
import { registerCommands } from './discord/registration.ts';
import { toStartError } from './discord/start-failure.ts';
import { readEnvironment, type Environment } from './environment.ts';
import { KnowledgeError, readKnowledge } from './knowledge/read-knowledge.ts';
import { createLog, type Log } from './log.ts';
import { knowledgeFolder } from './package-folder.ts';
import { StartError } from './start-error.ts';

const stopDeadlineMs = 4_500;

try {
  readDotenv({ quiet: true });
  await start(readEnvironment(process.env));
} catch (error) {
  if (!(error instanceof StartError)) throw error;
  process.stderr.write(`${error.message}\n`);
  // No bot is running, and whoever supervises it must see that.
  process.exit(1);
}

async function start(environment: Environment): Promise<void> {
  const { token, guildId, apiUrl, logLevel, playgroundPort } = environment;
  if (token !== undefined)
    return run({ token, guildId, apiUrl, logLevel, stopPlayground: async () => undefined });
  // Loaded here alone: a bot in Discord has no use for it.
  const { startPlayground } = await import('./playground/playground.ts');
  const playground = await startPlayground(playgroundPort);
  const { apiUrl: playgroundApiUrl, stop: stopPlayground } = playground;
  await run({
    token: playground.token,
    guildId: undefined,
    apiUrl: playgroundApiUrl,
    logLevel,
    stopPlayground,
  });
  process.stdout.write(`${playground.greeting}\n`);
}

type Run = Pick<Environment, 'guildId' | 'apiUrl' | 'logLevel'> & {
  readonly token: string;
  readonly stopPlayground: () => Promise<void>;
};

async function run({ token, guildId, apiUrl, logLevel, stopPlayground }: Run): Promise<void> {
  const log = createLog({ level: logLevel, token });
  // Node raises an unhandled rejection as an uncaught exception; `origin` tells which it was.
  process.on('uncaughtException', (error, origin) =>
    exitWith(log, { err: error, origin }, 'Footnote has to stop'),
  );

  const { drawChart, warmUp } = createChartDrawer();
  const gateway = createGateway({
    commands,
    components,
    knowledge: indexKnowledge(readKnowledgeBase()),
    drawChart,
    log,
    apiUrl,
    onLost: (closeCode) => exitWith(log, { closeCode }, 'Discord closed the connection for good'),
  });
  const stopAll = async () => {
    await gateway.stop();
    await stopPlayground();
  };
  for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => void stop(stopAll, log));

  try {
    const { rest, applicationId } = await gateway.connect(token);
    const changed = await registerCommands({ rest, applicationId, guildId, commands });
    log.info({ changed, guildId }, 'Footnote is ready');
    // In the background, and without pictures the bot still answers.
    void warmUp().catch((error: unknown) => log.error({ err: error }, 'Pictures cannot be drawn'));
  } catch (error) {
    log.debug({ err: error }, 'Footnote could not start');
    throw toStartError(error);
  }
}

function readKnowledgeBase() {
  try {
    return readKnowledge(knowledgeFolder());
  } catch (error) {
    if (error instanceof KnowledgeError) throw new StartError(error.message, { cause: error });
    throw error;
  }
}

async function stop(stopAll: () => Promise<void>, log: Log): Promise<void> {
  log.info('Footnote stops');
  setTimeout(() => process.exit(0), stopDeadlineMs);
  await stopAll();
  process.exit(0);
}

function exitWith(log: Log, details: object, message: string): void {
  log.fatal(details, message);
  process.exit(1);
}
