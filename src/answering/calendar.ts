import type { Knowledge } from '../knowledge/knowledge.ts';
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
export function createCalendar({ articles, vocabulary }: Knowledge): Calendar {
  const newest = articles.toSorted((one, other) => other.source.date.localeCompare(one.source.date))[0];
  const company = vocabulary.companies.find(({ id }) => id === newest?.source.company);
  const quarters = (newest?.facts ?? []).flatMap(({ period, claim }) =>
    period?.kind === 'dates' && claim === 'reported figure' && period.from !== period.to ? [period] : [],
  );
  const latestQuarter = quarters.toSorted((one, other) => other.to.localeCompare(one.to))[0];
  if (!newest || !company || !latestQuarter) throw new Error('no article reports a figure of a quarter');
  return { latestQuarter, today: newest.source.date, fiscalYearStarts: company['fiscal-year-starts'] };
}
