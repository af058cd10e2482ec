import type { IndexedFinding, IndexedKnowledge, Signature } from './index-knowledge.ts';
import { aspectObjections, isObjection, periodObjections, type Objection } from './objections.ts';
import type { Item } from './read-question.ts';
import { isName } from './lexicon.ts';
import { states, weightOf, type WeighedReading } from './weigh-reading.ts';

/** How well a finding fits a question. */
export type Match = {
  readonly finding: IndexedFinding;
  /** Nothing that makes the finding mean what it means is missing from the question. */
  readonly isComplete: boolean;
  /** How many keys of the best signature the question does not have. */
  readonly missing: number;
  /** What the question asks for that the finding does not tell. Any one of them rules the finding out. */
  readonly objections: readonly Objection[];
  /** It is meant only if whom it is about goes without saying. */
  readonly elided: boolean;
  /** The keys of the signature that fits best, as far as the question has them. */
  readonly signature: ReadonlySet<string>;
  /** The weight of what the finding explains, and the cost of what it leaves unexplained. */
  readonly explained: number;
  readonly unexplained: number;
  readonly score: number;
};

/** How much a thing speaks for a finding that explains it without its being needed to mean the finding. */
const extraWeight = 0.35;
const numberWeight = 0.8;
/** What a thing costs that the finding leaves unexplained, as a share of its weight. */
const unexplainedCost = { topic: 1, aspect: 0.1, word: 0.35 } as const;
/** Where a finding is meant by nothing but a name, every other word counts. */
const nameOnlyFactor = 6;
const wrongNumberCost = 0.3;
const wrongDateCost = 0.3;
/** A finding that tells more than was asked fits less well than one that tells just that. */
const unaskedCost = 0.08;
const mostUnaskedCost = 0.32;
const elisionCost = 0.2;
/** "AI helps the shops" is not "the shops help AI": words in the order of a known way of asking speak for it. */
const orderBonus = 0.2;

/** Holds a reading against one finding. */
export function matchFinding(
  knowledge: IndexedKnowledge,
  reading: WeighedReading,
  finding: IndexedFinding,
): Match {
  const { weights } = reading;
  const { keys, isComplete, missing, elided, order } = bestSignature(finding.signatures, reading);
  const signature = new Set(keys);
  const objections = aspectObjections(reading, finding, signature);
  let explained = keys.reduce((sum, key) => sum + (weights.get(key) ?? 0), 0);
  let unexplained = 0;
  const isMeantByName = keys.length === 1 && keys.every((key) => isNameKey(knowledge, key));
  const names = reading.uniqueItems.filter(({ kind, key }) => isName(kind) && finding.speaksOf.has(key));
  const costFactor = isMeantByName && names.length <= 1 ? nameOnlyFactor : 1;
  for (const item of reading.uniqueItems) {
    if (signature.has(item.key) || item.kind === 'period') continue;
    if (finding.speaksOf.has(item.key)) {
      explained += extraWeight * weightOf(item);
      continue;
    }
    if (isObjection(knowledge, { item, reading, finding })) objections.push({ kind: 'item', item });
    else unexplained += costFactor * costOf(item);
  }
  for (const number of reading.numbers) {
    if (states(finding, number)) explained += numberWeight;
    else unexplained += wrongNumberCost;
  }
  const otherPeriods = periodObjections(knowledge, reading, finding);
  // An event's date can be set right: "he left in 2018, didn't he?" is answered with the true date.
  if (reading.isCheck && finding.answers.has('when') && finding.figures.length === 0) {
    unexplained += wrongDateCost * otherPeriods.length;
  } else objections.push(...otherPeriods);
  const unasked = finding.states.filter((key) => !weights.has(key)).length * unaskedCost;
  return {
    finding,
    isComplete,
    missing,
    elided,
    objections,
    signature,
    explained,
    unexplained,
    score: explained - unexplained - Math.min(unasked, mostUnaskedCost) - (elided ? elisionCost : 0) + order,
  };
}

function isNameKey({ context }: IndexedKnowledge, key: string): boolean {
  const kind = context.lexicon.terms.get(key)?.kind;
  return kind !== undefined && isName(kind);
}

function costOf({ kind, rarity }: Item): number {
  if (kind === 'topic') return unexplainedCost.topic * rarity;
  return (kind === 'aspect' ? unexplainedCost.aspect : unexplainedCost.word) * rarity;
}

type BestSignature = Pick<Match, 'isComplete' | 'missing' | 'elided'> & {
  readonly keys: readonly string[];
  /** What the order of the question's words adds. */
  readonly order: number;
};

function bestSignature(signatures: readonly Signature[], reading: WeighedReading): BestSignature {
  const { weights, namesSomebody } = reading;
  let best: BestSignature = { keys: [], isComplete: false, missing: 0, elided: false, order: 0 };
  let bestWeight = -Infinity;
  for (const { keys, elided } of signatures) {
    if (elided && namesSomebody) continue;
    const present = keys.filter((key) => weights.has(key));
    const isComplete = present.length === keys.length;
    const order = isComplete ? orderBonus * shareInOrder(keys, reading) : 0;
    const weight =
      present.reduce((sum, key) => sum + (weights.get(key) ?? 0), 0) - (keys.length - present.length) + order;
    if (isComplete === best.isComplete ? weight > bestWeight : isComplete) {
      best = { keys: present, isComplete, missing: keys.length - present.length, elided, order };
      bestWeight = weight;
    }
  }
  return best;
}

/** The share of the pairs of keys whose items stand in the same order in the question: 1 where all do. */
function shareInOrder(keys: readonly string[], { uniqueItems }: WeighedReading): number {
  const places = keys.map((key) => uniqueItems.findIndex((item) => item.key === key));
  const pairs = places.flatMap((place, index) => places.slice(index + 1).map((later) => place < later));
  return pairs.length === 0 ? 0 : pairs.filter(Boolean).length / pairs.length;
}
