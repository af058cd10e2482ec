import type { WrittenLanguage } from './language.ts';
import { fiscalQuarter, lengthInMonths, monthOf, type Period, type SpanUnit } from './period.ts';

type Dates = Extract<Period, { kind: 'dates' }>;
type Span = Extract<Period, { kind: 'span' }>;
type Quarter = { readonly quarter: number; readonly year: number; readonly isFiscal: boolean };

/** How one language names the times that code reads out of dates. */
type TimeNames = {
  readonly span: (span: Span) => string;
  readonly day: (date: string) => string;
  readonly month: (date: string) => string;
  readonly year: (year: number) => string;
  readonly months: (dates: Dates) => string;
  readonly quarter: (quarter: Quarter, months: string) => string;
};

const englishMonths = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const;

const chineseDigits = ['零', '一', '二', '三', '四'] as const;

const timeNames: Record<WrittenLanguage, TimeNames> = {
  english: {
    span: ({ direction, count, unit }) => `the ${direction} ${count} ${unit}${count === 1 ? '' : 's'}`,
    day: (date) => `${dayOf(date)} ${englishMonth(date)} ${monthOf(date).year}`,
    month: (date) => `${englishMonth(date)} ${monthOf(date).year}`,
    year: String,
    months: ({ from, to }) => {
      const year = monthOf(from).year === monthOf(to).year ? '' : ` ${monthOf(from).year}`;
      return `${englishMonth(from)}${year} to ${englishMonth(to)} ${monthOf(to).year}`;
    },
    quarter: ({ quarter, year, isFiscal }, months) =>
      isFiscal ? `fiscal Q${quarter} FY${year} (${months})` : `Q${quarter} ${year} (${months})`,
  },
  chinese: {
    span: ({ direction, count, unit }) => {
      const units: Record<SpanUnit, string> = { month: '个月', quarter: '个季度', year: '年' };
      return `${direction === 'past' ? '过去' : '未来'}${count}${units[unit]}`;
    },
    day: (date) => `${chineseMonth(date)}${dayOf(date)}日`,
    month: chineseMonth,
    year: (year) => `${year}年`,
    months: ({ from, to }) => {
      const isSameYear = monthOf(from).year === monthOf(to).year;
      return `${chineseMonth(from)}至${isSameYear ? `${monthOf(to).month}月` : chineseMonth(to)}`;
    },
    quarter: ({ quarter, year, isFiscal }, months) => {
      const number = chineseDigits[quarter] ?? String(quarter);
      return isFiscal ? `${year}财年第${number}财季（${months}）` : `${year}年第${number}季度（${months}）`;
    },
  },
};

/**
 * Names a period for a reader. A quarter is named by the fiscal calendar of the company, with its months, because
 * "Q1" alone means different months in different companies: "fiscal Q1 FY2026 (April to June 2025)".
 */
export function namePeriod(period: Period, fiscalYearStarts: number, language: WrittenLanguage): string {
  const names = timeNames[language];
  if (period.kind === 'span') return names.span(period);
  if (period.from === period.to) return names.day(period.from);
  const { year, month } = monthOf(period.from);
  const length = lengthInMonths(period);
  if (length === 1) return names.month(period.from);
  if (length === 12 && month === 1) return names.year(year);
  const months = names.months(period);
  if (length !== 3) return months;
  const { quarter, fiscalYear } = fiscalQuarter(year, month, fiscalYearStarts);
  return names.quarter({ quarter, year: fiscalYear, isFiscal: fiscalYearStarts !== 1 }, months);
}

/** Prints the ISO date of a publication for a reader: 1 Sep 2025, or 2025年9月1日. */
export function formatDate(date: string, language: WrittenLanguage): string {
  if (language === 'chinese') return timeNames.chinese.day(date);
  return `${dayOf(date)} ${englishMonth(date).slice(0, 3)} ${monthOf(date).year}`;
}

function englishMonth(date: string): string {
  const { month } = monthOf(date);
  return englishMonths[month - 1] ?? String(month);
}

function chineseMonth(date: string): string {
  const { year, month } = monthOf(date);
  return `${year}年${month}月`;
}

function dayOf(date: string): number {
  return Number(date.slice(8));
}
