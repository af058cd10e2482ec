import { describe, expect, it } from 'vitest';
import { findTerm, listTerms, suggestTerms } from '../../src/answering/explained-terms.ts';
import { shippedKnowledge } from '../discord/connected-bot.ts';

const knowledge = shippedKnowledge();

describe('a term', () => {
  it('is found by each of its names, in both languages', () => {
    for (const { term } of listTerms(knowledge)) {
      for (const name of [term.id, term.name, term.name.toUpperCase(), term.chinese.name, ...term.words]) {
        expect([name, findTerm(knowledge, name)?.term.id]).toEqual([name, term.id]);
      }
    }
  });

  it.each([
    ['MAU', 'monthly-active-users'],
    ['agi', 'artificial-general-intelligence'],
    ['market cap', 'market-value'],
    ['flywhel', 'flywheel'],
    ['營收', 'revenue'],
    ['what is instant retail?', 'instant-retail'],
  ])('is found by the words of the vocabulary, and misspelt: %s', (typed, id) => {
    expect(findTerm(knowledge, typed)?.term.id).toBe(id);
  });

  it('that is not there is not found', () => {
    expect(findTerm(knowledge, 'qqqqq')).toBeUndefined();
    expect(findTerm(knowledge, '')).toBeUndefined();
  });

  it('matters to a finding of the base', () => {
    for (const { term, finding } of listTerms(knowledge)) expect(finding.id).toBe(term.fact);
  });
});

describe('the suggestions of terms', () => {
  it('are all terms on empty input, and those that are alike while one types', () => {
    expect(suggestTerms(knowledge, '').map(({ term }) => term.id)).toEqual(
      listTerms(knowledge).map(({ term }) => term.id),
    );
    expect(suggestTerms(knowledge, 'year').map(({ term }) => term.id)).toContain('year-over-year');
    expect(suggestTerms(knowledge, '百分').map(({ term }) => term.id)).toEqual(['percentage-point']);
  });
});
