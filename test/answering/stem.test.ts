import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { stem, withoutFinalE } from '../../src/answering/stem.ts';

describe('stemming', () => {
  it.each([
    ['invest', 'invests', 'invested', 'investing'],
    ['plan', 'plans', 'planned', 'planning'],
    ['subsidy', 'subsidies'],
    ['company', 'companies'],
    ['revenue', 'revenues'],
    ['launch', 'launches', 'launched', 'launching'],
    ['tax', 'taxes', 'taxed'],
    ['loss', 'losses'],
    ['organisation', 'organization', 'organisations', 'organizations'],
    ['labour', 'labor'],
    ['favour', 'favor', 'favoured', 'favored'],
  ])('makes one word of the forms of "%s"', (word, ...forms) => {
    expect(forms.map(stem)).toEqual(forms.map(() => stem(word)));
  });

  it.each([
    ['subsidise', 'subsidised', 'subsidises', 'subsidising', 'subsidize', 'subsidized', 'subsidizing'],
    ['price', 'prices', 'priced', 'pricing'],
    ['reorganise', 'reorganize', 'reorganised', 'reorganizing'],
  ])('makes one word of the forms of "%s" once its final e is gone', (word, ...forms) => {
    expect(forms.map((form) => withoutFinalE(stem(form)))).toEqual(
      forms.map(() => withoutFinalE(stem(word))),
    );
  });

  it('keeps "plane" apart from "plan"', () => {
    expect(stem('plane')).not.toBe(stem('plan'));
  });

  it.each([
    ['invest', 'investment'],
    ['added', 'ads'],
    ['adding', 'ad'],
    ['profit', 'profitable'],
    ['grow', 'growth'],
    ['deliver', 'delivery'],
    ['market', 'marketplace'],
    ['subsidy', 'subside'],
    ['share', 'shark'],
  ])('keeps "%s" and "%s" apart', (one, other) => {
    expect(stem(one)).not.toBe(stem(other));
  });

  it.each(['boss', 'status', 'analysis', 'plus', 'basis', 'business'])('takes no ending off "%s"', (word) => {
    expect(stem(word)).toBe(word);
  });

  it.each(['our', 'hour', 'four', 'bring', 'string', 'red'])('does not maim the short word "%s"', (word) => {
    expect(stem(word)).toBe(word);
  });

  it.each(['ai', 'jd', '53.2', 'q1', '营收', 'Alibaba', "what's", ''])(
    'leaves "%s" alone: it is short, or not a lower-case English word',
    (word) => {
      expect(stem(word)).toBe(word);
    },
  );

  it('never makes a word longer, never empties one, and never throws', () => {
    const words = fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 20 }),
      fc.stringMatching(/^[a-z]{1,20}$/),
    );
    fc.assert(
      fc.property(words, (word) => {
        expect(stem(word).length).toBeLessThanOrEqual(word.length);
        expect(stem(word) === '').toBe(word === '');
      }),
    );
  });
});
