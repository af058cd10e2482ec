import type { EChartsOption } from 'echarts';
import type { Column, TextBlock } from './set-text.ts';

/** The part of the picture between the texts above and the citation below. */
export type Room = Column & { readonly height: number };

/** A shape over the series, such as the open end of a bar. */
export type Shape = {
  readonly type: 'rect' | 'polygon';
  readonly x?: number;
  readonly y?: number;
  readonly silent: true;
  readonly shape: object;
  readonly style: { readonly fill: string; readonly opacity?: number };
};

/** What echarts draws: series and axes, and texts and shapes over them. */
export type Layout = Pick<
  EChartsOption,
  'animation' | 'backgroundColor' | 'grid' | 'xAxis' | 'yAxis' | 'series'
> & { readonly graphic: readonly (TextBlock | Shape)[] };
