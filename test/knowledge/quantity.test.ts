import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  decimalsOf,
  formatQuantity,
  quantitySchema,
  rangeOf,
  type Quantity,
  type Unit,
} from '../../src/knowledge/quantity.ts';

/** Amounts as an article prints them: at most three digits behind the decimal point. */
const amounts = fc
  .record({ digits: fc.integer({ min: 0, max: 999_999_999 }), decimals: fc.integer({ min: 0, max: 3 }) })
  .map(({ digits, decimals }) => Number(`${digits}e-${decimals}`));

const quantities: fc.Arbitrary<Quantity> = fc.record(
  {
    amount: amounts,
    scale: fc.constantFrom('thousand', 'million', 'billion', 'trillion'),
    unit: fc.constantFrom('CNY', 'HKD', 'USD', 'percent', 'percentage points', 'times', 'users'),
    bound: fc.constantFrom('exactly', 'more than', 'nearly', 'about'),
  },
  { requiredKeys: ['amount', 'unit', 'bound'] },
);

describe('a figure for a reader', () => {
  it.each([
    [{ amount: 247.652, scale: 'billion', unit: 'CNY' }, 'RMB 247.652 billion'],
    [{ amount: 380, scale: 'billion', unit: 'CNY', bound: 'more than' }, 'more than RMB 380 billion'],
    [{ amount: 2.61, scale: 'trillion', unit: 'HKD' }, 'HK$2.61 trillion'],
    [{ amount: 137.1, unit: 'HKD' }, 'HK$137.1'],
    [{ amount: 5, scale: 'thousand', unit: 'USD', bound: 'about' }, 'about US$5 thousand'],
    [{ amount: 15, unit: 'percent', bound: 'nearly' }, 'nearly 15%'],
    [{ amount: 300, scale: 'million', unit: 'users', bound: 'more than' }, 'more than 300 million users'],
    [{ amount: 15, unit: 'percentage points' }, '15 percentage points'],
    [{ amount: 2.15, unit: 'times' }, '2.15 times'],
    [{ amount: 247_652, unit: 'users' }, '247,652 users'],
  ])('is printed from %j as %s', (quantity, text) => {
    expect(formatQuantity(quantitySchema.parse(quantity))).toBe(text);
  });

  it('begins with its bound, and with none where it is exact', () => {
    fc.assert(
      fc.property(quantities, (quantity) => {
        const exact = formatQuantity({ ...quantity, bound: 'exactly' });
        const words = quantity.bound === 'exactly' ? '' : `${quantity.bound} `;
        expect(exact).toMatch(/^(?:RMB |HK\$|US\$)?\d/);
        expect(formatQuantity(quantity)).toBe(words + exact);
      }),
    );
  });

  it('shows every digit that was printed, its scale and its unit', () => {
    const written: Record<Unit, string> = {
      CNY: 'RMB ',
      HKD: 'HK$',
      USD: 'US$',
      percent: '%',
      'percentage points': ' percentage points',
      times: ' times',
      users: ' users',
    };
    fc.assert(
      fc.property(quantities, (quantity) => {
        const { amount, scale = '', unit } = quantity;
        const text = formatQuantity(quantity);
        expect(Number(/[\d,.]+/.exec(text)?.[0].replaceAll(',', ''))).toBe(amount);
        expect(text).toContain(scale);
        expect(text).toContain(written[unit]);
      }),
    );
  });
});

describe('the rounding of a figure', () => {
  it.each([
    [33.398, 3],
    [53.2, 1],
    [18.5, 1],
    [76, 0],
    [0.001, 3],
    [-2.5, 1],
  ])('is told by the digits of %d: %i behind the point', (amount, decimals) => {
    expect(decimalsOf(amount)).toBe(decimals);
  });

  it('leaves open half of the last digit on either side, in base units', () => {
    const { low, value, high } = rangeOf({ amount: 2.61, scale: 'trillion' });
    expect([low, value, high].map((figure) => Math.round(figure / 1e9))).toEqual([2605, 2610, 2615]);
    expect(rangeOf({ amount: 76 })).toEqual({ low: 75.5, value: 76, high: 76.5 });
  });

  it('always has the figure in its middle', () => {
    fc.assert(
      fc.property(quantities, (quantity) => {
        const { low, value, high } = rangeOf(quantity);
        expect(low).toBeLessThan(value);
        expect(high).toBeGreaterThan(value);
        expect((low + high) / 2 / (value || 1)).toBeCloseTo(value === 0 ? 0 : 1, 6);
      }),
    );
  });

  it('is finer the more digits are printed', () => {
    const widths = [33, 33.4, 33.39, 33.398].map((amount) => {
      const { low, high } = rangeOf({ amount, scale: 'billion' });
      return high - low;
    });
    expect(widths).toEqual(widths.toSorted((one, other) => other - one));
    expect(new Set(widths).size).toBe(4);
  });
});

describe('a figure in a knowledge file', () => {
  it('is exact unless it says otherwise', () => {
    expect(quantitySchema.parse({ amount: 2, unit: 'percent' }).bound).toBe('exactly');
  });

  it.each([
    [{ unit: 'CNY' }],
    [{ amount: 5 }],
    [{ amount: '5', unit: 'CNY' }],
    [{ amount: 5, unit: 'yuan' }],
    [{ amount: 5, unit: 'CNY', scale: 'milliard' }],
    [{ amount: 5, unit: 'CNY', bound: 'over' }],
    [{ amount: 5, unit: 'CNY', note: 'x' }],
    [{ amount: Infinity, unit: 'CNY' }],
    [{ amount: NaN, unit: 'CNY' }],
  ])('is refused when it is %j', (written) => {
    expect(quantitySchema.safeParse(written).success).toBe(false);
  });
});
