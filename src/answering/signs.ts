import { stem } from './stem.ts';
import type { Finding } from './finding.ts';
import type { IndexedKnowledge } from './index-knowledge.ts';
import type { Match } from './match-finding.ts';
import type { Objection } from './objections.ts';
import type { Item, Reading } from './read-question.ts';

/** Amounts are capped, so that long questions weigh no more than short ones. */
const most = 3;

const objects =
  (kind: Objection['kind'] | Item['kind']) =>
  ({ objections }: Match) =>
    Number(objections.some((objection) => kind === kindOf(objection)));

/**
 * What speaks for a finding or against it, whatever it is about. Each has one learnt weight, shared by all findings, so
 * they hold for facts that nobody has written example questions for.
 */
const signs = {
  explained: ({ explained }: Match) => Math.min(explained, most),
  unexplained: ({ unexplained }: Match) => Math.min(unexplained, most),
  score: ({ score }: Match) => Math.max(-most, Math.min(score, most)),
  complete: ({ isComplete }: Match) => Number(isComplete),
  'nothing against it': (match: Match) => Number(isFree(match)),
  'explained where nothing is against it': (match: Match) =>
    isFree(match) ? match.explained / (match.explained + match.unexplained || 1) : 0,
  'missing keys': ({ missing }: Match) => Math.min(missing, most),
  'no key': ({ signature }: Match) => Number(signature.size === 0),
  'goes without saying whom': ({ elided }: Match) => Number(elided),
  'other company': objects('company'),
  'other business': objects('business'),
  'other person': objects('person'),
  'other place': objects('place'),
  'other measure': objects('measure'),
  'other topic': objects('topic'),
  'other aspect': objects('aspect'),
  'what a fact must tell': ({ objections }: Match) =>
    Number(objections.some(({ kind, ...what }) => kind === 'aspect' && 'item' in what && what.item.hard)),
  'other time': objects('period'),
  'other word': objects('word'),
  'unknown word': objects('unknown word'),
} as const satisfies Record<string, (match: Match) => number>;

export const signNames = Object.keys(signs);
const signReaders = Object.values(signs);

/** The signs of a match, in the order of `signNames`. */
export function signsOf(match: Match): Float64Array {
  return Float64Array.from(signReaders, (read) => read(match));
}

function isFree({ isComplete, objections }: Match): boolean {
  return isComplete && objections.length === 0;
}

function kindOf(objection: Objection): Objection['kind'] | Item['kind'] {
  return objection.kind === 'item' ? objection.item.kind : objection.kind;
}

/**
 * What a question says, as the marks that example questions are compared by: its words, its items, and which of them
 * stand together.
 */
export function marksOf({ held }: IndexedKnowledge, reading: Reading): string[] {
  const stems = reading.words.map(({ word }) => (/^\d/.test(word) ? '#' : stem(word)));
  const keys = [...new Set(reading.items.map(({ key }) => key))].toSorted();
  return [
    ...new Set([
      'any question',
      ...stems.map((word) => `word ${word}`),
      ...stems.slice(1).map((word, index) => `words ${stems[index]} ${word}`),
      ...keys.map((key) => `item ${key}`),
      ...keys.flatMap((key, index) => keys.slice(index + 1).map((other) => `items ${key} ${other}`)),
      ...reading.items.flatMap(({ key, kind }) =>
        held.has(key) || kind === 'aspect' || kind === 'word' ? [] : [`not held ${kind}`],
      ),
      ...reading.numbers.map(({ unit }) => `number ${unit}`),
    ]),
  ];
}

/**
 * What example questions of a finding are learnt for: a figure of a company is asked for in the same words in every
 * quarter, so the next quarter's fact has this quarter's examples.
 */
export function learntAs({ id, about, measure, narrowedBy, computed }: Finding): string {
  return measure === undefined || computed ? id : [about, measure, ...narrowedBy].join(' ');
}
