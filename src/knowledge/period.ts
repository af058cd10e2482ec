/**
 * A stretch of time: calendar dates (ISO, both ends included), or a span that is only known by its length, such as
 * "the next three years" (36 months ahead) and "the past four quarters" (12 months back).
 */
export type Period =
  | { readonly kind: 'dates'; readonly from: string; readonly to: string }
  | {
      readonly kind: 'span';
      readonly direction: 'past' | 'next';
      readonly months: number;
      /** How it is spoken of: four quarters, not twelve months. */
      readonly count: number;
      readonly unit: SpanUnit;
    };

export type SpanUnit = 'month' | 'quarter' | 'year';

/** How many months each unit of a span has. */
export const monthsIn: Record<SpanUnit, number> = { month: 1, quarter: 3, year: 12 };

/** The months from one to another, both included. `fromMonth` may run past 12 or below 1, into other years. */
export function monthsPeriod(year: number, fromMonth: number, months: number): Period {
  const from = new Date(Date.UTC(year, fromMonth - 1, 1));
  const to = new Date(Date.UTC(year, fromMonth - 1 + months, 0));
  return { kind: 'dates', from: isoDate(from), to: isoDate(to) };
}

/** One calendar day. Undefined for a day that no calendar has, such as 30 February. */
export function dayPeriod(year: number, month: number, day: number): Period | undefined {
  const date = new Date(Date.UTC(year, month - 1, day));
  if (date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) return undefined;
  return { kind: 'dates', from: isoDate(date), to: isoDate(date) };
}

/** A span known by its length alone, such as "next 3 years". */
export function spanPeriod(direction: 'past' | 'next', count: number, unit: SpanUnit): Period {
  return { kind: 'span', direction, months: count * monthsIn[unit], count, unit };
}

/** Reads the short forms that curators write: 2025, 2025-Q2, 2025-04, 2025-09-01, "next 3 years". Undefined for others. */
export function parsePeriod(text: string): Period | undefined {
  const span = /^(past|next) (\d+) (month|quarter|year)s?$/.exec(text);
  if (span) {
    const [, direction, count, unit] = span;
    return spanPeriod(
      direction === 'past' ? 'past' : 'next',
      Number(count),
      unit === 'month' ? 'month' : unit === 'quarter' ? 'quarter' : 'year',
    );
  }
  const dated = /^(\d{4})(?:-Q([1-4])|-(0[1-9]|1[0-2])(?:-(\d{2}))?)?$/.exec(text);
  if (!dated) return undefined;
  const [, year, quarter, month, day] = dated;
  if (quarter) return monthsPeriod(Number(year), Number(quarter) * 3 - 2, 3);
  if (!month) return monthsPeriod(Number(year), 1, 12);
  return day === undefined
    ? monthsPeriod(Number(year), Number(month), 1)
    : dayPeriod(Number(year), Number(month), Number(day));
}

/** A text that is equal for equal periods, for sets and index keys. */
export function periodKey(period: Period): string {
  return period.kind === 'dates'
    ? `${period.from}..${period.to}`
    : `${period.direction} ${period.months} months`;
}

/** Whether all of `inner` lies within `outer`. A span lies within nothing but its equal. */
export function containsPeriod(outer: Period, inner: Period): boolean {
  if (outer.kind === 'span' || inner.kind === 'span') return periodKey(outer) === periodKey(inner);
  return outer.from <= inner.from && inner.to <= outer.to;
}

/** The same dates a number of months later (or earlier, when negative). Spans have no dates and stay as they are. */
export function shiftPeriod(period: Period, months: number): Period {
  if (period.kind === 'span') return period;
  const { year, month } = monthOf(period.from);
  return monthsPeriod(year, month + months, lengthInMonths(period));
}

/** How many calendar months dates touch: 3 for a quarter, 1 for a day. */
export function lengthInMonths(period: Extract<Period, { kind: 'dates' }>): number {
  const from = monthOf(period.from);
  const to = monthOf(period.to);
  return (to.year - from.year) * 12 + to.month - from.month + 1;
}

/** The fiscal quarter that begins in a month. A fiscal year is named for the calendar year in which it ends. */
export function fiscalQuarter(
  year: number,
  month: number,
  fiscalYearStarts: number,
): { quarter: number; fiscalYear: number } {
  const monthsIntoYear = (month - fiscalYearStarts + 12) % 12;
  const startYear = month >= fiscalYearStarts ? year : year - 1;
  return {
    quarter: Math.floor(monthsIntoYear / 3) + 1,
    fiscalYear: fiscalYearStarts === 1 ? startYear : startYear + 1,
  };
}

/** The year and the month (1 to 12) of an ISO date. */
export function monthOf(date: string): { year: number; month: number } {
  return { year: Number(date.slice(0, 4)), month: Number(date.slice(5, 7)) };
}

function isoDate(date: Date): string {
  return date.toISOString().slice(0, 10);
}
