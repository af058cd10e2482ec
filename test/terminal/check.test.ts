import { describe, expect, it } from 'vitest';
import { readKnowledge } from '../../src/knowledge/read-knowledge.ts';
import { knowledgeFolder } from '../../src/package-folder.ts';
import { countKnowledge } from '../../src/terminal/check.ts';

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
      weights: { signs: {}, subjects: [], marks: {} },
    };
    expect(countKnowledge(knowledge).split('\n').at(-1)).toBe(
      '  vocabulary: 2 terms with 5 words, 2 everyday words',
    );
  });
});
