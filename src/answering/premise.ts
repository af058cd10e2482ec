import { periodKey } from '../knowledge/period.ts';
import type { NamedPeriod } from './answer.ts';
import type { Calendar } from './calendar.ts';
import type { IndexedFinding } from './index-knowledge.ts';
import { rangesMeet } from './read-numbers.ts';
import type { Reading } from './read-question.ts';

const negation = /n['’]?t\b|\bnot?\b|\bnever\b|不|没|沒|未/iu;
/** "More than 20%" is no figure that could be wrong by its digits. */
const comparison =
  /(?:over|above|under|below|than|least|most|exceed\w*|beyond|超过|超過|高于|高於|低于|低於|多于|不到|至少|以上|以下)\s*$/iu;

/**
 * Whether a question holds something to be true that a finding contradicts: other figures than all of its own of that
 * unit, or a fall where it tells a rise. Only a plain contradiction counts: what is doubtful is answered without a verdict.
 */
export function isContradicted({ text, numbers, items, isCheck }: Reading, finding: IndexedFinding): boolean {
  if (!isCheck || negation.test(text)) return false;
  const { facts, figures } = finding;
  const roseForSure = facts.some(({ change }) => change !== undefined && change.amount > 0);
  if (roseForSure && items.some(({ key }) => key === 'decline')) return true;
  // What is "more than 300 million" may well be 310.
  const isExact = facts.every(
    ({ value, change }) => (value ?? change)?.bound === 'exactly' && (change ?? value)?.bound === 'exactly',
  );
  const claimed = numbers.filter(
    ({ unit, start }) =>
      figures.some((figure) => figure.unit === unit) && !comparison.test(text.slice(0, start)),
  );
  return (
    isExact &&
    claimed.length > 0 &&
    !claimed.some(({ unit, range }) =>
      figures.some((figure) => figure.unit === unit && rangesMeet(figure.range, range)),
    )
  );
}

/** The quarters that a question names by a number that could be a fiscal or a calendar one, as they were read. */
export function ambiguousQuarters({ text, periods }: Reading, { latestQuarter }: Calendar): NamedPeriod[] {
  return periods.flatMap(({ period, start, end }) => {
    const name = text.slice(start, end);
    const isBareNumber =
      /^(?:q[1-4]|[1-4]q|(?:first|second|third|fourth|1st|2nd|3rd|4th)\s+quarter|第?[一二三四1-4]季)/iu.test(
        name,
      );
    if (!isBareNumber || /fiscal|fy|财/iu.test(name) || period === 'elsewhere') return [];
    return periodKey(period) === periodKey(latestQuarter) ? [{ name, period }] : [];
  });
}
