import type { Knowledge, TermKind } from '../knowledge/knowledge.ts';
import type { Aspect, Term } from '../knowledge/schema.ts';
import { phraseKey, type Token } from '../knowledge/tokenise.ts';
import { stem, withoutFinalE } from './stem.ts';

/** A vocabulary term with the kind that its file gives it. */
type LexiconTerm = {
  readonly id: string;
  readonly name: string;
  readonly chinese?: string | undefined;
  readonly kind: TermKind;
  readonly hard?: boolean | undefined;
  readonly implies?: string | undefined;
};

/** All words of the vocabulary, prepared for looking up phrases in a text. */
export type Lexicon = {
  readonly terms: ReadonlyMap<string, LexiconTerm>;
  /** Phrase to term, as written and with each word stemmed. Everyday phrases map to "everyday". */
  readonly phrases: ReadonlyMap<string, LexiconTerm | 'everyday'>;
  /** Names with an s ("taobaos"). They are not stemmed otherwise: "the stated" is not the States. */
  readonly plurals: ReadonlyMap<string, LexiconTerm | 'everyday'>;
  readonly stemmedPhrases: ReadonlyMap<string, LexiconTerm | 'everyday'>;
  /** The number of words of the longest phrase that begins with a word, written or stemmed. */
  readonly longestFrom: ReadonlyMap<string, number>;
  /** Every single word that occurs in a phrase. */
  readonly words: ReadonlySet<string>;
  readonly frequencies: ReadonlyMap<string, number>;
};

/** Whether a term of this kind names somebody or something that facts are about. */
export function isName(kind: TermKind | 'period' | 'word' | 'unknown word'): boolean {
  return kind === 'company' || kind === 'business' || kind === 'person' || kind === 'place';
}

/** Prepares the vocabulary of a knowledge base for reading questions. */
export function createLexicon({ vocabulary, wordFrequencies }: Knowledge): Lexicon {
  const terms = new Map<string, LexiconTerm>();
  const phrases = new Map<string, LexiconTerm | 'everyday'>();
  const stemmedPhrases = new Map<string, LexiconTerm | 'everyday'>();
  const plurals = new Map<string, LexiconTerm | 'everyday'>();
  const longestFrom = new Map<string, number>();
  const words = new Set<string>();

  const addPhrase = (phrase: string, meaning: LexiconTerm | 'everyday') => {
    const key = phraseKey(phrase);
    const parts = key.split(' ');
    phrases.set(key, meaning);
    const isNamed = meaning !== 'everyday' && isName(meaning.kind);
    const stems = parts.map(stemWord);
    const variants = isNamed
      ? [[...parts.slice(0, -1), `${parts.at(-1)}s`]]
      : [stems, stems.map(withoutFinalE)];
    for (const variant of variants) {
      const target = isNamed ? plurals : stemmedPhrases;
      if (!target.has(variant.join(' '))) target.set(variant.join(' '), meaning);
    }
    for (const [start] of [parts, ...variants]) {
      if (start !== undefined) longestFrom.set(start, Math.max(longestFrom.get(start) ?? 0, parts.length));
    }
    for (const part of parts) words.add(part);
  };

  const addTerms = (entries: readonly (Term & Partial<Aspect>)[], kind: TermKind) => {
    for (const { id, name, chinese, words: synonyms, hard, implies } of entries) {
      const term = { id, name, chinese, kind, hard, implies };
      terms.set(id, term);
      for (const phrase of [name, ...(chinese === undefined ? [] : [chinese]), ...synonyms])
        addPhrase(phrase, term);
    }
  };
  addTerms(vocabulary.companies, 'company');
  addTerms(vocabulary.businesses, 'business');
  addTerms(vocabulary.people, 'person');
  addTerms(vocabulary.places, 'place');
  addTerms(vocabulary.measures, 'measure');
  addTerms(vocabulary.topics, 'topic');
  addTerms(vocabulary.aspects, 'aspect');
  for (const phrase of vocabulary.everyday) addPhrase(phrase, 'everyday');

  return { terms, phrases, plurals, stemmedPhrases, longestFrom, words, frequencies: wordFrequencies };
}

/** Words in -ing that are things of their own: without this, "the marketing" would be "the market". */
const gerunds = new Set([
  'marketing',
  'advertising',
  'earnings',
  'holding',
  'opening',
  'closing',
  'banking',
  'listing',
  'shopping',
]);

function stemWord(word: string): string {
  return gerunds.has(word) ? word : stem(word);
}

/** A phrase of the vocabulary found in a text, from one token to another (`to` not included). */
export type Spotted = {
  readonly meaning: LexiconTerm | 'everyday';
  readonly from: number;
  readonly to: number;
};

/**
 * Finds the longest phrase of the vocabulary that begins at a token, before another one. A phrase as written beats a
 * stemmed one, and a longer one that begins within it beats it, unless
 * it is a name: "what year over year rate" does not ask for a year.
 */
export function spotPhrase(lexicon: Lexicon, tokens: readonly Token[], from: number): Spotted | undefined {
  const spotted = spotLongest(lexicon, tokens, { from, before: tokens.length });
  if (spotted === undefined || (spotted.meaning !== 'everyday' && isName(spotted.meaning.kind)))
    return spotted;
  for (let later = from + 1; later < spotted.to; later += 1) {
    const other = spotLongest(lexicon, tokens, { from: later, before: tokens.length });
    if (other && other.to - later > spotted.to - from)
      return spotLongest(lexicon, tokens, { from, before: later });
  }
  return spotted;
}

type Stretch = { readonly from: number; readonly before: number };

function spotLongest(
  lexicon: Lexicon,
  tokens: readonly Token[],
  { from, before }: Stretch,
): Spotted | undefined {
  const first = tokens[from]?.word;
  if (first === undefined) return undefined;
  const longest = Math.max(
    lexicon.longestFrom.get(first) ?? 0,
    lexicon.longestFrom.get(stemWord(first)) ?? 0,
  );
  for (let length = Math.min(longest, before - from); length > 0; length -= 1) {
    const words = tokens.slice(from, from + length).map((token) => token.word);
    const written = words.join(' ');
    const meaning =
      lexicon.phrases.get(written) ??
      lexicon.plurals.get(written) ??
      lexicon.stemmedPhrases.get(words.map(stemWord).join(' '));
    if (meaning) return { meaning, from, to: from + length };
  }
  return undefined;
}

/** Whether a word is known: to the vocabulary, as an inflected form of one of its words, or to English at large. */
export function isKnownWord(lexicon: Lexicon, word: string): boolean {
  return lexicon.words.has(word) || lexicon.longestFrom.has(stemWord(word)) || lexicon.frequencies.has(word);
}

const hanRarity = 0.35;

/**
 * How much a phrase tells, from 0 (a word that stands in every sentence) to 1 (a name or a word of the trade), by how
 * rarely its words are spoken.
 */
export function rarityOf(lexicon: Lexicon, words: readonly string[]): number {
  let sum = 0;
  for (const word of words) {
    // A Chinese character carries about a third of what a word does.
    if (/\p{Script=Han}/u.test(word)) sum += hanRarity;
    else sum += Math.max(0, 1 - Math.log10((lexicon.frequencies.get(word) ?? 0) + 1) / 6);
  }
  return Math.min(1, sum);
}
