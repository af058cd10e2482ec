import type { IndexedFinding, IndexedKnowledge } from './index-knowledge.ts';
import { isName } from './lexicon.ts';
import { rangesMeet, type NumberMention } from './read-numbers.ts';
import type { Item, Reading } from './read-question.ts';

/** Names and measures count as much as rare words, however often they are spoken. */
const leastTermWeight = 0.7;
/** A number stands for a thing less surely than its name does. */
const impliedWeight = 0.35;

/** A question prepared for being held against many findings. */
export type WeighedReading = Reading & {
  readonly weights: ReadonlyMap<string, number>;
  readonly uniqueItems: readonly Item[];
  readonly namesSomebody: boolean;
};

/**
 * Weighs the items of a reading. A number that only one thing in the base has stands for that thing: "the 50 billion"
 * means the subsidy, so the question may leave out the word.
 */
export function weighReading(knowledge: IndexedKnowledge, reading: Reading): WeighedReading {
  const weights = new Map<string, number>();
  const uniqueItems = new Map<string, Item>();
  for (const item of reading.items) {
    // Two words for one thing make it surer: "did they beat what was expected".
    weights.set(item.key, 1 - (1 - (weights.get(item.key) ?? 0)) * (1 - weightOf(item)));
    if (!uniqueItems.has(item.key)) uniqueItems.set(item.key, item);
  }
  for (const number of reading.numbers) {
    for (const key of keysMeantBy(knowledge, number)) if (!weights.has(key)) weights.set(key, impliedWeight);
  }
  return {
    ...reading,
    weights,
    uniqueItems: [...uniqueItems.values()],
    namesSomebody: reading.items.some(({ kind }) => isName(kind)),
  };
}

/** What the findings that state a number have in common: whom they are about, the measure, what narrows it. */
function keysMeantBy({ findings }: IndexedKnowledge, number: NumberMention): string[] {
  const holders = findings.filter(
    (finding) => finding.measure !== undefined && !finding.computed && states(finding, number),
  );
  const cores = holders.map(({ about, measure, narrowedBy }) => [
    about,
    ...(measure === undefined ? [] : [measure]),
    ...narrowedBy,
  ]);
  return (cores[0] ?? []).filter((key) => cores.every((core) => core.includes(key)));
}

/** How much an item tells: from 0 to 1. */
export function weightOf({ kind, rarity }: Item): number {
  if (isName(kind) || kind === 'measure') return Math.max(leastTermWeight, rarity);
  return kind === 'aspect' ? rarity * 0.5 : rarity;
}

/** Whether a finding states a number, however it was rounded. */
export function states({ figures }: IndexedFinding, number: NumberMention): boolean {
  return figures.some(({ range, unit }) => unit === number.unit && rangesMeet(range, number.range));
}
