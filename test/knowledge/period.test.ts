import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  containsPeriod,
  dayPeriod,
  lengthInMonths,
  monthsPeriod,
  parsePeriod,
  periodKey,
  shiftPeriod,
  spanPeriod,
  type Period,
} from '../../src/knowledge/period.ts';

const years = fc.integer({ min: 1900, max: 2200 });
const months = fc.integer({ min: 1, max: 12 });
const units = fc.constantFrom('month', 'quarter', 'year');
const directions = fc.constantFrom('past', 'next');

const wholeMonths = fc
  .record({ year: years, month: months, length: fc.integer({ min: 1, max: 36 }) })
  .map(({ year, month, length }) => monthsPeriod(year, month, length));

const days = fc
  .date({ min: new Date('1900-01-01'), max: new Date('2200-12-31'), noInvalidDate: true })
  .map((date): Period => {
    const day = date.toISOString().slice(0, 10);
    return { kind: 'dates', from: day, to: day };
  });

const spans = fc
  .record({ direction: directions, count: fc.integer({ min: 1, max: 40 }), unit: units })
  .map(({ direction, count, unit }) => spanPeriod(direction, count, unit));

const periods: fc.Arbitrary<Period> = fc.oneof(wholeMonths, days, spans);

/** The grammar, written down a second time: a year, its quarters, its months, the days that the calendar has, a span. */
function isWritten(text: string): boolean {
  if (/^\d{4}-\d{2}-\d{2}$/.test(text)) {
    const date = new Date(`${text}T00:00:00Z`);
    return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
  }
  return /^\d{4}(?:-Q[1-4]|-0[1-9]|-1[0-2])?$|^(?:past|next) \d+ (?:month|quarter|year)s?$/.test(text);
}

describe('a period', () => {
  it.each([
    ['2025', '2025-01-01', '2025-12-31'],
    ['2025-Q1', '2025-01-01', '2025-03-31'],
    ['2025-Q4', '2025-10-01', '2025-12-31'],
    ['2025-04', '2025-04-01', '2025-04-30'],
    ['2024-02', '2024-02-01', '2024-02-29'],
    ['2025-02', '2025-02-01', '2025-02-28'],
    ['2025-09-01', '2025-09-01', '2025-09-01'],
    ['2024-02-29', '2024-02-29', '2024-02-29'],
  ])('that is written %s has its first and its last day', (text, from, to) => {
    expect(parsePeriod(text)).toEqual({ kind: 'dates', from, to });
  });

  it.each([
    ['past 4 quarters', 'past', 12, 4, 'quarter'],
    ['next 3 years', 'next', 36, 3, 'year'],
    ['next 1 year', 'next', 12, 1, 'year'],
    ['next 12 months', 'next', 12, 12, 'month'],
  ])('that is written %s has a direction, a length and what it is counted in', (text, ...told) => {
    const [direction, length, count, unit] = told;
    expect(parsePeriod(text)).toEqual({ kind: 'span', direction, months: length, count, unit });
  });

  it.each([
    '2025-Q0',
    '2025-Q5',
    '2025-q2',
    'Q2 2025',
    '25',
    '2025-4',
    '2025-4-1',
    '',
    ' 2025',
    '2025 ',
    '2025\n',
  ])('is not read from %j', (text) => {
    expect(parsePeriod(text)).toBeUndefined();
  });

  it.each(['2025-00', '2025-13', '2025-02-29', '2025-04-31', '2025-01-00', '2025-01-32'])(
    'is not read from %j, which no calendar has',
    (text) => {
      expect(parsePeriod(text)).toBeUndefined();
    },
  );

  it('is read from what the grammar says, and from nothing else', () => {
    const near = fc.stringMatching(/^(?:19|20)\d{2}(?:-Q?\d{1,2}(?:-\d{1,2})?)?$/);
    const nearSpan = fc.stringMatching(/^(?:past|next|last) ?[1-9]\d? ?(?:month|quarter|year|day)s?$/);
    fc.assert(
      fc.property(fc.oneof(near, nearSpan, fc.string({ unit: 'binary' })), (text) => {
        expect(parsePeriod(text) !== undefined).toBe(isWritten(text));
      }),
      { numRuns: 1_000 },
    );
  });

  it('of one day is none for a day that no calendar has', () => {
    expect(dayPeriod(2025, 2, 29)).toBeUndefined();
    expect(dayPeriod(2025, 6, 31)).toBeUndefined();
    expect(dayPeriod(2025, 9, 1)).toEqual({ kind: 'dates', from: '2025-09-01', to: '2025-09-01' });
  });

  it('of months may begin in a month before or after its year', () => {
    expect(monthsPeriod(2025, 0, 1)).toEqual(monthsPeriod(2024, 12, 1));
    expect(monthsPeriod(2025, 13, 3)).toEqual(monthsPeriod(2026, 1, 3));
  });

  it('has as many months as it was made of', () => {
    fc.assert(
      fc.property(years, months, fc.integer({ min: 1, max: 36 }), (year, month, length) => {
        const period = monthsPeriod(year, month, length);
        expect(period.kind === 'dates' && lengthInMonths(period)).toBe(length);
      }),
    );
  });

  it('has a key that equal periods share and others do not', () => {
    expect(periodKey(spanPeriod('next', 1, 'year'))).toBe(periodKey(spanPeriod('next', 12, 'month')));
    expect(periodKey(spanPeriod('next', 1, 'year'))).not.toBe(periodKey(spanPeriod('past', 1, 'year')));
    fc.assert(
      fc.property(wholeMonths, wholeMonths, (one, other) => {
        const areEqual = JSON.stringify(one) === JSON.stringify(other);
        expect(periodKey(one) === periodKey(other)).toBe(areEqual);
      }),
    );
  });
});

describe('a shifted period', () => {
  it('is the same stretch, months earlier or later', () => {
    const quarter = monthsPeriod(2025, 4, 3);
    expect(shiftPeriod(quarter, -12)).toEqual(monthsPeriod(2024, 4, 3));
    expect(shiftPeriod(quarter, -3)).toEqual(monthsPeriod(2025, 1, 3));
    expect(shiftPeriod(quarter, 9)).toEqual(monthsPeriod(2026, 1, 3));
    expect(shiftPeriod(monthsPeriod(2024, 2, 1), 12)).toEqual(monthsPeriod(2025, 2, 1));
  });

  it('comes back when it is shifted by as much the other way', () => {
    fc.assert(
      fc.property(fc.oneof(wholeMonths, spans), fc.integer({ min: -600, max: 600 }), (period, by) => {
        expect(shiftPeriod(shiftPeriod(period, by), -by)).toEqual(period);
      }),
    );
  });

  it('keeps its length, and moves when it has dates', () => {
    fc.assert(
      fc.property(wholeMonths, fc.integer({ min: 1, max: 600 }), (period, by) => {
        const shifted = shiftPeriod(period, by);
        if (period.kind === 'span' || shifted.kind === 'span') throw new Error('these periods have dates');
        expect(lengthInMonths(shifted)).toBe(lengthInMonths(period));
        expect(shifted.from > period.from).toBe(true);
      }),
    );
  });
});

describe('containment', () => {
  it('holds between a year, its quarters, their months and their days', () => {
    const nested = ['2025', '2025-Q2', '2025-06', '2025-06-30'].map(parsePeriod);
    for (const [place, outer] of nested.entries()) {
      for (const [otherPlace, inner] of nested.entries()) {
        expect(outer && inner && containsPeriod(outer, inner)).toBe(place <= otherPlace);
      }
    }
  });

  it('holds between every period and itself', () => {
    fc.assert(
      fc.property(periods, (period) => {
        expect(containsPeriod(period, period)).toBe(true);
      }),
    );
  });

  it('holds both ways only between equal periods', () => {
    fc.assert(
      fc.property(periods, periods, (one, other) => {
        const bothWays = containsPeriod(one, other) && containsPeriod(other, one);
        expect(bothWays).toBe(periodKey(one) === periodKey(other));
      }),
    );
  });

  it('passes on from a period to what lies within what lies within it', () => {
    const small = fc
      .record({ month: fc.integer({ min: 1, max: 6 }), length: fc.integer({ min: 1, max: 6 }) })
      .map(({ month, length }) => monthsPeriod(2025, month, length));
    fc.assert(
      fc.property(small, small, small, (outer, middle, inner) => {
        const chained = containsPeriod(outer, middle) && containsPeriod(middle, inner);
        expect(!chained || containsPeriod(outer, inner)).toBe(true);
      }),
    );
  });

  it('never holds between a span and dates', () => {
    fc.assert(
      fc.property(spans, fc.oneof(wholeMonths, days), (span, dated) => {
        expect([containsPeriod(span, dated), containsPeriod(dated, span)]).toEqual([false, false]);
      }),
    );
  });
});
