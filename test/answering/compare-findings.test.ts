import { describe, expect, it } from 'vitest';
import { compareFindings } from '../../src/answering/compare-findings.ts';
import type { Finding } from '../../src/answering/finding.ts';
import { formatQuantity } from '../../src/knowledge/format-quantity.ts';
import { rangeOf } from '../../src/knowledge/quantity.ts';
import { shippedKnowledge } from '../discord/connected-bot.ts';

const { findings } = shippedKnowledge();

function finding(id: string): Finding {
  const found = findings.find((other) => other.id === id);
  if (!found) throw new Error(`the base has no ${id}`);
  return found;
}

function compare(first: string, second: string) {
  return compareFindings(finding(first), finding(second));
}

/** The difference and the ratio of two figures as they are printed. */
function distance(first: string, second: string): string | undefined {
  const comparison = compare(first, second);
  if (comparison.status !== 'compared') return comparison.status;
  const { distance: between } = comparison;
  return (
    between &&
    [between.difference, between.ratio]
      .flatMap((quantity) => (quantity ? [formatQuantity(quantity, 'english')] : []))
      .join(' | ')
  );
}

describe('two figures', () => {
  it.each([
    ['revenue', 'cloud-revenue', 'RMB 214.254 billion | about 7.42 times'],
    ['net-margin', 'sales-and-marketing-share', '4.4 percentage points | about 1.26 times'],
    ['share-opening-move', 'share-closing-move', 'about 4 percentage points | about 1.23 times'],
  ])('%s and %s are so far apart: %3$s', (first, second, expected) => {
    expect(distance(first, second)).toBe(expected);
    expect(distance(second, first)).toBe(expected);
  });

  it('of which one is printed less exactly are as far apart as that one tells', () => {
    expect(distance('revenue', 'sales-and-marketing')).toBe('about RMB 194.5 billion | about 4.66 times');
  });

  it('of which the larger is a lower limit are at least so far apart', () => {
    expect(distance('ai-spending-plan', 'flash-purchase-subsidy')).toBe(
      'more than RMB 330 billion | more than 7.6 times',
    );
  });

  it('of which the smaller is a lower limit are apart by nobody knows how much', () => {
    expect(distance('ai-spending-plan', 'ai-spending-past')).toBeUndefined();
  });

  it('say how their times, their exactness and their kinds differ', () => {
    expect(compare('ai-spending-plan', 'ai-spending-past')).toMatchObject({
      samePeriod: false,
      months: { larger: 36, smaller: 12 },
      bothExact: false,
      sameClaim: false,
    });
    expect(compare('revenue', 'net-profit')).toMatchObject({
      samePeriod: true,
      months: undefined,
      bothExact: true,
      sameClaim: true,
    });
  });
});

describe('what cannot be compared', () => {
  it.each([
    ['amounts in two currencies', 'revenue', 'market-value', 'units'],
    ['users and money', 'monthly-active-users', 'revenue', 'units'],
    ['percentages of different things', 'ai-revenue-share', 'eleme-market-share', 'wholes'],
    ['a figure and itself', 'revenue', 'revenue', 'same'],
    ['a fact without a figure', 'revenue', 'ceo', 'no figure'],
  ])('is refused with its reason: %s', (_what, first, second, status) => {
    expect(compare(first, second).status).toBe(status);
    expect(compare(second, first).status).toBe(status);
  });
});

describe('every comparison', () => {
  it('has the larger first and a difference between what the two are', () => {
    for (const first of findings) {
      for (const second of findings) {
        const comparison = compareFindings(first, second);
        if (comparison.status !== 'compared' || !comparison.distance) continue;
        const { larger, smaller } = comparison;
        const [high, low] = [rangeOf(larger.quantity).value, rangeOf(smaller.quantity).value];
        expect(high).toBeGreaterThanOrEqual(low);
        const { difference } = comparison.distance;
        const unit = rangeOf({ amount: 1, scale: difference.scale }).value;
        expect(Math.abs(rangeOf(difference).value - (high - low))).toBeLessThanOrEqual(0.5 * unit);
      }
    }
  });
});
