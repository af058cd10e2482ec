import { once } from 'node:events';
import { createServer } from 'node:http';
import { getRequestListener } from '@hono/node-server';
import { gatewayPath, serveGateway, type GatewayServer } from './gateway.ts';
import { useCommand, type CommandUse, type Posted } from './interactions.ts';
import type { RegisteredCommand } from './registered-commands.ts';
import { createRest } from './rest.ts';
import { createWorld, type World } from './world.ts';

// Another machine must not reach it: it plays users and holds no secret of its own.
const host = '127.0.0.1';

export type StandIn = {
  /** Where it listens, such as http://127.0.0.1:3000 */
  readonly url: string;
  /** What DISCORD_API_URL takes. */
  readonly apiUrl: string;
  readonly world: World;
  readonly gateway: Omit<GatewayServer, 'stop'>;
  /** The commands that are registered in a server, or globally without its id. */
  commands(guildId?: string): readonly RegisteredCommand[];
  /** Uses a slash command as a user would; see useCommand in interactions.ts. */
  useCommand(use: CommandUse): Promise<Posted>;
  /** Cuts all connections and resolves when nothing listens any more. */
  stop(): Promise<void>;
};

export type StandInSettings = {
  /** The only bot token that it takes. */
  readonly token: string;
  /** A free one unless given. */
  readonly port?: number;
  readonly heartbeatIntervalMs?: number;
};

/** Starts a local stand-in for Discord that discord.js can connect to. Rejects when the port is taken. */
export async function startStandIn({
  token,
  port = 0,
  heartbeatIntervalMs = 41_250,
}: StandInSettings): Promise<StandIn> {
  const world = createWorld(token);
  const origin = { host: '' };
  const gatewayUrl = () => `ws://${origin.host}${gatewayPath}`;
  const listener = getRequestListener(createRest(world, gatewayUrl).fetch);
  const server = createServer((request, response) => void listener(request, response));
  const gateway = serveGateway(server, world, { heartbeatIntervalMs, url: gatewayUrl });

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
    useCommand: (use) => useCommand(world, gateway, use),
    async stop() {
      gateway.stop();
      const closed = once(server, 'close');
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
}
