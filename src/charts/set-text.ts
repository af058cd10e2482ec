import { breakLines } from './break-lines.ts';
import { fontFamily } from './canvas.ts';
import { palette } from './palette.ts';

/** Nothing is smaller than 18 pixels, because Discord shows a picture at about half its size. */
const textStyles = {
  title: { fontSize: 28, lineHeight: 36, fontWeight: 600, fill: palette.text },
  subtitle: { fontSize: 22, lineHeight: 30, fontWeight: 400, fill: palette.mutedText },
  hero: { fontSize: 54, lineHeight: 62, fontWeight: 700, fill: palette.askedFor },
  note: { fontSize: 24, lineHeight: 32, fontWeight: 400, fill: palette.mutedText },
  label: { fontSize: 22, lineHeight: 28, fontWeight: 400, fill: palette.mutedText },
  value: { fontSize: 24, lineHeight: 28, fontWeight: 600, fill: palette.mutedText },
  askedForLabel: { fontSize: 22, lineHeight: 28, fontWeight: 600, fill: palette.text },
  askedForValue: { fontSize: 24, lineHeight: 28, fontWeight: 700, fill: palette.text },
  citation: { fontSize: 18, lineHeight: 24, fontWeight: 400, fill: palette.mutedText },
} as const;

/** A text in its place, broken into lines. */
export type TextBlock = {
  readonly type: 'text';
  /** The left edge, or the right one where it is aligned to the right. */
  readonly x: number;
  readonly y: number;
  readonly silent: true;
  readonly style: (typeof textStyles)[keyof typeof textStyles] & {
    readonly text: string;
    readonly align: 'left' | 'right';
    readonly fontFamily: string;
  };
  /** How much room it takes. */
  readonly size: { readonly width: number; readonly height: number };
};

/** Where texts are set: in this width, from this line down. */
export type Column = { readonly left: number; readonly width: number; readonly top: number };

type Place = Column & { readonly align?: 'left' | 'right' };

/** Sets a text at the top of a column. Throws an Error where a word is wider than the column. */
export type SetText = (text: string, style: keyof typeof textStyles, place: Place) => TextBlock;

/** Makes what sets texts. `measure` gives the width of a line in a font of CSS. */
export function createSetText(measure: (line: string, font: string) => number): SetText {
  return (text, styleName, { left, width, top, align = 'left' }) => {
    const style = textStyles[styleName];
    const font = `${style.fontWeight} ${style.fontSize}px ${fontFamily}`;
    const lines = breakLines(text, { width, measure: (line) => measure(line, font) });
    const widest = Math.max(...lines.map((line) => measure(line, font)));
    if (widest > width) throw new Error(`the picture has no room for "${text}"`);
    return {
      type: 'text',
      x: align === 'left' ? left : left + width,
      y: top,
      silent: true,
      style: { ...style, text: lines.join('\n'), align, fontFamily },
      size: { width: widest, height: lines.length * style.lineHeight },
    };
  };
}

/** Texts that are set, and where they end. */
export type Stack = { readonly blocks: readonly TextBlock[]; readonly bottom: number };

/** Sets texts below one another, beginning where the first of them stands. */
export function stack(texts: readonly TextBlock[]): Stack {
  let bottom = texts[0]?.y ?? 0;
  const blocks = texts.map((text) => {
    const block = { ...text, y: bottom };
    bottom += text.size.height;
    return block;
  });
  return { blocks, bottom };
}
