import { rangeOf, type Quantity, type Range } from '../knowledge/quantity.ts';
import { inputsOf, type ComputedFigure, type Fact } from '../knowledge/schema.ts';
import { numberUnitOf, type ComputedText } from './finding.ts';
import { wordings, type Wording } from './wording.ts';

/** A result in the unit in which it is shown, with the range that the rounding of the inputs leaves open. */
type Result = {
  readonly range: Range;
  /** The scale and unit in which it is shown. The amount is the result's value. */
  readonly shown: Pick<Quantity, 'scale' | 'unit'>;
  /** Inputs such as "more than 380 billion" make the result a lower limit; two such inputs leave it open. */
  readonly limit: 'none' | 'at least' | 'open';
  readonly arithmetic: (words: Wording) => string;
};

/** A result as exactly as it can be shown. */
type RoundedResult = {
  readonly quantity: Quantity;
  /** The least number of digits behind the point. */
  readonly decimals: number;
  readonly limit: Result['limit'];
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
  const { compute } = figure;
  const inputs = inputsOf(compute).map((id) => need(facts.get(id), `fact ${id}`));
  const [of] = inputs;
  const result = carryOut(compute, need(of, 'input'), inputs.at(-1));
  const rounded = roundResult(result);
  const wordedIn = (words: Wording, statement: string) => ({
    statement: statement.replace('{result}', wordResult(rounded, words)),
    explanation: words.sentences([words.computed(result.arithmetic(words)), ...notesOn(rounded, words)]),
  });
  return {
    inputs,
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

function carryOut({ operation }: ComputedFigure['compute'], of: Fact, second: Fact | undefined): Result {
  const value = need(of.value, `value of ${of.id}`);
  const range = rangeOf(value);
  const isLowerLimit = value.bound === 'more than';
  switch (operation) {
    case 'share': {
      const whole = need(need(second, 'whole').value, 'value of the whole');
      return {
        range: map(divide(range, rangeOf(whole)), (ratio) => ratio * 100),
        shown: { unit: 'percent' },
        limit: 'none',
        arithmetic: ({ quantity }) => `${quantity(value)} ÷ ${quantity(whole)}`,
      };
    }
    case 'level before the change': {
      const change = need(of.change, `change of ${of.id}`);
      const growth = map(rangeOf(change), (percent) => 1 + percent / 100);
      return {
        range: divide(range, growth),
        shown: value,
        limit: isLowerLimit ? 'at least' : 'none',
        arithmetic: ({ quantity, quotient }) =>
          quotient(quantity(value), String(1 + change.amount / 100), change),
      };
    }
    case 'gain in points': {
      const from = need(of.from, `starting value of ${of.id}`);
      return {
        // Both ends are printed whole, so their difference is given whole.
        range: exactly(value.amount - from.amount),
        shown: { unit: 'percentage points' },
        limit: 'none',
        arithmetic: ({ quantity }) => `${quantity(value)} − ${quantity(from)}`,
      };
    }
    case 'multiple of the level before': {
      const from = need(of.from, `starting value of ${of.id}`);
      return {
        range: divide(range, rangeOf(from)),
        shown: { unit: 'times' },
        limit: 'none',
        arithmetic: ({ quantity }) => `${quantity(value)} ÷ ${quantity(from)}`,
      };
    }
    case 'yearly average': {
      if (of.period?.kind !== 'span') throw new Error(`${of.id} has no number of years`);
      const years = of.period.months / 12;
      return {
        range: map(exactly(range.value), (amount) => amount / years),
        shown: value,
        limit: isLowerLimit ? 'at least' : 'none',
        arithmetic: (words) => `${words.quantity(value)} ÷ ${words.years(years)}`,
      };
    }
    case 'multiple': {
      const base = need(need(second, 'base').value, 'value of the base');
      const bothLimits = isLowerLimit && base.bound === 'more than';
      return {
        range: divide(exactly(range.value), exactly(rangeOf(base).value)),
        shown: { unit: 'times' },
        limit: bothLimits ? 'open' : isLowerLimit ? 'at least' : 'none',
        arithmetic: ({ quantity }) => `${quantity(value)} ÷ ${quantity(base)}`,
      };
    }
    default:
      return operation satisfies never;
  }
}

/** One digit behind the point; "about" and the range where the inputs' rounding reaches that digit. */
function roundResult({ range, shown, limit }: Result): RoundedResult {
  const scale = rangeOf({ amount: 1, scale: shown.scale }).value;
  const { low, value, high } = map(range, (amount) => amount / scale);
  const decimals = shown.unit === 'times' && limit === 'none' ? 2 : 1;
  const step = 10 ** -decimals;
  // A difference of whole numbers is whole, and so is what is left of a round lower limit.
  const isWhole = Number.isInteger(Number(value.toFixed(6))) && (low === high || limit === 'at least');
  const toQuantity = (amount: number, bound: Quantity['bound']): Quantity => ({
    amount: Number(amount.toFixed(decimals)),
    scale: shown.scale,
    unit: shown.unit,
    bound,
  });
  const isRounded = low.toFixed(decimals) !== high.toFixed(decimals);
  const isExact = !isRounded && Math.abs(value - Number(value.toFixed(decimals))) < 1e-9;
  const isAbout = isExact ? limit === 'open' : isRounded || limit !== 'none';
  return {
    quantity: toQuantity(value, isAbout ? 'about' : 'exactly'),
    decimals: isWhole ? 0 : decimals,
    limit,
    between: isRounded
      ? {
          low: toQuantity(Math.floor(low / step) * step, 'exactly'),
          high: toQuantity(Math.ceil(high / step) * step, 'exactly'),
        }
      : undefined,
    range: {
      low: Math.min(range.low, Number(value.toFixed(decimals)) * scale),
      value: range.value,
      high: range.high,
    },
  };
}

function wordResult({ quantity, decimals, limit }: RoundedResult, words: Wording): string {
  const figure = words.quantity(quantity, decimals);
  return limit === 'at least' ? words.orMore(figure) : figure;
}

/** What a reader must know of how exact the figure is. A lower limit has no upper end, so it has no range. */
function notesOn({ limit, between, decimals }: RoundedResult, words: Wording): string[] {
  if (limit === 'at least') return [words.isLowerLimit];
  if (limit === 'open') return [words.isOpen];
  if (!between) return [];
  return [words.liesBetween(words.quantity(between.low, decimals), words.quantity(between.high, decimals))];
}

/** The widest range of a quotient: both inputs are positive. */
function divide(dividend: Range, divisor: Range): Range {
  return {
    low: dividend.low / divisor.high,
    value: dividend.value / divisor.value,
    high: dividend.high / divisor.low,
  };
}

function map({ low, value, high }: Range, change: (amount: number) => number): Range {
  return { low: change(low), value: change(value), high: change(high) };
}

function exactly(value: number): Range {
  return { low: value, value, high: value };
}

function need<Value>(value: Value | undefined, what: string): Value {
  if (value === undefined) throw new Error(`the computation lacks the ${what}`);
  return value;
}
