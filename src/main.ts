import { config as readDotenv } from 'dotenv';
import { commands } from '../commands/index.ts';
import { indexKnowledge } from './answering/index-knowledge.ts';
import { createGateway, type Gateway } from './discord/gateway.ts';
import { registerCommands } from './discord/registration.ts';
import { toStartError } from './discord/start-failure.ts';
import { readEnvironment, type Environment } from './environment.ts';
import { KnowledgeError, readKnowledge } from './knowledge/read-knowledge.ts';
import { createLog, type Log } from './log.ts';
import { knowledgeFolder } from './package-folder.ts';
import { StartError } from './start-error.ts';

const stopDeadlineMs = 4_500;

const missingToken =
  'DISCORD_TOKEN is not set, so the bot cannot join Discord: put it into .env (.env.example explains how), ' +
  'or ask in the terminal: npm run footnote -- ask "How much revenue did Alibaba make?"';

try {
  readDotenv({ quiet: true });
  await start(readEnvironment(process.env));
} catch (error) {
  if (!(error instanceof StartError)) throw error;
  process.stderr.write(`${error.message}\n`);
  // Exit code 1 in every case, a missing token too: no bot is running, and whoever supervises it must see that.
  process.exit(1);
}

async function start({ token, guildId, apiUrl, logLevel }: Environment): Promise<void> {
  if (token === undefined) throw new StartError(missingToken);
  const log = createLog({ level: logLevel, token });
  // Node raises an unhandled rejection as an uncaught exception; `origin` tells which it was.
  process.on('uncaughtException', (error, origin) =>
    exitWith(log, { err: error, origin }, 'Footnote has to stop'),
  );

  const context = { knowledge: indexKnowledge(readKnowledgeBase()) };
  const gateway = createGateway({
    commands,
    context,
    log,
    apiUrl,
    onLost: (closeCode) => exitWith(log, { closeCode }, 'Discord closed the connection for good'),
  });
  for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => void stop(gateway, log));

  try {
    const { rest, applicationId } = await gateway.connect(token);
    const changed = await registerCommands({ rest, applicationId, guildId, commands });
    log.info({ changed, guildId }, 'Footnote is ready');
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

async function stop(gateway: Gateway, log: Log): Promise<void> {
  log.info('Footnote stops');
  setTimeout(() => process.exit(0), stopDeadlineMs);
  await gateway.stop();
  process.exit(0);
}

function exitWith(log: Log, details: object, message: string): void {
  log.fatal(details, message);
  process.exit(1);
}
