import { once } from 'node:events';
import { Client, Events, GatewayIntentBits, type REST } from 'discord.js';
import { dispatch, type Dispatching } from './dispatch.ts';

export type Gateway = {
  /**
   * Logs in and resolves when interactions can arrive, with what registration needs. Rejects when the token is
   * refused, when Discord cannot be reached and when it is not ready within 45 seconds.
   */
  connect(token: string): Promise<{ readonly rest: REST; readonly applicationId: string }>;
  /** Takes no new interactions, waits for the replies that are under way and disconnects. */
  stop(): Promise<void>;
};

export type GatewaySettings = Dispatching & {
  /** The root of Discord's API without a version; undefined is Discord's own. */
  readonly apiUrl: string | undefined;
  /** Called when Discord closes the connection for good after it stood, with Discord's close code. */
  readonly onLost: (closeCode: number) => void;
};

/** The bot's side of Discord's gateway: hands each interaction that arrives to dispatch. */
export function createGateway({ apiUrl, onLost, ...dispatching }: GatewaySettings): Gateway {
  const { log } = dispatching;
  const client = new Client({
    intents: [GatewayIntentBits.Guilds],
    ...(apiUrl !== undefined && { rest: { api: apiUrl } }),
  });
  const underWay = new Set<Promise<void>>();

  client.on(Events.InteractionCreate, (interaction) => {
    const reply = dispatch(interaction, dispatching).finally(() => underWay.delete(reply));
    underWay.add(reply);
  });
  client.on(Events.Error, (error) => log.error({ err: error }, 'Discord client error'));
  client.on(Events.ShardError, (error) => log.warn({ err: error }, 'Gateway connection error'));
  client.on(Events.ShardReconnecting, () => log.info('Gateway connection lost, reconnecting'));
  client.on(Events.ShardResume, () => log.info('Gateway connection resumed'));

  return {
    async connect(token) {
      // discord.js itself would try an unreachable gateway for ever, without a word.
      const ready = once(client, Events.ClientReady, { signal: AbortSignal.timeout(45_000) });
      await Promise.all([client.login(token), ready]);
      if (!client.isReady()) throw new Error('The gateway was closed while it got ready');
      client.on(Events.ShardDisconnect, ({ code }) => onLost(code));
      return { rest: client.rest, applicationId: client.application.id };
    },
    async stop() {
      client.removeAllListeners(Events.InteractionCreate);
      client.removeAllListeners(Events.ShardDisconnect);
      await Promise.all(underWay);
      // A client that never got ready can wait for ever here, for the end of a connection that it opens anew.
      const hasBeenReady = client.isReady();
      const disconnected = client.destroy();
      if (hasBeenReady) await disconnected;
    },
  };
}
