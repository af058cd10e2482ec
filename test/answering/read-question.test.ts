import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { indexKnowledge } from '../../src/answering/index-knowledge.ts';
import { readQuestion, sliceReading } from '../../src/answering/read-question.ts';
import { readKnowledge } from '../../src/knowledge/read-knowledge.ts';
import { knowledgeFolder } from '../../src/package-folder.ts';

const { context } = indexKnowledge(readKnowledge(knowledgeFolder()));

function keys(question: string): string[] {
  return readQuestion(question, context).items.map(({ key }) => key);
}

function numbers(question: string): string[] {
  return readQuestion(question, context).numbers.map(({ unit, range }) => `${range.value} ${unit}`);
}

function counted(question: string): string | undefined {
  return readQuestion(question, context).counted?.key;
}

describe('reading a question', () => {
  it.each([
    ['How much revenue did Alibaba make?', ['how-much', 'revenue', 'alibaba']],
    ['BABA topline', ['alibaba', 'revenue']],
    ["What is Ele.me's mkt share?", ['eleme', 'market-share']],
    ["Taobao Flash Purchase's MAU", ['taobao-flash-purchase', 'monthly-active-users']],
    ['When did Jack Ma leave the board?', ['when', 'jack-ma', 'step-down', 'board']],
    ["What was Tencent's EPS?", ['tencent', 'eps']],
    ['阿里云的营收是多少？', ['alibaba-cloud', 'revenue']],
    ['騰訊的淨利潤', ['tencent', 'net-profit']],
    ['AI收入', ['artificial-intelligence', 'revenue']],
  ])('finds the terms of the vocabulary in their order: %s', (question, expected) => {
    expect(keys(question)).toEqual(expected);
  });

  it('takes the longest phrase: "Alibaba Cloud" is not "Alibaba" and "cloud"', () => {
    expect(keys('Alibaba Cloud')).toEqual(['alibaba-cloud']);
    expect(keys('food delivery war')).toEqual(['food-delivery-war']);
    expect(keys('sales and marketing expense')).toEqual(['sales-and-marketing-expense']);
  });

  it('reads capitals, possessives, other endings and one wrong letter as the same', () => {
    const plain = keys('alibaba subsidy revenue');
    expect(keys('ALIBABA SUBSIDY REVENUE')).toEqual(plain);
    expect(keys("Alibaba's subsidies, revenues")).toEqual(plain);
    expect(keys('alibbaa subsdy reveune')).toEqual(plain);
  });

  it.each(['hello there', 'thanks a lot', 'can you please', 'I want to know', ''])(
    'finds nothing in everyday words: "%s"',
    (talk) => {
      expect(keys(talk)).toEqual([]);
    },
  );

  it('tells a word that nobody knows from an English one that the vocabulary lacks', () => {
    const kinds = readQuestion('zorblax and yodelling', context).items.map(({ text, kind }) => [text, kind]);
    expect(kinds).toEqual([
      ['zorblax', 'unknown word'],
      ['yodelling', 'word'],
    ]);
  });

  it('takes Chinese characters that it does not know and that stand together for one word', () => {
    const unknown = readQuestion('龘靐', context).items;
    expect(unknown.map(({ text }) => text)).toEqual(['龘靐']);
  });

  it('makes an item of a time, with how it is meant', () => {
    expect(keys('in Q1 FY2026')).toEqual(['period:2025-04-01..2025-06-30']);
    expect(keys('before April')).toEqual(['before:2025-04-01..2025-04-30']);
    expect(keys('the next 3 years')).toEqual(['period:next 36 months']);
    expect(keys('tomorrow')).toEqual(['period:elsewhere']);
  });

  it.each(['than last year', 'compared with last year', 'from a year ago', '比去年'])(
    'reads "%s" as asking for growth, not for another year',
    (basis) => {
      expect(keys(basis)).toEqual(['growth']);
    },
  );

  it('gives a term that is a case of a wider one the wider one too: a growth rate is a growth', () => {
    expect(keys('growth rate')).toEqual(expect.arrayContaining(['growth-rate', 'growth']));
  });

  it('keeps numbers apart from times, phrases and bare digits', () => {
    expect(numbers('In Q1 2025 they spent 50 billion?')).toEqual(['50000000000 amount']);
    expect(numbers('cloud grew 26%, right?')).toEqual(['26 percent']);
    expect(numbers('HK09988')).toEqual([]);
    expect(numbers('the past 4 quarters')).toEqual([]);
  });

  it('knows what is counted', () => {
    expect(counted('How many orders did Ele.me deliver?')).toBe('orders');
    expect(counted('how many million users')).toBe('monthly-active-users');
    expect(counted('the number of new employees')).toBe('headcount');
    expect(counted('How much revenue?')).toBeUndefined();
  });

  it.each([
    ['cloud grew 30%, right?', true],
    ['Did they spend 53 billion on marketing?', true],
    ['Is Eddie Wu the CEO?', true],
    ['How fast did cloud grow?', false],
    ["what's the revenue", false],
    ['营收是多少？', false],
    ['谁是首席执行官', false],
  ])('tells a check from an open question: %s', (question, isCheck) => {
    expect(readQuestion(question, context).isCheck).toBe(isCheck);
  });

  it('takes "when" for a question only where it asks', () => {
    expect(keys('When did the stock rise?')).toContain('when');
    expect(keys('The stock rose when?')).toContain('when');
    expect(keys('Did the stock rise when the results came out?')).not.toContain('when');
  });

  it.each([
    "net profit, not the cloud arm's",
    'net profit excluding cloud',
    'net profit apart from cloud',
    'net profit rather than the cloud',
    '净利润，不是阿里云',
  ])('leaves out whom the question leaves out: %s', (question) => {
    expect(keys(question)).toContain('net-profit');
    expect(keys(question)).not.toContain('alibaba-cloud');
  });

  it('reads past mentions, Markdown and emoji', () => {
    expect(keys('<@123456789012345678> **revenue** of `BABA` 🚀')).toEqual(['revenue', 'alibaba']);
  });

  it('puts every item where its text stands, with a rarity from 0 to 1, whatever is typed', () => {
    const text = fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 80 }),
      fc.string({ unit: 'binary', maxLength: 80 }),
      fc
        .array(
          fc.constantFrom(
            'Alibaba',
            "'s",
            'revenue',
            ' ',
            'in Q1',
            '云',
            '营收',
            '50 billion',
            '?',
            'netprofit',
          ),
        )
        .map((parts) => parts.join(' ')),
    );
    fc.assert(
      fc.property(text, (typed) => {
        const reading = readQuestion(typed, context);
        for (const { start, end, text: said, rarity } of reading.items) {
          expect(reading.text.slice(start, end)).toBe(said);
          expect(rarity).toBeGreaterThanOrEqual(0);
          expect(rarity).toBeLessThanOrEqual(1);
        }
      }),
      { numRuns: 100 },
    );
  });
});

describe('a slice of a reading', () => {
  const reading = readQuestion('In Q1 FY2026 Alibaba made 247 billion. How many users?', context);

  it('holds what lies inside it, and nothing else', () => {
    const first = sliceReading(reading, 0, 37);
    expect(first.items.map(({ key }) => key)).toContain('alibaba');
    expect(first.items.map(({ key }) => key)).not.toContain('monthly-active-users');
    expect([first.numbers.length, first.periods.length, first.counted]).toEqual([1, 1, undefined]);
    const second = sliceReading(reading, 38, reading.text.length);
    expect([second.numbers.length, second.periods.length, second.counted?.key]).toEqual([
      0,
      0,
      'monthly-active-users',
    ]);
  });

  it('is a check or an open question of its own', () => {
    expect(sliceReading(reading, 0, 37).isCheck).toBe(true);
    expect(sliceReading(reading, 38, reading.text.length).isCheck).toBe(false);
  });
});
