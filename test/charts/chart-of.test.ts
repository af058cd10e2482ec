import { describe, expect, it } from 'vitest';
import { altTextOf } from '../../src/charts/alt-text.ts';
import { chartOf } from '../../src/charts/chart-of.ts';
import type { Bars, Chart } from '../../src/charts/chart.ts';
import { indexKnowledge } from '../../src/answering/index-knowledge.ts';
import { readChangedKnowledge, replaceInFile } from '../knowledge/changed-knowledge.ts';
import { allCharts, chart, findings, knowledge, languages } from './shipped-charts.ts';

function barsOf({ body }: Chart): Bars {
  if (body.kind !== 'bars') throw new Error('the chart has no bars');
  return body;
}

function linesOf(made: Chart): string[] {
  return barsOf(made).bars.map(({ label, note, level }) =>
    [label, note, level.text].filter((text) => text !== undefined).join(' | '),
  );
}

function askedFor(made: Chart): string[] {
  return barsOf(made).bars.flatMap(({ label, isAskedFor }) => (isAskedFor ? [label] : []));
}

describe('the chart', () => {
  it('of a figure with a change shows the level before, which is computed, and the level after', () => {
    const made = chart('English', 'net-profit');
    expect(made.hero).toEqual({ text: '+76%', note: 'year over year' });
    expect(linesOf(made)).toEqual([
      'fiscal Q1 FY2025 (April to June 2024) | computed | about RMB 24.1 billion',
      'fiscal Q1 FY2026 (April to June 2025) | RMB 42.382 billion',
    ]);
  });

  it('of the level before is the same, with that level as what was asked for', () => {
    const made = chart('English', 'net-profit-a-year-ago');
    expect(linesOf(made)).toEqual(linesOf(chart('English', 'net-profit')));
    expect(askedFor(made)).toEqual(['fiscal Q1 FY2025 (April to June 2024)']);
  });

  it('of a move with both ends shows them as parts of the whole', () => {
    const made = chart('English', 'eleme-market-share');
    expect(made.hero?.text).toBe('13% → 28%');
    expect(linesOf(made)).toEqual(['Before | 13%', 'After | 28%']);
    expect(barsOf(made).whole).toBe(100);
  });

  it('of what is computed from a move shows the move, with the result above it', () => {
    const made = chart('English', 'eleme-share-gain-in-points');
    expect(made.hero).toEqual({ text: '15 percentage points', note: 'computed' });
    expect(linesOf(made)).toEqual(['Before | 13%', 'After | 28%']);
  });

  it('of an amount without a change shows it next to the other amounts of its quarter, the largest first', () => {
    const made = chart('English', 'sales-and-marketing');
    expect(linesOf(made)).toEqual([
      'Revenue | RMB 247.652 billion',
      'Sales and marketing expense | RMB 53.2 billion',
      'Net profit | RMB 42.382 billion',
      'Cloud revenue | RMB 33.398 billion',
      'Instant retail revenue | RMB 14.784 billion',
    ]);
    expect(askedFor(made)).toEqual(['Sales and marketing expense']);
  });

  it('says for each amount of what time it is, where they are of different times', () => {
    expect(linesOf(chart('English', 'eleme-subsidy'))).toEqual([
      "Taobao Flash Purchase's subsidy | the next 12 months | RMB 50 billion",
      "Ele.me's subsidy programme | April 2025 | more than RMB 10 billion",
    ]);
  });

  it('of changes without a level shows those of the same day, each once', () => {
    expect(linesOf(chart('English', 'share-day'))).toEqual([
      'Opening move on 1 September 2025 | nearly +15%',
      'The shares on 1 September 2025 | +18.5%',
    ]);
  });

  it('of a share shows the part in the whole, with both amounts where they are known', () => {
    expect(chart('English', 'net-margin').body).toMatchObject({
      kind: 'share',
      amounts: {
        part: { label: 'Net profit', level: { text: 'RMB 42.382 billion' } },
        whole: { label: 'Revenue', note: 'the whole', level: { text: 'RMB 247.652 billion' } },
      },
    });
    expect(chart('English', 'ai-revenue-share').body).toMatchObject({ kind: 'share', amounts: undefined });
  });

  it('of several figures shows them on one scale', () => {
    expect(linesOf(chart('English', 'revenue', 'cloud-revenue'))).toEqual([
      'Revenue | RMB 247.652 billion',
      'Cloud revenue | RMB 33.398 billion',
    ]);
  });

  it.each([
    ['an event', ['reorganisation']],
    ["a writer's view", ['better-than-expected']],
    ['an amount that nothing stands next to', ['share-price']],
    ['figures of different units', ['revenue', 'market-value']],
    ['shares of different wholes', ['net-margin', 'eleme-market-share']],
    ['a figure and a view', ['revenue', 'flywheel']],
    ['an amount that would be too small to be seen', ['share-price', 'market-value']],
    ['nothing', []],
  ])('is not made of %s', (_, ids) => {
    expect(chartOf(knowledge, findings(...ids), 'English')).toBeUndefined();
  });

  it('is not made of a change whose level before is not declared', () => {
    const changed = indexKnowledge(
      readChangedKnowledge((copy) =>
        replaceInFile(
          `${copy}/alibaba-2025-06/computed.yaml`,
          'compute: { operation: level before the change, of: net-profit }',
          'compute: { operation: level before the change, of: revenue }',
        ),
      ),
    );
    const netProfit = changed.findings.filter(({ id }) => id === 'net-profit');
    expect(chartOf(changed, netProfit, 'English')).toBeUndefined();
  });

  it('is not made of losses, for which a scale from 0 has no place', () => {
    const changed = indexKnowledge(
      readChangedKnowledge((copy) =>
        replaceInFile(
          `${copy}/alibaba-2025-06/facts/consumer.yaml`,
          'value: { amount: 50, scale: billion, unit: CNY }',
          'value: { amount: -50, scale: billion, unit: CNY }',
        ),
      ),
    );
    const subsidy = changed.findings.filter(({ id }) => id === 'flash-purchase-subsidy');
    expect(subsidy).toHaveLength(1);
    expect(chartOf(changed, subsidy, 'English')).toBeUndefined();
  });

  it('names its company and cites every paragraph that it draws from', () => {
    const made = chart('English', 'sales-and-marketing');
    expect(made.subtitle).toBe('Alibaba · fiscal Q1 FY2026 (April to June 2025)');
    expect(made.citation).toBe('Deep News, 1 Sep 2025, paragraphs 3, 8 and 12 · reported figure');
  });

  it('is written in the language and the script that are asked for', () => {
    expect(linesOf(chart('Simplified Chinese', 'net-profit'))).toEqual([
      '2025财年第一财季（2024年4月至6月） | 计算得出 | 约241亿元',
      '2026财年第一财季（2025年4月至6月） | 423.82亿元',
    ]);
    expect(chart('Simplified Chinese', 'net-profit').hero?.note).toBe('同比');
    expect(linesOf(chart('Traditional Chinese', 'net-profit'))).toEqual([
      '2025財年第一財季（2024年4月至6月） | 計算得出 | 約241億元',
      '2026財年第一財季（2025年4月至6月） | 423.82億元',
    ]);
  });
});

describe('a bound', () => {
  it.each([
    ['"more than" is open at its end', 'ai-spending-plan', 380e9, Infinity],
    ['what is computed from it is open too', 'planned-spending-per-year', 380e9 / 3, Infinity],
    ['"nearly" ends before its figure for sure, and may reach it', 'share-opening-move', 14.25, 15],
    ['what is exact ends at its figure', 'flash-purchase-subsidy', 50e9, 50e9],
  ])('%s', (_, id, certain, possible) => {
    const bar = barsOf(chart('English', id)).bars.find(({ isAskedFor }) => isAskedFor);
    expect(bar?.level.certain).toBeCloseTo(certain, 3);
    expect(bar?.level.possible).toBe(possible);
  });

  it('of a computed figure is the range that the rounding of its inputs leaves', () => {
    const [before] = barsOf(chart('English', 'revenue')).bars;
    expect(before?.level.certain).toBeLessThan(242.8e9);
    expect(before?.level.possible).toBeGreaterThan(242.8e9);
    expect(before?.level.text).toBe('about RMB 242.8 billion');
  });
});

describe('the alternative text', () => {
  it('says what the picture shows', () => {
    expect(altTextOf(chart('English', 'eleme-market-share'))).toBe(
      "Bar chart: Ele.me's share of food delivery · Alibaba · fiscal Q1 FY2026 (April to June 2025). 13% → 28%. Before: 13%; After: 28%.",
    );
    expect(altTextOf(chart('Traditional Chinese', 'net-margin'))).toBe(
      '佔比圖：淨利率 · 阿里巴巴 · 2026財年第一財季（2025年4月至6月）。17.1% 計算得出。淨利潤：423.82億元；營收 · 整體：2,476.52億元。',
    );
  });

  it.each(languages)('holds every figure of every picture in %s, within what Discord allows', (language) => {
    const charts = allCharts(language);
    expect(charts.length).toBeGreaterThan(30);
    for (const made of charts) {
      const altText = altTextOf(made);
      const shown = made.body.kind === 'bars' ? made.body.bars : Object.values(made.body.amounts ?? {});
      const texts = [
        made.title,
        made.subtitle ?? '',
        made.hero?.text ?? '',
        ...shown.map(({ level }) => level.text),
      ];
      expect(texts.filter((text) => !altText.includes(text))).toEqual([]);
      expect(altText.length).toBeLessThanOrEqual(1024);
    }
  });
});
