import { createRequire } from 'node:module';
import { describe, expect, it } from 'vitest';
import { createChartDrawer } from '../../src/charts/draw-charts.ts';
import { loadLibraries } from '../../src/charts/render-chart.ts';
import { chart, languages, singleCharts } from './shipped-charts.ts';

const { cache } = createRequire(import.meta.url);

function canvasIsLoaded(): boolean {
  return Object.keys(cache).some((file) => file.includes('@napi-rs/canvas'));
}

/** Width and height, as a PNG states them after its signature and the name of its first chunk. */
function sizeOf(png: Buffer): string {
  expect(png.subarray(1, 4).toString('latin1')).toBe('PNG');
  return `${png.readUInt32BE(16)} x ${png.readUInt32BE(20)}`;
}

describe('drawing', () => {
  it('loads nothing before the first picture is asked for', async () => {
    const drawer = createChartDrawer();
    expect(canvasIsLoaded()).toBe(false);
    await drawer.warmUp();
    expect(canvasIsLoaded()).toBe(true);
  });

  it.each(languages)('makes a picture of 1600 x 900 for every chart in %s', async (language) => {
    const drawer = createChartDrawer();
    const drawn = await Promise.all(singleCharts(language).map(drawer.drawChart));
    expect(drawn.length).toBeGreaterThan(20);
    expect(new Set(drawn.map(({ png }) => sizeOf(png)))).toEqual(new Set(['1600 x 900']));
    expect(drawn.filter(({ altText }) => altText === '')).toEqual([]);
  });

  it('makes the same bytes of the same chart each time', async () => {
    const drawer = createChartDrawer();
    const [one, other] = await Promise.all(
      [0, 1].map(() => drawer.drawChart(chart('English', 'net-profit'))),
    );
    expect(one?.png.equals(other?.png ?? Buffer.of())).toBe(true);
  });

  it('rejects what it cannot draw, and draws what comes after', async () => {
    const drawer = createChartDrawer();
    const good = chart('English', 'net-profit');
    const bad = drawer.drawChart({ ...good, title: 'A very long title. '.repeat(40) });
    const next = drawer.drawChart(good);
    await expect(bad).rejects.toThrow('no room');
    expect(sizeOf((await next).png)).toBe('1600 x 900');
  });
});

describe('the fonts', () => {
  it('are ours alone, so that a picture is the same on every machine', async () => {
    const { fonts } = await loadLibraries();
    const families = fonts.map(({ family }) => family);
    expect(families).toEqual(expect.arrayContaining(['Inter', 'Noto Sans SC']));
    expect(families.filter((family) => !/^(Inter|Noto Sans SC)/.test(family))).toEqual([]);
  });

  it.each(languages)('have every character of every picture in %s', async (language) => {
    const { createCanvas } = await loadLibraries();
    const context = createCanvas(40, 40).getContext('2d');
    const draw = (character: string) => {
      context.clearRect(0, 0, 40, 40);
      context.font = '24px Inter, "Noto Sans SC"';
      context.fillText(character, 4, 30);
      return Buffer.from(context.getImageData(0, 0, 40, 40).data).toString('base64');
    };
    const missing = draw('\u{10fffd}');
    const characters = new Set(
      singleCharts(language).flatMap((made) => JSON.stringify(made).match(/./gu) ?? []),
    );
    expect([...characters].filter((character) => character !== ' ' && draw(character) === missing)).toEqual(
      [],
    );
  });
});
