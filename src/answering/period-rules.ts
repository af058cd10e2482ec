import { dayPeriod, monthsPeriod, shiftPeriod, spanPeriod, type Period } from '../knowledge/period.ts';
import type { Calendar } from './calendar.ts';

type Groups = Readonly<Record<string, string | undefined>>;
/** A form in which times are written, and the time that a match of it means; undefined where it means none. */
export type PeriodRule = readonly [
  pattern: RegExp,
  read: (groups: Groups, calendar: Calendar) => Period | 'elsewhere' | undefined,
];

const monthNumbers: readonly RegExp[] = [
  /^jan/i,
  /^feb/i,
  /^mar/i,
  /^apr/i,
  /^may/i,
  /^jun/i,
  /^jul/i,
  /^aug/i,
  /^sep/i,
  /^oct/i,
  /^nov/i,
  /^dec/i,
];

const numberWords = [
  'zero',
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
/** The days of a month in words, the first at place 0. */
const ordinalDays = (
  'first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth ' +
  'fifteenth sixteenth seventeenth eighteenth nineteenth twentieth twenty-first twenty-second twenty-third ' +
  'twenty-fourth twenty-fifth twenty-sixth twenty-seventh twenty-eighth twenty-ninth thirtieth thirty-first'
).split(' ');
const chineseNumbers = '零一二三四五六七八九十';

const longMonth = '(?:january|february|march|april|may|june|july|august|september|october|november|december)';
const shortMonth = '(?:jan|feb|mar|apr|jun|jul|aug|sept|sep|oct|nov|dec)\\.?';
const month = `(?<month>${longMonth}|${shortMonth})`;
const year = '(?<year>20\\d\\d|19\\d\\d)';
const shortYear = "(?<year>20\\d\\d|['’]?\\d\\d)(?!\\d)";
const ordinalQuarter = '(?<ordinal>first|second|third|fourth|1st|2nd|3rd|4th)';
const quarterWord = '(?:quarter|qtr|q)';
const lastYear = "(?:the\\s+)?(?:last|previous|prior)[\\s-]*(?:year|yr)(?:'?s)?";
const count = `(?<count>\\d+|${numberWords.slice(1).join('|')}|couple of|few)`;
const chineseCount = `(?<count>\\d+|[${chineseNumbers}两几]{1,3})`;
const chineseQuarter = '(?:第)?(?<quarter>[一二三四1-4])(?<fiscalQuarter>财)?季(?:度|报)?';

/** The first rule that fits at a place wins, so longer forms stand before the shorter ones that they contain. */
export const periodRules: readonly PeriodRule[] = [
  // Spans.
  [
    rule(
      `(?<direction>past|last|previous|trailing|prior|preceding|next|coming|following|upcoming|fwd|forward)[\\s-]+${count}\\s*-?\\s*(?<unit>quarter|qtr|q|year|yr|y|month|mo|m)s?\\b`,
    ),
    readSpan,
  ],
  [
    rule(
      '(?:ttm|ltm|trailing\\s+(?:twelve|12)\\s+months?|(?:past|trailing)\\s+(?:year|yr)|(?<=\\b(?:in|over|during|across|within)\\s+)the\\s+last\\s+(?:year|yr))\\b',
    ),
    () => spanPeriod('past', 4, 'quarter'),
  ],
  [
    rule(
      '(?:ntm|(?:coming|following)\\s+year|(?<=\\b(?:in|over|during|across|within)\\s+)the\\s+next\\s+year)\\b',
    ),
    () => spanPeriod('next', 1, 'year'),
  ],
  [
    new RegExp(
      `(?<direction>过去|最近|近|未来|今后|接下来|之后|往后)(?:的)?${chineseCount}个?(?<unit>季度|财季|季|年|月)`,
      'giu',
    ),
    readSpan,
  ],
  [/环比|上上个?季度?|前一个?季度/giu, quarterBefore],
  [/下个?季度?|下一个?季度?|下一?财季/giu, quarterAfter],
  // Quarters by number: Q1 FY2026, FQ1 26, 1Q26, 2025 Q2, first quarter of fiscal 2026.
  [
    rule(
      `(?<fiscalYearFirst>fy|fiscal(?: year)?)\\s*${shortYear}\\s*[,']?\\s*(?:f?q(?<quarter>[1-4])|${ordinalQuarter}\\s+quarter)\\b`,
    ),
    readQuarter,
  ],
  [rule(`${year}\\s*q(?<quarter>[1-4])\\b`), readQuarter],
  [rule(`(?<fiscal>f|fiscal )?(?<quarter>[1-4])q\\s*(?<fiscalYear>fy)?\\s*${shortYear}`), readQuarter],
  [
    rule(
      `(?<fiscal>f|fiscal )?q(?<quarter>[1-4])\\s*(?:of\\s+)?(?<fiscalYear>fy|fiscal(?: year)?|f)?\\s*(?:calendar(?: year)?|cy)?\\s*${shortYear}`,
    ),
    readQuarter,
  ],
  [
    rule(
      `(?<fiscal>fiscal )?${ordinalQuarter}\\s+(?<fiscalQuarter>fiscal\\s+)?quarter\\s*(?:of\\s+|in\\s+|for\\s+)?(?:the\\s+)?(?<fiscalYear>fiscal(?:\\s+year)?|fy)?\\s*(?:calendar(?:\\s+year)?\\s+)?${shortYear}`,
    ),
    readQuarter,
  ],
  [
    rule(
      `(?:${lastYear}\\s+(?<fiscal>f|fiscal )?q(?<quarter>[1-4])|(?<fiscalFirst>f|fiscal )?q(?<quarterFirst>[1-4])\\s+(?:of\\s+)?${lastYear})\\b`,
    ),
    readQuarterLastYear,
  ],
  [rule('(?<fiscal>f|fiscal )?(?:q(?<quarter>[1-4])|(?<quarterFirst>[1-4])q)\\b'), readQuarter],
  [rule(`(?<fiscal>fiscal )?${ordinalQuarter}\\s+(?<fiscalQuarter>fiscal\\s+)?quarter\\b`), readQuarter],
  [new RegExp(`(?<year>20\\d\\d)\\s*(?<fiscalYear>财)?年?(?:的)?\\s*${chineseQuarter}`, 'giu'), readQuarter],
  [new RegExp(`(?<year>20\\d\\d)\\s*(?<fiscalYear>财)年?\\s*q(?<quarter>[1-4])`, 'giu'), readQuarter],
  [/(?<year>20\d\d)年?(?:的)?\s*q(?<quarter>[1-4])/giu, readQuarter],
  [new RegExp(chineseQuarter, 'giu'), readQuarter],
  [rule(`${lastYear}\\s+${month}[\\s-]*${quarterWord}\\b`), readQuarterByMonthLastYear],
  // Quarters by their last month: the June quarter, the quarter ended 30 June 2025.
  [rule(`${month}\\s+${year}\\s+${quarterWord}\\b`), readQuarterByMonth],
  [rule(`${month}[\\s-]*${quarterWord}(?:\\s+(?:of\\s+)?${shortYear})?`), readQuarterByMonth],
  [
    rule(
      `(?:quarter|three months|3 months|period)\\s+(?:that\\s+)?(?:ended|ending|to|through|till|until)\\s+(?:in\\s+|on\\s+)?(?:the\\s+)?(?:\\d{1,2}(?:st|th)?\\s+(?:of\\s+)?)?${month}(?:\\s+\\d{1,2}(?:st|th)?\\b)?(?:,?\\s+${year})?`,
    ),
    readQuarterByMonth,
  ],
  [
    /(?:(?<year>20\d\d)年)?(?:截至)?(?<month>\d{1,2}|[一二三四五六七八九十]+)月(?:30日|31日)?(?:止)?(?:的)?(?:季度?|三个月)/giu,
    readQuarterByMonth,
  ],
  // Relative quarters and years.
  [
    rule(
      `(?:the\\s+)?same[\\s-]+(?:quarter|period|time|qtr|(?:three|3)\\s*(?:months|mths|m))(?:\\s+(?:of\\s+|in\\s+)?(?:a\\s+(?:year|yr)\\s+(?:ago|earlier|before)|${lastYear}|the\\s+(?:year|yr)\\s+before))?\\b`,
    ),
    yearAgo,
  ],
  [
    rule('(?:(?:a|one|1)\\s*(?:year|yr)|12 months|twelve months)\\s+(?:ago|earlier|prior|before|back)\\b'),
    yearAgo,
  ],
  [rule(`this\\s+time\\s+${lastYear}`), yearAgo],
  [rule('(?:year|yr)[\\s-]*(?:ago|earlier|before)(?:\\s+(?:quarter|period|qtr))?\\b'), yearAgo],
  [rule(`${lastYear}\\s+(?:same\\s+)?(?:quarter|qtr|period|q)\\b`), yearAgo],
  [rule('(?:py[\\s-]*q|pyq|pcp|py)\\b'), yearAgo],
  [/(?:去年|上年|前一年|一年前)(?:的)?(?:同期|同季|同一季度)|一年前|上年同期/giu, yearAgo],
  [rule(`(?:the\\s+)?(?:previous|prior|preceding)\\s+${quarterWord}\\b`), quarterBefore],
  [rule(`(?:the\\s+)?${quarterWord}\\s+before(?:\\s+(?:that|this|last))?\\b`), quarterBefore],
  [
    rule('(?:q\\s*(?:o|on|/)\\s*q|quarter[\\s-]+(?:on|over)[\\s-]+quarter|sequential(?:ly)?)\\b'),
    quarterBefore,
  ],
  [rule(`(?:the\\s+)?(?:next|coming|upcoming|following)\\s+(?:fiscal\\s+)?${quarterWord}\\b`), quarterAfter],
  [
    rule(
      `(?:this|last|latest|newest|most\\s+recent|current|past|reported|just[\\s-]reported)\\s+(?:fiscal\\s+|reported\\s+|reporting\\s+)?${quarterWord}(?:'?s)?\\b`,
    ),
    latest,
  ],
  [/(?:本|这|该|上|最新|最近|当)(?:一)?(?:个)?(?:财)?季(?:度|报)?/giu, latest],
  // Fiscal years, halves.
  [rule(`(?:fy|fiscal(?:\\s+year)?)\\s*${shortYear}`), readFiscalYear],
  [/(?<year>20\d\d)财年/giu, readFiscalYear],
  [
    rule(
      `(?:h(?<half>[12])|(?<halfFirst>[12])h|(?<halfWord>first|second)\\s+half)(?:\\s*(?:of\\s+)?${shortYear})?\\b`,
    ),
    readHalf,
  ],
  [/(?<half>上|下)半年/giu, readHalf],
  // Days.
  [/\b(?<year>20\d\d)-(?<monthNumber>\d{1,2})-(?<day>\d{1,2})\b/giu, readDay],
  [
    rule(
      `${month}[\\s-]+(?:the\\s+)?(?<day>\\d{1,2}(?:st|nd|rd|th)?|${ordinalDays.join('|')})\\b(?!\\s*%)(?:,?\\s+${year})?`,
    ),
    readDay,
  ],
  [
    rule(
      `(?:the\\s+)?(?<day>\\d{1,2}(?:st|nd|rd|th)?|${ordinalDays.join('|')})[\\s-]+(?:of\\s+)?${month}\\b(?:,?\\s+${year})?`,
    ),
    readDay,
  ],
  [/\b(?<day>\d{1,2})\.(?<monthNumber>\d{1,2})\.(?<year>20\d\d)\b/giu, readDay],
  [
    /\b(?<monthNumber>\d{1,2})[/-](?<day>\d{1,2})(?:[/-](?<year>20\d\d))?\b(?!\s*(?:%|[bmt]n?\b|billion|million|trillion|percent|pct|亿|万))/giu,
    readDay,
  ],
  [
    /(?:(?<year>20\d\d)年)?(?<monthNumber>\d{1,2}|[一二三四五六七八九十]{1,2})月(?<day>\d{1,2}|[一二三四五六七八九十]{1,3})[日号]/giu,
    readDay,
  ],
  // Months. "May" and "march" are also everyday words, so they need a preposition or a year.
  [rule(`${month}\\s+(?:of\\s+)?${year}\\b`), readMonth],
  [
    /(?:(?<year>20\d\d)年)?(?<month>\d{1,2}|[一二三四五六七八九十]{1,2})月(?:份|初|底|末|中旬|下旬|上旬)?/giu,
    readMonth,
  ],
  [
    rule(
      '(?<=\\b(?:in|since|of|by|from|until|till|before|after|late|early|mid|last|this|pre|during)[\\s-]+)(?<month>may|march|mar)\\b',
    ),
    readMonth,
  ],
  [
    rule(
      '(?<month>january|february|april|june|july|august|september|october|november|december|jan|feb|apr|jun|jul|aug|sept|sep|oct|nov|dec)\\b',
    ),
    readMonth,
  ],
  // Years.
  [
    rule('(?:this\\s+(?:calendar\\s+)?(?:year|yr)|ytd|year[\\s-]to[\\s-]date)\\b'),
    (_, calendar) => calendarYear(calendar, 0),
  ],
  [rule(`(?:${lastYear}|the\\s+(?:year|yr)\\s+before|ly)\\b`), (_, calendar) => calendarYear(calendar, -1)],
  [rule('next\\s+year\\b'), (_, calendar) => calendarYear(calendar, 1)],
  [/今年(?:以来)?/giu, (_, calendar) => calendarYear(calendar, 0)],
  [/去年|上年/giu, (_, calendar) => calendarYear(calendar, -1)],
  [/明年|来年/giu, (_, calendar) => calendarYear(calendar, 1)],
  [
    /(?<![\d.])(?<year>20\d\d|19\d\d)(?![\d.]*\d)年?(?![%\d])/giu,
    ({ year: named }) => monthsPeriod(Number(named), 1, 12),
  ],
  // Seasons begin and end on other days for everybody.
  [rule('(?:(?:this|last|next|the|by|in|since)\\s+)+(?:spring|summer|autumn|winter)\\b'), () => 'elsewhere'],
  // Whole years that are not named, and times told from another day.
  [
    rule(
      '(?:full|whole|entire|calendar|12[\\s-]?month|twelve[\\s-]month)[\\s-]*(?:fiscal[\\s-]+)?(?:year|yr)\\b|12[\\s-]month\\b|annuali[sz]ed\\b',
    ),
    () => 'elsewhere',
  ],
  [
    rule(
      `(?:${count}|many|several|some)\\s+(?:years|yrs|quarters|months|weeks|days)\\s+(?:ago|earlier|back)\\b|(?:past|last)\\s+(?:decade|hour|minute|few days)\\b`,
    ),
    () => 'elsewhere',
  ],
  [
    rule(
      '(?:(?:on|this|last|next)\\s+)?(?<weekday>monday|tuesday|wednesday|thursday|friday|saturday|sunday)s?\\b',
    ),
    readWeekday,
  ],
  [/(?:上|下|这|本)?(?:个)?(?:周|星期|礼拜)(?<weekday>[一二三四五六日天])/giu, readWeekday],
  [/全年|整年|年化|一整年|全财年/giu, () => 'elsewhere'],
  // Times that an article of one day cannot hold.
  [
    rule(
      '(?:yesterday|tomorrow|tmrw|tonight|overnight|(?:this|next|last)\\s+(?:week|month|morning|afternoon)|after[\\s-]hours|christmas|thanksgiving|year[\\s-]end|end\\s+of\\s+(?:the\\s+|this\\s+)?year|eoy|next\\s+(?:monday|friday)|someday)\\b',
    ),
    () => 'elsewhere',
  ],
  [/昨天|昨日|明天|明日|今晚|下周|上周|本周|下个?月|上个?月|本月|盘后/giu, () => 'elsewhere'],
];

/** An English pattern: capitals do not matter, and it does not begin within a word. */
function rule(source: string): RegExp {
  return new RegExp(`(?<![\\p{Script=Latin}\\d])(?:${source})`, 'giu');
}

function readQuarter(groups: Groups, calendar: Calendar): Period | undefined {
  const quarter =
    Number(groups['quarter'] ?? groups['quarterFirst']) || ordinalOf(groups['ordinal'] ?? groups['quarter']);
  if (quarter === 0) return undefined;
  const isFiscal = ['fiscal', 'fiscalYear', 'fiscalYearFirst', 'fiscalQuarter'].some(
    (name) => groups[name] !== undefined,
  );
  const { latestQuarter, fiscalYearStarts, today } = calendar;
  const fiscalIn = (fiscalYear: number) =>
    monthsPeriod(
      fiscalYearStarts === 1 ? fiscalYear : fiscalYear - 1,
      fiscalYearStarts + (quarter - 1) * 3,
      3,
    );
  const calendarIn = (inYear: number) => monthsPeriod(inYear, quarter * 3 - 2, 3);
  if (groups['year'] !== undefined) {
    const named = fullYear(groups['year']);
    const asCalendar = calendarIn(named);
    return isFiscal || isAfter(asCalendar, today) ? fiscalIn(named) : asCalendar;
  }
  const thisYear = Number(today.slice(0, 4));
  // Without a year, "Q1" of a company that has just reported its fiscal Q1 is that quarter, and so is calendar "Q2".
  const readings = [fiscalIn(thisYear + 1), fiscalIn(thisYear), ...(isFiscal ? [] : [calendarIn(thisYear)])];
  return (
    readings.find((period) => period.kind === 'dates' && period.from === latestQuarter.from) ??
    readings.find((period) => !isAfter(period, today)) ??
    readings[0]
  );
}

function readQuarterLastYear(groups: Groups, calendar: Calendar): Period | undefined {
  const thisYear = readQuarter(groups, calendar);
  return thisYear && shiftPeriod(thisYear, -12);
}

function readQuarterByMonth(groups: Groups, calendar: Calendar): Period | undefined {
  const lastMonth = monthOf(groups['month']);
  if (lastMonth === 0) return undefined;
  if (groups['year'] !== undefined) return monthsPeriod(fullYear(groups['year']), lastMonth - 2, 3);
  return latestNotAfter((inYear) => monthsPeriod(inYear, lastMonth - 2, 3), calendar);
}

function readQuarterByMonthLastYear(groups: Groups, calendar: Calendar): Period | undefined {
  const thisYear = readQuarterByMonth(groups, calendar);
  return thisYear && shiftPeriod(thisYear, -12);
}

function readSpan(groups: Groups): Period | 'elsewhere' {
  const length = countOf(groups['count']);
  if (length === 0) return 'elsewhere';
  const unit = groups['unit'] ?? '';
  const direction = /^(?:next|coming|following|upcoming|fwd|forward|未来|今后|接下来|之后|往后)$/i.test(
    groups['direction'] ?? '',
  )
    ? 'next'
    : 'past';
  return spanPeriod(
    direction,
    length,
    /^(?:q|季|财)/i.test(unit) ? 'quarter' : /^(?:y|年)/i.test(unit) ? 'year' : 'month',
  );
}

/** The weekday of the article is its day; which other one is meant cannot be told. */
function readWeekday(groups: Groups, { today }: Calendar): Period | 'elsewhere' {
  const date = new Date(`${today}T00:00:00Z`);
  const english = date.toLocaleDateString('en-US', { weekday: 'long', timeZone: 'UTC' }).toLowerCase();
  const chinese = '日一二三四五六'[date.getUTCDay()];
  const named = groups['weekday']?.toLowerCase();
  return named === english || named === chinese ? { kind: 'dates', from: today, to: today } : 'elsewhere';
}

function readFiscalYear(groups: Groups, { fiscalYearStarts }: Calendar): Period {
  const named = fullYear(groups['year'] ?? '');
  return monthsPeriod(fiscalYearStarts === 1 ? named : named - 1, fiscalYearStarts, 12);
}

function readHalf(groups: Groups, calendar: Calendar): Period {
  const isSecond = /^(?:2|second|下)$/i.test(
    groups['half'] ?? groups['halfFirst'] ?? groups['halfWord'] ?? '',
  );
  const named = groups['year'] === undefined ? Number(calendar.today.slice(0, 4)) : fullYear(groups['year']);
  return monthsPeriod(named, isSecond ? 7 : 1, 6);
}

function readDay(groups: Groups, calendar: Calendar): Period | undefined {
  const inMonth = monthOf(groups['month'] ?? groups['monthNumber']);
  const named = groups['day']?.toLowerCase() ?? '';
  const day = ordinalDays.indexOf(named) + 1 || countOf(named.replace(/(?<=\d)(?:st|nd|rd|th)$/, ''));
  if (inMonth === 0 || day === 0) return undefined;
  if (groups['year'] !== undefined) return dayPeriod(Number(groups['year']), inMonth, day);
  return latestNotAfter((inYear) => dayPeriod(inYear, inMonth, day), calendar);
}

function readMonth(groups: Groups, calendar: Calendar): Period | undefined {
  const inMonth = monthOf(groups['month']);
  if (inMonth === 0) return undefined;
  if (groups['year'] !== undefined) return monthsPeriod(fullYear(groups['year']), inMonth, 1);
  return latestNotAfter((inYear) => monthsPeriod(inYear, inMonth, 1), calendar);
}

function latest(_: Groups, { latestQuarter }: Calendar): Period {
  return latestQuarter;
}

function quarterBefore(_: Groups, { latestQuarter }: Calendar): Period {
  return shiftPeriod(latestQuarter, -3);
}

function quarterAfter(_: Groups, { latestQuarter }: Calendar): Period {
  return shiftPeriod(latestQuarter, 3);
}

function yearAgo(_: Groups, { latestQuarter }: Calendar): Period {
  return shiftPeriod(latestQuarter, -12);
}

function calendarYear({ today }: Calendar, years: number): Period {
  return monthsPeriod(Number(today.slice(0, 4)) + years, 1, 12);
}

/** A time without a year: this year's, or last year's where this year's has not come by the day of the article. */
function latestNotAfter(
  inYear: (year: number) => Period | undefined,
  { today }: Calendar,
): Period | undefined {
  const thisYear = Number(today.slice(0, 4));
  const period = inYear(thisYear);
  // The day after the article is asked about as well ("on September 2nd"), and is not a day of the year before.
  if (period === undefined) return undefined;
  const isThisMonth = period.kind === 'dates' && period.from.slice(0, 7) === today.slice(0, 7);
  return isAfter(period, today) && !isThisMonth ? inYear(thisYear - 1) : period;
}

function isAfter(period: Period, day: string): boolean {
  return period.kind === 'dates' && period.from > day;
}

function fullYear(text: string): number {
  const digits = Number(text.replace(/^['’]/, ''));
  return digits < 100 ? 2000 + digits : digits;
}

function monthOf(text: string | undefined): number {
  if (text === undefined) return 0;
  const number = countOf(text);
  if (number > 0) return number <= 12 ? number : 0;
  return monthNumbers.findIndex((pattern) => pattern.test(text)) + 1;
}

function ordinalOf(text: string | undefined): number {
  if (text === undefined) return 0;
  const position = ['first', 'second', 'third', 'fourth'].indexOf(text.toLowerCase());
  if (position >= 0) return position + 1;
  return /^\d/.test(text) ? Number(text[0]) : Math.max(0, chineseNumbers.indexOf(text));
}

/** A count in digits, in English or in Chinese words. 0 where it is none. */
function countOf(text: string | undefined): number {
  if (text === undefined) return 0;
  if (/^\d+$/.test(text)) return Number(text);
  const english = numberWords.indexOf(text.toLowerCase());
  if (english > 0) return english;
  if (text === '两') return 2;
  const [tens, ones] = text.split('十');
  if (ones !== undefined) return (chineseDigit(tens) || 1) * 10 + chineseDigit(ones);
  return text.length === 1 ? chineseDigit(text) : 0;
}

function chineseDigit(character: string | undefined): number {
  return character ? Math.max(0, chineseNumbers.indexOf(character)) : 0;
}
