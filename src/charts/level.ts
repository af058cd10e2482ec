import { limitOf, type Limit } from '../answering/amount.ts';
import { computeResult, roundResult, wordResult } from '../answering/compute-figure.ts';
import type { Finding } from '../answering/finding.ts';
import type { Wording } from '../answering/wording.ts';
import { rangeOf, type Quantity, type Range, type Unit } from '../knowledge/quantity.ts';
import type { Fact, Operation } from '../knowledge/schema.ts';

/**
 * How high something is, as it can be drawn: sure up to `certain`, and possible up to `possible`, in base units (yuan,
 * users, percent). Both are the same for an exact figure; `possible` is Infinity for a lower limit ("more than").
 */
export type Level = {
  readonly certain: number;
  readonly possible: number;
  readonly unit: Unit;
  /** The figure as a reply prints it: "more than RMB 380 billion". */
  readonly text: string;
};

/** "Nearly" and "about" do not say how near: a twentieth is drawn as uncertain, so that the end is seen not to be exact. */
const vagueness = 0.05;

/** The level that a finding states: the value of a fact, or the result of a computation. Undefined where it has none. */
export function levelOf(finding: Finding, wording: Wording): Level | undefined {
  const operation = operationOf(finding);
  if (operation) return levelOfResult(operation, finding.facts, wording);
  const value = finding.facts[0]?.value;
  return value && levelOfQuantity(value, wording);
}

/** The operation that a computed finding is declared with. Undefined for a fact. */
export function operationOf({ id, computed, article }: Finding): Operation | undefined {
  return computed ? article.computed.find((figure) => figure.id === id)?.compute : undefined;
}

/** A printed figure as a level. */
export function levelOfQuantity(quantity: Quantity, wording: Wording): Level {
  const { value } = rangeOf(quantity);
  return { ...reach(value, quantity.bound), unit: quantity.unit, text: wording.quantity(quantity) };
}

function levelOfResult(operation: Operation, facts: readonly Fact[], wording: Wording): Level {
  const result = computeResult(operation, new Map(facts.map((fact) => [fact.id, fact])));
  const text = wordResult(roundResult(result), wording);
  return { ...reachOfResult(limitOf(result), result.range), unit: result.shown.unit, text };
}

function reachOfResult(limit: Limit, { low, value, high }: Range): Reach {
  switch (limit) {
    case 'none':
      return { certain: low, possible: high };
    case 'at least':
    case 'open':
      return { certain: value, possible: Infinity };
    case 'little more':
      return { certain: value, possible: value * (1 + vagueness) };
    case 'at most':
    case 'little less':
      return reach(value, 'nearly');
    case 'about':
      return reach(value, 'about');
    default:
      return limit satisfies never;
  }
}

type Reach = Pick<Level, 'certain' | 'possible'>;

function reach(value: number, bound: Quantity['bound']): Reach {
  switch (bound) {
    case 'exactly':
      return { certain: value, possible: value };
    case 'more than':
      return { certain: value, possible: Infinity };
    case 'nearly':
      return { certain: value * (1 - vagueness), possible: value };
    case 'about':
      return { certain: value * (1 - vagueness), possible: value * (1 + vagueness) };
    default:
      return bound satisfies never;
  }
}
