import type { Calendar } from '../answering/calendar.ts';
import { cleanText } from '../answering/clean-text.ts';
import { isName, spotPhrase, type Lexicon } from '../answering/lexicon.ts';
import { readNumbers, type NumberMention } from '../answering/read-numbers.ts';
import { findPeriods } from '../answering/read-periods.ts';
import { lengthInMonths, parsePeriod, periodKey, shiftPeriod, type Period } from '../knowledge/period.ts';
import { namePeriod } from '../knowledge/name-period.ts';
import { rangeOf, type Quantity } from '../knowledge/quantity.ts';
import { tokenise } from '../knowledge/tokenise.ts';

/** A figure, date or name as a text prints it. Two are the same one if their keys are equal, however they are spelt. */
export type Printed = {
  readonly kind: 'figure' | 'percentage' | 'number' | 'date' | 'name';
  readonly key: string;
  /** The keys of what is thereby printed too: a day is in its month, a quarter begins and ends in one. */
  readonly implies?: readonly string[];
  /** Of a move, the keys of its two ends. */
  readonly ends?: readonly string[];
  /** As it is written, for a reader. */
  readonly text: string;
  readonly start: number;
  readonly end: number;
};

/** What reading needs to know: the words of the vocabulary, and the calendar of the article. */
type PrintedContext = { readonly lexicon: Lexicon; readonly calendar: Calendar };

type Place = { readonly start: number; readonly end: number };

/** Finds every figure, percentage, date and name in a text, in order. */
export function readPrinted(text: string, context: PrintedContext): Printed[] {
  const cleaned = spellOut(cleanText(text));
  // "A year ago" is what a change is measured against, and no date of its own.
  const yearAgo = periodKey(shiftPeriod(context.calendar.latestQuarter, -12));
  const periods = findPeriods(cleaned, context.calendar).filter(
    ({ period, start, end }) =>
      period === 'elsewhere' || periodKey(period) !== yearAgo || /\d/.test(cleaned.slice(start, end)),
  );
  const figures = readNumbers(cleaned).filter((figure) => !isWithinAny(figure, periods));
  const dates = periods.flatMap(({ period, start, end }): Printed[] =>
    period === 'elsewhere'
      ? []
      : [
          {
            kind: 'date',
            key: dateKey(period),
            implies: impliedKeys(period),
            text: cleaned.slice(start, end),
            start,
            end,
          },
          ...strayDigits(cleaned, { start, end }, digitsOf(period, context.calendar)),
        ],
  );
  const amounts = figures.map((figure) => toAmount(cleaned, figure));
  const durations = [...cleaned.matchAll(durationPattern)]
    .map((match) => toDuration(match))
    .filter((duration) => !isWithinAny(duration, figures));
  const taken = [...figures, ...periods, ...durations];
  const bare = [...cleaned.matchAll(numberPattern)]
    .map((match) => toBareNumber(match))
    .filter((number) => !isWithinAny(number, taken));
  return [
    ...dates,
    ...amounts,
    ...moves(cleaned, amounts),
    ...durations,
    ...bare,
    ...readNames(cleaned, [...figures, ...periods], context.lexicon).filter(
      // The sign of a currency is part of its figure, though "HK$" names a place besides.
      ({ key, ...place }) => !key.startsWith(wordKey('')) || !isWithinAny(place, amounts),
    ),
  ].toSorted((one, other) => one.start - other.start);
}

/** The key of a date or a stretch of time. */
export function dateKey(period: Period): string {
  return `date ${periodKey(period)}`;
}

/** The key of a term of the vocabulary that names somebody or something. */
export function nameKey(id: string): string {
  return `name ${id}`;
}

/** The key of a word that is written with a capital. */
export function wordKey(word: string): string {
  return `word ${word}`;
}

/** The key of a figure that a fact holds as a value. What is counted (users) is no part of how a figure is printed. */
export function figureKey({ amount, scale, unit, bound }: Quantity): string {
  const printedUnit = unit === 'users' || unit === 'times' ? 'number' : unit;
  const { value } = rangeOf({ amount: Math.abs(amount), scale });
  return keyOf({ value, unit: printedUnit, bound });
}

/** The keys of what a time says besides: a day is in its month, a quarter has its two ends and its last day. */
function impliedKeys(period: Period): string[] {
  const length = lasts(period);
  if (period.kind === 'span' || lengthInMonths(period) > 3) return [length];
  const ends = [period.from.slice(0, 7), period.to.slice(0, 7), period.to].map(parsePeriod);
  return [length, ...ends.flatMap((end) => (end ? [dateKey(end)] : []))];
}

/** The key of how long a time lasts: a quarter is three months. */
export function lasts(period: Period): string {
  return durationKey(period.kind === 'span' ? period.months : lengthInMonths(period));
}

function durationKey(months: number): string {
  return `lasts ${months} months`;
}

function keyOf({ value, unit, bound }: { value: number; unit: string; bound: Quantity['bound'] }): string {
  const exact = Number(value.toPrecision(12));
  return `${bound} ${exact} ${unit}`;
}

// A dateline such as "Deep News09-01" and a code such as "HK09988" leave no space before their digits.
function spellOut(text: string): string {
  return text.replaceAll(/(?<=\p{Ll})(?=\d)/gu, ' ');
}

function isWithinAny(inner: Place, outers: readonly Place[]): boolean {
  return outers.some((outer) => outer.start <= inner.start && inner.end <= outer.end);
}

const boundsBefore: readonly (readonly [RegExp, Quantity['bound']])[] = [
  [
    /\b(?:more than|over|above|exceed(?:s|ed|ing)?|passed|topped|at least|upwards of)\s*$|(?:超过?|逾|多于|突破)\s*$/iu,
    'more than',
  ],
  [/\b(?:nearly|almost|close to|just under)\s*$|(?:接?近|将近)\s*$/iu, 'nearly'],
  [/\b(?:about|around|approximately|roughly|some)\s*$|(?:大?约)\s*$/iu, 'about'],
];

const currencies: readonly (readonly [before: RegExp, after: RegExp, unit: string])[] = [
  [/(?:HK\$|HKD)\s*$/i, /^\s*(?:HK dollars|Hong Kong dollars|HKD|港元|港币)/i, 'HKD'],
  [/(?:RMB|CNY|¥)\s*$/i, /^\s*(?:yuan|RMB|CNY|元|人民币)/i, 'CNY'],
  [/(?:US\$|USD|\$)\s*$/i, /^\s*(?:US dollars|dollars|USD|美元)/i, 'USD'],
];

type Amount = Printed & { readonly unit: string };

/** A figure with what stands around it: its currency, and the words that bound it. */
function toAmount(text: string, figure: NumberMention): Amount {
  const { start, end } = figure;
  const [before, after] = [text.slice(0, start), text.slice(end)];
  const written = text.slice(start, end);
  const currency = currencies.find(
    ([sign, word]) => figure.unit === 'amount' && (sign.test(before) || word.test(after)),
  );
  const unitAfter = currency?.[1].exec(after)?.[0] ?? '';
  const bare = currency ? before.replace(currency[0], '') : before;
  const bound = /\d\s*(?:\+|plus|多)/i.test(written)
    ? 'more than'
    : (boundsBefore.find(([words]) => words.test(bare))?.[1] ?? 'exactly');
  const unit =
    figure.unit === 'percent'
      ? 'percent'
      : figure.unit === 'points'
        ? 'percentage points'
        : (currency?.[2] ?? 'number');
  return {
    kind: unit === 'percent' ? 'percentage' : 'figure',
    unit,
    key: keyOf({ value: figure.range.value, unit, bound }),
    text: text.slice(bare.length, end + unitAfter.length).trim(),
    start: bare.length,
    end: end + unitAfter.length,
  };
}

/** "From 13% to 28%" is one thing more than its two ends, which may each belong to something else. */
function moves(text: string, amounts: readonly Amount[]): Printed[] {
  return amounts.flatMap((from, index) => {
    const to = amounts[index + 1];
    if (
      to?.unit !== from.unit ||
      !/^\s*(?:to|->|→|升至|增至|提升至|降至|到)\s*$/.test(text.slice(from.end, to.start))
    )
      return [];
    const { kind, start } = from;
    const { end } = to;
    const ends = [from.key, to.key];
    return [{ kind, key: ends.join(' -> '), ends, text: text.slice(start, end), start, end }];
  });
}

const numberWords = [
  'one',
  'two',
  'three',
  'four',
  'five',
  'six',
  'seven',
  'eight',
  'nine',
  'ten',
  'eleven',
  'twelve',
];
const durationPattern = new RegExp(
  `(?<![\\p{L}\\d.])(?<count>\\d{1,2}|${numberWords.join('|')})[\\s-](?<unit>year|quarter|month|week|day)s?\\b|(?<!\\d)(?<chineseCount>\\d{1,2})(?<chineseUnit>年|个季度|个月)`,
  'giu',
);
const monthsOfUnit: Readonly<Record<string, number>> = {
  year: 12,
  年: 12,
  quarter: 3,
  个季度: 3,
  month: 1,
  个月: 1,
};

/** A length of time, in months where it can be: "three-year", "12 months". */
function toDuration(match: RegExpExecArray): Printed {
  const {
    chineseCount = '',
    chineseUnit = '',
    count = chineseCount,
    unit = chineseUnit,
  } = match.groups ?? {};
  const number = Number(count) || numberWords.indexOf(count.toLowerCase()) + 1;
  const months = monthsOfUnit[unit.toLowerCase()];
  return {
    kind: 'date',
    key: months === undefined ? `lasts ${number} ${unit.toLowerCase()}s` : durationKey(number * months),
    text: match[0],
    ...placeOf(match),
  };
}

const numberPattern = /\d+(?:,\d{3})*(?:\.\d+)?/g;

function toBareNumber(match: RegExpExecArray): Printed {
  const value = Number(match[0].replaceAll(',', ''));
  return {
    kind: 'number',
    key: keyOf({ value, unit: 'number', bound: 'exactly' }),
    text: match[0],
    ...placeOf(match),
  };
}

function placeOf(match: RegExpExecArray): Place {
  return { start: match.index, end: match.index + match[0].length };
}

/** The numbers that may stand in the name of a time: of its years, its fiscal and calendar quarter, its last day. */
function digitsOf(period: Period, { fiscalYearStarts }: Calendar): ReadonlySet<number> {
  const names = [fiscalYearStarts, 1].map((month) => namePeriod(period, month, 'english'));
  if (period.kind === 'span') names.push(String(period.months));
  else names.push(period.to, String(lengthInMonths(period)));
  return new Set(names.flatMap((name) => [...name.matchAll(/\d+/g)].map(([digits]) => Number(digits))));
}

/** Digits within a date that the date does not have: in "three months ended 29 June" the 29 is read over. */
function strayDigits(text: string, { start, end }: Place, known: ReadonlySet<number>): Printed[] {
  return [...text.slice(start, end).matchAll(/\d+/g)].flatMap(([digits]) =>
    known.has(Number(digits))
      ? []
      : [
          {
            kind: 'date' as const,
            key: `number ${digits} in a date`,
            text: text.slice(start, end),
            start,
            end,
          },
        ],
  );
}

/** Terms of the vocabulary that name somebody or something, and other words with a capital within a sentence. */
function readNames(text: string, taken: readonly Place[], lexicon: Lexicon): Printed[] {
  const tokens = tokenise(text).filter((token) => !isWithinAny(token, taken));
  const names: Printed[] = [];
  for (let index = 0; index < tokens.length;) {
    const spotted = spotPhrase(lexicon, tokens, index);
    const next = spotted?.to ?? index + 1;
    const [start, end] = [tokens[index]?.start ?? 0, tokens[next - 1]?.end ?? 0];
    const written = text.slice(start, end);
    if (spotted && spotted.meaning !== 'everyday' && isName(spotted.meaning.kind)) {
      names.push({ kind: 'name', key: nameKey(spotted.meaning.id), text: written, start, end });
    } else {
      for (const { word, start: at, end: until } of tokens.slice(index, next)) {
        if (!isCapitalised(text, at)) continue;
        names.push({ kind: 'name', key: wordKey(word), text: text.slice(at, until), start: at, end: until });
      }
    }
    index = next;
  }
  return names;
}

/** Whether a word is written with a capital where a sentence does not ask for one. */
function isCapitalised(text: string, at: number): boolean {
  return /^\p{Lu}/u.test(text.slice(at)) && !/(?:^|[.?!:]['"”)]*\s+|["“(]\s*)$/u.test(text.slice(0, at));
}
