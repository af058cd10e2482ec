import { containsPeriod, lengthInMonths, periodKey, type Period } from '../knowledge/period.ts';
import type { Calendar } from './calendar.ts';
import { periodRules } from './period-rules.ts';

/**
 * A time that a text names. `relation` says how: the time itself, or only as what something is set against.
 * `elsewhere` is a time that no article can hold, such as tomorrow.
 */
export type PeriodMention = {
  readonly period: Period | 'elsewhere';
  readonly relation: 'in' | 'before' | 'since' | 'after' | 'versus';
  readonly start: number;
  readonly end: number;
};

/**
 * Finds the times that a text names, fiscal and calendar, English and Chinese. Times without a year are the latest
 * that lie before the article; a quarter without the word "fiscal" is a calendar quarter, unless that quarter lies
 * after the article and can only be a fiscal one.
 */
export function readPeriods(text: string, calendar: Calendar): PeriodMention[] {
  const mentions = findPeriods(text, calendar);
  return mentions.filter((mention) => !isNarrowed(mention, mentions));
}

/** Finds every time that a text names, as `readPeriods` does, and keeps those that hold another one. */
export function findPeriods(text: string, calendar: Calendar): PeriodMention[] {
  const mentions: PeriodMention[] = [];
  const isTaken = (start: number, end: number) =>
    mentions.some((mention) => start < mention.end && mention.start < end);
  for (const [pattern, read] of periodRules) {
    for (const match of text.matchAll(pattern)) {
      const [start, end] = [match.index, match.index + match[0].length];
      if (isTaken(start, end)) continue;
      const period = read(match.groups ?? {}, calendar);
      if (period) mentions.push({ period, ...readRelation(text, { start, end, period }) });
    }
  }
  return mentions.toSorted((one, other) => one.start - other.start);
}

/** "Last year's revenue in the same quarter" means the quarter: a time that holds another one adds nothing to it. */
function isNarrowed({ period }: PeriodMention, mentions: readonly PeriodMention[]): boolean {
  return mentions.some(
    ({ period: other }) =>
      period !== 'elsewhere' &&
      other !== 'elsewhere' &&
      periodKey(period) !== periodKey(other) &&
      containsPeriod(period, other),
  );
}

const relationsBefore: readonly (readonly [RegExp, PeriodMention['relation']])[] = [
  [
    /(?<![\p{L}\d])(?:before|b4|prior to|pre|until|till|up to|ahead of)[\s-]*(?:the\s+)?(?:late\s+|early\s+)?$/iu,
    'before',
  ],
  [/(?<![\p{L}\d])(?:since|starting)\s+(?:the\s+)?(?:late\s+|early\s+)?$/iu, 'since'],
  [/自从?\s*$/u, 'since'],
  [/(?<![\p{L}\d])after\s+(?:the\s+)?$/iu, 'after'],
  [
    /(?<![\p{L}\d])(?:than|vs\.?|versus|against|compared\s+(?:to|with)|relative\s+to)\s+(?:in\s+|the\s+|that\s+of\s+|what\s+it\s+was\s+|it\s+was\s+)*$/iu,
    'versus',
  ],
  [/(?:比|较|相比|对比|相较|同)(?:起|于)?\s*$/u, 'versus'],
];

// "Up on last year" compares; "on 1 September" only dates.
const comparisonWithLongTime = /(?<![\p{L}\d])(?:over|from|on)\s+(?:in\s+|the\s+|that\s+of\s+)*$/iu;

const relationsAfter: readonly (readonly [RegExp, PeriodMention['relation']])[] = [
  [/^\s*(?:之前|以前|前)/u, 'before'],
  [/^\s*(?:以来|之后起)/u, 'since'],
];

/** The words around a time that set something against it belong to the mention. */
function readRelation(
  text: string,
  { start, end, period }: Pick<PeriodMention, 'start' | 'end' | 'period'>,
): Pick<PeriodMention, 'relation' | 'start' | 'end'> {
  // "Over the next three years" sets nothing against them.
  if (period !== 'elsewhere' && period.kind === 'span') return { relation: 'in', start, end };
  for (const [pattern, relation] of relationsAfter) {
    const match = pattern.exec(text.slice(end));
    if (match) return { relation, start, end: end + match[0].length };
  }
  const before = text.slice(Math.max(0, start - 40), start);
  const isLong = period !== 'elsewhere' && lengthInMonths(period) >= 3;
  const relations = isLong
    ? [...relationsBefore, [comparisonWithLongTime, 'versus'] as const]
    : relationsBefore;
  for (const [pattern, relation] of relations) {
    const match = pattern.exec(before);
    if (match) return { relation, start: start - match[0].length, end };
  }
  return { relation: 'in', start, end };
}
