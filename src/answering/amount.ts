import { decimalsOf, rangeOf, type Bound, type Quantity, type Range } from '../knowledge/quantity.ts';
import type { Wording } from './wording.ts';

/** A figure that is computed with, or that came out, in base units. */
export type Amount = {
  /** Between which figures the rounding leaves the true one. */
  readonly range: Range;
  /** How far the true figure can lie beyond that range, because the source gives only a limit. */
  readonly leeway: Leeway;
  /** The scale and unit in which it is shown. */
  readonly shown: Pick<Quantity, 'scale' | 'unit'>;
  /** To how many digits behind the point, in its scale, it is known or shown. */
  readonly decimals: number;
  readonly arithmetic: (words: Wording) => string;
};

/** How far: not at all (0), a little (1), any amount (2). */
type Reach = 0 | 1 | 2;
type Leeway = { readonly above: Reach; readonly below: Reach };

const leeways: Readonly<Record<Bound, Leeway>> = {
  exactly: { above: 0, below: 0 },
  'more than': { above: 2, below: 0 },
  nearly: { above: 0, below: 1 },
  about: { above: 1, below: 1 },
};

/** What a figure is to the true one, by its leeway: by the reach below, then by the reach above. */
const limits = [
  ['none', 'little more', 'at least'],
  ['little less', 'about', 'open'],
  ['at most', 'open', 'open'],
] as const;

export type Limit = (typeof limits)[Reach][Reach];

/** Figures are printed with at most three digits behind the point; what is divided is told to one. */
const mostDecimals = 3;
const quotientDecimals = 1;

/**
 * A figure to compute with. One that is rounded stands for all that its last digit leaves open; a limit such as "more
 * than 380 billion" is a round number and not a rounded one.
 */
export function toAmount(quantity: Quantity, { isRounded }: { isRounded: boolean }): Amount {
  const { amount, scale, unit, bound } = quantity;
  const range = rangeOf(quantity);
  const isExact = !isRounded || bound !== 'exactly';
  return {
    range: isExact ? exactly(range.value) : range,
    leeway: leeways[bound],
    shown: { scale, unit },
    decimals: isExact ? mostDecimals : decimalsOf(amount),
    arithmetic: (words) => words.quantity(quantity),
  };
}

/** A change in percent as the factor by which the level grew: 26% are 1.26. */
export function growthFactor({ amount, bound }: Pick<Quantity, 'amount' | 'bound'>): Amount {
  const growth = toAmount({ amount, unit: 'percent', bound }, { isRounded: true });
  return {
    ...growth,
    range: map(growth.range, (percent) => 1 + percent / 100),
    shown: { unit: 'times' },
    arithmetic: () => String(1 + amount / 100),
  };
}

/** What is one as often as the other; both are positive. */
export function divide(dividend: Amount, divisor: Amount): Amount {
  return {
    range: {
      low: dividend.range.low / divisor.range.high,
      value: dividend.range.value / divisor.range.value,
      high: dividend.range.high / divisor.range.low,
    },
    leeway: join(dividend.leeway, reverse(divisor.leeway)),
    shown: { unit: 'times' },
    decimals: quotientDecimals,
    arithmetic: (words) => `${dividend.arithmetic(words)} ÷ ${divisor.arithmetic(words)}`,
  };
}

/**
 * What came to a level as it grew by a factor. It is no difference of two amounts, because the level and the level
 * before hang together: of "more than 300 million" that have tripled, more than 200 million are new.
 */
export function growthOf(level: Amount, factor: Amount): Amount {
  const newPart = map(factor.range, (times) => 1 - 1 / times);
  const { low, value, high } = level.range;
  return {
    ...level,
    range: { low: low * newPart.low, value: value * newPart.value, high: high * newPart.high },
    leeway: join(level.leeway, factor.leeway),
    decimals: quotientDecimals,
  };
}

export function add(one: Amount, other: Amount): Amount {
  return {
    ...asPrinted(one, other, one.range.value + other.range.value),
    leeway: join(one.leeway, other.leeway),
    arithmetic: (words) => `${one.arithmetic(words)} + ${other.arithmetic(words)}`,
  };
}

export function subtract(whole: Amount, part: Amount): Amount {
  return {
    ...asPrinted(whole, part, whole.range.value - part.range.value),
    leeway: join(whole.leeway, reverse(part.leeway)),
    arithmetic: (words) => `${whole.arithmetic(words)} − ${part.arithmetic(words)}`,
  };
}

/** Figures are added and subtracted as they are printed: what comes out has the digits of the less exact one. */
function asPrinted({ shown, decimals }: Amount, other: Amount, value: number) {
  return { shown, range: exactly(value), decimals: Math.min(decimals, other.decimals) };
}

/** Whether an amount is a limit of the true figure, and which. */
export function limitOf({ leeway: { above, below } }: Amount): Limit {
  return limits[below][above];
}

/** The same in other units: a ratio in percent, yuan in billions. */
export function map({ low, value, high }: Range, change: (amount: number) => number): Range {
  return { low: change(low), value: change(value), high: change(high) };
}

/** The leeway of what rises with both. */
function join(one: Leeway, other: Leeway): Leeway {
  return { above: widest(one.above, other.above), below: widest(one.below, other.below) };
}

function widest(one: Reach, other: Reach): Reach {
  return one > other ? one : other;
}

/** The leeway of what falls as this rises. */
function reverse({ above, below }: Leeway): Leeway {
  return { above: below, below: above };
}

function exactly(value: number): Range {
  return { low: value, value, high: value };
}
