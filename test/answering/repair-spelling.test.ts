import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { indexKnowledge } from '../../src/answering/index-knowledge.ts';
import { isKnownWord } from '../../src/answering/lexicon.ts';
import { repairSpelling } from '../../src/answering/repair-spelling.ts';
import { readKnowledge } from '../../src/knowledge/read-knowledge.ts';
import { tokenise } from '../../src/knowledge/tokenise.ts';
import { knowledgeFolder } from '../../src/package-folder.ts';

const { lexicon, spelling } = indexKnowledge(readKnowledge(knowledgeFolder())).context;

function repair(text: string): string {
  return repairSpelling(lexicon, spelling, tokenise(text))
    .map(({ word }) => word)
    .join(' ');
}

describe('repairing spelling', () => {
  it.each([
    ['a swapped pair of letters', 'reveune', 'revenue'],
    ['a swapped pair of letters', 'alibbaa', 'alibaba'],
    ['a missing letter', 'subsdy', 'subsidy'],
    ['a missing letter', 'quartrly', 'quarterly'],
    ['an added letter', 'revvenue', 'revenue'],
    ['an added letter', 'alibabba', 'alibaba'],
    ['a wrong letter', 'revenie', 'revenue'],
    ['a wrong letter', 'pinduodup', 'pinduoduo'],
  ])('mends %s: %s', (_, typed, meant) => {
    expect(repair(typed)).toBe(meant);
  });

  it('mends the one misspelt word of a sentence and leaves the others', () => {
    expect(repair('what was the reveune of alibaba cloud')).toBe('what was the revenue of alibaba cloud');
  });

  it.each([
    ['revenuuuue', 'revenue'],
    ['alibabaaaaa', 'alibaba'],
  ])('takes letters drawn out for effect for one: %s', (typed, meant) => {
    expect(repair(typed)).toBe(meant);
  });

  it.each([
    ['netprofit', 'net profit'],
    ['cloudrevenue', 'cloud revenue'],
  ])('cuts words of the vocabulary that were run together: %s', (typed, meant) => {
    expect(repair(typed)).toBe(meant);
  });

  it('gives both halves of a cut word the place of the whole', () => {
    const halves = repairSpelling(lexicon, spelling, tokenise('the netprofit'));
    expect(halves.slice(1)).toEqual([
      { word: 'net', start: 4, end: 13 },
      { word: 'profit', start: 4, end: 13 },
    ]);
  });

  it.each(['house', 'weather', 'thought', 'revenge', 'prophet', 'clown', 'marker', 'wonder'])(
    'leaves the English word "%s" alone, however close to a word of the trade',
    (word) => {
      expect(repair(word)).toBe(word);
    },
  );

  it.each(['xqzzyv', 'blorptang', 'qwertzuiop'])('leaves "%s" alone: it is like no known word', (word) => {
    expect(repair(word)).toBe(word);
  });

  it.each(['rvn', 'clud', '24766', 'q1fy26', '营'])(
    'leaves "%s" alone: it is short, or not an English word',
    (word) => {
      expect(repair(word)).toBe(word);
    },
  );

  it('changes no word that the vocabulary itself has', () => {
    const changed = [...lexicon.words].filter((word) => repair(word) !== word);
    expect(changed).toEqual([]);
  });

  it('only ever puts known words in the place of an unknown one', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[a-z]{5,14}$/), (word) => {
        const unknown = repair(word)
          .split(' ')
          .filter((part) => part !== word && !isKnownWord(lexicon, part));
        expect(unknown).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });
});
