import { z } from 'zod';

/** How a figure is bounded in the source: "more than" and "nearly" are kept, never rounded away. */
export const boundSchema = z.enum(['exactly', 'more than', 'nearly', 'about']);

const scales = { thousand: 1e3, million: 1e6, billion: 1e9, trillion: 1e12 } as const;

const scaleSchema = z.enum(['thousand', 'million', 'billion', 'trillion']);

const unitSchema = z.enum([
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
]);

/** A figure as the source prints it: 2.61 trillion HKD. Its digits tell how far it was rounded. */
export const quantitySchema = z.strictObject({
  amount: z.number(),
  scale: scaleSchema.optional(),
  unit: unitSchema,
  bound: boundSchema.default('exactly'),
});

export type Bound = z.output<typeof boundSchema>;
export type Scale = z.output<typeof scaleSchema>;
export type Unit = z.output<typeof unitSchema>;
export type Quantity = z.output<typeof quantitySchema>;

/** A figure in base units (yuan, users, percent) with the range that its printed rounding leaves open. */
export type Range = { readonly low: number; readonly value: number; readonly high: number };

/** The scale in which an amount of base units is printed: 19,000,000,000 in billions. */
export function scaleFor(amount: number): Scale | undefined {
  return scaleSchema.options.findLast((scale) => scales[scale] <= amount);
}

/** How many digits a printed amount has behind its decimal point: 33.398 has three. */
export function decimalsOf(amount: number): number {
  return String(amount).split('.')[1]?.length ?? 0;
}

/** The figure and its rounding range in base units. A bound such as "more than" is not part of the range. */
export function rangeOf({ amount, scale }: Pick<Quantity, 'amount' | 'scale'>): Range {
  const factor = scale === undefined ? 1 : scales[scale];
  const halfOfLastDigit = 0.5 * 10 ** -decimalsOf(amount);
  return {
    low: (amount - halfOfLastDigit) * factor,
    value: amount * factor,
    high: (amount + halfOfLastDigit) * factor,
  };
}
