import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decimalsOf, quantitySchema, rangeOf } from '../../src/knowledge/quantity.ts';
import { quantities } from './quantities.ts';

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
