import { loadCanvas } from './canvas.ts';
import type { Chart } from './chart.ts';
import { layOut, pictureSize } from './layout.ts';
import type { Measure } from './text-block.ts';

/** Draws a chart as a PNG. */
export type RenderChart = (chart: Chart) => Promise<Buffer>;

/** Twice the pixels, so that texts are sharp on screens with a high density. */
const pixelRatio = 2;

/** Loads the libraries and the fonts, which takes about half a second, and returns what draws with them. */
export async function loadRenderer(): Promise<RenderChart> {
  const { createCanvas, echarts, measure } = await loadLibraries();
  return async (chart) => {
    const canvas = createCanvas(pictureSize.width, pictureSize.height);
    const drawing = echarts.init(canvas, null, { devicePixelRatio: pixelRatio, ...pictureSize });
    try {
      drawing.setOption(layOut(chart, measure));
      drawing.getZr().flush();
      return await canvas.encode('png');
    } finally {
      drawing.dispose();
    }
  };
}

/** Loads echarts on a canvas with our fonts, and what measures texts in them. */
export async function loadLibraries() {
  const { createCanvas, GlobalFonts } = await loadCanvas();
  const echarts = await import('echarts/dist/echarts.esm.min');
  // echarts measures texts on a canvas of its own.
  echarts.setPlatformAPI({ createCanvas: () => createCanvas(1, 1) });
  const measure: Measure = ({ style }) => {
    const { width: limit, overflow: _, ...oneLine } = style;
    const { width } = new echarts.graphic.Text({ style: oneLine }).getBoundingRect();
    const { height } = new echarts.graphic.Text({ style }).getBoundingRect();
    return { width: Math.min(width, limit), height };
  };
  return { createCanvas, echarts, measure, fonts: GlobalFonts.families };
}
