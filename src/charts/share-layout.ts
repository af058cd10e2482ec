import type { Bar, Chart, Share } from './chart.ts';
import { layOutHero } from './hero-layout.ts';
import type { Layout, Room, Shape } from './room.ts';
import { palette } from './palette.ts';
import { stack, type Column, type SetText, type TextBlock } from './set-text.ts';

const largestRadius = 132;
const swatch = 16;

type Swatch = Shape & { readonly y: number };
type Legend = { readonly blocks: readonly (TextBlock | Swatch)[]; readonly bottom: number };

/** The ring to the left; to the right the figure, the part and the whole. Throws an Error where these need more room. */
export function layOutShare(
  { hero, body }: { readonly hero: Chart['hero']; readonly body: Share },
  room: Room,
  setText: SetText,
): Layout {
  const radius = Math.min(room.height / 2, largestRadius);
  const middle = room.top + room.height / 2;
  const indent = 2 * radius + 48;
  const column = { left: room.left + indent, width: room.width - indent, top: 0 };
  const texts = layOutTexts({ hero, body }, column, setText);
  if (texts.bottom > room.height) throw new Error('the texts of the picture need more room than its ring');
  const top = middle - texts.bottom / 2;
  return {
    series: [
      {
        type: 'pie',
        center: [room.left + radius, middle],
        radius: [radius * 0.58, radius],
        startAngle: 90,
        silent: true,
        label: { show: false },
        data: slicesOf(body.level),
      },
    ],
    graphic: texts.blocks.map((block) => ({ ...block, y: block.y + top })),
  };
}

/** The part, what of it is uncertain, and the rest of the whole, in percent. */
function slicesOf({ certain, possible }: Share['level']) {
  const end =
    possible === Infinity
      ? [0.8, 0.5, 0.25].flatMap((opacity) => [
          slice(0.8, palette.track),
          slice(1.6, palette.askedFor, opacity),
        ])
      : [slice(possible - certain, palette.askedFor, 0.45)];
  const drawn = end.reduce((sum, { value }) => sum + value, certain);
  return [slice(certain, palette.askedFor), ...end, slice(Math.max(0, 100 - drawn), palette.track)];
}

function slice(value: number, color: string, opacity = 1) {
  return { value, itemStyle: { color, opacity } };
}

function layOutTexts(
  { hero, body }: { readonly hero: Chart['hero']; readonly body: Share },
  column: Column,
  setText: SetText,
): Legend {
  const figure = hero ? layOutHero(hero, column, setText) : { blocks: [], bottom: column.top };
  const amounts = body.amounts ? [body.amounts.part, body.amounts.whole] : [];
  let bottom = figure.bottom;
  const legend = amounts.flatMap((amount) => {
    const entry = layOutAmount(amount, { ...column, top: bottom + 14 }, setText);
    bottom = entry.bottom;
    return entry.blocks;
  });
  return { blocks: [...figure.blocks, ...legend], bottom };
}

/** What a part of the ring stands for, with its colour there, and the amount below. The whole is all of the ring. */
function layOutAmount({ label, note, level, isAskedFor }: Bar, column: Column, setText: SetText): Legend {
  const indent = swatch + 12;
  const place = { ...column, left: column.left + indent, width: column.width - indent };
  const { blocks, bottom } = stack([
    setText(note === undefined ? label : `${label} · ${note}`, isAskedFor ? 'askedForLabel' : 'label', place),
    setText(level.text, isAskedFor ? 'askedForValue' : 'value', place),
  ]);
  const colour: Swatch = {
    type: 'rect',
    x: column.left,
    y: column.top + 6,
    silent: true,
    shape: { width: swatch, height: swatch, r: 3 },
    style: { fill: palette.askedFor },
  };
  return { blocks: isAskedFor ? [colour, ...blocks] : blocks, bottom };
}
