import type { EChartsOption } from 'echarts';
import type { Column } from './text-block.ts';

/** The part of the picture between the texts above and the citation below. */
export type Room = Column & { readonly height: number };

/** What is drawn in the room: series and axes, and texts and shapes over them. */
export type Body = Pick<EChartsOption, 'grid' | 'xAxis' | 'yAxis' | 'series'> & {
  readonly graphic: readonly object[];
};
