import { containsPeriod, periodKey } from '../knowledge/period.ts';
import type { IndexedFinding, IndexedKnowledge } from './index-knowledge.ts';
import type { PeriodMention } from './read-periods.ts';
import { isGrowthBasis, type Item, type Reading } from './read-question.ts';
import { isName } from './lexicon.ts';

/** Something that a question asks for and a finding does not tell. Any one of them rules the finding out. */
export type Objection =
  | { readonly kind: 'item'; readonly item: Item }
  | { readonly kind: 'aspect'; readonly item: Item }
  | { readonly kind: 'period'; readonly mention: PeriodMention };

/** Commoner words before a measure only colour it: "good revenue". */
const leastModifierRarity = 0.35;
/** A topic this telling is part of what a figure is asked of. */
const leastTopicRarity = 0.6;

/** Whether an item that a finding does not speak of rules the finding out. */
export function isObjection(
  { held }: IndexedKnowledge,
  { item, reading, finding }: { item: Item; reading: Reading; finding: IndexedFinding },
): boolean {
  const { kind, key } = item;
  if (isName(kind) || kind === 'measure' || kind === 'unknown word') return true;
  // A topic that no finding speaks of is in the vocabulary for the sake of refusing it.
  if (kind === 'topic' && !held.has(key)) return true;
  // A figure of something that the question narrows down is another figure.
  if (kind === 'topic' && finding.hasValue && item.rarity >= leastTopicRarity) return true;
  return modifiesMeasure(item, reading, finding);
}

/** "Ticket revenue", "hybrid cloud revenue" and "revenue from tickets" are other figures than revenue. */
function modifiesMeasure(item: Item, { text, items }: Reading, { measure, about }: IndexedFinding): boolean {
  if (measure === undefined || item.rarity < leastModifierRarity) return false;
  if (item.kind !== 'topic' && item.kind !== 'word') return false;
  return items.some(
    ({ key, start, end }) =>
      (key === measure || key === about) &&
      ((item.end <= start && /^[\s-]*$/.test(text.slice(item.end, start))) ||
        /^\s+(?:from|of|in|for|per|by|on|without|excluding)\s+(?:the\s+)?$/.test(
          text.slice(end, item.start),
        )),
  );
}

/** "My revenue" is nobody's that facts are about. */
export function isPersonal({ text, items }: Reading): boolean {
  return items.some(
    ({ kind, start }) =>
      (isName(kind) || kind === 'measure') &&
      /(?<![\p{L}\d])(?:my|our|your|我的|我们的|你的)\s*$/iu.test(text.slice(0, start)),
  );
}

/** The times of a question that are not the finding's. */
export function periodObjections(
  knowledge: IndexedKnowledge,
  reading: Reading,
  finding: IndexedFinding,
): Objection[] {
  return reading.periods
    .filter(
      (mention) =>
        !isHeldPeriod(mention, finding, knowledge) || asksForLevelBefore(mention, reading, finding),
    )
    .map((mention) => ({ kind: 'period', mention }));
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
  // What happened on a day happened in its month; a figure of a day is not one of the month.
  if (isMoment && finding.figures.length === 0 && containsPeriod(period, own)) return true;
  if (!finding.hasValue && own.kind === 'dates' && isLatestQuarter) return true;
  // A computed figure may set its own time against another one: it speaks of both.
  return speaksOfIt && (!finding.hasValue || finding.computed || own.kind === 'span');
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

/** What kind of answer is asked for that the finding does not give. `signature`: the keys that mean the finding. */
export function aspectObjections(
  { items, counted }: Reading,
  finding: IndexedFinding,
  signature: ReadonlySet<string>,
): Objection[] {
  const { figures, hasValue, hasStart, computed, isPlan, speaksOf } = finding;
  const asked = (key: string) => items.filter((item) => item.key === key);
  const hasAmount = figures.some(({ unit }) => unit === 'amount');
  const hasPercentage = figures.some(({ unit }) => unit !== 'amount');
  const untold = items.filter(({ key, hard }) => hard && !speaksOf.has(key) && !signature.has(key));
  if (hasValue && !speaksOf.has('growth')) untold.push(...asked('growth'));
  // What is to come is told by plans only.
  if (figures.length > 0 && !isPlan) untold.push(...asked('future'));
  // "How much did it rise" asks for the rate of a rise that the source only calls one.
  const tellsRate = computed || hasStart || speaksOf.has('growth-rate');
  if (hasValue && !tellsRate && asked('growth').length > 0) untold.push(...asked('how-much'));
  if (figures.length > 0 && !hasAmount) untold.push(...asked('in-money'));
  if (!hasPercentage) untold.push(...asked('what-percent'));
  if (figures.length === 0) untold.push(...asked('how-much').filter(({ key }) => !signature.has(key)));
  // Before and after something are two levels, of which most figures are only one.
  if (hasValue && !hasStart && !computed)
    untold.push(...asked('change-between').filter(({ key }) => !speaksOf.has(key)));
  // The growth of an earlier time is not the level that today's growth implies.
  if (computed && asked('implied').length === 0)
    untold.push(...asked('growth-rate').filter(({ key }) => !signature.has(key)));
  if (isPlan && !speaksOf.has('past')) untold.push(...asked('past'));
  const objections: Objection[] = untold.map((item) => ({ kind: 'aspect', item }));
  if (counted && !speaksOf.has(counted.key)) objections.push({ kind: 'item', item: counted });
  return objections;
}
