import { once } from 'node:events';
import { createServer } from 'node:http';
import { getRequestListener } from '@hono/node-server';
import type { Action } from './action.ts';
import { gatewayPath, serveGateway, type GatewayServer } from './gateway.ts';
import { perform, type Setting } from './interactions.ts';
import { isLocal } from './local-request.ts';
import type { MessageBody } from './message-body.ts';
import type { Message, Outcome } from './message.ts';
import { createPageRoutes } from './page-routes.ts';
import type { Refusal } from './refusal.ts';
import type { RegisteredCommand } from './registered-commands.ts';
import { createRest } from './rest.ts';
import type { Example } from './view.ts';
import { createWorld, type World } from './world.ts';

// Another machine must not reach it: it plays users and holds no secret of its own.
const host = '127.0.0.1';

type CommandUse = Setting & {
  readonly name: string;
  readonly options?: Readonly<Record<string, unknown>>;
};

type Posted = {
  readonly message: Message;
  /** The body that the bot sent, with what a message does not show, such as `allowed_mentions`. */
  readonly sent: MessageBody;
};

export type StandIn = {
  /** Where it listens, such as http://127.0.0.1:3000; the page is there. */
  readonly url: string;
  /** What DISCORD_API_URL takes. */
  readonly apiUrl: string;
  readonly world: World;
  readonly gateway: Omit<GatewayServer, 'stop'>;
  /** The commands that are registered in a server, or globally without its id. */
  commands(guildId?: string): readonly RegisteredCommand[];
  /** Does what a user would do; see perform in interactions.ts. */
  act(action: Action, setting?: Setting): Promise<Outcome>;
  /** Uses a slash command and resolves with the reply; rejects when the bot answers with anything else. */
  useCommand(use: CommandUse): Promise<Posted>;
  /** Returns what the bot has sent that goes beyond Discord's limits, and forgets it. */
  readonly takeViolations: () => readonly Refusal[];
  /** Cuts all connections and resolves when nothing listens any more. */
  stop(): Promise<void>;
};

export type StandInSettings = {
  /** The only bot token that it takes. */
  readonly token: string;
  /** A free one unless given. */
  readonly port?: number;
  readonly heartbeatIntervalMs?: number;
  /** What the page offers while the channel is empty. */
  readonly examples?: readonly Example[];
};

/** Starts a local stand-in for Discord that discord.js can connect to. Rejects when the port is taken. */
export async function startStandIn({
  token,
  port = 0,
  heartbeatIntervalMs = 41_250,
  examples = [],
}: StandInSettings): Promise<StandIn> {
  const world = createWorld(token);
  const origin = { host: '' };
  const gatewayUrl = () => `ws://${origin.host}${gatewayPath}`;
  const server = createServer((request, response) => {
    if (isLocal(request)) void listener(request, response);
    else response.writeHead(403).end('Only this machine may ask, by the address that the terminal shows.');
  });
  const gateway = serveGateway(server, world, { heartbeatIntervalMs, url: gatewayUrl });
  const standIn = { world, gateway };
  const listener = getRequestListener(
    createRest(world, gatewayUrl).route('/', createPageRoutes(standIn, examples)).fetch,
  );

  server.listen(port, host);
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The stand-in listens on no port');
  origin.host = `${host}:${address.port}`;

  return {
    url: `http://${origin.host}`,
    apiUrl: `http://${origin.host}/api`,
    world,
    gateway,
    commands: (guildId = 'global') => world.commands.get(guildId) ?? [],
    act: (action, setting) => perform(standIn, action, setting),
    async useCommand({ name, options = {}, ...setting }) {
      const outcome = await perform(standIn, { type: 'command', name, options }, setting);
      const id = outcome.kind === 'posted' ? outcome.messageId : '';
      const [message, sent] = [world.messages.get(id), world.sent.get(id)];
      if (!message || !sent)
        throw new Error(`The bot answered /${name} with ${outcome.kind}, not with a message`);
      return { message, sent };
    },
    takeViolations: () => world.violations.splice(0),
    async stop() {
      gateway.stop();
      const closed = once(server, 'close');
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
}
