import { containsPeriod, periodKey } from '../knowledge/period.ts';
import type { IndexedFinding, IndexedKnowledge, Signature } from './index-knowledge.ts';
import { rangesMeet } from './read-numbers.ts';
import { isGrowthBasis, type Item, type Reading } from './read-question.ts';
import type { PeriodMention } from './read-periods.ts';

/** How well a finding fits a question. */
export type Match = {
  readonly finding: IndexedFinding;
  /** Nothing that makes the finding mean what it means is missing from the question. */
  readonly isComplete: boolean;
  /** What the question asks for that the finding does not tell. Any one of them rules the finding out. */
  readonly objections: readonly Objection[];
  /** The keys of the signature that fits best. */
  readonly signature: ReadonlySet<string>;
  /** The weight of what the finding explains, and of what it leaves unexplained. */
  readonly explained: number;
  readonly unexplained: number;
  readonly score: number;
};

/** Why a finding cannot be the answer. */
export type Objection = { readonly kind: 'name' | 'measure' | 'topic' | 'period' | 'aspect' | 'unknown word'; readonly text: string };

const extraWeight = 0.35;
const nameWeight = 0.7;
const numberWeight = 0.8;
/** What a thing costs that the finding leaves unexplained, as a share of its weight. */
const unexplainedCost = { topic: 0.8, aspect: 0.1, word: 0.35 } as const;
const wrongNumberCost = 0.3;

/** Holds a reading against one finding. */
export function matchFinding(knowledge: IndexedKnowledge, reading: Reading, finding: IndexedFinding): Match {
  const weights = new Map<string, number>();
  for (const item of reading.items) weights.set(item.key, Math.max(weights.get(item.key) ?? 0, weightOf(item)));
  const namesSomebody = reading.items.some(({ kind }) => isName(kind));
  const best = bestSignature(finding.signatures, weights, namesSomebody);
  const numbers = matchNumbers(knowledge, reading, finding);
  const isComplete = best.isComplete || numbers.identifies;
  const signature = new Set(best.isComplete || !numbers.identifies ? best.keys : []);

  let explained = [...signature].reduce((sum, key) => sum + (weights.get(key) ?? 0), 0) + numbers.weight;
  let unexplained = numbers.cost;
  const objections: Objection[] = [];
  for (const [key, item] of uniqueItems(reading.items)) {
    if (signature.has(key)) continue;
    if (item.kind === 'period') continue;
    if (finding.speaksOf.has(key)) {
      explained += extraWeight * weightOf(item);
      continue;
    }
    const objection = objectionTo(knowledge, item);
    if (objection) objections.push(objection);
    else unexplained += costOf(item);
  }
  for (const mention of reading.periods) {
    if (!isHeldPeriod(mention, finding, knowledge)) {
      objections.push({ kind: 'period', text: reading.items.find(({ start }) => start === mention.start)?.text ?? '' });
    }
  }
  objections.push(...aspectObjections(reading, finding, signature));
  return {
    finding,
    isComplete,
    objections,
    signature,
    explained,
    unexplained,
    score: explained - unexplained - (best.elided ? 0.2 : 0),
  };
}

export function isName(kind: Item['kind']): boolean {
  return kind === 'company' || kind === 'business' || kind === 'person' || kind === 'place';
}

function weightOf({ kind, rarity }: Item): number {
  if (isName(kind) || kind === 'measure') return Math.max(nameWeight, rarity);
  return kind === 'aspect' ? rarity * 0.5 : rarity;
}

function costOf(item: Item): number {
  if (item.kind === 'topic') return unexplainedCost.topic * item.rarity;
  return (item.kind === 'aspect' ? unexplainedCost.aspect : unexplainedCost.word) * item.rarity;
}

function objectionTo(knowledge: IndexedKnowledge, item: Item): Objection | undefined {
  if (isName(item.kind)) return { kind: 'name', text: item.text };
  if (item.kind === 'measure') return { kind: 'measure', text: item.text };
  if (item.kind === 'unknown word') return { kind: 'unknown word', text: item.text };
  // A topic that no finding speaks of is known for the sake of refusing it.
  if (item.kind === 'topic' && !knowledge.held.has(item.key)) return { kind: 'topic', text: item.text };
  return undefined;
}

type BestSignature = { keys: readonly string[]; isComplete: boolean; elided: boolean; weight: number };

function bestSignature(
  signatures: readonly Signature[],
  weights: ReadonlyMap<string, number>,
  namesSomebody: boolean,
): BestSignature {
  let best: BestSignature = { keys: [], isComplete: false, elided: false, weight: -Infinity };
  for (const { keys, elided } of signatures) {
    if (elided && namesSomebody) continue;
    const present = keys.filter((key) => weights.has(key));
    const isComplete = present.length === keys.length;
    const weight = present.reduce((sum, key) => sum + (weights.get(key) ?? 0), 0) - (keys.length - present.length);
    if (isComplete === best.isComplete ? weight > best.weight : isComplete) {
      best = { keys: present, isComplete, elided, weight };
    }
  }
  return best;
}

/** Numbers of the question that the finding states speak for it, and mark it where few others state them. */
function matchNumbers(knowledge: IndexedKnowledge, reading: Reading, finding: IndexedFinding) {
  let weight = 0;
  let cost = 0;
  let identifies = false;
  for (const number of reading.numbers) {
    const states = ({ figures }: IndexedFinding) =>
      figures.some(({ range, unit }) => unit === number.unit && rangesMeet(range, number.range));
    if (!states(finding)) {
      cost += wrongNumberCost;
      continue;
    }
    weight += numberWeight;
    if (knowledge.findings.filter((other) => !other.computed && states(other)).length <= 3) identifies = true;
  }
  return { weight, cost, identifies };
}

function uniqueItems(items: readonly Item[]): Map<string, Item> {
  const unique = new Map<string, Item>();
  for (const item of items) if (!unique.has(item.key)) unique.set(item.key, item);
  return unique;
}

/** Whether a time that the question names is the finding's own, or one that it speaks of. */
function isHeldPeriod(mention: PeriodMention, finding: IndexedFinding, { context }: IndexedKnowledge): boolean {
  const { period, relation } = mention;
  if (isGrowthBasis(mention, context.calendar)) return true;
  if (period === 'elsewhere') return false;
  const speaksOfIt = finding.speaksOf.has(`period:${periodKey(period)}`) || finding.speaksOf.has(`before:${periodKey(period)}`);
  if (relation !== 'in') return speaksOfIt;
  const isLatestQuarter = periodKey(period) === periodKey(context.calendar.latestQuarter);
  const own = finding.period;
  if (own === undefined) return isLatestQuarter || (speaksOfIt && !finding.hasValue);
  if (periodKey(own) === periodKey(period)) return true;
  const isMoment = own.kind === 'dates' && own.from.slice(0, 7) === own.to.slice(0, 7);
  if (isMoment && containsPeriod(period, own)) return true;
  if (!finding.hasValue && own.kind === 'dates' && isLatestQuarter) return true;
  return speaksOfIt && (!finding.hasValue || own.kind === 'span');
}

function aspectObjections(reading: Reading, finding: IndexedFinding, signature: ReadonlySet<string>): Objection[] {
  const asks = (key: string) => reading.items.find((item) => item.key === key);
  const objections: Objection[] = [];
  for (const item of reading.items) {
    if (item.hard && !finding.answers.has(item.key) && !signature.has(item.key)) {
      objections.push({ kind: 'aspect', text: item.text });
    }
  }
  // "How much did it rise" asks for the rate of a rise.
  const amount = asks('how-much');
  if (amount && asks('growth') && !finding.answers.has('growth-rate') && finding.hasValue && !finding.computed && !finding.speaksOf.has('change-between')) {
    objections.push({ kind: 'aspect', text: amount.text });
  }
  const { counted } = reading;
  if (counted && !finding.speaksOf.has(counted.key)) objections.push({ kind: 'measure', text: counted.text });
  return objections;
}
