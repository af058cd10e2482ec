import { ButtonStyle, ComponentType, MessageFlags } from 'discord.js';
import * as fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { z } from 'zod';
import { commands } from '../../commands/index.ts';
import { components as allComponents } from '../../components/index.ts';
import { defineCommand, defineMessageCommand, type Command } from '../../src/discord/command.ts';
import { defineComponent } from '../../src/discord/component.ts';
import { defineCustomId } from '../../src/discord/custom-id.ts';
import type { Reply, Row } from '../../src/discord/reply.ts';
import { connectBot, sameText } from './connected-bot.ts';
import { press, pressId, useOn } from './pressing.ts';

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

const pressable = defineCustomId('pressed', z.object({ how: z.enum(['post', 'update', 'delete', 'fail']) }));

/** A command whose reply has a button for each thing that pressing one can do, and the handler of these. */
function panel() {
  const buttons = ['post', 'update', 'delete', 'fail', 'gone'] as const;
  const rows: readonly Row[] = [
    {
      type: ComponentType.ActionRow,
      components: buttons.map((how) => ({
        type: ComponentType.Button,
        style: ButtonStyle.Secondary,
        label: how,
        custom_id: how === 'gone' ? 'gone:1' : pressable.write({ how }),
      })),
    },
  ];
  const component = defineComponent({
    customId: pressable,
    run({ how }, { message, isInvoker }) {
      if (how === 'fail') fail();
      if (how === 'delete') return { kind: 'delete' };
      return { kind: how, reply: { content: `${message.content} ${how} ${isInvoker}` } };
    },
  });
  return { list: commandThat(() => ({ content: 'panel', rows })), components: [component] };
}

describe('dispatch of buttons', () => {
  it('posts, rewrites and deletes as the handler says, and tells it what it is pressed on and by whom', async () => {
    const { list, components } = panel();
    const { standIn } = await connectBot(list, { components });
    const { message } = await standIn.useCommand({ name: 'test' });
    const user = standIn.world.otherUser;
    const posted = await press(standIn, { message, label: 'post' }, { user });
    expect(posted).toMatchObject({ kind: 'posted', message: { content: 'panel post false' } });
    const updated = await press(standIn, { message, label: 'update' }, {});
    expect(updated).toMatchObject({ kind: 'updated', message: { content: 'panel update true' } });
    expect(standIn.world.messages.get(message.id)?.components).toEqual([]);
    const { message: other } = await standIn.useCommand({ name: 'test' });
    await press(standIn, { message: other, label: 'delete' }, {});
    await vi.waitFor(() => expect(standIn.world.messages.has(other.id)).toBe(false));
  });

  it('pings nobody, whatever it answers', async () => {
    const { list, components } = panel();
    const { standIn } = await connectBot(list, { components });
    const { message } = await standIn.useCommand({ name: 'test' });
    const posted = await press(standIn, { message, label: 'post' }, {});
    await press(standIn, { message, label: 'update' }, {});
    for (const id of [posted.message.id, message.id]) {
      expect(standIn.world.sent.get(id)?.allowed_mentions).toEqual({ parse: [] });
    }
  });

  it.each([
    ['en-US', 'This button is out of date. Ask again to get a new one.'],
    ['zh-CN', '此按钮已过期。请重新提问，以获得新的按钮。'],
    ['zh-TW', '此按鈕已過期。請重新提問，以獲得新的按鈕。'],
  ])('says in the language of %s when nothing handles a button any more', async (locale, expected) => {
    const { list, components } = panel();
    const { standIn, logged } = await connectBot(list, { components });
    const { message } = await standIn.useCommand({ name: 'test' });
    const { message: reply } = await press(standIn, { message, label: 'gone' }, { locale });
    expect(reply.content).toBe(expected);
    expect(reply.flags & MessageFlags.Ephemeral).toBeTruthy();
    expect(logged).toEqual([]);
  });

  it('apologises to the presser alone when a handler throws, and logs the rest', async () => {
    const { list, components } = panel();
    const { standIn, logged } = await connectBot(list, { components });
    const { message } = await standIn.useCommand({ name: 'test' });
    const { message: reply } = await press(standIn, { message, label: 'fail' }, { locale: 'zh-CN' });
    expect(reply.content).toMatch(/^抱歉，这里出了问题。.+：\d+$/);
    expect(reply.content).not.toContain('secret detail');
    expect(reply.flags & MessageFlags.Ephemeral).toBeTruthy();
    expect(JSON.parse(logged[0] ?? '')).toMatchObject({ name: 'pressed', err: { message: 'secret detail' } });
  });

  it('answers forged custom ids like any others: with a reply, and with nothing in the log', async () => {
    const { standIn, logged } = await connectBot(commands, { components: allComponents });
    const names = allComponents.map(({ name }) => name);
    const forged = fc
      .tuple(
        fc.constantFrom(...names, 'other'),
        fc.array(fc.stringMatching(/^[\w:-]{0,12}$/), { maxLength: 4 }),
      )
      .map(([name, parts]) => [name, ...parts].join(':'));
    await fc.assert(
      fc.asyncProperty(forged, async (customId) => {
        const { message } = await standIn.useCommand({ name: 'help' });
        const button = { type: 2 as const, style: 2, label: 'x', custom_id: customId, ...noMore };
        const held = { ...message, components: [{ type: 1 as const, components: [button] }] };
        standIn.world.messages.set(held.id, held);
        const { kind } = await pressId(standIn, { message: held, customId });
        expect(['posted', 'updated', 'acknowledged']).toContain(kind);
      }),
      { numRuns: 60 },
    );
    expect(logged).toEqual([]);
  });
});

const noMore = { emoji: undefined, url: undefined, disabled: undefined };

describe('dispatch of autocomplete', () => {
  const focused = { type: 'autocomplete', name: 'test', focused: 'text', options: { text: 'ab' } } as const;

  it('gives what the command suggests for the text so far, at most 25', async () => {
    const { standIn } = await connectBot(
      suggesting((typed) =>
        Array.from({ length: 30 }, (_, index) => ({ name: `${typed} ${index}`, value: String(index) })),
      ),
    );
    const outcome = await standIn.act(focused);
    expect(outcome).toMatchObject({ kind: 'choices' });
    expect(outcome.kind === 'choices' && outcome.choices).toHaveLength(25);
    expect(outcome).toMatchObject({ choices: expect.arrayContaining([{ name: 'ab 0', value: '0' }]) });
  });

  it('is an empty list when the command fails, which is logged, or is not there', async () => {
    const { standIn, logged } = await connectBot(suggesting(() => fail()));
    expect(await standIn.act(focused)).toEqual({ kind: 'choices', choices: [] });
    expect(JSON.parse(logged[0] ?? '')).toMatchObject({ err: { message: 'secret detail' } });
    expect(await standIn.act({ ...focused, name: 'gone' })).toEqual({ kind: 'choices', choices: [] });
    expect(await standIn.act({ ...focused, focused: 'text', name: 'test' })).toMatchObject({ choices: [] });
  });
});

describe('dispatch of message commands', () => {
  it('hands over the text and the address of the message', async () => {
    const quote = defineMessageCommand({
      name: sameText('Quote'),
      description: sameText('Quotes'),
      run: ({ content, url }) => ({ content: `${content} ${url}` }),
    });
    const { standIn } = await connectBot([...commandThat(() => ({ content: 'said' })), quote]);
    const { message } = await standIn.useCommand({ name: 'test' });
    const reply = await useOn(standIn, { message, name: 'Quote' }, {});
    const { guild, channels } = standIn.world;
    expect(reply.content).toBe(
      `said https://discord.com/channels/${guild.id}/${channels.guild}/${message.id}`,
    );
  });

  it('says so when the command is not there any more', async () => {
    const { standIn } = await connectBot(commandThat(() => ({ content: 'said' })));
    const { message } = await standIn.useCommand({ name: 'test' });
    const reply = await useOn(standIn, { message, name: 'Gone' }, { locale: 'zh-CN' });
    expect(reply.content).toBe('此命令已过期。请重新加载 Discord（Ctrl+R）后再试。');
  });
});

function suggesting(suggest: (typed: string) => { name: string; value: string }[]): readonly Command[] {
  const text = z.string().meta({ description: 'Text', chinese: { name: '文字', description: '文字' } });
  return [
    defineCommand({
      name: sameText('test'),
      description: sameText('A test'),
      options: z.object({ text }),
      suggest: { text: suggest },
      run: () => ({ content: '' }),
    }),
  ];
}
