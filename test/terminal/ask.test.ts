import { stripVTControlCharacters } from 'node:util';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { indexKnowledge } from '../../src/answering/index-knowledge.ts';
import { titleOf, wordFinding } from '../../src/answering/word-answer.ts';
import { readKnowledge } from '../../src/knowledge/read-knowledge.ts';
import { knowledgeFolder } from '../../src/package-folder.ts';
import { askEachLine, askOne, readTypedQuestion } from '../../src/terminal/ask.ts';
import { InputError } from '../../src/terminal/input-error.ts';

const knowledge = indexKnowledge(readKnowledge(knowledgeFolder()));
const revenueQuestion = 'How much revenue did Alibaba make?';
const tencentQuestion = 'what was tencent revenue';

/** What Discord shows in one message. */
const replySchema = z.string().min(1).max(2_000);
const citationSchema = z.strictObject({
  article: z.literal('alibaba-2025-06'),
  paragraph: z.int().min(0).max(17),
});
const candidateSchema = z.strictObject({
  id: z.string().min(1),
  title: z.string().min(1),
  reply: replySchema,
});
const nothing = z.array(z.never()).length(0);

/** The contract of a JSON line, for each way in which a question ends. */
const lineSchema = z.discriminatedUnion('status', [
  z.strictObject({
    question: z.string(),
    status: z.literal('answered'),
    reply: replySchema,
    facts: z.array(z.string()).min(1),
    citations: z.array(citationSchema).min(1),
    computed: z.boolean(),
    candidates: nothing,
  }),
  z.strictObject({
    question: z.string(),
    status: z.literal('choose'),
    reply: replySchema,
    facts: nothing,
    citations: nothing,
    computed: z.literal(false),
    candidates: z.array(candidateSchema).min(2).max(4),
  }),
  z.strictObject({
    question: z.string(),
    status: z.literal('unknown'),
    reply: replySchema,
    facts: nothing,
    citations: nothing,
    computed: z.literal(false),
    candidates: nothing,
  }),
]);

const readLine = (line: string) => lineSchema.parse(JSON.parse(line));

async function printedFor(chunks: Iterable<Buffer | string>): Promise<string[]> {
  const printed: string[] = [];
  const input = (async function* () {
    yield* chunks;
  })();
  await askEachLine(knowledge, input, (line) => printed.push(line));
  return printed;
}

/** Lines of any kind: real questions, blank ones, rubbish in any script, halves of characters, very long ones. */
const anyLine = fc
  .oneof(
    fc.constantFrom(
      revenueQuestion,
      tencentQuestion,
      '阿里巴巴的收入是多少？',
      'Ele.me market share?\u{2028}now',
    ),
    fc.constantFrom(
      '',
      ' ',
      '\t',
      '\u{a0}',
      '\u{2028}',
      '\u{2029}',
      '\u{85}',
      '\u{feff}',
      '\0',
      '\v\f',
      '-',
      '"',
      '{}',
    ),
    fc.constantFrom(
      '\u{d800}',
      'revenue \u{dc00}',
      '😀',
      '\u{1f468}\u{200d}\u{1f469}',
      '\u{202e}revenue',
      '\u{fffd}',
    ),
    fc.string({ unit: 'binary', maxLength: 60 }),
    fc.string({ unit: 'grapheme', maxLength: 30 }),
    fc
      .array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 20 })
      .map((codes) => String.fromCharCode(...codes)),
    fc
      .tuple(fc.constantFrom('a', '?', 'revenue ', '云', '\u{2028}'), fc.integer({ min: 300, max: 3_000 }))
      .map(([part, times]) => part.repeat(times)),
  )
  .map((line) => line.replaceAll('\n', ' ').replace(/\r+$/, ''));

const anyLines = fc.array(anyLine, { minLength: 1, maxLength: 6 });

describe('a typed question', () => {
  it('is taken as it was typed, up to 2,000 characters', () => {
    expect(readTypedQuestion(` ${revenueQuestion}\n`)).toBe(` ${revenueQuestion}\n`);
    expect(readTypedQuestion('阿里巴巴收入')).toBe('阿里巴巴收入');
    expect(readTypedQuestion('a'.repeat(2_000))).toHaveLength(2_000);
  });

  it.each([
    ['', /^there is no question\. For example: ask "/],
    [' \n\t\u{2028}', /^there is no question\. For example: ask "/],
    ['a'.repeat(2_001), /^the question has 2001 characters; at most 2000 are read\. For example: ask "/],
    ['a'.repeat(10_000), /^the question has 10000 characters; at most 2000 are read\. For example: ask "/],
    ['?!…', /^the question cannot be read as text\. For example: ask "/],
    ['🤔', /^the question cannot be read as text\. For example: ask "/],
    ['\u{fffd}\u{fffd}PNG', /^the question cannot be read as text\. For example: ask "/],
  ])('is refused in one line that says why (case %#)', (typed, message) => {
    const take = () => readTypedQuestion(typed);
    expect(take).toThrow(InputError);
    expect(take).toThrow(message);
    expect(take).not.toThrow(/\n/);
  });
});

describe('an answer in the terminal', () => {
  it('has the figure in its first line and the citation in its last, without Markdown', () => {
    const lines = askOne(knowledge, revenueQuestion, { json: false, styled: false }).split('\n');
    expect(lines[0]).toMatch(/247\.652 billion.*2%/);
    expect(lines.at(-1)).toMatch(/^Deep News, 1 Sep 2025, paragraph 3 · fiscal Q1 FY2026/);
    expect(lines.join('\n')).not.toMatch(/\*\*|^-#/m);
    expect(lines.join('\n')).not.toContain('\u{1b}');
  });

  it('says the same when it is styled, but for the styling', () => {
    const plain = askOne(knowledge, revenueQuestion, { json: false, styled: false });
    const styled = askOne(knowledge, revenueQuestion, { json: false, styled: true });
    expect(stripVTControlCharacters(styled)).toBe(plain);
  });

  it('says plainly what it does not know', () => {
    expect(askOne(knowledge, tencentQuestion, { json: false, styled: false })).toMatch(
      /^The article does not give that: .*tencent/i,
    );
  });
});

describe('an answer as a JSON line', () => {
  it('tells the answer, its facts and where they stand', () => {
    expect(readLine(askOne(knowledge, revenueQuestion, { json: true, styled: false }))).toEqual({
      question: revenueQuestion,
      status: 'answered',
      reply: expect.stringMatching(/^\*\*.*247\.652 billion.*\n-# Deep News.*paragraph 3/s),
      facts: ['revenue'],
      citations: [{ article: 'alibaba-2025-06', paragraph: 3 }],
      computed: false,
      candidates: [],
    });
  });

  it('tells both facts of a computed figure, and that it is computed', () => {
    const line = readLine(askOne(knowledge, 'What was the net margin?', { json: true, styled: false }));
    expect(line).toMatchObject({ status: 'answered', computed: true });
    expect(new Set<string>(line.facts)).toEqual(new Set(['net-profit', 'revenue']));
    expect(line.reply).toMatch(/computed/);
  });

  it.each([
    ['阿里巴巴的收入是多少？', /^\*\*.*2,476\.52亿元.*\n-# Deep News，2025年9月1日，第3段/s],
    ['阿里巴巴的淨利潤是多少？', /^\*\*.*淨利潤為423\.82億元/],
    ['腾讯的收入是多少？', /^文章没有给出这一内容：没有提到腾讯。/],
  ])('has its reply in the language of the question: %s', (question, words) => {
    expect(readLine(askOne(knowledge, question, { json: true, styled: false })).reply).toMatch(words);
  });

  it('has titles and replies of a choice in the language of the question', () => {
    const candidates = ['補貼', '股價漲了多少'].flatMap(
      (question) => readLine(askOne(knowledge, question, { json: true, styled: false })).candidates,
    );
    expect(candidates.length).toBeGreaterThan(0);
    for (const { id, title, reply } of candidates) {
      const finding = knowledge.findings.find((other) => other.id === id);
      expect(title).toBe(finding && titleOf(finding, 'Traditional Chinese'));
      expect(reply).toBe(finding && wordFinding(knowledge, finding, 'Traditional Chinese'));
    }
  });

  it('is the same each time', () => {
    const answers = [1, 2].map(() => askOne(knowledge, revenueQuestion, { json: true, styled: false }));
    expect(new Set(answers).size).toBe(1);
  });
});

describe('questions a line', () => {
  it('are answered in order, each with a line', async () => {
    const printed = (await printedFor([`${revenueQuestion}\n${tencentQuestion}\n`])).map(readLine);
    expect(printed).toMatchObject([
      { question: revenueQuestion, status: 'answered', citations: [{ paragraph: 3 }] },
      { question: tencentQuestion, status: 'unknown' },
    ]);
    expect(printed[0]?.reply).toMatch(/247\.652 billion.*2%/);
  });

  it('may end with a line feed or not, and with a carriage return before it or not', async () => {
    const expected = await printedFor([`${revenueQuestion}\n${tencentQuestion}\n`]);
    expect(await printedFor([`${revenueQuestion}\n${tencentQuestion}`])).toEqual(expected);
    expect(await printedFor([`${revenueQuestion}\r\n${tencentQuestion}\r\n`])).toEqual(expected);
  });

  it('are none when nothing comes in', async () => {
    expect(await printedFor([])).toEqual([]);
    expect(await printedFor([''])).toEqual([]);
  });

  it.each([
    ['', 'there is no question.'],
    ['   ', 'there is no question.'],
    ['x'.repeat(10_000), 'the question has 10000 characters; at most 2000 are read.'],
    ['\u{1f4c8}', 'the question cannot be read as text.'],
  ])('get a line too when they cannot be used, with the reason (case %#)', async (question, reply) => {
    const printed = await printedFor([`${question}\n${revenueQuestion}\n`]);
    expect(printed.map(readLine)).toMatchObject([
      { question, status: 'unknown', reply },
      { question: revenueQuestion, status: 'answered' },
    ]);
  });

  it('get exactly one line each, in order and by the contract, whatever they hold', async () => {
    await fc.assert(
      fc.asyncProperty(anyLines, async (lines) => {
        const printed = await printedFor([`${lines.join('\n')}\n`]);
        expect(printed.filter((line) => line.includes('\n'))).toEqual([]);
        expect(printed.map((line) => readLine(line).question)).toEqual(lines);
      }),
      { numRuns: 150 },
    );
  });

  it('get the same lines wherever the bytes are cut, within a character too', async () => {
    const cuts = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 12 });
    await fc.assert(
      fc.asyncProperty(anyLines, cuts, async (lines, places) => {
        const bytes = Buffer.from(`${lines.join('\n')}\n`);
        const ends = [...places, 1]
          .map((place) => Math.floor(place * bytes.length))
          .toSorted((a, b) => a - b);
        const chunks = ends.map((end, index) => bytes.subarray(ends[index - 1] ?? 0, end));
        const printed = await printedFor(chunks);
        expect(printed).toEqual(await printedFor([bytes]));
        expect(printed).toHaveLength(lines.length);
      }),
      { numRuns: 100 },
    );
  });

  it('get the same lines byte by byte', async () => {
    const bytes = Buffer.from(`阿里巴巴的收入是多少？ 😀\n${revenueQuestion}`);
    const single = Array.from(bytes, (byte) => Buffer.of(byte));
    expect(await printedFor(single)).toEqual(await printedFor([bytes]));
    expect((await printedFor(single)).map((line) => readLine(line).question)).toEqual([
      '阿里巴巴的收入是多少？ 😀',
      revenueQuestion,
    ]);
  });

  it('get a line each when the bytes are no text', async () => {
    const printed = await printedFor([Buffer.of(0xff, 0xfe, 0x0a, 0xc3, 0x0a, 0xe9, 0x98)]);
    expect(printed.map(readLine)).toMatchObject(Array.from({ length: 3 }, () => ({ status: 'unknown' })));
  });

  it('are answered as they come in, before the input ends', async () => {
    const printed: string[] = [];
    const input = (async function* () {
      yield `${revenueQuestion}\nwhat was`;
      expect(printed).toHaveLength(1);
      yield ' tencent revenue\n';
      expect(printed).toHaveLength(2);
    })();
    await askEachLine(knowledge, input, (line) => printed.push(line));
    expect(printed).toHaveLength(2);
  });
});
