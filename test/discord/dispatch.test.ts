import { MessageFlags } from 'discord.js';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { commands } from '../../commands/index.ts';
import { defineCommand, type Command } from '../../src/discord/command.ts';
import type { Reply } from '../../src/discord/reply.ts';
import { connectBot, sameText } from './connected-bot.ts';

function commandThat(run: () => Reply | Promise<Reply>): readonly Command[] {
  return [
    defineCommand({ name: sameText('test'), description: sameText('A test'), options: z.object({}), run }),
  ];
}

describe('dispatch', () => {
  it('posts a reply for all to see, that pings nobody and unfolds no links', async () => {
    const { standIn } = await connectBot(commandThat(() => ({ content: '@everyone https://example.com' })));
    const { message, sent } = await standIn.useCommand({ name: 'test' });
    expect(message.content).toBe('@everyone https://example.com');
    expect(message.flags).toBe(MessageFlags.SuppressEmbeds);
    expect(sent.allowed_mentions).toEqual({ parse: [] });
  });

  it('shows an ephemeral reply to the asker alone', async () => {
    const { standIn } = await connectBot(commandThat(() => ({ content: 'psst', ephemeral: true })));
    const { message, sent } = await standIn.useCommand({ name: 'test' });
    expect(message.flags).toBe(MessageFlags.SuppressEmbeds | MessageFlags.Ephemeral);
    expect(sent.allowed_mentions).toEqual({ parse: [] });
  });

  it('tells the asker to reload Discord when the command is not there any more', async () => {
    const { standIn } = await connectBot([]);
    const { message } = await standIn.useCommand({ name: 'gone' });
    expect(message.content).toBe('This command is out of date. Reload Discord (Ctrl+R) and try again.');
    expect(message.flags & MessageFlags.Ephemeral).toBeTruthy();
  });

  it('tells the asker alone which option is wrong', async () => {
    const { standIn, logged } = await connectBot(commands);
    const { message } = await standIn.useCommand({ name: 'ask', options: { question: 7 } });
    expect(message.content).toMatch(/^Please check the option “question”: .+\.$/);
    expect(message.flags & MessageFlags.Ephemeral).toBeTruthy();
    expect(logged).toEqual([]);
  });

  it.each([
    ['throws', () => fail()],
    ['rejects', async () => fail()],
  ])(
    'apologises with the number of the interaction when a command %s, and logs the rest',
    async (_how, run) => {
      const { standIn, logged } = await connectBot(commandThat(run));
      const { message } = await standIn.useCommand({ name: 'test' });
      const number = /report it with this number: (\d+)$/.exec(message.content)?.[1];
      expect(message.content).toContain('Sorry, something went wrong here.');
      expect(message.content).not.toContain('secret detail');
      expect(message.flags & MessageFlags.Ephemeral).toBeTruthy();
      expect(logged).toHaveLength(1);
      expect(JSON.parse(logged[0] ?? '')).toMatchObject({
        interactionId: number,
        name: 'test',
        err: { type: 'Error', message: 'secret detail', stack: expect.stringContaining('dispatch.test.ts') },
      });
    },
  );

  it('logs a reply that Discord refuses, without the reply or the interaction token, and goes on', async () => {
    const contents = ['long'.repeat(501), 'short'];
    const { standIn, logged } = await connectBot(commandThat(() => ({ content: contents.shift() ?? '' })));
    await expect(standIn.useCommand({ name: 'test' })).rejects.toThrow('did not respond');
    expect((await standIn.useCommand({ name: 'test' })).message.content).toBe('short');
    expect(logged).toHaveLength(1);
    expect(JSON.parse(logged[0] ?? '')).toMatchObject({
      msg: 'A reply could not be sent',
      err: { code: 50035, status: 400 },
    });
    for (const interactionToken of standIn.world.interactions.keys())
      expect(logged[0]).not.toContain(interactionToken);
    expect(logged[0]).not.toContain('longlong');
    expect(standIn.takeViolations()).toMatchObject([{ code: 50035 }]);
  });

  it('answers forged options like any others: with a reply, and with nothing in the log', async () => {
    const { standIn, logged } = await connectBot(commands);
    const forged = fc.dictionary(
      fc.oneof(fc.constantFrom('question', 'private'), fc.string()),
      fc.jsonValue(),
    );
    await fc.assert(
      fc.asyncProperty(forged, async (options) => {
        const { message } = await standIn.useCommand({ name: 'ask', options });
        expect(message.content).not.toContain('Sorry');
      }),
    );
    expect(logged).toEqual([]);
  });
});

function fail(): never {
  throw new Error('secret detail');
}
