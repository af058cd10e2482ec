import type { Quantity, Range } from '../knowledge/quantity.ts';
import { rangeOf } from '../knowledge/quantity.ts';

/** What a number in a text counts, as far as its surroundings tell. */
export type NumberUnit = 'percent' | 'points' | 'amount';

/** A number found in a text, in base units, with the range that its rounding leaves open. */
export type NumberMention = {
  readonly range: Range;
  readonly unit: NumberUnit;
  readonly start: number;
  readonly end: number;
};

const scaleWords: readonly (readonly [
  pattern: RegExp,
  scale: NonNullable<Quantity['scale']>,
  times: number,
])[] = [
  [/^(?:trillions?|tn|trn|t)$/i, 'trillion', 1],
  [/^(?:billions?|bn|bil|bln|b)$/i, 'billion', 1],
  [/^(?:millions?|mn|mm|mil|m)$/i, 'million', 1],
  [/^(?:thousand|k)$/i, 'thousand', 1],
  // 亿 is a hundred million, 万 ten thousand.
  [/^万亿$/, 'trillion', 1],
  [/^千亿$/, 'billion', 100],
  [/^百亿$/, 'billion', 10],
  [/^亿$/, 'billion', 0.1],
  [/^千万$/, 'million', 10],
  [/^百万$/, 'million', 1],
  [/^万$/, 'thousand', 10],
];

const numberPattern =
  /(?<percentWord>百分之)?(?:(?<![\p{L}\d.])|(?<=\b(?:rmb|cny|hkd|usd))|(?<=\p{Script=Han}))(?<number>\d+(?:,\d{3})*(?:\.\d+)?)\s*(?:\+|-?plus\b|多)?\s*(?:-\s*)?(?:(?<percent>%|percent\b|per\s?cent\b|pct\b)|(?<points>percentage points?\b|pp\b|ppts?\b|pts\b|points?\b|个?百分点)|(?<scale>trillions?\b|tn\b|trn\b|billions?\b|bn\b|bil\b|bln\b|b\b|millions?\b|mn\b|mm\b|mil\b|m\b|thousand\b|k\b|万亿|千亿|百亿|亿|千万|百万|万))?/giu;

/**
 * Finds figures in a text: amounts with a scale ("247.7bn", "3亿"), percentages, points, and amounts behind a currency
 * sign. Bare small numbers are left out, because they seldom are the figure that is asked about.
 */
export function readNumbers(text: string): NumberMention[] {
  const mentions: NumberMention[] = [];
  for (const match of text.matchAll(numberPattern)) {
    const { number, percent, percentWord, points, scale } = match.groups ?? {};
    if (number === undefined) continue;
    const behindCurrency = /(?:hk\$|us\$|\$|rmb|cny|¥)\s*$/i.test(text.slice(0, match.index));
    const amount = Number(number.replaceAll(',', ''));
    const [, scaleName, times = 1] =
      scaleWords.find(([pattern]) => scale !== undefined && pattern.test(scale)) ?? [];
    const isPercent = percent !== undefined || percentWord !== undefined;
    if (
      !isPercent &&
      points === undefined &&
      scaleName === undefined &&
      !behindCurrency &&
      !number.includes('.')
    )
      continue;
    const { low, value, high } = rangeOf({ amount, scale: scaleName });
    mentions.push({
      range: { low: low * times, value: value * times, high: high * times },
      unit: isPercent ? 'percent' : points === undefined ? 'amount' : 'points',
      start: match.index,
      end: match.index + match[0].length,
    });
  }
  return mentions;
}

/** Whether two printed figures can be the same one, rounded differently: 247.7 billion is 247.652 billion. */
export function rangesMeet(one: Range, other: Range): boolean {
  return (
    (one.low <= other.value && other.value <= one.high) || (other.low <= one.value && one.value <= other.high)
  );
}
