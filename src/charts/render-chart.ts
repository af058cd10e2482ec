import { loadCanvas } from './canvas.ts';
import type { Chart } from './chart.ts';
import { layOut, pictureSize } from './layout.ts';
import { createSetText } from './set-text.ts';

/** Draws a chart as a PNG. */
export type RenderChart = (chart: Chart) => Promise<Buffer>;

/** Twice the pixels, so that texts are sharp on screens with a high density. */
const pixelRatio = 2;

/** Loads the libraries and the fonts, which takes about half a second, and returns what draws with them. */
export async function loadRenderer(): Promise<RenderChart> {
  const { createCanvas, echarts, setText } = await loadLibraries();
  return async (chart) => {
    const canvas = createCanvas(pictureSize.width, pictureSize.height);
    const drawing = echarts.init(canvas, null, { devicePixelRatio: pixelRatio, ...pictureSize });
    try {
      drawing.setOption(layOut(chart, setText));
      drawing.getZr().flush();
      return await canvas.encode('png');
    } finally {
      drawing.dispose();
    }
  };
}

/** Loads echarts on a canvas with our fonts, and what sets texts in them. */
export async function loadLibraries() {
  const { createCanvas, GlobalFonts } = await loadCanvas();
  const echarts = await import('echarts/dist/echarts.esm.min');
  // echarts measures texts on a canvas of its own.
  echarts.setPlatformAPI({ createCanvas: () => createCanvas(1, 1) });
  const context = createCanvas(1, 1).getContext('2d');
  const setText = createSetText((line, font) => {
    context.font = font;
    return context.measureText(line).width;
  });
  return { createCanvas, echarts, setText, fonts: GlobalFonts.families };
}
