import { describe, expect, it } from 'vitest';
import { formatDate, namePeriod } from '../../src/knowledge/name-period.ts';
import { monthsPeriod, parsePeriod } from '../../src/knowledge/period.ts';

describe('the name of a period', () => {
  it.each([
    ['2025-Q2', 4, 'fiscal Q1 FY2026 (April to June 2025)', '2026财年第一财季（2025年4月至6月）'],
    ['2025-Q1', 4, 'fiscal Q4 FY2025 (January to March 2025)', '2025财年第四财季（2025年1月至3月）'],
    ['2024-Q4', 4, 'fiscal Q3 FY2025 (October to December 2024)', '2025财年第三财季（2024年10月至12月）'],
    ['2025-Q3', 10, 'fiscal Q4 FY2025 (July to September 2025)', '2025财年第四财季（2025年7月至9月）'],
    ['2025-Q2', 1, 'Q2 2025 (April to June 2025)', '2025年第二季度（2025年4月至6月）'],
    ['2025-09-01', 4, '1 September 2025', '2025年9月1日'],
    ['2025-04', 4, 'April 2025', '2025年4月'],
    ['2025', 4, '2025', '2025年'],
    ['past 4 quarters', 4, 'the past 4 quarters', '过去4个季度'],
    ['past 1 month', 4, 'the past 1 month', '过去1个月'],
    ['next 12 months', 4, 'the next 12 months', '未来12个月'],
    ['next 3 years', 4, 'the next 3 years', '未来3年'],
  ])('for %s, where the fiscal year begins in month %i, is %s and %s', (text, starts, english, chinese) => {
    const period = parsePeriod(text);
    expect(period && namePeriod(period, starts, 'english')).toBe(english);
    expect(period && namePeriod(period, starts, 'chinese')).toBe(chinese);
  });

  it('tells both years of a stretch that runs from one into another', () => {
    const year = monthsPeriod(2025, 4, 12);
    expect(namePeriod(year, 4, 'english')).toBe('April 2025 to March 2026');
    expect(namePeriod(year, 4, 'chinese')).toBe('2025年4月至2026年3月');
    const half = monthsPeriod(2025, 1, 6);
    expect(namePeriod(half, 4, 'english')).toBe('January to June 2025');
    expect(namePeriod(half, 4, 'chinese')).toBe('2025年1月至6月');
  });

  it.each(['english', 'chinese'] as const)(
    'in %s is another for every month and quarter of some years',
    (language) => {
      const written = [2024, 2025, 2026].flatMap((year) =>
        ['', '-Q1', '-Q2', '-Q3', '-Q4', '-01', '-02', '-03', '-04', '-05', '-06', '-07', '-08', '-09', '-10']
          .concat('-11', '-12', '-01-01', '-12-31')
          .map((rest) => year + rest),
      );
      const names = written.map(parsePeriod).map((period) => period && namePeriod(period, 4, language));
      expect(new Set(names).size).toBe(written.length);
    },
  );

  it('is that of a date in short form where a citation needs it', () => {
    expect(formatDate('2025-09-01', 'english')).toBe('1 Sep 2025');
    expect(formatDate('2024-12-31', 'english')).toBe('31 Dec 2024');
    expect(formatDate('2025-09-01', 'chinese')).toBe('2025年9月1日');
  });
});
