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

/** A text in its place: echarts breaks it into lines of at most `style.width` and cuts nothing. */
export type TextBlock = {
  readonly type: 'text';
  /** The left edge, or the right one where it is aligned to the right. */
  readonly x: number;
  readonly y: number;
  readonly silent: true;
  readonly style: (typeof textStyles)[keyof typeof textStyles] & {
    readonly text: string;
    readonly width: number;
    readonly overflow: 'break';
    readonly align: 'left' | 'right';
    readonly fontFamily: string;
  };
};

/** How much room a text takes when it is broken into lines. */
export type Measure = (block: TextBlock) => { readonly width: number; readonly height: number };

/** Where texts are set: in this width, from this line down. */
export type Column = { readonly left: number; readonly width: number; readonly top: number };

/** Texts that are set, and where they end. */
export type Stack = { readonly blocks: readonly TextBlock[]; readonly bottom: number };

/** Sets a text at the top of a column. */
export function setText(
  text: string,
  style: keyof typeof textStyles,
  { left, width, top, align = 'left' }: Column & Partial<Pick<TextBlock['style'], 'align'>>,
): TextBlock {
  return {
    type: 'text',
    x: align === 'left' ? left : left + width,
    y: top,
    silent: true,
    style: { ...textStyles[style], text, width, align, overflow: 'break', fontFamily },
  };
}

/** Sets texts below one another, as high as they come, beginning at the highest of them. */
export function stack(texts: readonly TextBlock[], measure: Measure): Stack {
  let bottom = texts[0]?.y ?? 0;
  const blocks = texts.map((text) => {
    const block = { ...text, y: bottom };
    bottom += measure(text).height;
    return block;
  });
  return { blocks, bottom };
}
