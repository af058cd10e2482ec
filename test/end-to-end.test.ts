import { beforeAll, describe, expect, it, vi } from 'vitest';
import { commands } from '../commands/index.ts';
import { components } from '../components/index.ts';
import { replyTexts } from '../src/replies/reply-texts.ts';
import { channelOf, type Setting } from '../src/playground/interactions.ts';
import type { Message } from '../src/playground/message.ts';
import { createMessage, saveMessage } from '../src/playground/messages.ts';
import type { StandIn } from '../src/playground/stand-in.ts';
import { connectBot, warmUpPictures } from './discord/connected-bot.ts';
import { choose, isEphemeral, labelsOf, press, pressId, useOn } from './discord/pressing.ts';

const settings = (['guild', 'direct', 'group'] as const).flatMap((place) => [
  { place, locale: 'en-US', language: 'english' as const },
  { place, locale: 'zh-CN', language: 'chinese' as const },
]);

beforeAll(warmUpPictures, 60_000);

/** Uses a slash command, and returns the reply. */
async function run(standIn: StandIn, line: { name: string; options?: object }, setting: Setting) {
  const options = Object.fromEntries(Object.entries(line.options ?? {}));
  return (await standIn.useCommand({ name: line.name, options, ...setting })).message;
}

/** A message that somebody has written. */
function say(standIn: StandIn, content: string, { place = 'guild' }: Setting): Message {
  const { world } = standIn;
  const message = { ...createMessage(channelOf(world, place, world.user), world.user), content };
  saveMessage(world, message);
  return message;
}

async function suggest(
  standIn: StandIn,
  { name, focused, typed }: { name: string; focused: string; typed: string },
  setting: Setting,
) {
  const options = { [focused]: typed };
  const outcome = await standIn.act({ type: 'autocomplete', name, options, focused }, setting);
  return outcome.kind === 'choices' ? outcome.choices : [];
}

/** A message with one picture, whose alternative text says `figure`. */
function expectPicture({ attachments }: Message, figure: string): void {
  expect(attachments).toEqual([
    expect.objectContaining({
      filename: expect.stringMatching(/\.png$/),
      description: expect.stringContaining(figure),
    }),
  ]);
}

describe.each(settings)('in a $place channel, in $language', ({ place, locale, language }) => {
  const setting = { place, locale };
  const isEnglish = language === 'english';
  const words = <Word>(english: Word, chinese: Word) => (isEnglish ? english : chinese);
  const texts = replyTexts[language];
  const netMargin = words('What is the net margin?', '净利率是多少？');

  it('/ask suggests while one types, takes a picked entry and free text, and answers with its buttons', async () => {
    const { standIn, logged } = await connectBot(commands, { components });
    const [first] = await suggest(standIn, { name: 'ask', focused: 'question', typed: '' }, setting);
    expect(first).toEqual({
      name: words('Revenue: RMB 247.652 billion, +2% year over year', '营收：2,476.52亿元，同比+2%'),
      value: 'revenue',
    });
    const typed = words('net pro', '净利');
    const [second] = await suggest(standIn, { name: 'ask', focused: 'question', typed }, setting);
    expect(second?.value).toBe('net-profit');
    const picked = await run(standIn, { name: 'ask', options: { question: second?.value } }, setting);
    expect(picked.content).toContain(words('RMB 42.382 billion', '423.82亿元'));
    const asked = await run(standIn, { name: 'ask', options: { question: netMargin } }, setting);
    expect(asked.content).toContain('17.1%');
    expect(isEphemeral(asked)).toBe(false);
    expect(labelsOf(asked)).toEqual([
      ...words(['Net profit', 'Revenue'], ['净利润', '营收']),
      expect.any(String),
      texts.howComputed,
      texts.chart,
      texts.source,
      texts.delete,
    ]);
    expect(logged).toEqual([]);
  });

  it('the buttons of an answer show related facts, the computation and the source to whoever presses', async () => {
    const { standIn } = await connectBot(commands, { components });
    const message = await run(standIn, { name: 'ask', options: { question: netMargin } }, setting);
    const related = await press(standIn, { message, label: words('Revenue', '营收') }, setting);
    expect(related.kind).toBe('posted');
    expect(isEphemeral(related.message)).toBe(true);
    expect(related.message.content).toContain(words('247.652', '2,476.52'));
    const computation = await press(standIn, { message, label: texts.howComputed }, setting);
    expect(computation.message.content).toContain(texts.computedFrom);
    expect(computation.message.content).toContain(words('42.382', '423.82'));
    const source = await press(standIn, { message, label: texts.source }, setting);
    expect(source.message.content).toContain(texts.sourceOf(words('Net margin', '净利率')));
    expect(source.message.content).toContain('Deep News');
    expect(standIn.world.messages.get(message.id)).toEqual(message);
    // What one sees alone changes in place.
    const next = await press(
      standIn,
      { message: source.message, label: words('Net margin', '净利率') },
      setting,
    );
    expect(next.kind).toBe('updated');
    expect(next.message.content).toContain('17.1%');
  });

  it('a private answer is shared as a new message that names who shared it, and that one can take back', async () => {
    const { standIn } = await connectBot(commands, { components });
    const options = { question: netMargin, private: true };
    const message = await run(standIn, { name: 'ask', options }, setting);
    expect(isEphemeral(message)).toBe(true);
    const shared = await press(standIn, { message, label: texts.share }, setting);
    expect(shared.kind).toBe('posted');
    expect(isEphemeral(shared.message)).toBe(false);
    expect(shared.message.content).toBe(`${message.content}\n-# ${texts.sharedBy(standIn.world.user.id)}`);
    await press(standIn, { message: shared.message, label: texts.delete }, setting);
    await vi.waitFor(() => expect(standIn.world.messages.has(shared.message.id)).toBe(false));
  });

  it('/figures is paged by its buttons and filtered by its select and its option', async () => {
    const { standIn } = await connectBot(commands, { components });
    const message = await run(standIn, { name: 'figures' }, setting);
    expect(message.content).toContain(texts.page(1, 7));
    expect(labelsOf(message)).toEqual([texts.next, texts.delete]);
    const next = await press(standIn, { message, label: texts.next }, setting);
    expect(next.kind).toBe('updated');
    expect(next.message.content).toContain(texts.page(2, 7));
    const topic = words('Cloud and AI', '云与AI');
    const filtered = await choose(standIn, { message: next.message, label: topic }, setting);
    expect(filtered.kind).toBe('updated');
    expect(filtered.message.content).toContain(`${texts.keyFigures} · ${topic}`);
    expect(filtered.message.content).not.toContain(words('Market value', '市值'));
    const [suggested] = await suggest(
      standIn,
      { name: 'figures', focused: 'topic', typed: words('clo', '云') },
      setting,
    );
    expect(suggested?.name).toBe(topic);
    const asked = await run(standIn, { name: 'figures', options: { topic } }, setting);
    expect(asked.content).toContain(`${texts.keyFigures} · ${topic}`);
    const wrong = await run(standIn, { name: 'figures', options: { topic: 'Weather' } }, setting);
    expect(isEphemeral(wrong)).toBe(true);
    expect(wrong.content).toContain(topic);
  });

  it('/compare sets two figures side by side, refuses apples and pears, and asks which is meant', async () => {
    const { standIn } = await connectBot(commands, { components });
    const first = words('revenue', '营收');
    const compared = await run(
      standIn,
      { name: 'compare', options: { first, second: 'cloud-revenue' } },
      setting,
    );
    expect(compared.content).toContain(words('RMB 214.254 billion', '2,142.54亿元'));
    expect(compared.content).toContain('7.42');
    const opened = await press(
      standIn,
      { message: compared, label: words('Cloud revenue', '阿里云收入') },
      setting,
    );
    expect(opened.message.content).toContain(words('33.398', '333.98'));
    const refused = await run(
      standIn,
      { name: 'compare', options: { first, second: 'market-value' } },
      setting,
    );
    expect(isEphemeral(refused)).toBe(true);
    expect(refused.content).toContain(texts.units.HKD);
    const unclear = await run(standIn, { name: 'compare', options: { first, second: 'EPS' } }, setting);
    expect(isEphemeral(unclear)).toBe(true);
    expect(unclear.content).toContain(texts.forTyped('EPS'));
    const suggested = await Promise.all(
      ['first', 'second'].map((focused) =>
        suggest(standIn, { name: 'compare', focused, typed: '' }, setting),
      ),
    );
    for (const choices of suggested) expect(choices.map(({ value }) => value)).toContain('net-profit');
  });

  it('/chart shows the picture of a figure with its text, and says where there is none', async () => {
    const { standIn, logged } = await connectBot(commands, { components });
    const typed = words('net pro', '净利');
    const choices = await suggest(standIn, { name: 'chart', focused: 'figure', typed }, setting);
    expect(choices[0]?.value).toBe('net-profit');
    expect(choices.map(({ value }) => value)).not.toContain('listing');
    const asked = ['net-profit', words('net profit', '净利润')];
    const shown = await Promise.all(
      asked.map((figure) => run(standIn, { name: 'chart', options: { figure } }, setting)),
    );
    for (const message of shown) {
      expect(isEphemeral(message)).toBe(false);
      expect(message.content).toContain(words('RMB 42.382 billion', '423.82亿元'));
      expectPicture(message, words('RMB 42.382 billion', '423.82亿元'));
      expect(labelsOf(message)).toContain(texts.source);
      expect(labelsOf(message)).not.toContain(texts.chart);
      expect(labelsOf(message)).toContain(texts.delete);
    }
    // A name that others begin with as well is still its own.
    const cloud = words('Cloud revenue', '阿里云收入');
    const named = await run(standIn, { name: 'chart', options: { figure: cloud } }, setting);
    expectPicture(named, words('33.398', '333.98'));
    const alone = await run(standIn, { name: 'chart', options: { figure: 'ceo' } }, setting);
    expect(isEphemeral(alone)).toBe(true);
    expect(alone.content).toContain(texts.noChart);
    const unclear = await run(standIn, { name: 'chart', options: { figure: 'EPS' } }, setting);
    expect(isEphemeral(unclear)).toBe(true);
    expect(unclear.content).toContain(texts.forTyped('EPS'));
    expect(logged).toEqual([]);
  });

  it('the Chart button of an answer shows its picture to whoever presses, who can share it', async () => {
    const { standIn, logged } = await connectBot(commands, { components });
    const message = await run(standIn, { name: 'ask', options: { question: netMargin } }, setting);
    const charted = await press(standIn, { message, label: texts.chart }, setting);
    expect(charted.kind).toBe('posted');
    expect(isEphemeral(charted.message)).toBe(true);
    expect(charted.message.content).toContain('17.1%');
    expectPicture(charted.message, '17.1%');
    const shared = await press(standIn, { message: charted.message, label: texts.share }, setting);
    expect(isEphemeral(shared.message)).toBe(false);
    expect(shared.message.content).toContain(texts.sharedBy(standIn.world.user.id));
    expectPicture(shared.message, '17.1%');
    expect(labelsOf(shared.message)).toContain(texts.delete);
    // Another view takes the place of the picture.
    const source = await press(standIn, { message: charted.message, label: texts.source }, setting);
    expect(source.kind).toBe('updated');
    expect(source.message.attachments).toEqual([]);
    expect(logged).toEqual([]);
  });

  it('a picture that cannot be drawn is left out, the text stays, and the error is logged', async () => {
    const { standIn, logged } = await connectBot(commands, {
      components,
      drawChart: async () => Promise.reject(new Error('no room')),
    });
    const message = await run(standIn, { name: 'chart', options: { figure: 'net-profit' } }, setting);
    expect(message.content).toContain(words('RMB 42.382 billion', '423.82亿元'));
    expect(message.attachments).toEqual([]);
    expect(logged).toEqual([expect.stringContaining('no room')]);
  });

  it('/explain explains a term with the fact that it matters to, and says which terms there are', async () => {
    const { standIn } = await connectBot(commands, { components });
    const [all] = await suggest(standIn, { name: 'explain', focused: 'term', typed: '' }, setting);
    expect(all?.name).toBe(words('Fiscal quarter', '财季'));
    const asked = ['MAU', words('monthly active user', '月活'), 'monthly-active-users'];
    const explained = await Promise.all(
      asked.map((term) => run(standIn, { name: 'explain', options: { term } }, setting)),
    );
    for (const { content } of explained) {
      expect(content).toContain(words('at least once in a month', '至少使用过一次'));
      expect(content).toContain(words('more than 300 million', '超过3亿'));
    }
    const unknown = await run(standIn, { name: 'explain', options: { term: 'qqqqq' } }, setting);
    expect(isEphemeral(unknown)).toBe(true);
    expect(unknown.content).toContain(words('Instant retail', '即时零售'));
  });

  it('/source names the article, the kinds of claims, the version and the disclaimer', async () => {
    const { standIn } = await connectBot(commands, { components });
    const { content } = await run(standIn, { name: 'source' }, setting);
    expect(content).toContain('Deep News');
    expect(content).toContain(texts.disclaimer);
    expect(content).toMatch(words(/Fact base [0-9a-f]{7}/, /事实库版本 [0-9a-f]{7}/));
    for (const meaning of Object.values(texts.meanings)) expect(content).toContain(meaning);
  });

  it('/help lists every command as it is called here', async () => {
    const { standIn } = await connectBot(commands, { components });
    const message = await run(standIn, { name: 'help' }, setting);
    expect(isEphemeral(message)).toBe(true);
    for (const { data, description } of commands) {
      const name = isEnglish ? data.name : data.name_localizations?.['zh-CN'];
      expect(message.content).toContain(name);
      expect(message.content).toContain(description[language]);
    }
  });

  it('"Answer this" answers the question in the midst of a message, for the invoker alone', async () => {
    const { standIn } = await connectBot(commands, { components });
    const said = words(
      'Morning all. How fast did Alibaba Cloud grow? Lunch at noon.',
      '大家早。阿里云收入增长了多少？中午吃饭。',
    );
    const message = say(standIn, said, setting);
    const reply = await useOn(standIn, { message, name: 'Answer this' }, setting);
    expect(isEphemeral(reply)).toBe(true);
    expect(reply.content).toContain('26%');
    expect(reply.content).toContain(message.id);
    const shared = await press(standIn, { message: reply, label: texts.share }, setting);
    expect(isEphemeral(shared.message)).toBe(false);
    const empty = await useOn(standIn, { message: say(standIn, '', setting), name: 'Answer this' }, setting);
    expect(empty.content).toBe(texts.noText);
  });

  it('"Check this" says of each figure whether the article supports it, for the invoker alone', async () => {
    const { standIn } = await connectBot(commands, { components });
    const said = words(
      'Alibaba revenue was 247.652 billion, up 3%. Tencent made 180bn.',
      '阿里巴巴营收2476.52亿元，同比增长3%。腾讯营收1800亿元。',
    );
    const message = say(standIn, said, setting);
    const reply = await useOn(standIn, { message, name: 'Check this' }, setting);
    expect(isEphemeral(reply)).toBe(true);
    for (const verdict of ['supported', 'contradicted', 'absent'] as const) {
      expect(reply.content).toContain(`1 ${texts.verdicts[verdict]}`);
    }
    expect(reply.content).toContain(words('up 2% year over year', '同比增长2%'));
    expect(labelsOf(reply)).toContain(texts.share);
    const chatter = await useOn(
      standIn,
      { message: say(standIn, words('lol', '哈哈'), setting), name: 'Check this' },
      setting,
    );
    expect(chatter.content).toContain(texts.nothingToCheck);
  });
});

describe('the buttons of a message that somebody else asked for', () => {
  const english = replyTexts.english;

  it('give the presser a page of their own, and leave the message as it is', async () => {
    const { standIn } = await connectBot(commands, { components });
    const other = { user: standIn.world.otherUser };
    const message = await run(standIn, { name: 'figures' }, {});
    const page = await press(standIn, { message, label: english.next }, other);
    expect(page.kind).toBe('posted');
    expect(isEphemeral(page.message)).toBe(true);
    expect(labelsOf(page.message)).toContain(english.share);
    const topic = await choose(standIn, { message, label: 'Shares' }, other);
    expect(topic.kind).toBe('posted');
    expect(isEphemeral(topic.message)).toBe(true);
    expect(standIn.world.messages.get(message.id)).toEqual(message);
  });

  it('speak the language of the presser', async () => {
    const { standIn } = await connectBot(commands, { components });
    const message = await run(standIn, { name: 'ask', options: { question: 'net margin?' } }, {});
    const reply = await press(
      standIn,
      { message, label: 'Net profit' },
      { user: standIn.world.otherUser, locale: 'zh-TW' },
    );
    expect(reply.message.content).toContain('阿里巴巴淨利潤');
    expect(labelsOf(reply.message)).toContain('分享到此頻道');
  });

  it('do not delete it', async () => {
    const { standIn } = await connectBot(commands, { components });
    const message = await run(standIn, { name: 'ask', options: { question: 'net margin?' } }, {});
    const reply = await press(standIn, { message, label: english.delete }, { user: standIn.world.otherUser });
    expect(reply.message.content).toBe(english.onlyInvokerDeletes);
    expect(isEphemeral(reply.message)).toBe(true);
    expect(standIn.world.messages.has(message.id)).toBe(true);
  });

  it('of a choice: it becomes the answer for who asked, and others get theirs beside it', async () => {
    const { standIn } = await connectBot(commands, { components });
    const message = await run(standIn, { name: 'ask', options: { question: 'cloud growth?' } }, {});
    const version = /finding:([0-9a-f]+):/.exec(JSON.stringify(message.components))?.[1] ?? '';
    const candidate = `finding:${version}:choice:cloud-share`;
    const shown = { ...message, components: [row(candidate)] };
    saveMessage(standIn.world, shown);
    const others = await pressId(
      standIn,
      { message: shown, customId: candidate },
      {
        user: standIn.world.otherUser,
      },
    );
    expect(others.kind).toBe('posted');
    expect(isEphemeral(others.message)).toBe(true);
    const own = await pressId(standIn, { message: shown, customId: candidate });
    expect(own.kind).toBe('updated');
    expect(own.message.content).toContain('13.5%');
    expect(labelsOf(own.message)).toContain(english.delete);
  });
});

describe('a picture that takes too long', () => {
  it('is left out, so that the text is there while Discord still waits', async () => {
    const { standIn, logged } = await connectBot(commands, {
      components,
      drawChart: async () => new Promise<never>(() => undefined),
    });
    const message = await run(standIn, { name: 'chart', options: { figure: 'revenue' } }, {});
    expect(message.content).toContain('247.652');
    expect(message.attachments).toEqual([]);
    expect(logged).toEqual([expect.stringContaining('took more than')]);
  });
});

describe('a button of an older message', () => {
  it.each([
    [
      'says that the facts have changed, and shows how they stand now',
      'finding:0000000:answer:revenue',
      'factsChanged',
    ],
    [
      'shows the fact itself where it is not computed any more',
      'finding:0000000:computation:revenue',
      'factsChanged',
    ],
    ['says so where its fact is gone', 'finding:0000000:answer:not-there', 'factGone'],
    ['does not share what may be wrong by now', 'share:0000000', 'changedBeforeSharing'],
    ['nor its picture', 'share-chart:0000000:revenue', 'changedBeforeSharing'],
    ['says so on a page of figures too', 'figures:0000000:0:99', 'factsChanged'],
  ] as const)('%s', async (_what, customId, text) => {
    const { standIn } = await connectBot(commands, { components });
    const message = { ...say(standIn, 'Once', {}), components: [row(customId)] };
    saveMessage(standIn.world, message);
    const { message: reply } = await pressId(standIn, { message, customId });
    expect(reply.content).toContain(replyTexts.english[text]);
    expect(isEphemeral(reply)).toBe(true);
  });
});

function row(customId: string) {
  const button = {
    type: 2 as const,
    style: 2,
    custom_id: customId,
    label: 'Old',
    emoji: undefined,
    url: undefined,
    disabled: false,
  };
  return { type: 1 as const, components: [button] };
}
