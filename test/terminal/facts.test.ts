import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { readKnowledge } from '../../src/knowledge/read-knowledge.ts';
import { knowledgeFolder } from '../../src/package-folder.ts';
import { listFacts } from '../../src/terminal/facts.ts';
import { InputError } from '../../src/terminal/input-error.ts';

const knowledge = readKnowledge(knowledgeFolder());
const facts = knowledge.articles.flatMap((article) => article.facts);

const lineSchema = z.looseObject({
  id: z.string(),
  topic: z.string(),
  title: z.string(),
  statement: z.string(),
  explanation: z.string(),
  claim: z.string(),
  period: z.string().optional(),
  value: z
    .looseObject({ amount: z.number(), unit: z.string(), bound: z.string(), text: z.string() })
    .optional(),
  change: z.looseObject({ amount: z.number(), basis: z.string(), text: z.string() }).optional(),
  from: z.looseObject({ amount: z.number(), unit: z.string(), text: z.string() }).optional(),
  citations: z
    .array(
      z.strictObject({ article: z.string(), paragraph: z.int(), publisher: z.string(), date: z.iso.date() }),
    )
    .min(1),
});

const readLines = (lines: readonly string[]) => lines.map((line) => lineSchema.parse(JSON.parse(line)));

describe('the list of facts', () => {
  it('as JSON has a line for each fact, with all its text and its citations', () => {
    const lines = readLines(listFacts(knowledge, { json: true }));
    expect(lines.map(({ id }) => id)).toEqual(facts.map(({ id }) => id));
    for (const [index, { title, statement, explanation, claim, topic, asked, cites }] of facts.entries()) {
      expect(lines[index]).toMatchObject({ title, statement, explanation, claim, topic, asked });
      expect(lines[index]?.citations.map(({ paragraph }) => paragraph)).toEqual(cites);
    }
  });

  it('as JSON tells figure, unit, bound, change and period, also as they are printed', () => {
    const lines = readLines(listFacts(knowledge, { json: true }));
    expect(lines.find(({ id }) => id === 'revenue')).toMatchObject({
      period: 'fiscal Q1 FY2026 (April to June 2025)',
      value: {
        amount: 247.652,
        scale: 'billion',
        unit: 'CNY',
        bound: 'exactly',
        text: 'RMB 247.652 billion',
      },
      change: { amount: 2, unit: 'percent', basis: 'year over year', text: '2%' },
      citations: [{ article: 'alibaba-2025-06', paragraph: 3, publisher: 'Deep News', date: '2025-09-01' }],
    });
    expect(lines.find(({ id }) => id === 'eleme-market-share')).toMatchObject({
      from: { amount: 13, unit: 'percent', text: '13%' },
      value: { amount: 28, unit: 'percent', text: '28%' },
    });
    expect(lines.find(({ id }) => id === 'ai-spending-plan')).toMatchObject({
      period: 'the next 3 years',
      value: { text: 'more than RMB 380 billion' },
    });
  });

  it('for a reader has each topic once, with its facts under it', () => {
    const text = listFacts(knowledge, {}).join('\n');
    for (const topic of new Set(facts.map((fact) => fact.topic))) {
      expect(text.split('\n').filter((line) => line === topic)).toHaveLength(1);
    }
    for (const { id, title, statement, cites } of facts) {
      expect(text).toContain(`  ${title} [${id}]\n    ${statement} (paragraph ${cites.join(', ')})`);
    }
  });

  it.each(['Results', 'results', ' RESULTS '])('is narrowed to the topic %j', (topic) => {
    const lines = readLines(listFacts(knowledge, { json: true, topic }));
    expect(lines.map(({ id }) => id)).toEqual(
      facts.filter((fact) => fact.topic === 'Results').map(({ id }) => id),
    );
    expect(lines.length).toBeGreaterThan(0);
  });

  it.each(['Resultss', '', ' '])(
    'refuses the topic %j, which no fact has, and names those that there are',
    (topic) => {
      const list = () => listFacts(knowledge, { topic });
      expect(list).toThrow(InputError);
      expect(list).toThrow(new RegExp(`^there is no topic "${topic}"; there are: .*\\bResults\\b.*\\.$`));
      for (const fact of facts) expect(list).toThrow(fact.topic);
    },
  );

  it('is narrowed to what words are found in, the closest first, a typing error included', () => {
    for (const search of ['Feng Qingyang', 'feng qingyan']) {
      expect(readLines(listFacts(knowledge, { json: true, search }))[0]?.id).toBe('jack-ma-code-name');
    }
  });

  it('is narrowed to what Chinese words are found in', () => {
    expect(readLines(listFacts(knowledge, { json: true, search: '风清扬' }))[0]?.id).toBe(
      'jack-ma-code-name',
    );
  });

  it('is narrowed by topic and words together', () => {
    const ids = readLines(listFacts(knowledge, { json: true, topic: 'Results', search: 'revenue' })).map(
      ({ id }) => id,
    );
    expect(ids).toContain('revenue');
    expect(ids).not.toContain('cloud-revenue');
  });

  it('says so when the words are found nowhere, and is empty as JSON', () => {
    expect(listFacts(knowledge, { search: 'xylophone quartz' })).toEqual([
      'No fact is found by these words.',
    ]);
    expect(listFacts(knowledge, { search: 'xylophone quartz', json: true })).toEqual([]);
  });

  it.each(['', '  '])('refuses to look for %j', (search) => {
    expect(() => listFacts(knowledge, { search })).toThrow(
      new InputError('--search needs words to look for.'),
    );
  });
});
