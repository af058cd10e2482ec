import type { Chart } from './chart.ts';
import { stack, type Column, type SetText, type Stack } from './set-text.ts';

const heroGap = 16;
/** From the top of the large figure to the top of its note, so that they stand on one line. */
const noteDrop = 24;

/** The large figure with its note to the right, or below where the two are too wide. */
export function layOutHero(
  { text, note }: NonNullable<Chart['hero']>,
  column: Column,
  setText: SetText,
): Stack {
  const figure = setText(text, 'hero', column);
  if (note === '') return stack([figure]);
  const indent = figure.size.width + heroGap;
  const noteBelow = setText(note, 'note', column);
  return indent + noteBelow.size.width <= column.width
    ? {
        blocks: [figure, { ...noteBelow, x: column.left + indent, y: column.top + noteDrop }],
        bottom: column.top + figure.size.height,
      }
    : stack([figure, noteBelow]);
}
