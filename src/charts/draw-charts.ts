import limitConcurrency from 'p-limit';
import { altTextOf } from './alt-text.ts';
import type { Chart } from './chart.ts';
import type { RenderChart } from './render-chart.ts';

export type DrawnChart = {
  /** 1600 by 900 pixels, some 100 kB. */
  readonly png: Buffer;
  /** Every figure of the picture, in its language: at most 1,024 characters, as Discord's attachments allow. */
  readonly altText: string;
};

export type ChartDrawer = {
  /** Draws a chart. Rejects with an Error where that fails; the text is then sent without it, and the error logged. */
  readonly drawChart: (chart: Chart) => Promise<DrawnChart>;
  /** Loads the libraries and fonts, so that the first picture takes no longer than others. Rejects as `drawChart` does. */
  readonly warmUp: () => Promise<void>;
};

/** One is drawn while another is being compressed; more would hold up the answers that come in meanwhile. */
const drawnAtOnce = 2;

/**
 * Makes what draws pictures. Nothing is loaded before the first one is asked for, because the libraries and fonts take
 * half a second and some 100 MB. Pictures wait for each other here, a few at a time, so that answers wait for none.
 */
export function createChartDrawer(): ChartDrawer {
  const limit = limitConcurrency(drawnAtOnce);
  let loading: Promise<RenderChart> | undefined;
  const load = () => (loading ??= import('./render-chart.ts').then(({ loadRenderer }) => loadRenderer()));
  return {
    drawChart: (chart) =>
      limit(async () => {
        const render = await load();
        return { png: await render(chart), altText: altTextOf(chart) };
      }),
    warmUp: () =>
      limit(async () => {
        const render = await load();
        await render(exampleChart);
      }),
  };
}

/** Texts in all weights and in both scripts, so that their fonts are unpacked. */
const exampleChart: Chart = {
  language: 'Simplified Chinese',
  title: 'Revenue 营收',
  subtitle: '2026财年第一财季（2025年4月至6月）',
  hero: { text: '约+2%', note: '同比' },
  body: {
    kind: 'bars',
    bars: [
      {
        label: 'Before',
        note: undefined,
        level: { certain: 1, possible: 1, unit: 'CNY', text: '1亿元' },
        isAskedFor: false,
      },
      {
        label: 'After',
        note: undefined,
        level: { certain: 2, possible: Infinity, unit: 'CNY', text: '2亿元' },
        isAskedFor: true,
      },
    ],
    whole: undefined,
  },
  citation: 'Deep News',
};
