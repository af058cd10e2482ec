import { beforeAll, describe, expect, it } from 'vitest';
import type { Chart } from '../../src/charts/chart.ts';
import { layOut, pictureSize } from '../../src/charts/layout.ts';
import { loadLibraries } from '../../src/charts/render-chart.ts';
import type { SetText, TextBlock } from '../../src/charts/set-text.ts';
import { allCharts, chart, languages } from './shipped-charts.ts';

let setText: SetText;

beforeAll(async () => {
  ({ setText } = await loadLibraries());
});

type Box = { readonly left: number; readonly right: number; readonly top: number; readonly bottom: number };

function textsOf(made: Chart): TextBlock[] {
  return layOut(made, setText).graphic.flatMap((element) => (element.type === 'text' ? [element] : []));
}

function boxOf(block: TextBlock): Box {
  const { width, height } = block.size;
  const left = block.style.align === 'left' ? block.x : block.x - width;
  return { left, right: left + width, top: block.y, bottom: block.y + height };
}

function overlap(one: Box, other: Box): boolean {
  return (
    one.left < other.right - 0.5 &&
    other.left < one.right - 0.5 &&
    one.top < other.bottom - 0.5 &&
    other.top < one.bottom - 0.5
  );
}

function arrowHeads(id: string): unknown[] {
  return layOut(chart('English', id), setText).graphic.filter(({ type }) => type === 'polygon');
}

describe('the layout', () => {
  it.each(languages)('keeps every text of every picture in %s within the margins', (language) => {
    const outside = allCharts(language).flatMap((made) =>
      textsOf(made).filter((block) => {
        const { left, right, top, bottom } = boxOf(block);
        return (
          left < 31.5 || right > pictureSize.width - 31.5 || top < 20 || bottom > pictureSize.height - 20
        );
      }),
    );
    expect(outside.map(({ style }) => style.text)).toEqual([]);
  });

  it.each(languages)('sets no two texts of a picture in %s over each other', (language) => {
    for (const made of allCharts(language)) {
      const boxes = textsOf(made).map((block) => ({ text: block.style.text, ...boxOf(block) }));
      const overlapping = boxes.flatMap((one, index) =>
        boxes.slice(index + 1).flatMap((other) => (overlap(one, other) ? [[one.text, other.text]] : [])),
      );
      expect(overlapping).toEqual([]);
    }
  });

  it('sets no text smaller than 18 pixels, because pictures are shown at half their size', () => {
    const sizes = allCharts('English').flatMap((made) => textsOf(made).map(({ style }) => style.fontSize));
    expect(Math.min(...sizes)).toBe(18);
  });

  it('shows all texts of a chart, whole', () => {
    const made = chart('English', 'eleme-subsidy');
    expect(textsOf(made).map(({ style }) => style.text)).toEqual([
      "Ele.me's subsidy programme",
      'Alibaba',
      "Taobao Flash Purchase's subsidy",
      'the next 12 months',
      'RMB 50 billion',
      "Ele.me's subsidy programme",
      'April 2025',
      'more than RMB 10 billion',
      'Deep News, 1 Sep 2025, paragraph 11 · plan · reported event',
    ]);
  });

  it('starts every scale at 0, and ends it at the whole where there is one', () => {
    expect(layOut(chart('English', 'revenue'), setText).xAxis).toMatchObject({ min: 0 });
    expect(layOut(chart('English', 'eleme-market-share'), setText).xAxis).toMatchObject({ min: 0, max: 100 });
  });

  it('leaves room behind the longest bar where that is open at its end', () => {
    expect(layOut(chart('English', 'ai-spending-plan'), setText).xAxis).toMatchObject({ max: 380e9 * 1.1 });
  });

  it('draws arrow heads behind a bar that is open at its end, and behind no other', () => {
    expect(arrowHeads('eleme-subsidy')).toHaveLength(3);
    expect(arrowHeads('ai-spending-plan')).toHaveLength(6);
    expect(arrowHeads('revenue')).toEqual([]);
  });

  it('sets the note of the large figure behind it, or below where the line has no room for both', () => {
    const made = chart('English', 'revenue');
    const placeOf = (note: string) => {
      const blocks = textsOf({ ...made, hero: { text: 'about +123.45%', note } });
      return blocks.find(({ style }) => style.text === note);
    };
    expect(placeOf('year over year')?.x).toBeGreaterThan(400);
    expect(placeOf('against the same quarter of the year before')?.x).toBe(32);
  });

  it('refuses texts that leave no room, rather than cutting them', () => {
    const made = chart('English', 'revenue');
    expect(() => layOut({ ...made, title: 'A very long title. '.repeat(30) }, setText)).toThrow('no room');
    const share = chart('English', 'net-margin');
    expect(() => layOut({ ...share, title: 'A very long title. '.repeat(18) }, setText)).toThrow('more room');
  });
});
