import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readKnowledge, readKnowledgeFiles } from '../../src/knowledge/read-knowledge.ts';
import { knowledgeFolder } from '../../src/package-folder.ts';
import { checkSource, countKnowledge } from '../../src/terminal/check.ts';
import { addInventedArticles, textOf } from '../invented/invented-articles.ts';
import { inKnowledgeCopy, replaceInFile } from '../knowledge/changed-knowledge.ts';

const term = { id: 'one', name: 'One', words: [] };
const empty = {
  companies: [],
  businesses: [],
  people: [],
  places: [],
  measures: [],
  topics: [],
  aspects: [],
  everyday: [],
};

describe('the count of the knowledge', () => {
  it('tells of each article its facts, the paragraphs that they cite, and its computed figures', () => {
    const knowledge = readKnowledge(knowledgeFolder());
    const counted = knowledge.articles.map(
      ({ source, facts, computed }) =>
        `  ${source.id}: ${facts.length} facts from 18 of 18 paragraphs, ${computed.length} computed figures`,
    );
    const [heading, ...lines] = countKnowledge(knowledge).split('\n');
    expect(heading).toBe('The knowledge base is in order.');
    expect(lines.slice(0, -1)).toEqual(counted);
  });

  it('counts a term with its name, its Chinese name and its other words', () => {
    const people = [term, { ...term, id: 'two', chinese: '二', words: ['second', 'the other'] }];
    const knowledge = {
      vocabulary: { ...empty, people, everyday: ['a', 'the'] },
      articles: [],
      version: '',
      wordFrequencies: new Map<string, number>(),
      weights: { 'learnt-from': '', signs: {}, subjects: [], marks: {} },
    };
    expect(countKnowledge(knowledge).split('\n').at(-1)).toBe(
      '  vocabulary: 2 terms with 5 words, 2 everyday words',
    );
  });
});

describe('the check beside a source', () => {
  const path = 'northlight.txt';
  const check = (change: (copy: string) => void, text: string) =>
    inKnowledgeCopy((copy) => {
      addInventedArticles(copy, ['northlight-2025-06']);
      change(copy);
      return checkSource(readKnowledgeFiles(copy), { path, text });
    });

  it('finds the article by its text and tells what was proven', () => {
    const { report, problems } = check(() => undefined, textOf('northlight-2025-06'));
    expect(problems).toEqual([]);
    expect(report).toMatch(
      /^northlight-2025-06 beside its text:\n {2}4 of 4 paragraphs have their fingerprint\n/,
    );
    expect(report).toMatch(/6 of 6 facts proven, which state 9 figures, 6 percentages/);
    expect(report).toMatch(/coverage 100%: facts hold \d+ of the \d+ /);
  });

  it('names file and line of a figure that the text does not give', () => {
    const { report, problems } = check((copy) => {
      const facts = join(copy, 'northlight-2025-06/facts/results.yaml');
      replaceInFile(facts, 'amount: 4.2,', 'amount: 4.3,');
    }, textOf('northlight-2025-06'));
    const file = 'northlight-2025-06/facts/results.yaml';
    const named = 'northlight-revenue-june: the figure';
    expect(problems).toEqual([
      { file, line: 9, message: `${named} "4.3" does not stand in paragraph 1` },
      { file, line: 12, message: `${named} "RMB 4.3 billion" does not stand in paragraph 1` },
      { file, line: 16, message: `${named} "43亿元" does not stand in paragraph 1` },
      {
        file: 'northlight-2025-06/source.yaml',
        line: 10,
        message: 'no fact that cites paragraph 1 holds its figure "4.2 billion yuan"',
      },
    ]);
    expect(report).toMatch(/5 of 6 facts proven/);
    expect(report).toMatch(/coverage 9\d(?:\.\d)?%/);
  });

  it('says so where the text is of no article', () => {
    const { problems } = check(() => undefined, 'Something else.\n\nAnd more.');
    expect(problems).toEqual([
      { file: path, line: 1, message: expect.stringMatching(/no paragraph .+ has a fingerprint/) },
    ]);
  });
});
