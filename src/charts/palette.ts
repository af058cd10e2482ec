/**
 * Discord's dark theme, and from the palette of Okabe and Ito (made for every kind of colour vision) the sky blue. What
 * was asked for also differs from the rest in lightness, so that it stands out in grey.
 */
export const palette = {
  background: '#2b2d31',
  track: '#484b53',
  text: '#f2f3f5',
  mutedText: '#c4c9d1',
  askedFor: '#56b4e9',
  other: '#80848e',
} as const;

/** The colour of what was asked for, or of what it is compared with. */
export function colourOf(isAskedFor: boolean): string {
  return isAskedFor ? palette.askedFor : palette.other;
}
