import type { Bar, Bars } from './chart.ts';
import type { Layout, Room, Shape } from './room.ts';
import { colourOf, palette } from './palette.ts';
import type { SetText, Stack } from './set-text.ts';

const rowGap = 8;
const labelGap = 5;
const thickestBar = 40;
const thinnestBar = 12;
const corner = 4;
/** How much longer than the longest bar the scale is, where a bar is open at its end and must be seen to go on. */
const roomForOpenEnd = 1.1;

/**
 * One row a bar, all on one scale that starts at 0: its label and figure in a line, and the bar below them over the whole
 * width. Throws an Error where the texts leave the bars no room.
 */
export function layOutBars({ bars, whole }: Bars, room: Room, setText: SetText): Layout {
  const { left, width, top, height } = room;
  const labelHeight = Math.max(...bars.map((bar) => layOutLabel(bar, room, setText).bottom));
  const rowHeight = height / bars.length;
  const thickness = Math.min(thickestBar, rowHeight - labelHeight - labelGap - rowGap);
  if (thickness < thinnestBar)
    throw new Error(`the texts of the picture leave its ${bars.length} bars no room`);

  const scaleEnd = whole ?? endOfScale(bars);
  const rows = bars.map((bar, index) => {
    const rowTop = top + index * rowHeight + (rowHeight - labelHeight - labelGap - thickness) / 2;
    return { bar, labelBottom: rowTop + labelHeight, barTop: rowTop + labelHeight + labelGap };
  });
  const firstBar = (rows[0]?.barTop ?? top) + thickness / 2;
  return {
    grid: { left, width, top: firstBar - rowHeight / 2, height },
    xAxis: { type: 'value', min: 0, max: scaleEnd, show: false },
    yAxis: { type: 'category', inverse: true, data: bars.map(({ label }) => label), show: false },
    series: [
      {
        type: 'bar',
        stack: 'level',
        barWidth: thickness,
        showBackground: whole !== undefined,
        backgroundStyle: { color: palette.track, borderRadius: [0, corner, corner, 0] },
        data: bars.map(({ level, isAskedFor }) => ({
          value: level.certain,
          itemStyle: {
            color: colourOf(isAskedFor),
            borderRadius: level.possible === level.certain ? [0, corner, corner, 0] : 0,
          },
        })),
      },
      {
        type: 'bar',
        stack: 'level',
        data: bars.map(({ level, isAskedFor }) => ({
          value: level.possible === Infinity ? 0 : level.possible - level.certain,
          itemStyle: { color: colourOf(isAskedFor), opacity: 0.45 },
        })),
      },
    ],
    graphic: rows.flatMap(({ bar, labelBottom, barTop }) => {
      const { blocks, bottom } = layOutLabel(bar, room, setText);
      const end = left + (bar.level.certain / scaleEnd) * width;
      const isOpen = bar.level.possible === Infinity;
      return [
        ...blocks.map((block) => ({ ...block, y: labelBottom - bottom + block.y })),
        ...(isOpen ? openEnd({ left: end, top: barTop, height: thickness }, colourOf(bar.isAskedFor)) : []),
      ];
    }),
  };
}

function endOfScale(bars: readonly Bar[]): number {
  const ends = bars.map(({ level: { certain, possible } }) =>
    possible === Infinity ? certain * roomForOpenEnd : possible,
  );
  return Math.max(...ends);
}

/**
 * The label with its note to the left and the figure to the right, in one line where they fit; else the label above, and
 * note and figure in the line below.
 */
function layOutLabel({ label, note, level, isAskedFor }: Bar, room: Room, setText: SetText): Stack {
  const column = { ...room, top: 0 };
  const nameStyle = isAskedFor ? 'askedForLabel' : 'label';
  const value = setText(level.text, isAskedFor ? 'askedForValue' : 'value', { ...column, align: 'right' });
  const widthBeside = room.width - value.size.width - 24;
  const inOneLine = setText(note === undefined ? label : `${label} · ${note}`, nameStyle, column);
  if (inOneLine.size.width <= widthBeside) return { blocks: [inOneLine, value], bottom: value.size.height };
  const name = setText(label, nameStyle, column);
  const below = { ...column, width: widthBeside, top: name.size.height };
  const noteBlock = note === undefined ? [] : [setText(note, 'label', below)];
  return {
    blocks: [name, ...noteBlock, { ...value, y: below.top }],
    bottom: below.top + Math.max(...[value, ...noteBlock].map(({ size }) => size.height)),
  };
}

/** Arrow heads that fade away: the bar is at least this long, and nobody knows how much longer. */
function openEnd(
  bar: { readonly left: number; readonly top: number; readonly height: number },
  fill: string,
): Shape[] {
  const depth = bar.height * 0.4;
  const stroke = 7;
  return [0.8, 0.5, 0.25].map((opacity, index) => {
    const left = bar.left + 6 + index * (stroke + 6);
    const [top, middle, bottom] = [bar.top, bar.top + bar.height / 2, bar.top + bar.height];
    return {
      type: 'polygon',
      silent: true,
      shape: {
        points: [
          [left, top],
          [left + stroke, top],
          [left + stroke + depth, middle],
          [left + stroke, bottom],
          [left, bottom],
          [left + depth, middle],
        ],
      },
      style: { fill, opacity },
    };
  });
}
