import { setTimeout as sleep } from 'node:timers/promises';
import { GatewayCloseCodes } from 'discord.js';
import { describe, expect, it, vi } from 'vitest';
import { z } from 'zod';
import { defineCommand } from '../../src/discord/command.ts';
import { createGateway } from '../../src/discord/gateway.ts';
import { toStartError } from '../../src/discord/start-failure.ts';
import { channelOf } from '../../src/playground/interactions.ts';
import {
  connectBot,
  createTestLog,
  sameText,
  shippedKnowledge,
  startTestStandIn,
  token,
} from './connected-bot.ts';

const pong = defineCommand({
  name: sameText('ping'),
  description: sameText('Answers'),
  options: z.object({}),
  run: () => ({ content: 'pong' }),
});

function createUnconnected(apiUrl: string) {
  const { log } = createTestLog();
  return createGateway({
    commands: [pong],
    components: [],
    knowledge: shippedKnowledge(),
    drawChart: async () => Promise.reject(new Error('nothing is drawn here')),
    log,
    apiUrl,
    onLost: () => undefined,
  });
}

describe('the gateway', () => {
  it.each(['guild', 'direct', 'group'] as const)('answers in a %s channel', async (place) => {
    const { standIn } = await connectBot([pong]);
    const { message } = await standIn.useCommand({ name: 'ping', place });
    expect(message).toMatchObject({
      content: 'pong',
      channel_id: channelOf(standIn.world, place, standIn.world.user),
    });
  });

  it('keeps its connection by heartbeats', async () => {
    const { standIn, logged } = await connectBot([pong], { heartbeatIntervalMs: 20 });
    await sleep(200);
    expect((await standIn.useCommand({ name: 'ping' })).message.content).toBe('pong');
    expect(logged).toEqual([]);
  });

  it('resumes after its connection broke, and answers what was asked meanwhile', async () => {
    const { standIn, logged, lost } = await connectBot([pong]);
    standIn.gateway.dropConnections();
    expect((await standIn.useCommand({ name: 'ping' })).message.content).toBe('pong');
    expect(logged.join('')).toContain('Gateway connection resumed');
    expect(lost).toEqual([]);
  });

  it('resumes when Discord asks it to reconnect', async () => {
    const { standIn, logged } = await connectBot([pong]);
    standIn.gateway.requestReconnect();
    await vi.waitFor(() => expect(logged.join('')).toContain('Gateway connection resumed'), 30_000);
    expect((await standIn.useCommand({ name: 'ping' })).message.content).toBe('pong');
  });

  it('identifies anew when Discord ends its session', { timeout: 60_000 }, async () => {
    const { standIn } = await connectBot([pong]);
    standIn.gateway.invalidateSessions();
    // Discord allows one IDENTIFY in five seconds, and discord.js keeps to that.
    const { message } = await vi.waitFor(async () => standIn.useCommand({ name: 'ping' }), 12_000);
    expect(message.content).toBe('pong');
  });

  it('reports a connection that Discord closed for good', async () => {
    const { standIn, lost } = await connectBot([pong]);
    standIn.gateway.dropConnections(GatewayCloseCodes.AuthenticationFailed);
    await vi.waitFor(() => expect(lost).toEqual([GatewayCloseCodes.AuthenticationFailed]));
  });

  it('finishes the reply that is under way before it stops, and takes no new ones', async () => {
    const order: string[] = [];
    const slow = defineCommand({
      name: sameText('slow'),
      description: sameText('Takes its time'),
      options: z.object({}),
      async run() {
        order.push('started');
        await sleep(300);
        return { content: 'done' };
      },
    });
    const { standIn, gateway, lost } = await connectBot([slow, pong]);
    const reply = standIn.useCommand({ name: 'slow' });
    await vi.waitFor(() => expect(order).toEqual(['started']));
    const stopped = gateway.stop().then(() => order.push('stopped'));
    const refused = standIn.useCommand({ name: 'ping' }).catch((error: unknown) => error);
    expect((await reply).message.content).toBe('done');
    expect(order).toEqual(['started']);
    await stopped;
    expect(await refused).toEqual(new Error('The application did not respond'));
    expect(lost).toEqual([]);
  });

  it('names the token variable when Discord refuses the token, and does not show it', async () => {
    const standIn = await startTestStandIn();
    const wrong = `${token}-mistyped`;
    const error: unknown = await createUnconnected(standIn.apiUrl)
      .connect(wrong)
      .catch((reason: unknown) => reason);
    expect(toStartError(error).message).toBe(
      'Discord refuses DISCORD_TOKEN: copy the token again from the Bot page of the Developer Portal.',
    );
  });

  it('names the address variable when nothing answers there', async () => {
    const standIn = await startTestStandIn();
    await standIn.stop();
    const error: unknown = await createUnconnected(standIn.apiUrl)
      .connect(token)
      .catch((reason: unknown) => reason);
    expect(toStartError(error).message).toBe(
      'Discord cannot be reached (ECONNREFUSED): check the network, and DISCORD_API_URL if it is set.',
    );
  });
});
