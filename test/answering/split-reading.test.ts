import { describe, expect, it } from 'vitest';
import { indexKnowledge } from '../../src/answering/index-knowledge.ts';
import { readQuestion } from '../../src/answering/read-question.ts';
import { splitAlternatives, splitReading, withoutGuess } from '../../src/answering/split-reading.ts';
import { readKnowledge } from '../../src/knowledge/read-knowledge.ts';
import { knowledgeFolder } from '../../src/package-folder.ts';

const knowledge = indexKnowledge(readKnowledge(knowledgeFolder()));

function read(question: string) {
  return readQuestion(question, knowledge.context);
}

function parts(question: string, by: 'sentences' | 'clauses'): string[][] {
  return splitReading(read(question), by).map(({ reading }) => reading.items.map(({ key }) => key));
}

function alternatives(question: string): string[][] {
  return splitAlternatives(knowledge, read(question)).map(({ reading }) =>
    reading.items.map(({ key }) => key),
  );
}

function without(question: string): string | undefined {
  return withoutGuess(read(question))?.text.trim();
}

describe('splitting a question', () => {
  it.each([
    ["What was Alibaba's revenue? What was its net profit?", 'sentences'],
    ["What was Alibaba's revenue and what was its net profit?", 'clauses'],
    ["What was Alibaba's revenue, and its net profit?", 'clauses'],
    ["Alibaba's revenue plus net profit", 'clauses'],
    ["Alibaba's revenue & net profit", 'clauses'],
    ["Alibaba's revenue as well as net profit", 'clauses'],
    ['阿里巴巴的营收和净利润', 'clauses'],
    ['阿里巴巴的营收以及净利润', 'clauses'],
    ['阿里巴巴的营收？净利润？', 'sentences'],
  ] as const)('gives the second part whom the first names: %s', (question, by) => {
    expect(parts(question, by)).toEqual([
      expect.arrayContaining(['alibaba', 'revenue']),
      expect.arrayContaining(['alibaba', 'net-profit']),
    ]);
  });

  it('leaves a part that names somebody to speak of them alone', () => {
    expect(parts('Alibaba revenue and Tencent profit', 'clauses')).toEqual([
      ['alibaba', 'revenue'],
      ['tencent', 'net-profit'],
    ]);
  });

  it('tells which parts name somebody themselves', () => {
    const named = splitReading(read('Alibaba revenue, net profit'), 'clauses').map(
      ({ namesSomebody }) => namesSomebody,
    );
    expect(named).toEqual([true, false]);
  });

  it('drops parts that say nothing', () => {
    expect(parts('Hello there! How are you? What was the revenue? Thanks.', 'sentences')).toEqual([
      ['revenue'],
    ]);
    expect(parts('hello, thanks. bye', 'sentences')).toEqual([]);
    expect(parts('', 'clauses')).toEqual([]);
  });

  it('takes sentences without a question mark for context beside one that has it', () => {
    const contexts = splitReading(read('Alibaba reported results. How much was revenue?'), 'sentences').map(
      ({ isContext }) => isContext,
    );
    expect(contexts).toEqual([true, false]);
  });

  it('takes nothing for context where no sentence, or every one, has a question mark', () => {
    for (const question of ['Alibaba revenue. Net profit.', 'Alibaba revenue? Net profit?']) {
      const contexts = splitReading(read(question), 'sentences').map(({ isContext }) => isContext);
      expect(contexts).toEqual([false, false]);
    }
  });

  it('keeps a question whole that names one thing', () => {
    expect(splitReading(read("What was Alibaba's revenue?"), 'clauses')).toHaveLength(1);
  });
});

describe('splitting alternatives', () => {
  it('asks about each of two businesses on its own', () => {
    const [one, other, ...more] = alternatives('which grew faster, cloud or instant retail?');
    expect(one).toEqual(expect.arrayContaining(['instant-retail']));
    expect(one).not.toContain('alibaba-cloud');
    expect(other).toEqual(expect.arrayContaining(['alibaba-cloud']));
    expect(other).not.toContain('instant-retail');
    expect(more).toEqual([]);
  });

  it('asks about each of two measures on its own', () => {
    expect(
      alternatives('revenue or net profit, which rose more?').map((keys) => keys.includes('revenue')),
    ).toEqual([false, true]);
  });

  it('does not set a company against its own business', () => {
    expect(alternatives("Alibaba's cloud revenue")).toEqual([]);
  });

  it.each([
    'Tencent or Alibaba?',
    'Alibaba revenue',
    'cloud, instant retail and Ele.me',
    'cloud or Azure, which grew faster?',
    'hello',
  ])('splits nothing unless there are just two that the base holds: %s', (question) => {
    expect(alternatives(question)).toEqual([]);
  });
});

describe('a guess at the end of a question', () => {
  it.each([
    ['What month was the subsidy announced, was it June?', 'What month was the subsidy announced,'],
    ['When did Jack Ma leave the board, 2019?', 'When did Jack Ma leave the board,'],
    ['Who is the CEO - Jack Ma?', 'Who is the CEO -'],
  ])('is taken off: %s', (question, rest) => {
    expect(without(question)).toBe(rest);
  });

  it.each([
    'When did Jack Ma leave the board?',
    'Did Jack Ma leave the board, in 2019?',
    'What was revenue, and net profit?',
    'June?',
    '',
  ])('is not seen where there is none: "%s"', (question) => {
    expect(without(question)).toBeUndefined();
  });
});
