import type { Chart } from './chart.ts';
import { setText, stack, type Column, type Measure, type Stack } from './text-block.ts';

const heroGap = 16;
/** From the top of the large figure to the top of its note, so that they stand on one line. */
const noteDrop = 24;

/** The large figure with its note to the right, or below where the two are too wide. */
export function layOutHero(
  { text, note }: NonNullable<Chart['hero']>,
  column: Column,
  measure: Measure,
): Stack {
  const figure = setText(text, 'hero', column);
  if (note === '') return stack([figure], measure);
  const size = measure(figure);
  const indent = size.width + heroGap;
  const beside = setText(note, 'note', {
    ...column,
    left: column.left + indent,
    top: column.top + noteDrop,
  });
  return indent + measure(beside).width <= column.width
    ? { blocks: [figure, beside], bottom: column.top + size.height }
    : stack([figure, setText(note, 'note', column)], measure);
}
