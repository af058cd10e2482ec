import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { join } from 'node:path';
import { parse } from 'yaml';
import { indexKnowledge } from '../../src/answering/index-knowledge.ts';
import { gapsOfFact, gatherEvidence, proveArticle } from '../../src/curating/prove-article.ts';
import { withFigures } from '../../src/knowledge/fill-figures.ts';
import { findProblems } from '../../src/knowledge/find-problems.ts';
import type { Article } from '../../src/knowledge/knowledge.ts';
import { factFileSchema } from '../../src/knowledge/schema.ts';
import { knowledgeFolder } from '../../src/package-folder.ts';
import {
  addInventedArticles,
  inventedArticles,
  inventedFolder,
  textOf,
} from '../invented/invented-articles.ts';
import { readChangedKnowledge } from '../knowledge/changed-knowledge.ts';

const knowledge = indexKnowledge(readChangedKnowledge((copy) => addInventedArticles(copy, inventedArticles)));
const articleFile = new URL('../../../shared/article.txt', import.meta.url);
const texts = new Map<string, { readonly folder: string; readonly text: string }>([
  ...inventedArticles.map((id) => [id, { folder: inventedFolder(), text: textOf(id) }] as const),
  ...(existsSync(articleFile)
    ? [['alibaba-2025-06', { folder: knowledgeFolder(), text: readFileSync(articleFile, 'utf8') }] as const]
    : []),
]);

function articleOf(id: string): Article {
  const article = knowledge.articles.find(({ source }) => source.id === id);
  if (!article) throw new Error(`There is no article ${id}`);
  return article;
}

// The article of June 2025 is proven where ../shared/article.txt is there.
describe.each([...texts])('the article %s', (id, { folder, text }) => {
  const article = articleOf(id);

  it('bears out every fact, and facts hold all that it prints', () => {
    const { gaps, fingerprints, facts, printed, held } = proveArticle(knowledge, article, text);
    expect(gaps).toEqual([]);
    expect(fingerprints).toBe(article.source.paragraphs.length);
    expect(facts).toBe(article.facts.length);
    expect(printed).toBeGreaterThan(0);
    expect(held).toBe(printed);
  });

  it('bears out no fact in which one digit was changed, whichever digit of whichever value', () => {
    const evidence = gatherEvidence(knowledge, article, text);
    const changed = readFacts(join(folder, id, 'facts')).flatMap(changedDigits);
    expect(changed.length).toBeGreaterThan(article.facts.length * 40);
    expect(changed.filter((fact) => !isCaught(fact))).toEqual([]);

    /** By the schema, by the checks of the base, by the proof of the fact, or by the proof of the article. */
    function isCaught(fact: unknown): boolean {
      const file = factFileSchema.safeParse({ topic: 'Any', facts: [fact] }).data;
      const entry = file?.facts[0];
      if (!file || !entry) return true;
      const place = { file: 'any.yaml', lineOf: () => 1 };
      const source = { content: article.source, place };
      const facts = [{ content: file, place }];
      const shown = withFigures(entry, new Map(article.facts.map((other) => [other.id, other])));
      return (
        findProblems(undefined, [
          {
            source,
            facts,
            factsAreComplete: false,
            entriesAreComplete: false,
            computed: undefined,
            terms: undefined,
          },
        ]).length > 0 ||
        gapsOfFact(shown, evidence).length > 0 ||
        proveArticle(knowledge, withFact(article, { ...shown, topic: 'Any' }), text).gaps.length > 0
      );
    }
  });

  it('is not of another day, month or year than its source says', () => {
    const [year = '', month = '', day = ''] = article.source.date.split('-');
    const others = [`2024-${month}-${day}`, `${year}-10-${day}`, `${year}-${month}-02`];
    const gapsOn = (date: string) =>
      proveArticle(knowledge, { ...article, source: { ...article.source, date } }, text).gaps;
    expect(others.filter((date) => gapsOn(date).length === 0)).toEqual([]);
  });
});

describe('the proof of an article', () => {
  const article = articleOf('northlight-2025-09');
  const text = textOf('northlight-2025-09');
  const gapsIn = (changed: Article, printed = text) =>
    proveArticle(knowledge, changed, printed).gaps.map(({ fact, message }) => `${fact}: ${message}`);
  const changedFact = (id: string, change: object) => {
    const fact = article.facts.find((entry) => entry.id === id);
    if (!fact) throw new Error(`There is no fact ${id}`);
    return withFact(article, { ...fact, ...change });
  };

  it('misses a paragraph in which one letter is another', () => {
    const gaps = gapsIn(article, text.replace('took in', 'look in'));
    expect(gaps).toContain('undefined: the text has no paragraph with the fingerprint of paragraph 1');
    expect(gaps).toContain('northlight-revenue-september: the figure "4.83" does not stand in paragraph 1');
  });

  it('takes a figure for the same in another scale, and not in another unit or with another bound', () => {
    const value = { amount: 4.83, scale: 'billion', unit: 'CNY', bound: 'exactly' } as const;
    const gapsWith = (change: object) =>
      gapsIn(changedFact('northlight-revenue-september', { value: { ...value, ...change } }));
    expect(gapsWith({ amount: 4830, scale: 'million' })).toEqual([]);
    for (const wrong of [{ unit: 'USD' }, { bound: 'more than' }, { scale: 'million' }])
      expect(gapsWith(wrong)).toEqual([
        'northlight-revenue-september: the figure "4.83" does not stand in paragraph 1',
      ]);
  });

  it('needs the two ends of a move to be those of one move', () => {
    const statement = 'Its market share rose from 17% to 19%.';
    expect(gapsIn(changedFact('northlight-market-share', { statement }))).not.toContain(
      expect.stringContaining('to'),
    );
    const swapped = { statement: 'Its market share rose from 19% to 17%.' };
    expect(gapsIn(changedFact('northlight-market-share', swapped))).toContain(
      'northlight-market-share: the percentage "19% to 17%" does not stand in paragraph 2',
    );
  });

  it('lets a figure that is printed once be stated once in a sentence', () => {
    const statement = "Northlight's revenue was RMB 4.83 billion, up 15%, and its net profit rose 15%.";
    expect(gapsIn(changedFact('northlight-revenue-september', { statement }))).toEqual([
      'northlight-revenue-september: the percentage "15%" does not stand in paragraph 1',
    ]);
  });

  it('misses a name that the paragraph does not have, and a word with a capital', () => {
    const explanation = 'So say Ada Lindqvist and Jack Ma of the Harbour Bank.';
    expect(gapsIn(changedFact('northlight-market-share', { explanation }))).toEqual([
      'northlight-market-share: the name "Jack Ma" does not stand in paragraph 2',
      'northlight-market-share: the name "Harbour" does not stand in paragraph 2',
      'northlight-market-share: the name "Bank" does not stand in paragraph 2',
    ]);
  });

  it('gives no figure of a move to anything else', () => {
    const value = { amount: 17, unit: 'percent', bound: 'exactly' } as const;
    const chinese = { title: '份额', statement: '是17%。', explanation: '无。' };
    const changed = changedFact('northlight-market-share', {
      from: undefined,
      value,
      statement: 'It was 17%.',
      chinese,
    });
    expect(gapsIn(changed)).toContain(
      'northlight-market-share: the percentage "17" does not stand in paragraph 2',
    );
  });

  it('needs the Chinese texts to give the same dates and numbers as the English ones', () => {
    const chinese = { title: '北光机器人', statement: '营收增长。', explanation: '2025年6月。' };
    expect(gapsIn(changedFact('northlight-revenue-september', { chinese }))).toContain(
      'northlight-revenue-september: the English text does not give the date "2025年6月"',
    );
  });

  it('asks a statement with a date to name the period of its fact', () => {
    const gaps = gapsIn(
      changedFact('northlight-september-heading', {
        period: { kind: 'dates', from: '2025-07-01', to: '2025-09-30' },
      }),
    );
    expect(gaps).toContain(
      'northlight-september-heading: the statement names another time than 2025-07-01 to 2025-09-30',
    );
  });

  it('lists what the text prints and no fact that cites the paragraph holds', () => {
    const facts = article.facts.filter(({ id }) => id !== 'northlight-net-profit-september');
    expect(gapsIn({ ...article, facts })).toEqual([
      'undefined: no fact that cites paragraph 1 holds its figure "702 million yuan"',
      'undefined: no fact that cites paragraph 1 holds its percentage "21%"',
    ]);
  });

  it('lets an exception pass for just what it names, and not one that nothing needs', () => {
    const facts = article.facts.filter(({ id }) => id !== 'northlight-net-profit-september');
    const exception = { paragraph: 1, text: '21%', reason: 'for this test' };
    const except = (...exceptions: Article['source']['exceptions']) => ({
      ...article,
      facts,
      source: { ...article.source, exceptions },
    });
    expect(gapsIn(except(exception))).toEqual([
      'undefined: no fact that cites paragraph 1 holds its figure "702 million yuan"',
    ]);
    expect(gapsIn(except({ ...exception, paragraph: 2 }))).toContain(
      'undefined: nothing needs the exception "21%" any more',
    );
  });
});

function withFact(article: Article, fact: Article['facts'][number]): Article {
  return { ...article, facts: article.facts.map((entry) => (entry.id === fact.id ? fact : entry)) };
}

function readFacts(folder: string): unknown[] {
  return readdirSync(folder).flatMap((file) => {
    const content: { readonly facts: unknown[] } = parse(readFileSync(join(folder, file), 'utf8'));
    return content.facts;
  });
}

/** Every copy of a value in which one digit of one number or text in it is another one. */
function changedDigits(value: unknown): unknown[] {
  if (typeof value === 'number') return changedDigits(String(value)).map(Number);
  if (typeof value === 'string') {
    return [...value.matchAll(/\d/g)].flatMap(({ 0: digit, index }) =>
      Array.from('0123456789')
        .filter((other) => other !== digit)
        .map((other) => value.slice(0, index) + other + value.slice(index + 1)),
    );
  }
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, entry]) =>
    changedDigits(entry).map((changed) =>
      Array.isArray(value) ? value.with(Number(key), changed) : { ...value, [key]: changed },
    ),
  );
}
