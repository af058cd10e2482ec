import type { Knowledge } from './knowledge.ts';
import type { Source } from './schema.ts';

/** The month (1 to 12) in which the fiscal year of the company that an article is about begins. */
export function fiscalYearStarts({ vocabulary }: Knowledge, { company }: Source): number {
  return vocabulary.companies.find(({ id }) => id === company)?.['fiscal-year-starts'] ?? 1;
}
