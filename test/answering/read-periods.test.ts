import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Calendar } from '../../src/answering/calendar.ts';
import { readPeriods } from '../../src/answering/read-periods.ts';
import { parsePeriod, periodKey } from '../../src/knowledge/period.ts';

/** The day and the quarter of the shipped article; the fiscal year begins in April. */
const calendar: Calendar = {
  latestQuarter: { kind: 'dates', from: '2025-04-01', to: '2025-06-30' },
  today: '2025-09-01',
  fiscalYearStarts: 4,
};

/** The times of a text as "in 2025-04-01..2025-06-30". */
function read(text: string, from = calendar): string[] {
  return readPeriods(text, from).map(
    ({ period, relation }) => `${relation} ${period === 'elsewhere' ? period : periodKey(period)}`,
  );
}

/** The same from the short form that curators write: "in 2025-Q2". */
function written(relation: string, short: string): string {
  const period = parsePeriod(short);
  return `${relation} ${period ? periodKey(period) : short}`;
}

describe('reading times', () => {
  it.each([
    ['the June quarter', '2025-Q2'],
    ['the june-quarter', '2025-Q2'],
    ['jun qtr', '2025-Q2'],
    ['this quarter', '2025-Q2'],
    ['last quarter', '2025-Q2'],
    ['the latest quarter', '2025-Q2'],
    ['the most recent quarter', '2025-Q2'],
    ['the reported quarter', '2025-Q2'],
    ['Q2', '2025-Q2'],
    ['Q2 2025', '2025-Q2'],
    ['Q2 25', '2025-Q2'],
    ["Q2'25", '2025-Q2'],
    ['2025 Q2', '2025-Q2'],
    ['2025Q2', '2025-Q2'],
    ['2Q25', '2025-Q2'],
    ['calendar Q2', '2025-Q2'],
    ['the second quarter', '2025-Q2'],
    ['the 2nd quarter of 2025', '2025-Q2'],
    ['Q1', '2025-Q2'],
    ['FQ1', '2025-Q2'],
    ['fiscal Q1', '2025-Q2'],
    ['Q1 FY2026', '2025-Q2'],
    ['Q1 FY26', '2025-Q2'],
    ["Q1 FY'26", '2025-Q2'],
    ['Q1FY26', '2025-Q2'],
    ['FY26Q1', '2025-Q2'],
    ['FY2026 Q1', '2025-Q2'],
    ['1Q FY26', '2025-Q2'],
    ['1QFY26', '2025-Q2'],
    ['FQ1 2026', '2025-Q2'],
    ['F1Q26', '2025-Q2'],
    ['Q1 of fiscal 2026', '2025-Q2'],
    ['Q1 2026', '2025-Q2'],
    ['the first quarter of fiscal 2026', '2025-Q2'],
    ['the first fiscal quarter of 2026', '2025-Q2'],
    ['fiscal first quarter', '2025-Q2'],
    ['the quarter ended June 30, 2025', '2025-Q2'],
    ['the quarter ended 30 June 2025', '2025-Q2'],
    ['the quarter ending in June', '2025-Q2'],
    ['the three months ended June 30', '2025-Q2'],
    ['three months to June', '2025-Q2'],
  ])('knows the reported quarter as "%s"', (text, short) => {
    expect(read(text)).toEqual([written('in', short)]);
  });

  it.each([
    ['本季度', '2025-Q2'],
    ['上季度', '2025-Q2'],
    ['该季度', '2025-Q2'],
    ['最新财季', '2025-Q2'],
    ['二季度', '2025-Q2'],
    ['第二季度', '2025-Q2'],
    ['2025年第二季度', '2025-Q2'],
    ['2025年二季度', '2025-Q2'],
    ['第一财季', '2025-Q2'],
    ['2026财年第一季度', '2025-Q2'],
    ['2026财年第一财季', '2025-Q2'],
    ['2026财年Q1', '2025-Q2'],
    ['6月季度', '2025-Q2'],
    ['截至6月30日止季度', '2025-Q2'],
    ['截至2025年6月30日的季度', '2025-Q2'],
  ])('knows the reported quarter in Chinese as "%s"', (text, short) => {
    expect(read(text)).toEqual([written('in', short)]);
  });

  it.each([
    ['Q1 2025', '2025-Q1'],
    ['the March quarter', '2025-Q1'],
    ['the previous quarter', '2025-Q1'],
    ['the prior quarter', '2025-Q1'],
    ['the quarter before', '2025-Q1'],
    ['Q4 FY2025', '2025-Q1'],
    ['FQ4 25', '2025-Q1'],
    ['QoQ', '2025-Q1'],
    ['q/q', '2025-Q1'],
    ['quarter over quarter', '2025-Q1'],
    ['sequentially', '2025-Q1'],
    ['环比', '2025-Q1'],
    ['2025年第一季度', '2025-Q1'],
    ['Q3 2025', '2025-Q3'],
    ['the September quarter', '2025-Q3'],
    ['the September quarter of 2024', '2024-Q3'],
    ['next quarter', '2025-Q3'],
    ['the coming quarter', '2025-Q3'],
    ['下季度', '2025-Q3'],
    ['下个季度', '2025-Q3'],
    ['Q2 FY2026', '2025-Q3'],
    ['Q4 2024', '2024-Q4'],
    ['the December quarter', '2024-Q4'],
    ['the fourth quarter of 2024', '2024-Q4'],
    ['Q3 FY25', '2024-Q4'],
    ['2024年第四季度', '2024-Q4'],
    ['Q2 2024', '2024-Q2'],
    ['the June quarter of 2024', '2024-Q2'],
    ['Q1 FY2025', '2024-Q2'],
    ['FQ1 2025', '2024-Q2'],
    ['2025财年第一季度', '2024-Q2'],
    ["last year's Q2", '2024-Q2'],
    ['Q2 of last year', '2024-Q2'],
    ['Q2 2019', '2019-Q2'],
    ['2019年二季度', '2019-Q2'],
  ])('knows another quarter as such: "%s"', (text, short) => {
    expect(read(text)).toEqual([written('in', short)]);
  });

  it.each([
    'a year ago',
    'one year earlier',
    'a yr ago',
    '12 months ago',
    'the year-ago quarter',
    'year earlier',
    'the same quarter last year',
    'the same period a year ago',
    'last year same quarter',
    'prior year quarter',
    'PYQ',
    '去年同期',
    '上年同期',
    '一年前',
  ])('counts "%s" from the reported quarter', (text) => {
    expect(read(text)).toEqual([written('in', '2024-Q2')]);
  });

  it.each([
    ['FY2026', '2025-04-01..2026-03-31'],
    ['fiscal 2026', '2025-04-01..2026-03-31'],
    ['fiscal year 2025', '2024-04-01..2025-03-31'],
    ['FY25', '2024-04-01..2025-03-31'],
    ['2025财年', '2024-04-01..2025-03-31'],
    ['2025', '2025'],
    ['2025年', '2025'],
    ['in 1999', '1999'],
    ['this year', '2025'],
    ['YTD', '2025'],
    ['今年', '2025'],
    ['last year', '2024'],
    ["last year's", '2024'],
    ['去年', '2024'],
    ['next year', '2026'],
    ['明年', '2026'],
    ['H1 2025', '2025-01-01..2025-06-30'],
    ['the first half of 2025', '2025-01-01..2025-06-30'],
    ['1H25', '2025-01-01..2025-06-30'],
    ['上半年', '2025-01-01..2025-06-30'],
    ['H2', '2025-07-01..2025-12-31'],
    ['下半年', '2025-07-01..2025-12-31'],
  ])('reads years and halves, fiscal and calendar: "%s"', (text, short) => {
    expect(read(text)).toEqual([written('in', short)]);
  });

  it.each([
    ['April', '2025-04'],
    ['in apr', '2025-04'],
    ['April 2025', '2025-04'],
    ['July', '2025-07'],
    ['in May', '2025-05'],
    ['in March', '2025-03'],
    ['December', '2024-12'],
    ['September', '2025-09'],
    ['Sept 2019', '2019-09'],
    ['September of 2020', '2020-09'],
    ['4月', '2025-04'],
    ['四月底', '2025-04'],
    ['2025年7月', '2025-07'],
    ['2019年9月', '2019-09'],
    ['十二月', '2024-12'],
  ])('reads a month, without a year the latest one: "%s"', (text, short) => {
    expect(read(text)).toEqual([written('in', short)]);
  });

  it.each([
    ['September 1', '2025-09-01'],
    ['1 September', '2025-09-01'],
    ['Sept 1st', '2025-09-01'],
    ['the 1st of September', '2025-09-01'],
    ['September 1, 2025', '2025-09-01'],
    ['1 Sep 2025', '2025-09-01'],
    ['2025-09-01', '2025-09-01'],
    ['9/1', '2025-09-01'],
    ['9/1/2025', '2025-09-01'],
    ['9月1日', '2025-09-01'],
    ['9月1号', '2025-09-01'],
    ['九月一日', '2025-09-01'],
    ['2025年9月1日', '2025-09-01'],
    ['September 2', '2025-09-02'],
    ['29 August', '2025-08-29'],
    ['November 11', '2024-11-11'],
  ])('reads a day: "%s"', (text, short) => {
    expect(read(text)).toEqual([written('in', short)]);
  });

  it.each([
    ['the past four quarters', 'past 4 quarters'],
    ['the last 4 quarters', 'past 4 quarters'],
    ['trailing twelve months', 'past 12 months'],
    ['TTM', 'past 4 quarters'],
    ['the past year', 'past 4 quarters'],
    ['过去四个季度', 'past 4 quarters'],
    ['最近4个季度', 'past 4 quarters'],
    ['the next three years', 'next 3 years'],
    ['the coming 3 years', 'next 3 years'],
    ['next 3 yrs', 'next 3 years'],
    ['未来三年', 'next 3 years'],
    ['今后3年', 'next 3 years'],
    ['the next 12 months', 'next 12 months'],
    ['the next twelve months', 'next 12 months'],
    ['未来12个月', 'next 12 months'],
    ['the next five years', 'next 5 years'],
    ['the last two years', 'past 2 years'],
    ['过去两年', 'past 2 years'],
  ])('reads a span by its length: "%s"', (text, short) => {
    expect(read(text)).toEqual([written('in', short)]);
  });

  it.each([
    'yesterday',
    'tomorrow',
    'tonight',
    'next week',
    'last month',
    'after-hours',
    'EOY',
    '昨天',
    '下周',
    '本月',
  ])('knows "%s" as a time that no article holds', (text) => {
    expect(read(text)).toEqual(['in elsewhere']);
  });

  it.each([
    ['before April', 'before', '2025-04'],
    ['prior to April', 'before', '2025-04'],
    ['pre-April', 'before', '2025-04'],
    ['b4 april', 'before', '2025-04'],
    ['四月前', 'before', '2025-04'],
    ['4月之前', 'before', '2025-04'],
    ['since March', 'since', '2025-03'],
    ['3月以来', 'since', '2025-03'],
    ['自3月', 'since', '2025-03'],
    ['after 2019', 'after', '2019'],
    ['than last year', 'versus', '2024'],
    ['vs last year', 'versus', '2024'],
    ['compared with last year', 'versus', '2024'],
    ['from a year ago', 'versus', '2024-Q2'],
    ['over the same quarter last year', 'versus', '2024-Q2'],
    ['than it was a year ago', 'versus', '2024-Q2'],
    ['比去年', 'versus', '2024'],
    ['较上年同期', 'versus', '2024-Q2'],
  ])('tells how a time is meant: "%s"', (text, relation, short) => {
    expect(read(text)).toEqual([written(relation, short)]);
  });

  it.each([
    'may I ask what revenue was',
    'it may rise',
    'they march on',
    'a 9988 share',
    'HK09988',
    '247.652 billion',
    '50 billion',
    '26%',
    '24/7',
    'quarterly sales',
    'the augmented plan',
    'a decent marker',
    'the junction',
    'how many years',
    'Ele.me',
    '',
  ])('sees no time in "%s"', (text) => {
    expect(read(text)).toEqual([]);
  });

  it.each(['February 30', '30 February 2025', '2025-02-30', '2025-13-01', '31/31', '四月三十一日', '13月'])(
    'takes "%s", a day that no calendar has, for no day',
    (text) => {
      const days = readPeriods(text, calendar).filter(
        ({ period }) => period !== 'elsewhere' && period.kind === 'dates' && period.from === period.to,
      );
      expect(days).toEqual([]);
    },
  );

  it('reads two times in their order', () => {
    expect(read('revenue in Q2 2025 against Q2 2023')).toEqual([
      written('in', '2025-Q2'),
      written('versus', '2023-Q2'),
    ]);
  });

  it('keeps the narrower of two times that speak of one', () => {
    expect(read('the June quarter of this year, 2025')).toEqual([written('in', '2025-Q2')]);
  });

  it('reads capitals as small letters', () => {
    expect(read('THE JUNE QUARTER')).toEqual(read('the june quarter'));
    expect(read('SINCE MARCH')).toEqual(read('since march'));
  });

  it('takes the words that relate a time to be part of it', () => {
    const text = 'users before April, please';
    const [mention] = readPeriods(text, calendar);
    expect(mention && text.slice(mention.start, mention.end)).toBe('before April');
  });

  it('counts fiscal quarters by the calendar of the company', () => {
    const calendarYear: Calendar = { ...calendar, fiscalYearStarts: 1 };
    expect(read('Q1 FY2025', calendarYear)).toEqual([written('in', '2025-Q1')]);
    expect(read('FY2024', calendarYear)).toEqual([written('in', '2024')]);
    expect(read('fiscal Q2', calendarYear)).toEqual([written('in', '2025-Q2')]);
  });

  it('counts relative times from the newest article', () => {
    const later: Calendar = {
      latestQuarter: { kind: 'dates', from: '2025-10-01', to: '2025-12-31' },
      today: '2026-02-20',
      fiscalYearStarts: 4,
    };
    expect(read('this quarter', later)).toEqual([written('in', '2025-Q4')]);
    expect(read('the quarter before', later)).toEqual([written('in', '2025-Q3')]);
    expect(read('a year ago', later)).toEqual([written('in', '2024-Q4')]);
    expect(read('fiscal Q3', later)).toEqual([written('in', '2025-Q4')]);
    expect(read('last year', later)).toEqual([written('in', '2025')]);
    expect(read('in April', later)).toEqual([written('in', '2025-04')]);
  });

  it('never throws, and places every time inside the text, in order and apart, whatever is typed', () => {
    const pieces = fc.constantFrom(
      'Q1',
      'FY',
      '20',
      '2025',
      "'26",
      ' ',
      '-',
      '/',
      '31',
      '2',
      'Feb',
      ' may ',
      'June',
      ' quarter',
      ' ended ',
      'past ',
      'next ',
      '99999999999 ',
      'years',
      '第',
      '三',
      '财',
      '季',
      '年',
      '月',
      '日',
      '十',
      '前',
      '比',
      '近',
      'before ',
      'since ',
      'the same ',
      'last year',
      '上',
      '下半年',
      '\n',
      '\ud800',
      '0',
    );
    const text = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 100 }),
      fc
        .array(fc.oneof({ weight: 6, arbitrary: pieces }, fc.string({ maxLength: 3 })), { maxLength: 15 })
        .map((parts) => parts.join('')),
    );
    fc.assert(
      fc.property(text, (typed) => {
        for (const { start, end } of readPeriods(typed, calendar)) {
          expect(start).toBeGreaterThanOrEqual(0);
          expect(end).toBeGreaterThan(start);
          expect(end).toBeLessThanOrEqual(typed.length);
        }
      }),
      { numRuns: 600 },
    );
  });
});
