import type { Level } from './level.ts';
import type { Language } from '../knowledge/language.ts';

/** What a picture shows, without how it is drawn: plain data, all its texts in one language. */
export type Chart = {
  readonly language: Language;
  readonly title: string;
  /** What all of the picture has in common, such as the period. */
  readonly subtitle: string | undefined;
  /** The figure that the picture is about, shown large: "+76%" with "year over year". */
  readonly hero: { readonly text: string; readonly note: string } | undefined;
  readonly body: Bars | Share;
  /** Where the figures come from. */
  readonly citation: string;
};

/** Two to five amounts as bars on one scale that starts at 0. */
export type Bars = {
  readonly kind: 'bars';
  readonly bars: readonly Bar[];
  /** They are parts of a whole of this size, and the whole is drawn behind each: 100 for percentages. */
  readonly whole: number | undefined;
};

export type Bar = {
  /** What tells it from the other bars: a period, or what is measured. */
  readonly label: string;
  /** What else must be known of it: its period where the bars differ in it, that it is computed. */
  readonly note: string | undefined;
  readonly level: Level;
  /** It is what was asked for; the others are there to compare it with. */
  readonly isAskedFor: boolean;
};

/** A part of one whole, as a ring. */
export type Share = {
  readonly kind: 'share';
  /** In percent. */
  readonly level: Level;
  /** The part and the whole with their amounts, where those are known. */
  readonly amounts: { readonly part: Bar; readonly whole: Bar } | undefined;
};
