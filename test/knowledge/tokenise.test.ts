import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { phraseKey, tokenise } from '../../src/knowledge/tokenise.ts';

/** Any text, among it what is dense in word boundaries. */
const texts = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.string({
    unit: fc.constantFrom('a', 'B', 's', '7', "'", '’', '云', '收', ' ', '%', '$', '&', '.', 'é', '\n'),
  }),
);

const words = fc.array(fc.stringMatching(/^(?:[a-z0-9]{1,8}|[云收入阿里]|[%$&])$/), {
  minLength: 1,
  maxLength: 8,
});

const wordsOf = (text: string) => tokenise(text).map(({ word }) => word);

describe('the words of a text', () => {
  it.each([
    ["What was Alibaba's revenue?", ['what', 'was', 'alibaba', 'revenue']],
    ['Alibaba’s AI收入占比', ['alibaba', 'ai', '收', '入', '占', '比']],
    ["don't", ['dont']],
    ["the investors' view", ['the', 'investors', 'view']],
    ['P/E', ['p', 'e']],
    ['R&D up 12.5%', ['r', '&', 'd', 'up', '12', '5', '%']],
    ['US$2', ['us', '$', '2']],
    ['e-commerce', ['e', 'commerce']],
    ['Ele.me', ['ele', 'me']],
    ['  ', []],
    ["?!… '’", []],
  ])('%j are %j', (text, expected) => {
    expect(wordsOf(text)).toEqual(expected);
  });

  it('lie at their places, in order, without overlapping', () => {
    fc.assert(
      fc.property(texts, (text) => {
        let end = 0;
        for (const token of tokenise(text)) {
          const written = text.slice(token.start, token.end).toLowerCase().replaceAll(/['’]/g, '');
          expect([token.word, `${token.word}s`]).toContain(written);
          expect(token.start).toBeGreaterThanOrEqual(end);
          expect(token.end).toBeGreaterThan(token.start);
          end = token.end;
        }
        expect(end).toBeLessThanOrEqual(text.length);
      }),
      { numRuns: 1_000 },
    );
  });

  it('hold every letter and digit of the text, except for a possessive ending', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const left = tokenise(text).reduceRight(
          (rest, { start, end }) => `${rest.slice(0, start)} ${rest.slice(end)}`,
          text,
        );
        expect(left.replaceAll(/['’]s/gi, '')).not.toMatch(/[\p{L}\p{N}%$&]/u);
      }),
      { numRuns: 1_000 },
    );
  });

  it('are one character each in Chinese, wherever Latin letters stand beside it', () => {
    fc.assert(
      fc.property(texts, (text) => {
        for (const word of wordsOf(text)) expect(word).toMatch(/^(?:\p{Script=Han}|\P{Script=Han}+)$/u);
      }),
    );
  });
});

describe('the key of a phrase', () => {
  it('ignores capitals, punctuation and space', () => {
    const separators = fc.stringMatching(/^[ ,.;:!?()/_-]{1,4}$/);
    const written = words.chain((list) =>
      fc
        .tuple(...list.map((word) => fc.tuple(fc.mixedCase(fc.constant(word)), separators)))
        .map((parts) => ({ list, text: parts.map(([word, separator]) => word + separator).join('') })),
    );
    fc.assert(
      fc.property(written, ({ list, text }) => {
        expect(phraseKey(text)).toBe(list.join(' '));
      }),
    );
  });

  it.each([
    ['P/E', 'p e'],
    ["Alibaba's revenue", 'alibaba revenue'],
    ['AI收入', 'ai 收 入'],
  ])('is the same for %j and %j', (one, other) => {
    expect(phraseKey(one)).toBe(phraseKey(other));
  });

  it('differs where a word, a sign or the order differs', () => {
    const keys = ['growth', 'growth %', '% growth', 'growth $', 'grow th', 'growths'].map(phraseKey);
    expect(new Set(keys).size).toBe(keys.length);
  });

  it('is its own key', () => {
    fc.assert(
      fc.property(words, (list) => {
        const key = phraseKey(list.join('/'));
        expect(phraseKey(key)).toBe(key);
      }),
    );
  });
});
