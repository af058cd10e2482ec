import type { WrittenLanguage } from '../knowledge/language.ts';

/** What the pictures say beyond the texts of the findings. */
export type ChartWords = {
  readonly barChart: string;
  readonly shareChart: string;
  readonly before: string;
  readonly after: string;
  readonly compared: string;
  readonly whole: string;
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
    compared: 'Compared on one scale',
    whole: 'the whole',
    colon: ': ',
    semicolon: '; ',
    stop: '. ',
  },
  chinese: {
    barChart: '条形图',
    shareChart: '占比图',
    before: '之前',
    after: '之后',
    compared: '同一尺度对比',
    whole: '整体',
    colon: '：',
    semicolon: '；',
    stop: '。',
  },
};
