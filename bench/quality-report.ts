import { languageOf } from '../src/answering/language-of.ts';
import { wilsonInterval } from './confidence-interval.ts';
import type { Verdict } from './judge.ts';
import { qualityGoals, type Goal } from './quality-goals.ts';
import { needOf, type Question } from './question.ts';
import { formatTable } from './table.ts';
import type { Trial } from './trial.ts';

/** A line for each goal: what must be reached, what Footnote reaches, and beside it the searches. */
export function formatGoals(footnote: Trial, searches: readonly Trial[]): string {
  const trials = [footnote, ...searches];
  const head = ['% (95% interval)', 'questions', 'goal', ...trials.map(({ name }) => name), 'met'];
  const rows = qualityGoals.map((goal) => {
    const { count, total } = countFor(goal, footnote);
    const shares = trials.map((trial) => formatShare(countFor(goal, trial)));
    const met = total === 0 ? '' : isMet(goal, count / total) ? 'yes' : 'no';
    return [goal.name, `${total}`, formatLimit(goal), ...shares, met];
  });
  return formatTable(head, rows);
}

type Count = { readonly count: number; readonly total: number };

function countFor({ isAbout, verdicts }: Goal, { judged }: Trial): Count {
  const about = judged.filter(({ question }) => isAbout(question));
  return { count: about.filter(({ verdict }) => verdicts.includes(verdict)).length, total: about.length };
}

function formatShare({ count, total }: Count): string {
  if (total === 0) return '';
  const { low, high } = wilsonInterval(count, total);
  return `${percent(count / total)} (${percent(low)}–${percent(high)})`;
}

function percent(share: number): string {
  return (100 * share).toFixed(1);
}

function formatLimit({ limit }: Goal): string {
  if ('atLeast' in limit) return `≥ ${percent(limit.atLeast)}`;
  return limit.atMost === 0 ? 'never' : `≤ ${percent(limit.atMost)}`;
}

function isMet({ limit }: Goal, share: number): boolean {
  return 'atLeast' in limit ? share >= limit.atLeast : share <= limit.atMost;
}

/** How the questions of a trial were judged, by language and by file, each by what they ask for. */
export function formatBreakdown(trial: Trial): string {
  return [
    breakDown(trial, 'by language', (question) => `${languageOf(question.q)}: ${needOf(question)}`),
    breakDown(trial, 'by file and kind', ({ file, kind }) => `${file}: ${kind}`),
  ].join('\n\n');
}

const verdicts: readonly Verdict[] = ['right', 'offered', 'wrong', 'abstained', 'false answer'];

function breakDown({ name, judged }: Trial, by: string, groupOf: (question: Question) => string): string {
  const groups = [...new Set(judged.map(({ question }) => groupOf(question)))].toSorted();
  const rows = groups.map((group) => {
    const members = judged.filter(({ question }) => groupOf(question) === group);
    const [right = 0, ...rest] = verdicts.map(
      (verdict) => members.filter((member) => member.verdict === verdict).length,
    );
    const total = members.length;
    return [group, `${total}`, formatShare({ count: right, total }), ...rest.map(String)];
  });
  const [, ...others] = verdicts;
  return formatTable([`${name} ${by}`, 'questions', 'right %', ...others], rows);
}
