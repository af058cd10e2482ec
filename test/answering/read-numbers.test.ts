import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rangesMeet, readNumbers } from '../../src/answering/read-numbers.ts';
import { rangeOf } from '../../src/knowledge/quantity.ts';

/** "247.7 billion" read as value and unit: 247700000000 amount. */
function read(text: string): string[] {
  return readNumbers(text).map(({ range, unit }) => `${Number(range.value.toPrecision(12))} ${unit}`);
}

describe('reading numbers', () => {
  it.each([
    ['247.652 billion', '247652000000 amount'],
    ['247.7bn', '247700000000 amount'],
    ['247.7 bln', '247700000000 amount'],
    ['247.7 bil', '247700000000 amount'],
    ['380b', '380000000000 amount'],
    ['RMB247bn', '247000000000 amount'],
    ['2.61 trillion', '2610000000000 amount'],
    ['2.61tn', '2610000000000 amount'],
    ['300 million', '300000000 amount'],
    ['300m users', '300000000 amount'],
    ['300mn', '300000000 amount'],
    ['300 mil', '300000000 amount'],
    ['12,345.6 million', '12345600000 amount'],
    ['1,000 million', '1000000000 amount'],
    ['5k', '5000 amount'],
    ['50-billion', '50000000000 amount'],
  ])('reads a scaled amount: %s', (text, expected) => {
    expect(read(text)).toEqual([expected]);
  });

  it.each([
    ['3亿', '300000000 amount'],
    ['500亿', '50000000000 amount'],
    ['3800亿元', '380000000000 amount'],
    ['2476.52亿', '247652000000 amount'],
    ['2.61万亿', '2610000000000 amount'],
    ['3千亿', '300000000000 amount'],
    ['5百亿', '50000000000 amount'],
    ['5万', '50000 amount'],
    ['补贴500亿吗', '50000000000 amount'],
    ['超过3亿', '300000000 amount'],
    ['50多亿', '5000000000 amount'],
  ])('reads a Chinese scale: %s', (text, expected) => {
    expect(read(text)).toEqual([expected]);
  });

  it.each([
    ['20%', '20 percent'],
    ['18.5 %', '18.5 percent'],
    ['20 percent', '20 percent'],
    ['20 per cent', '20 percent'],
    ['20pct', '20 percent'],
    ['20%+', '20 percent'],
    ['百分之20', '20 percent'],
    ['增长26%了吗', '26 percent'],
    ['15 percentage points', '15 points'],
    ['15pp', '15 points'],
    ['15 pts', '15 points'],
    ['15个百分点', '15 points'],
  ])('tells percentages from points: %s', (text, expected) => {
    expect(read(text)).toEqual([expected]);
  });

  it.each([
    ['¥50', '50 amount'],
    ['$5', '5 amount'],
    ['HK$137.1', '137.1 amount'],
    ['US$ 7', '7 amount'],
    ['rmb 53.2', '53.2 amount'],
  ])('reads a number behind a currency sign: %s', (text, expected) => {
    expect(read(text)).toEqual([expected]);
  });

  it.each(['100-plus billion', '100+ billion', '100 billion+', '100 plus billion'])(
    'reads over a plus sign: %s',
    (text) => {
      expect(read(text)).toEqual(['100000000000 amount']);
    },
  );

  it.each(['3 people', 'in 2025', '1,000', 'Q1 FY26', '3 months', '09988', 'v2.0', '1e9', 'top 5 bears'])(
    'leaves out bare numbers and those that are part of a word: %s',
    (text) => {
      expect(read(text)).toEqual([]);
    },
  );

  it('reads several numbers in their order', () => {
    expect(read('from 13% to 28%, 53.2bn and 300 million')).toEqual([
      '13 percent',
      '28 percent',
      '53200000000 amount',
      '300000000 amount',
    ]);
  });

  it.each([
    ['247.7bn', 247.65e9, 247.75e9],
    ['248bn', 247.5e9, 248.5e9],
    ['18.5%', 18.45, 18.55],
    ['28%', 27.5, 28.5],
    ['3亿', 2.5e8, 3.5e8],
  ])('leaves open what the digits of %s leave open', (text, low, high) => {
    const [number] = readNumbers(text);
    expect(number?.range.low).toBeCloseTo(low, 3);
    expect(number?.range.high).toBeCloseTo(high, 3);
  });

  it('places every number inside the text, at its digits, in order and apart', () => {
    const text = fc
      .array(
        fc.oneof(
          fc.string({ unit: 'grapheme', maxLength: 5 }),
          fc.constantFrom(
            '247.6',
            '1,000',
            ' billion',
            '亿',
            '%',
            ' points',
            '百分之',
            'rmb',
            '多',
            '+',
            ' ',
            '9',
          ),
        ),
        { maxLength: 15 },
      )
      .map((parts) => parts.join(''));
    fc.assert(
      fc.property(text, (typed) => {
        let last = 0;
        for (const { start, end, range } of readNumbers(typed)) {
          expect(start).toBeGreaterThanOrEqual(last);
          expect(end).toBeLessThanOrEqual(typed.length);
          expect(typed.slice(start, end)).toMatch(/\d/);
          expect(range.low).toBeLessThanOrEqual(range.value);
          expect(range.value).toBeLessThanOrEqual(range.high);
          last = end;
        }
      }),
      { numRuns: 400 },
    );
  });

  it('reads back any amount that is printed with a scale', () => {
    const amounts = fc.integer({ min: 1, max: 999_999 }).map((thousandths) => thousandths / 1000);
    fc.assert(
      fc.property(amounts, fc.constantFrom('thousand', 'million', 'billion', 'trillion'), (amount, scale) => {
        expect(readNumbers(`it was ${amount} ${scale} then`).map(({ range }) => range)).toEqual([
          rangeOf({ amount, scale }),
        ]);
      }),
    );
  });
});

describe('two printed figures', () => {
  it.each([
    ['247.652 billion', '247.7 billion'],
    ['247.652 billion', '248 billion'],
    ['247.652 billion', '247652 million'],
    ['33.398 billion', '33.4bn'],
    ['2476.5亿', '247.652 billion'],
    ['42 billion', '42.382 billion'],
    ['18.5%', '18%'],
    ['18.5%', '19%'],
  ])('can be one figure rounded differently: %s and %s', (one, other) => {
    const [first, second] = [...readNumbers(one), ...readNumbers(other)];
    expect(first && second && rangesMeet(first.range, second.range)).toBe(true);
    expect(first && second && rangesMeet(second.range, first.range)).toBe(true);
  });

  it.each([
    ['50 billion', '53.2 billion'],
    ['53 billion', '53.6 billion'],
    ['15%', '18.5%'],
    ['20%', '2%'],
    ['26%', '28%'],
    ['100 billion', '380 billion'],
    ['10 billion', '13.5 billion'],
    ['300 million', '300 billion'],
    ['247.6 billion', '247.7 billion'],
  ])('are two where rounding does not explain the difference: %s and %s', (one, other) => {
    const [first, second] = [...readNumbers(one), ...readNumbers(other)];
    expect(first && second && rangesMeet(first.range, second.range)).toBe(false);
    expect(first && second && rangesMeet(second.range, first.range)).toBe(false);
  });
});
