import type { Range } from '../knowledge/quantity.ts';
import type { Unit } from '../knowledge/quantity.ts';
import type { Finding } from './finding.ts';
import { rangesMeet, type NumberMention } from './read-numbers.ts';

/** How far "about 250 billion" may be from what it stands for. */
const roughly = 0.05;

/**
 * Whether a number that a text says is one that a finding states, as it is said there: rounded or cut off, in its
 * currency, as a limit ("over 240 billion"), roughly ("about 250 billion"), and against what it is held.
 */
export function agreesWith(finding: Finding, number: NumberMention, text: string): boolean {
  const before = text.slice(0, number.start);
  const after = text.slice(number.end);
  if (!isSameCurrency(finding.quantity?.unit, { before, after, unit: number.unit })) return false;
  if (isOtherBasis(finding, number, text)) return false;
  const said = number.range;
  return finding.figures.some(({ range, unit }) => {
    if (unit !== number.unit) return false;
    if (isSameFigure(said, range)) return true;
    if (above.test(before)) return range.value >= said.value;
    if (below.test(before)) return range.value <= said.value;
    return near.test(before) && Math.abs(range.value - said.value) <= roughly * range.value;
  });
}

/** A figure may be said rounded or cut off: 247.652 billion is "248 billion", and "247 billion" too. */
function isSameFigure(said: Range, stated: Range): boolean {
  const lastDigit = said.high - said.low;
  return rangesMeet(said, stated) || (said.value <= stated.value && stated.value < said.value + lastDigit);
}

const currency = String.raw`\s*(?:RMB|CNY|USD|HKD|US\$|HK\$|[$¥])?\s*$`;
const above = new RegExp(
  String.raw`(?:\b(?:over|more than|above|at least|exceed(?:s|ed|ing)?|surpass(?:es|ed)?|topped|passed)|>|超过|逾|高于|至少|超)${currency}`,
  'iu',
);
const below = new RegExp(
  String.raw`(?:\b(?:under|less than|below|at most|up to|fewer than)|<|低于|不到|不足|至多)${currency}`,
  'iu',
);
const near = new RegExp(
  String.raw`(?:\b(?:about|around|roughly|approximately|nearly|almost|close to|some|circa|ca\.?)|~|≈|约|大约|近|将近|接近|差不多)${currency}`,
  'iu',
);

type SaidIn = {
  readonly before: string;
  readonly after: string;
  readonly unit: NumberMention['unit'];
};

/** A currency that is not said is the finding's; a bare dollar sign is any dollar. */
function isSameCurrency(unit: Unit | undefined, { before, after, unit: counted }: SaidIn): boolean {
  const isMoney = unit === 'CNY' || unit === 'HKD' || unit === 'USD';
  if (counted !== 'amount' || !isMoney) return true;
  const says = (front: RegExp, back: RegExp) => front.test(before) || back.test(after);
  if (says(/(?:HK\$|HKD)\s*$/i, /^\s*(?:HKD|HK dollars|Hong Kong dollars|港元|港币)/i)) return unit === 'HKD';
  if (says(/(?:US\$|USD)\s*$/i, /^\s*(?:USD|US dollars|U\.S\. dollars|美元)/i)) return unit === 'USD';
  if (says(/\$\s*$/, /^\s*dollars/i)) return unit !== 'CNY';
  if (says(/(?:RMB|CNY|¥)\s*$/i, /^\s*(?:RMB|CNY|yuan|renminbi|元|人民币)/i)) return unit === 'CNY';
  return true;
}

/** "Up 200% year over year" is wrong where the 200% are held against something else. */
function isOtherBasis({ facts, computed }: Finding, { range, unit }: NumberMention, text: string): boolean {
  const change = computed ? undefined : facts[0]?.change;
  return (
    change !== undefined &&
    change.basis !== 'year over year' &&
    unit === 'percent' &&
    range.low <= change.amount &&
    change.amount <= range.high &&
    /year[- ](?:over|on)[- ]year|\byoy\b|\by\/y\b|同比/i.test(text)
  );
}
