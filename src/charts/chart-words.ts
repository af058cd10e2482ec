import type { WrittenLanguage } from '../knowledge/language.ts';

/** What the pictures say beyond the texts of the findings. */
export type ChartWords = {
  readonly barChart: string;
  readonly shareChart: string;
  readonly before: string;
  readonly after: string;
  readonly beside: string;
  readonly compared: string;
  readonly computed: string;
  readonly colon: string;
  readonly semicolon: string;
  readonly stop: string;
};

export const chartWords: Record<WrittenLanguage, ChartWords> = {
  english: {
    barChart: 'Bar chart',
    shareChart: 'Share of a whole',
    before: 'Before',
    after: 'After',
    beside: 'beside other amounts of the article',
    compared: 'On one scale',
    computed: 'computed',
    colon: ': ',
    semicolon: '; ',
    stop: '. ',
  },
  chinese: {
    barChart: '条形图',
    shareChart: '占比图',
    before: '此前',
    after: '此后',
    beside: '与文中其他金额对照',
    compared: '同一比例对照',
    computed: '由计算得出',
    colon: '：',
    semicolon: '；',
    stop: '。',
  },
};
