import { containsPeriod, periodKey } from '../knowledge/period.ts';
import type { IndexedFinding, IndexedKnowledge, Signature } from './index-knowledge.ts';
import { rangesMeet, type NumberMention, type NumberUnit } from './read-numbers.ts';
import type { PeriodMention } from './read-periods.ts';
import { isGrowthBasis, type Item, type Reading } from './read-question.ts';

/** How well a finding fits a question. */
export type Match = {
  readonly finding: IndexedFinding;
  /** Nothing that makes the finding mean what it means is missing from the question. */
  readonly isComplete: boolean;
  /** How many keys of the best signature the question does not have. */
  readonly missing: number;
  /** What the question asks for that the finding does not tell. Any one of them rules the finding out. */
  readonly objections: readonly Objection[];
  /** The keys of the signature that fits best, as far as the question has them. */
  readonly signature: ReadonlySet<string>;
  /** The weight of what the finding explains, and the cost of what it leaves unexplained. */
  readonly explained: number;
  readonly unexplained: number;
  readonly score: number;
};

/** Why a finding cannot be the answer, in the words of the question. */
type Objection = {
  readonly kind: 'name' | 'measure' | 'topic' | 'period' | 'aspect' | 'unknown word';
  readonly text: string;
};

/** How much a thing speaks for a finding that explains it without its being needed to mean the finding. */
const extraWeight = 0.35;
/** Names and measures count as much as rare words, however often they are spoken. */
const leastTermWeight = 0.7;
const numberWeight = 0.8;
/** What a thing costs that the finding leaves unexplained, as a share of its weight. */
const unexplainedCost = { topic: 1, aspect: 0.1, word: 0.35 } as const;
/** Where a finding is meant by nothing but a name, every other word counts. */
const nameOnlyFactor = 6;
/** Commoner words before a measure only colour it: "good revenue". */
const leastModifierRarity = 0.4;
const wrongNumberCost = 0.3;
const wrongDateCost = 0.3;
/** A finding that tells more than was asked fits less well than one that tells just that. */
const unaskedCost = 0.08;
const mostUnaskedCost = 0.32;
const elisionCost = 0.2;
/** "AI helps the shops" is not "the shops help AI": words in the order of a known way of asking speak for it. */
const orderBonus = 0.12;

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
    for (const key of keysMeantBy(knowledge, number)) if (!weights.has(key)) weights.set(key, extraWeight);
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

/** Holds a reading against one finding. */
export function matchFinding(
  knowledge: IndexedKnowledge,
  reading: WeighedReading,
  finding: IndexedFinding,
): Match {
  const { weights } = reading;
  const { keys, isComplete, missing, elided, inOrder } = bestSignature(finding.signatures, reading);
  const signature = new Set(keys);
  const objections = [...aspectObjections(reading, finding, signature)];
  let explained = keys.reduce((sum, key) => sum + (weights.get(key) ?? 0), 0);
  let unexplained = 0;
  const costFactor = keys.every((key) => isNameKey(knowledge, key)) ? nameOnlyFactor : 1;
  for (const item of reading.uniqueItems) {
    if (signature.has(item.key) || item.kind === 'period') continue;
    if (finding.speaksOf.has(item.key)) {
      explained += extraWeight * weightOf(item);
      continue;
    }
    const objection = objectionTo(knowledge, item) ?? modifierObjection(item, reading, finding);
    if (objection) objections.push(objection);
    else unexplained += costFactor * costOf(item);
  }
  for (const number of reading.numbers) {
    if (states(finding, number)) explained += numberWeight;
    else unexplained += wrongNumberCost;
  }
  for (const mention of reading.periods) {
    if (isHeldPeriod(mention, finding, knowledge) && !asksForLevelBefore(mention, reading, finding)) continue;
    if (reading.isCheck && isDatedEvent(finding)) unexplained += wrongDateCost;
    else objections.push({ kind: 'period', text: reading.text.slice(mention.start, mention.end) });
  }
  const unasked = finding.states.filter((key) => !weights.has(key)).length * unaskedCost;
  return {
    finding,
    isComplete,
    missing,
    objections,
    signature,
    explained,
    unexplained,
    score:
      explained -
      unexplained -
      Math.min(unasked, mostUnaskedCost) -
      (elided ? elisionCost : 0) +
      (inOrder ? orderBonus : 0),
  };
}

/** Whether an item names somebody or something that facts are about. */
export function isName(kind: Item['kind']): boolean {
  return kind === 'company' || kind === 'business' || kind === 'person' || kind === 'place';
}

function isNameKey({ context }: IndexedKnowledge, key: string): boolean {
  const kind = context.lexicon.terms.get(key)?.kind;
  return kind !== undefined && isName(kind);
}

function weightOf({ kind, rarity }: Item): number {
  if (isName(kind) || kind === 'measure') return Math.max(leastTermWeight, rarity);
  return kind === 'aspect' ? rarity * 0.5 : rarity;
}

function costOf({ kind, rarity }: Item): number {
  if (kind === 'topic') return unexplainedCost.topic * rarity;
  return (kind === 'aspect' ? unexplainedCost.aspect : unexplainedCost.word) * rarity;
}

function objectionTo({ held }: IndexedKnowledge, { kind, key, text }: Item): Objection | undefined {
  if (isName(kind)) return { kind: 'name', text };
  if (kind === 'measure' || kind === 'unknown word') return { kind, text };
  // A topic that no finding speaks of is in the vocabulary for the sake of refusing it.
  if (kind === 'topic' && !held.has(key)) return { kind, text };
  return undefined;
}

/** "Ticket revenue" and "revenue from tickets" are other figures than revenue. */
function modifierObjection(
  item: Item,
  { text, items }: Reading,
  { measure }: IndexedFinding,
): Objection | undefined {
  if (measure === undefined || item.rarity < leastModifierRarity) return undefined;
  if (item.kind !== 'topic' && item.kind !== 'word') return undefined;
  const modifies = items.some(
    ({ key, start, end }) =>
      key === measure &&
      (/^\s+$/.test(text.slice(item.end, start)) ||
        /^\s+(?:from|of|in|for|per|by|on)\s+(?:the\s+)?$/.test(text.slice(end, item.start))),
  );
  return modifies ? { kind: 'topic', text: item.text } : undefined;
}

type BestSignature = Pick<Match, 'isComplete' | 'missing'> & {
  readonly keys: readonly string[];
  readonly elided: boolean;
  readonly inOrder: boolean;
};

function bestSignature(signatures: readonly Signature[], reading: WeighedReading): BestSignature {
  const { weights, namesSomebody } = reading;
  let best: BestSignature = { keys: [], isComplete: false, missing: 0, elided: false, inOrder: false };
  let bestWeight = -Infinity;
  for (const { keys, elided } of signatures) {
    if (elided && namesSomebody) continue;
    const present = keys.filter((key) => weights.has(key));
    const isComplete = present.length === keys.length;
    const inOrder = keys.length > 1 && isComplete && isInOrder(keys, reading);
    const weight =
      present.reduce((sum, key) => sum + (weights.get(key) ?? 0), 0) -
      (keys.length - present.length) +
      (inOrder ? orderBonus : 0);
    if (isComplete === best.isComplete ? weight > bestWeight : isComplete) {
      best = { keys: present, isComplete, missing: keys.length - present.length, elided, inOrder };
      bestWeight = weight;
    }
  }
  return best;
}

function isInOrder(keys: readonly string[], { uniqueItems }: WeighedReading): boolean {
  const places = keys.map((key) => uniqueItems.findIndex((item) => item.key === key));
  return places.every((place, index) => place >= 0 && (index === 0 || place > (places[index - 1] ?? 0)));
}

function states({ figures }: IndexedFinding, number: NumberMention): boolean {
  return figures.some(({ range, unit }) => unit === number.unit && rangesMeet(range, number.range));
}

/** An event whose date can be set right: "he left in 2018, didn't he?" is answered with the true date. */
function isDatedEvent({ answers, figures }: IndexedFinding): boolean {
  return answers.has('when') && figures.length === 0;
}

/** Whether a time that the question names is the finding's own, or one that it speaks of. */
function isHeldPeriod(
  mention: PeriodMention,
  finding: IndexedFinding,
  { context }: IndexedKnowledge,
): boolean {
  const { period, relation } = mention;
  if (isGrowthBasis(mention, context.calendar)) return true;
  if (period === 'elsewhere') return false;
  const speaksOfIt =
    finding.speaksOf.has(`period:${periodKey(period)}`) ||
    finding.speaksOf.has(`before:${periodKey(period)}`);
  if (relation !== 'in') return speaksOfIt;
  const isLatestQuarter = periodKey(period) === periodKey(context.calendar.latestQuarter);
  const own = finding.period;
  if (own === undefined) return isLatestQuarter || (speaksOfIt && (!finding.hasValue || finding.computed));
  if (periodKey(own) === periodKey(period)) return true;
  const isMoment = own.kind === 'dates' && own.from.slice(0, 7) === own.to.slice(0, 7);
  if (isMoment && containsPeriod(period, own)) return true;
  if (!finding.hasValue && own.kind === 'dates' && isLatestQuarter) return true;
  return speaksOfIt && (!finding.hasValue || own.kind === 'span');
}

/** "How many users before April" asks for another level than the one that is said to have grown since. */
function asksForLevelBefore(
  { relation }: PeriodMention,
  { items }: Reading,
  finding: IndexedFinding,
): boolean {
  const setsAgainst = items.some(({ key }) => key === 'growth' || key === 'comparison');
  return relation === 'before' && finding.hasValue && !finding.computed && !setsAgainst;
}

/** What kind of answer is asked for that the finding does not give. */
function aspectObjections(
  reading: Reading,
  finding: IndexedFinding,
  signature: ReadonlySet<string>,
): Objection[] {
  const objections: Objection[] = [];
  const object = (kind: Objection['kind'], item: Item | undefined) => {
    if (item) objections.push({ kind, text: item.text });
  };
  const find = (key: string) => reading.items.find((item) => item.key === key);
  for (const item of reading.items) {
    if (item.hard && !finding.speaksOf.has(item.key) && !signature.has(item.key)) object('aspect', item);
  }
  const amount = find('how-much');
  // "How much did it rise" asks for the rate of a rise that the source only calls one.
  if (
    find('growth') &&
    finding.hasValue &&
    !finding.computed &&
    !finding.hasStart &&
    !finding.speaksOf.has('growth-rate')
  ) {
    object('aspect', amount);
  }
  const hasFigure = (wanted: (unit: NumberUnit) => boolean) =>
    finding.figures.some(({ unit }) => wanted(unit));
  if (finding.hasValue && !finding.speaksOf.has('growth')) object('aspect', find('growth'));
  if (finding.figures.length > 0 && !hasFigure((unit) => unit === 'amount'))
    object('aspect', find('in-money'));
  if (!hasFigure((unit) => unit !== 'amount')) object('aspect', find('what-percent'));
  if (finding.isPlan) object('aspect', find('past'));
  if (reading.counted && !finding.speaksOf.has(reading.counted.key)) object('measure', reading.counted);
  return objections;
}
