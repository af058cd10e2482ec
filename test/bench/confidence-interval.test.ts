import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { wilsonInterval } from '../../bench/confidence-interval.ts';

const counts = fc
  .integer({ min: 1, max: 5_000 })
  .chain((total) => fc.record({ count: fc.integer({ min: 0, max: total }), total: fc.constant(total) }));

describe("Wilson's interval", () => {
  it.each([
    [0, 10, 0, 0.2775],
    [10, 10, 0.7225, 1],
    [5, 10, 0.2366, 0.7634],
    [81, 263, 0.2553, 0.3662],
  ])('of %i in %i is %f to %f', (count, total, low, high) => {
    expect(wilsonInterval(count, total).low).toBeCloseTo(low, 4);
    expect(wilsonInterval(count, total).high).toBeCloseTo(high, 4);
  });

  it('says nothing where nothing was tried', () => {
    expect(wilsonInterval(0, 0)).toEqual({ low: 0, high: 1 });
  });

  it('holds the share that was seen, and stays within 0 and 1', () => {
    fc.assert(
      fc.property(counts, ({ count, total }) => {
        const { low, high } = wilsonInterval(count, total);
        expect(low).toBeGreaterThanOrEqual(0);
        expect(high).toBeLessThanOrEqual(1);
        expect(low).toBeLessThanOrEqual(count / total + 1e-12);
        expect(high).toBeGreaterThanOrEqual(count / total - 1e-12);
      }),
    );
  });

  it('is the mirror image for the share of all the others', () => {
    fc.assert(
      fc.property(counts, ({ count, total }) => {
        expect(wilsonInterval(total - count, total).low).toBeCloseTo(1 - wilsonInterval(count, total).high);
      }),
    );
  });

  it('gets narrower the more was tried', () => {
    fc.assert(
      fc.property(counts, ({ count, total }) => {
        const width = (times: number) => {
          const { low, high } = wilsonInterval(count * times, total * times);
          return high - low;
        };
        expect(width(2)).toBeLessThan(width(1));
      }),
    );
  });
});
