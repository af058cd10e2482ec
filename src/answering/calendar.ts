import { fiscalYearStarts } from '../knowledge/fiscal-year.ts';
import type { Article, Knowledge } from '../knowledge/knowledge.ts';
import type { Period } from '../knowledge/period.ts';

/** From where relative and fiscal times are counted. */
export type Calendar = {
  /** The quarter that the newest article reports on. */
  readonly latestQuarter: Extract<Period, { kind: 'dates' }>;
  /** The day of the newest article (ISO): times after it have not been reported on. */
  readonly today: string;
  readonly fiscalYearStarts: number;
};

/**
 * Makes the calendar of a knowledge base: its newest article tells what "last quarter" means. Throws an Error where no
 * article reports a figure of a quarter.
 */
export function createCalendar(knowledge: Knowledge): Calendar {
  const newest = knowledge.articles.toSorted((one, other) =>
    other.source.date.localeCompare(one.source.date),
  )[0];
  const calendar = newest && calendarOf(knowledge, newest);
  if (!calendar) throw new Error('no article reports a figure of a quarter');
  return calendar;
}

/** Makes the calendar of one article. Undefined where it reports no figure of a quarter. */
export function calendarOf(knowledge: Knowledge, { source, facts }: Article): Calendar | undefined {
  const quarters = facts.flatMap(({ period, claim }) =>
    period?.kind === 'dates' && claim === 'reported figure' && period.from !== period.to ? [period] : [],
  );
  const latestQuarter = quarters.toSorted((one, other) => other.to.localeCompare(one.to))[0];
  return (
    latestQuarter && {
      latestQuarter,
      today: source.date,
      fiscalYearStarts: fiscalYearStarts(knowledge, source),
    }
  );
}
