import { figureOf } from '../knowledge/fill-figures.ts';
import { monthOf, monthsIn, type Period, type SpanUnit } from '../knowledge/period.ts';
import {
  rangeOf,
  scaleFor,
  type Bound,
  type Quantity,
  type Range,
  type Unit,
} from '../knowledge/quantity.ts';
import {
  operandsOf,
  type ComputedFigure,
  type Fact,
  type Operand,
  type Operation,
} from '../knowledge/schema.ts';
import {
  add,
  divide,
  growthFactor,
  growthOf,
  limitOf,
  map,
  subtract,
  toAmount,
  type Amount,
  type Limit,
} from './amount.ts';
import { numberUnitOf, type ComputedText } from './finding.ts';
import { wordings, type Wording } from './wording.ts';

/** A result as exactly as it can be shown. */
type RoundedResult = {
  readonly quantity: Quantity;
  /** The least number of digits behind the point. */
  readonly decimals: number;
  readonly limit: Limit;
  /** Between which figures the true one lies, where the inputs' rounding reaches the digits shown. */
  readonly between: { readonly low: Quantity; readonly high: Quantity } | undefined;
  readonly range: Range;
};

/**
 * Computes a declared figure from its input facts. Returns the reply's texts: the figure as exact as the rounding of the
 * inputs allows, and the arithmetic. Throws an Error where an input lacks what the operation needs; the loader refuses
 * such a base before.
 */
export function computeFigure(
  figure: ComputedFigure,
  facts: ReadonlyMap<string, Fact>,
): { text: ComputedText; inputs: Fact[] } {
  const inputs = new Set(operandsOf(figure.compute).map(({ fact }) => need(facts.get(fact), `fact ${fact}`)));
  const result = computeResult(figure.compute, facts);
  const rounded = roundResult(result);
  const wordedIn = (words: Wording, statement: string) => ({
    statement: statement.replace('{result}', wordResult(rounded, words)),
    explanation: words.sentences([words.computed(result.arithmetic(words)), ...notesOn(rounded, words)]),
  });
  return {
    inputs: [...inputs],
    text: {
      ...wordedIn(wordings.english, figure.statement),
      chinese: wordedIn(wordings.chinese, figure.chinese.statement),
      figures: [{ range: rounded.range, unit: numberUnitOf(result.shown) }],
      quantity: {
        ...rounded.quantity,
        ...(rounded.limit === 'at least' && { bound: 'more than' }),
      },
      result: {
        english: wordResult(rounded, wordings.english),
        chinese: wordResult(rounded, wordings.chinese),
      },
    },
  };
}

/** The result of an operation on the facts that it names. Throws as `computeFigure` does. */
export function computeResult(compute: Operation, facts: ReadonlyMap<string, Fact>): Amount {
  const factOf = (id: string) => need(facts.get(id), `fact ${id}`);
  const read = (operand: Operand) => readAmount(factOf(operand.fact), operand);
  const average = (operand: Operand, per: SpanUnit) => averageOf(factOf(operand.fact), read(operand), per);
  switch (compute.operation) {
    case 'share': {
      const ratio = divide(read(compute.of), read(compute.in));
      return { ...ratio, range: map(ratio.range, (part) => part * 100), shown: { unit: 'percent' } };
    }
    case 'multiple': {
      const { per } = compute;
      const side = (operand: Operand) =>
        per === undefined ? read(operand) : inBrackets(average(operand, per));
      const multiple = divide(side(compute.of), side(compute.in));
      return limitOf(multiple) === 'none' ? { ...multiple, decimals: 2 } : multiple;
    }
    case 'number of shares': {
      const shares = divide(read(compute.of), read(compute.at));
      return { ...shares, shown: { scale: scaleFor(shares.range.value), unit: 'shares' } };
    }
    case 'sum':
      return add(read(compute.of), read(compute.and));
    case 'difference': {
      const difference = subtract(read(compute.of), read(compute.minus));
      const { unit } = difference.shown;
      return unit === 'percent' ? { ...difference, shown: { unit: 'percentage points' } } : difference;
    }
    case 'rest of the whole':
      return subtract(exactly(100, 'percent'), read(compute.of));
    case 'average':
      return average(compute.of, compute.per);
    case 'level before the change':
      return levelBefore(factOf(compute.of.fact), read(compute.of));
    case 'increase': {
      const fact = factOf(compute.of.fact);
      const level = read(compute.of);
      const before = levelBefore(fact, level);
      return {
        ...growthOf(level, growthFactor(changeOf(fact))),
        arithmetic: (words) => `${level.arithmetic(words)} − ${before.arithmetic(words)}`,
      };
    }
    case 'time between':
      return timeBetween(factOf(compute.from.fact), factOf(compute.to.fact));
    default:
      return compute satisfies never;
  }
}

/** A planned sum is decided and not measured, so it is not rounded. */
function readAmount(fact: Fact, { figure }: Operand): Amount {
  const quantity = figure === 'period' ? undefined : figureOf(fact, figure);
  return toAmount(need(quantity, `${figure} of ${fact.id}`), { isRounded: fact.claim !== 'plan' });
}

function exactly(amount: number, unit: Unit): Amount {
  return toAmount({ amount, unit, bound: 'exactly' }, { isRounded: false });
}

/** What comes to each year, quarter or month of the span of time that a fact's figure is for. */
function averageOf({ id, period }: Fact, amount: Amount, per: SpanUnit): Amount {
  if (period?.kind !== 'span') throw new Error(`${id} has no number of ${per}s`);
  return { ...divide(amount, exactly(period.months / monthsIn[per], spanUnits[per])), shown: amount.shown };
}

const spanUnits = { year: 'years', quarter: 'quarters', month: 'months' } as const;

function inBrackets(amount: Amount): Amount {
  return { ...amount, arithmetic: (words) => words.inBrackets(amount.arithmetic(words)) };
}

/** What the figure was before it changed. */
function levelBefore(fact: Fact, level: Amount): Amount {
  const change = changeOf(fact);
  const factor = growthFactor(change);
  return {
    ...divide(level, factor),
    shown: level.shown,
    arithmetic: (words) => words.quotient(level.arithmetic(words), factor.arithmetic(words), change),
  };
}

function changeOf({ id, change }: Fact) {
  return need(change, `change of ${id}`);
}

function timeBetween(from: Fact, to: Fact): Amount {
  const [start, end] = [monthNamedBy(from), monthNamedBy(to)];
  return {
    ...exactly((end.count - start.count) / monthsIn.year, 'years'),
    arithmetic: (words) => `${words.period(end.period)} − ${words.period(start.period)}`,
  };
}

function monthNamedBy({ id, period }: Fact): { period: Period; count: number } {
  if (period?.kind !== 'dates') throw new Error(`${id} has no month`);
  const { year, month } = monthOf(period.from);
  return { period, count: year * monthsIn.year + month };
}

/** "About", and the range, where the inputs' rounding reaches the last digit that is shown. */
export function roundResult(result: Amount): RoundedResult {
  const { shown, decimals } = result;
  const limit = limitOf(result);
  const scale = rangeOf({ amount: 1, scale: shown.scale }).value;
  const { low, value, high } = map(result.range, (amount) => amount / scale);
  const step = 10 ** -decimals;
  const toQuantity = (amount: number, bound: Bound): Quantity => ({
    amount: Number(amount.toFixed(decimals)),
    scale: shown.scale,
    unit: shown.unit,
    bound,
  });
  const isRounded = low.toFixed(decimals) !== high.toFixed(decimals);
  const isExact = !isRounded && Math.abs(value - Number(value.toFixed(decimals))) < 1e-9;
  const isOfExactInputs = low === high;
  const isOneSided = limit === 'at least' || limit === 'at most';
  const isAbout = isExact
    ? limit !== 'none' && !isOneSided
    : isRounded || isOfExactInputs || limit !== 'none';
  const quantity = toQuantity(value, isAbout ? 'about' : 'exactly');
  // Zeros at the end tell how far rounding reaches, and nothing where there is none.
  const hasTellingZeros = !isOfExactInputs && limit === 'none';
  return {
    quantity,
    decimals: hasTellingZeros ? decimals : 0,
    limit,
    between: isRounded
      ? {
          low: toQuantity(Math.floor(low / step) * step, 'exactly'),
          high: toQuantity(Math.ceil(high / step) * step, 'exactly'),
        }
      : undefined,
    range: {
      low: Math.min(result.range.low, quantity.amount * scale),
      value: result.range.value,
      high: result.range.high,
    },
  };
}

/** The result as a reply prints it: "about RMB 24.1 billion". */
export function wordResult({ quantity, decimals, limit }: RoundedResult, words: Wording): string {
  const figure = words.quantity(quantity, decimals);
  switch (limit) {
    case 'at least':
      return words.atLeast(figure);
    case 'at most':
      return words.atMost(figure);
    case 'little more':
      return words.orLittleMore(figure);
    case 'little less':
      return words.orLittleLess(figure);
    case 'none':
    case 'about':
    case 'open':
      return figure;
    default:
      return limit satisfies never;
  }
}

/** What a reader must know of how exact the figure is. A limit has an open end, so it has no range. */
function notesOn({ limit, between, decimals }: RoundedResult, words: Wording): string[] {
  if (limit === 'at least') return [words.isLowerLimit];
  if (limit === 'at most') return [words.isUpperLimit];
  if (limit === 'open') return [words.isOpen];
  if (!between) return [];
  return [words.liesBetween(words.quantity(between.low, decimals), words.quantity(between.high, decimals))];
}

function need<Value>(value: Value | undefined, what: string): Value {
  if (value === undefined) throw new Error(`the computation lacks the ${what}`);
  return value;
}
