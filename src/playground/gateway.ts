import { randomBytes } from 'node:crypto';
import type { IncomingMessage, Server } from 'node:http';
import {
  ChannelType,
  GatewayCloseCodes,
  GatewayOpcodes,
  GatewayVersion,
  PermissionsBitField,
} from 'discord.js';
import { WebSocketServer, type RawData, type WebSocket } from 'ws';
import { z } from 'zod';
import { isLocal } from './local-request.ts';
import type { World } from './world.ts';

export const gatewayPath = '/gateway';

export type GatewayServer = {
  /**
   * Sends an event to the bot sessions of the shard that has the server, or of shard 0 without one; a session that is
   * not connected gets it when it resumes. False when no session has that shard.
   */
  dispatch(event: string, data: object, guildId?: string): boolean;
  /** Asks every connected bot to reconnect and resume. */
  requestReconnect(): void;
  /** Ends every session: its bot has to identify anew. */
  invalidateSessions(): void;
  /** Closes every connection with a close code, or without a word, as a failing network does. */
  dropConnections(closeCode?: GatewayCloseCodes): void;
  stop(): void;
};

type Event = {
  readonly op: GatewayOpcodes.Dispatch;
  readonly s: number;
  readonly t: string;
  readonly d: object;
};
type Shard = readonly [id: number, count: number];
type Session = {
  readonly id: string;
  readonly shard: Shard;
  readonly events: Event[];
  socket: WebSocket | undefined;
  lostAt: number;
};

const maxPayloadBytes = 4_096;
const resumeWindowMs = 5 * 60_000;

const received = z.discriminatedUnion('op', [
  z.object({ op: z.literal(GatewayOpcodes.Heartbeat), d: z.int().nullable() }),
  z.object({
    op: z.literal(GatewayOpcodes.Identify),
    d: z.object({
      token: z.string(),
      intents: z.int(),
      shard: z.tuple([z.int(), z.int()]).default([0, 1]),
    }),
  }),
  z.object({
    op: z.literal(GatewayOpcodes.Resume),
    d: z.object({ token: z.string(), session_id: z.string(), seq: z.int() }),
  }),
  z.object({ op: z.literal(GatewayOpcodes.PresenceUpdate) }),
]);
type Received = z.output<typeof received>;

/** Plays Discord's gateway on the WebSocket side of `server`. */
export function serveGateway(
  server: Server,
  world: World,
  settings: { heartbeatIntervalMs: number; url: () => string },
): GatewayServer {
  const sockets = new WebSocketServer({
    server,
    path: gatewayPath,
    verifyClient: ({ req }: { req: IncomingMessage }) => isLocal(req),
  });
  const sessions = new Map<string, Session>();

  // The server's own errors come here too; whoever starts it deals with them.
  sockets.on('error', () => undefined);
  sockets.on('connection', (socket) => {
    socket.on('message', (raw) => {
      const payload = readPayload(raw);
      if (!payload) socket.close(GatewayCloseCodes.DecodeError, 'Error while decoding payload.');
      else receive(socket, payload);
    });
    socket.on('close', (code) => {
      const session = sessionOf(socket);
      if (!session) return;
      session.socket = undefined;
      session.lostAt = Date.now();
      // Discord forgets the session of a bot that says goodbye with one of these.
      if (code === 1000 || code === 1001) sessions.delete(session.id);
    });
    send(socket, { op: GatewayOpcodes.Hello, d: { heartbeat_interval: settings.heartbeatIntervalMs } });
  });

  function receive(socket: WebSocket, payload: Received): void {
    switch (payload.op) {
      case GatewayOpcodes.Heartbeat:
        return send(socket, { op: GatewayOpcodes.HeartbeatAck });
      case GatewayOpcodes.Identify:
        if (sessionOf(socket)) return socket.close(GatewayCloseCodes.AlreadyAuthenticated);
        if (payload.d.token !== world.token) return refuseToken(socket);
        return identify(socket, payload.d.shard);
      case GatewayOpcodes.Resume:
        if (payload.d.token !== world.token) return refuseToken(socket);
        return resume(socket, payload.d);
      case GatewayOpcodes.PresenceUpdate:
        if (!sessionOf(socket)) socket.close(GatewayCloseCodes.NotAuthenticated);
        return;
      default:
        payload satisfies never;
    }
  }

  function identify(socket: WebSocket, shard: Shard): void {
    const [shardId, shardCount] = shard;
    if (shardId < 0 || shardId >= shardCount) return socket.close(GatewayCloseCodes.InvalidShard);
    forgetLost();
    const session: Session = { id: randomBytes(16).toString('hex'), shard, events: [], socket, lostAt: 0 };
    const hasGuild = isShardOf(shard, world.guild.id);
    sessions.set(session.id, session);
    sendEvent(session, 'READY', {
      v: Number(GatewayVersion),
      user: world.bot,
      guilds: hasGuild ? [{ id: world.guild.id, unavailable: true }] : [],
      session_id: session.id,
      resume_gateway_url: settings.url(),
      shard,
      application: world.application,
    });
    if (hasGuild) sendEvent(session, 'GUILD_CREATE', describeGuild(world));
  }

  function resume(socket: WebSocket, { session_id, seq }: { session_id: string; seq: number }): void {
    const session = sessions.get(session_id);
    if (!session) return send(socket, { op: GatewayOpcodes.InvalidSession, d: false });
    if (seq > session.events.length) return socket.close(GatewayCloseCodes.InvalidSeq);
    session.socket = socket;
    for (const event of session.events.slice(seq)) send(socket, event);
    return sendEvent(session, 'RESUMED', {});
  }

  function forgetLost(): void {
    for (const { id, socket, lostAt } of sessions.values()) {
      if (!socket && Date.now() - lostAt > resumeWindowMs) sessions.delete(id);
    }
  }

  function sessionOf(socket: WebSocket): Session | undefined {
    return [...sessions.values()].find((session) => session.socket === socket);
  }

  function dropConnections(closeCode?: GatewayCloseCodes): void {
    for (const socket of sockets.clients) {
      if (closeCode === undefined) socket.terminate();
      else socket.close(closeCode);
    }
  }

  return {
    dispatch(event, data, guildId) {
      const meant = [...sessions.values()].filter(({ shard }) => isShardOf(shard, guildId));
      for (const session of meant) sendEvent(session, event, data);
      return meant.length > 0;
    },
    requestReconnect() {
      for (const socket of sockets.clients) send(socket, { op: GatewayOpcodes.Reconnect, d: null });
    },
    invalidateSessions() {
      sessions.clear();
      for (const socket of sockets.clients) send(socket, { op: GatewayOpcodes.InvalidSession, d: false });
    },
    dropConnections,
    stop() {
      dropConnections();
      sockets.close();
    },
  };
}

function isShardOf([id, count]: Shard, guildId: string | undefined): boolean {
  return guildId === undefined ? id === 0 : Number((BigInt(guildId) >> 22n) % BigInt(count)) === id;
}

function sendEvent(session: Session, t: string, d: object): void {
  const event: Event = { op: GatewayOpcodes.Dispatch, s: session.events.length + 1, t, d };
  session.events.push(event);
  if (session.socket) send(session.socket, event);
}

function send(socket: WebSocket, payload: object): void {
  socket.send(JSON.stringify(payload));
}

function refuseToken(socket: WebSocket): void {
  socket.close(GatewayCloseCodes.AuthenticationFailed, 'Authentication failed.');
}

function readPayload(raw: RawData): Received | undefined {
  try {
    const isRead = Buffer.isBuffer(raw) && raw.length <= maxPayloadBytes;
    return received.parse(JSON.parse(isRead ? raw.toString() : ''));
  } catch {
    return undefined;
  }
}

function describeGuild({ guild, channels, bot, user }: World) {
  return {
    ...guild,
    unavailable: false,
    owner_id: user.id,
    icon: null,
    features: [],
    emojis: [],
    stickers: [],
    members: [],
    threads: [],
    presences: [],
    voice_states: [],
    stage_instances: [],
    guild_scheduled_events: [],
    member_count: 2,
    large: false,
    joined_at: new Date(0).toISOString(),
    preferred_locale: 'en-US',
    verification_level: 0,
    default_message_notifications: 0,
    explicit_content_filter: 0,
    mfa_level: 0,
    nsfw_level: 0,
    premium_tier: 0,
    premium_progress_bar_enabled: false,
    system_channel_flags: 0,
    application_id: bot.id,
    roles: [
      // Every server has the role @everyone, which has the server's own id.
      {
        id: guild.id,
        name: '@everyone',
        permissions: PermissionsBitField.Default.toString(),
        position: 0,
        color: 0,
        hoist: false,
        managed: false,
        mentionable: false,
        flags: 0,
      },
    ],
    channels: [
      {
        id: channels.guild,
        type: ChannelType.GuildText,
        name: 'earnings',
        position: 0,
        permission_overwrites: [],
      },
    ],
  };
}
