import Fuse from 'fuse.js';
import type { Token } from '../knowledge/tokenise.ts';
import { isKnownWord, type Lexicon } from './lexicon.ts';

/** Words of the vocabulary by what is left of them when one letter is left out. */
export type SpellingIndex = ReadonlyMap<string, readonly string[]>;

const shortestWord = 5;

/** Words spoken more often than this (in 51 million) can be what was meant by a misspelt word. */
const commonWord = 500;

/** Prepares the words of the vocabulary and common English ones for finding the one that was meant by a misspelt word. */
export function createSpellingIndex(lexicon: Lexicon): SpellingIndex {
  const index = new Map<string, string[]>();
  const common = [...lexicon.frequencies].flatMap(([word, count]) => (count >= commonWord ? [word] : []));
  for (const word of new Set([...lexicon.words, ...common])) {
    if (word.length < shortestWord || !/^[a-z]+$/.test(word)) continue;
    for (const shortened of [word, ...withOneLetterLess(word)]) {
      const words = index.get(shortened);
      if (words) words.push(word);
      else index.set(shortened, [word]);
    }
  }
  return index;
}

/**
 * Replaces words that neither the vocabulary nor English knows by the known word they are one typing error away
 * from (a letter missing, added, wrong, or two swapped), and cuts words that were run together. Others stay.
 */
export function repairSpelling(lexicon: Lexicon, index: SpellingIndex, tokens: readonly Token[]): Token[] {
  return tokens.flatMap((token) => {
    if (token.word.length < shortestWord || !/^[a-z]+$/.test(token.word)) return [token];
    if (isKnownWord(lexicon, token.word)) return [token];
    const single = withoutRepeats(token.word);
    if (isKnownWord(lexicon, single)) return [{ ...token, word: single }];
    const meant = closestWord(lexicon, index, token.word);
    if (meant !== undefined) return [{ ...token, word: meant }];
    return splitJoined(lexicon, token);
  });
}

/** A word of the vocabulary is likelier to be meant than another English word. */
function closestWord(lexicon: Lexicon, index: SpellingIndex, word: string): string | undefined {
  const candidates = [
    ...new Set([word, ...withOneLetterLess(word)].flatMap((shortened) => index.get(shortened) ?? [])),
  ];
  const ofVocabulary = candidates.filter((candidate) => lexicon.words.has(candidate));
  const pool = ofVocabulary.length > 0 ? ofVocabulary : candidates;
  const [best] = new Fuse(pool, { threshold: 0.6, ignoreLocation: true }).search(word);
  return best?.item;
}

function withOneLetterLess(word: string): string[] {
  return Array.from(word, (_, index) => word.slice(0, index) + word.slice(index + 1));
}

/** "sooooo" and "revenuee" drawn out for effect: three or more equal letters are one. */
function withoutRepeats(word: string): string {
  return word.replaceAll(/(.)\1{2,}/g, '$1');
}

function splitJoined(lexicon: Lexicon, token: Token): Token[] {
  for (let cut = token.word.length - 3; cut >= 3; cut -= 1) {
    const [left, right] = [token.word.slice(0, cut), token.word.slice(cut)];
    if (!lexicon.words.has(left) || !lexicon.words.has(right)) continue;
    return [
      { ...token, word: left },
      { ...token, word: right },
    ];
  }
  return [token];
}
