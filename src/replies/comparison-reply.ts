import { claimOf, type Compared, type Comparison } from '../answering/compare-findings.ts';
import type { Finding } from '../answering/finding.ts';
import { textsOf } from '../answering/word-answer.ts';
import { wordings } from '../answering/wording.ts';
import type { Reply } from '../discord/reply.ts';
import { fiscalYearStarts } from '../knowledge/fiscal-year.ts';
import { formatQuantity } from '../knowledge/format-quantity.ts';
import { namePeriod } from '../knowledge/name-period.ts';
import { findingButton, ownButton } from './buttons.ts';
import { lineOf } from './listing.ts';
import { createRows } from './rows.ts';
import type { Writing } from './writing.ts';

type Pair = readonly [first: Finding, second: Finding];

/** Two figures side by side, how far they are apart and what makes them comparable, or why they are not. */
export function replyWithComparison(writing: Writing, comparison: Comparison, pair: Pair): Reply {
  const isRefusal = comparison.status !== 'compared';
  const shown = comparison.status === 'same' ? pair.slice(0, 1) : pair;
  return {
    content: [
      `**${headlineOf(writing, comparison)}**`,
      ...shown.map((finding) => lineOf(finding, writing.language)),
      ...(isRefusal ? [] : grounds(writing, comparison)),
    ].join('\n'),
    ephemeral: isRefusal,
    rows: createRows([
      ...shown.map((finding) => findingButton(writing, finding)),
      ownButton(writing, isRefusal),
    ]),
  };
}

function headlineOf({ language, texts }: Writing, comparison: Comparison): string {
  const titleOf = (finding: Finding) => textsOf(finding, language).title;
  const sideOf = ({ finding, quantity }: Compared) => ({
    title: titleOf(finding),
    unit: texts.units[quantity.unit],
  });
  switch (comparison.status) {
    case 'compared': {
      const { larger, smaller, distance } = comparison;
      const titles = { larger: titleOf(larger.finding), smaller: titleOf(smaller.finding) };
      if (!distance) return texts.openDistance(titles);
      const { difference, ratio } = distance;
      if (difference.amount === 0) return texts.equal(titles);
      return texts.distance({
        ...titles,
        difference: formatQuantity(difference, language),
        ratio: ratio && formatQuantity(ratio, language),
      });
    }
    case 'same':
      return texts.sameFigure;
    case 'no figure':
      return texts.noFigure(titleOf(comparison.finding));
    case 'units':
      return texts.otherUnits(sideOf(comparison.first), sideOf(comparison.second));
    case 'wholes':
      return texts.otherWholes(titleOf(comparison.first.finding), titleOf(comparison.second.finding));
    default:
      return comparison satisfies never;
  }
}

/** Whether two figures are alike in unit, time, exactness and kind, a line each. */
function grounds(writing: Writing, comparison: Extract<Comparison, { status: 'compared' }>): string[] {
  const { knowledge, language, texts } = writing;
  const { larger, smaller, samePeriod, months, bothExact, sameClaim } = comparison;
  const both = (describe: (finding: Finding) => string) =>
    [larger.finding, smaller.finding].map(describe).join(' / ');
  const periodOf = ({ period, article }: Finding) =>
    period ? namePeriod(period, fiscalYearStarts(knowledge, article.source), language) : texts.noPeriod;
  const { claims } = wordings[language];
  const claimNameOf = (finding: Finding) => claims[claimOf(finding)];
  const bounds = [larger, smaller].map(({ quantity }) => texts.bounds[quantity.bound]).join(' / ');
  return [
    `${markOf(true)} ${texts.unit}${texts.units[larger.quantity.unit]}`,
    `${markOf(samePeriod)} ${texts.period}${samePeriod ? periodOf(larger.finding) : both(periodOf)}`,
    ...(months ? [`${markOf(false)} ${texts.otherLengths(months.larger, months.smaller)}`] : []),
    `${markOf(bothExact)} ${texts.exactness}${bothExact ? texts.bounds.exactly : bounds}`,
    `${markOf(sameClaim)} ${texts.claim}${sameClaim ? claims[claimOf(larger.finding)] : both(claimNameOf)}`,
    `-# ${texts.comparisonNote}`,
  ];
}

function markOf(isAlike: boolean): string {
  return isAlike ? '✓' : '≠';
}
