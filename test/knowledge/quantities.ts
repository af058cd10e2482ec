import * as fc from 'fast-check';
import type { Quantity } from '../../src/knowledge/quantity.ts';

/** Amounts as an article prints them: at most three digits behind the decimal point. */
const amounts = fc
  .record({ digits: fc.oneof(fc.nat(9_999), fc.nat(999_999_999)), decimals: fc.integer({ min: 0, max: 3 }) })
  .map(({ digits, decimals }) => Number(`${digits}e-${decimals}`));

/** Figures of every unit, scale and bound. */
export const quantities: fc.Arbitrary<Quantity> = fc.record(
  {
    amount: amounts,
    scale: fc.constantFrom('thousand', 'million', 'billion', 'trillion'),
    unit: fc.constantFrom(
      'CNY',
      'HKD',
      'USD',
      'percent',
      'percentage points',
      'times',
      'users',
      'shares',
      'years',
      'quarters',
      'months',
    ),
    bound: fc.constantFrom('exactly', 'more than', 'nearly', 'about'),
  },
  { requiredKeys: ['amount', 'unit', 'bound'] },
);
