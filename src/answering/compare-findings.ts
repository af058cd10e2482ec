import { lengthInMonths, periodKey, type Period } from '../knowledge/period.ts';
import { decimalsOf, rangeOf, type Quantity } from '../knowledge/quantity.ts';
import type { Fact } from '../knowledge/schema.ts';
import type { Finding } from './finding.ts';

/** One of two figures that are compared. */
export type Compared = { readonly finding: Finding; readonly quantity: Quantity };

/** Two figures side by side: the larger first, how far they are apart, and what that is worth. */
export type Comparison =
  | {
      readonly status: 'compared';
      readonly larger: Compared;
      readonly smaller: Compared;
      /** How far apart they are; undefined where a lower limit leaves that open. */
      readonly distance: { readonly difference: Quantity; readonly ratio: Quantity | undefined } | undefined;
      readonly samePeriod: boolean;
      /** The months that each covers, where both are known and differ. */
      readonly months: { readonly larger: number; readonly smaller: number } | undefined;
      readonly bothExact: boolean;
      readonly sameClaim: boolean;
    }
  | { readonly status: 'same' }
  /** It states no figure. */
  | { readonly status: 'no figure'; readonly finding: Finding }
  /** They count different things. */
  | { readonly status: 'units'; readonly first: Compared; readonly second: Compared }
  /** They are percentages of different things. */
  | { readonly status: 'wholes'; readonly first: Compared; readonly second: Compared };

/** Compares two figures as they are printed. Pure; apples and pears are refused with the reason. */
export function compareFindings(first: Finding, second: Finding): Comparison {
  if (first.id === second.id) return { status: 'same' };
  const [one, other] = [first, second].map(quantityOf);
  if (!one) return { status: 'no figure', finding: first };
  if (!other) return { status: 'no figure', finding: second };
  const compared = [
    { finding: first, quantity: one },
    { finding: second, quantity: other },
  ] as const;
  const [left, right] = compared;
  if (one.unit !== other.unit) return { status: 'units', first: left, second: right };
  if (one.unit === 'percent' && wholeOf(first) !== wholeOf(second)) {
    return { status: 'wholes', first: left, second: right };
  }
  const isOrdered = rangeOf(one).value >= rangeOf(other).value;
  const [larger, smaller] = isOrdered ? [left, right] : [right, left];
  return {
    status: 'compared',
    larger,
    smaller,
    distance: distanceBetween(larger.quantity, smaller.quantity),
    samePeriod: samePeriod(first.period, second.period),
    months: monthsOf(larger.finding.period, smaller.finding.period),
    bothExact: one.bound === 'exactly' && other.bound === 'exactly',
    sameClaim: claimOf(first) === claimOf(second),
  };
}

/** What kind of statement a finding is. */
export function claimOf({ computed, facts }: Finding): Fact['claim'] | 'computed' {
  return computed ? 'computed' : (facts[0]?.claim ?? 'reported figure');
}

/** The figure of a finding that is compared: its value, or its change where it has nothing else. */
function quantityOf({ quantity, facts, computed }: Finding): Quantity | undefined {
  const change = computed ? undefined : facts[0]?.change;
  return quantity ?? (change && { amount: change.amount, unit: 'percent', bound: change.bound });
}

/** What a percentage is one of: shares of different things say nothing about each other. */
function wholeOf({ id, article, about, measure, quantity }: Finding): string {
  const compute = article.computed.find((figure) => figure.id === id)?.compute;
  if (compute?.operation === 'share') return `share of ${compute.in.fact} ${compute.in.figure}`;
  return quantity ? `${measure} of ${about}` : `change of ${measure} of ${about}`;
}

function samePeriod(one: Period | undefined, other: Period | undefined): boolean {
  return one !== undefined && other !== undefined && periodKey(one) === periodKey(other);
}

function monthsOf(larger: Period | undefined, smaller: Period | undefined) {
  if (!larger || !smaller) return undefined;
  const lengths = { larger: lengthOf(larger), smaller: lengthOf(smaller) };
  return lengths.larger === lengths.smaller ? undefined : lengths;
}

function lengthOf(period: Period): number {
  return period.kind === 'span' ? period.months : lengthInMonths(period);
}

function distanceBetween(larger: Quantity, smaller: Quantity) {
  // What is only known to be more than something may be more than the other as well.
  if (smaller.bound === 'more than') return undefined;
  const [high, low] = [rangeOf(larger).value, rangeOf(smaller).value];
  const scale = rangeOf({ amount: 1, scale: larger.scale }).value;
  const coarser = Math.max(stepOf(larger), stepOf(smaller));
  const decimals = Math.min(3, Math.max(0, Math.round(Math.log10(scale / coarser))));
  const isRounded = stepOf(larger) !== stepOf(smaller);
  const inexact = [larger.bound, smaller.bound].some((bound) => bound === 'about' || bound === 'nearly');
  const bound = inexact ? 'about' : larger.bound;
  const difference: Quantity = {
    amount: Number(((high - low) / scale).toFixed(decimals)),
    scale: larger.scale,
    unit: larger.unit === 'percent' ? 'percentage points' : larger.unit,
    bound: isRounded && bound === 'exactly' ? 'about' : bound,
  };
  return { difference, ratio: low > 0 ? ratioOf(high / low, bound) : undefined };
}

/** How much the last printed digit of a figure stands for. */
function stepOf({ amount, scale }: Quantity): number {
  return rangeOf({ amount: 1, scale }).value / 10 ** decimalsOf(amount);
}

function ratioOf(ratio: number, bound: Quantity['bound']): Quantity {
  const decimals = ratio < 10 ? 2 : 1;
  const step = 10 ** -decimals;
  // Rounded down, so that "more than" it stays true.
  const shown = bound === 'more than' ? Math.floor(ratio / step + 1e-9) * step : ratio;
  const isExact = Math.abs(ratio - Number(ratio.toFixed(decimals))) < 1e-9;
  return {
    amount: Number(shown.toFixed(decimals)),
    unit: 'times',
    bound: bound === 'exactly' && !isExact ? 'about' : bound,
  };
}
