import { once } from 'node:events';
import { GatewayCloseCodes, GatewayOpcodes } from 'discord.js';
import { describe, expect, it, vi } from 'vitest';
import { WebSocket } from 'ws';
import { startTestStandIn, token } from '../discord/connected-bot.ts';

async function connect(url: string) {
  const socket = new WebSocket(`${url.replace('http', 'ws')}/gateway`);
  const received: unknown[] = [];
  socket.on('message', (data) => {
    if (Buffer.isBuffer(data)) received.push(JSON.parse(data.toString()));
  });
  const closed = once(socket, 'close').then(([code]: unknown[]) => code);
  await once(socket, 'message');
  return { socket, received, closed, send: (payload: unknown) => socket.send(JSON.stringify(payload)) };
}

const identify = { op: GatewayOpcodes.Identify, d: { token, intents: 1, properties: {} } };

describe('the stand-in for the gateway', () => {
  it('greets, acknowledges heartbeats and answers IDENTIFY with the server', async () => {
    const { url, world } = await startTestStandIn();
    const { socket, received, send } = await connect(url);
    send({ op: GatewayOpcodes.Heartbeat, d: null });
    await once(socket, 'message');
    send(identify);
    await once(socket, 'message');
    if (received.length < 4) await once(socket, 'message');
    expect(received).toMatchObject([
      { op: GatewayOpcodes.Hello, d: { heartbeat_interval: 41_250 } },
      { op: GatewayOpcodes.HeartbeatAck },
      { op: 0, s: 1, t: 'READY', d: { user: world.bot, shard: [0, 1] } },
      { op: 0, s: 2, t: 'GUILD_CREATE', d: { id: world.guild.id } },
    ]);
  });

  it.each([
    [
      'a wrong token',
      { ...identify, d: { ...identify.d, token: 'other' } },
      GatewayCloseCodes.AuthenticationFailed,
    ],
    [
      'a wrong token on RESUME',
      { op: 6, d: { token: 'other', session_id: 'x', seq: 1 } },
      GatewayCloseCodes.AuthenticationFailed,
    ],
    ['what is no payload', 'hello', GatewayCloseCodes.DecodeError],
    ['a presence before IDENTIFY', { op: 3, d: {} }, GatewayCloseCodes.NotAuthenticated],
  ])('closes the connection on %s', async (_what, payload, closeCode) => {
    const { url } = await startTestStandIn();
    const { send, closed } = await connect(url);
    send(payload);
    expect(await closed).toBe(closeCode);
  });

  it('closes the connection on a second IDENTIFY', async () => {
    const { url } = await startTestStandIn();
    const { send, closed } = await connect(url);
    send(identify);
    send(identify);
    expect(await closed).toBe(GatewayCloseCodes.AlreadyAuthenticated);
  });

  it('does not resume a session that it does not know', async () => {
    const { url } = await startTestStandIn();
    const { socket, received, send } = await connect(url);
    send({ op: GatewayOpcodes.Resume, d: { token, session_id: 'unknown', seq: 1 } });
    await once(socket, 'message');
    expect(received.at(-1)).toEqual({ op: GatewayOpcodes.InvalidSession, d: false });
  });

  it('hands what happens in a server to the shard that has it, and direct messages to shard 0', async () => {
    const standIn = await startTestStandIn();
    const [first, second] = await Promise.all([connect(standIn.url), connect(standIn.url)]);
    for (const [id, { send }] of [first, second].entries()) {
      send({ ...identify, d: { ...identify.d, shard: [id, 2] } });
    }
    await vi.waitFor(() => expect([...first.received, ...second.received]).toHaveLength(5));
    const owner = Number((BigInt(standIn.world.guild.id) >> 22n) % 2n);
    for (const place of ['guild', 'direct'] as const) {
      void standIn.act({ type: 'command', name: 'test' }, { place }).catch(() => undefined);
    }
    const shards = [first, second].map(({ received }) => received);
    await vi.waitFor(() => expect(shards.flat()).toHaveLength(7));
    expect(shards[owner]).toContainEqual(
      expect.objectContaining({ t: 'INTERACTION_CREATE', d: expect.objectContaining({ context: 0 }) }),
    );
    expect(shards[0]).toContainEqual(
      expect.objectContaining({ t: 'INTERACTION_CREATE', d: expect.objectContaining({ context: 1 }) }),
    );
  });
});
