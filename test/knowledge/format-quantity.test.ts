import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatQuantity } from '../../src/knowledge/format-quantity.ts';
import { quantitySchema, type Bound, type Unit } from '../../src/knowledge/quantity.ts';
import { quantities } from './quantities.ts';

describe('a figure for a reader', () => {
  it.each([
    [{ amount: 247.652, scale: 'billion', unit: 'CNY' }, 'RMB 247.652 billion', '2,476.52亿元'],
    [{ amount: 14.784, scale: 'billion', unit: 'CNY' }, 'RMB 14.784 billion', '147.84亿元'],
    [{ amount: 53.2, scale: 'billion', unit: 'CNY' }, 'RMB 53.2 billion', '532亿元'],
    [
      { amount: 380, scale: 'billion', unit: 'CNY', bound: 'more than' },
      'more than RMB 380 billion',
      '超过3,800亿元',
    ],
    [{ amount: 2.61, scale: 'trillion', unit: 'HKD' }, 'HK$2.61 trillion', '2.61万亿港元'],
    [{ amount: 1200, scale: 'billion', unit: 'CNY' }, 'RMB 1,200 billion', '1.2万亿元'],
    [{ amount: 0.05, scale: 'billion', unit: 'CNY' }, 'RMB 0.05 billion', '5,000万元'],
    [{ amount: 1.001, scale: 'million', unit: 'users' }, '1.001 million', '100.1万'],
    [{ amount: 137.1, unit: 'HKD' }, 'HK$137.1', '137.1港元'],
    [{ amount: 5, scale: 'thousand', unit: 'USD', bound: 'about' }, 'about US$5 thousand', '约5,000美元'],
    [{ amount: 12.5, scale: 'thousand', unit: 'users' }, '12.5 thousand', '1.25万'],
    [{ amount: 15, unit: 'percent', bound: 'nearly' }, 'nearly 15%', '近15%'],
    [
      { amount: 300, scale: 'million', unit: 'users', bound: 'more than' },
      'more than 300 million',
      '超过3亿',
    ],
    [{ amount: 15, unit: 'percentage points' }, '15 percentage points', '15个百分点'],
    [{ amount: 2.15, unit: 'times' }, '2.15 times', '2.15倍'],
    [{ amount: 247_652, unit: 'users' }, '247,652', '247,652'],
    [{ amount: 19, scale: 'billion', unit: 'shares' }, '19 billion', '190亿'],
    [{ amount: 1, unit: 'years' }, '1 year', '1年'],
    [{ amount: 1.5, unit: 'years' }, '1.5 years', '1.5年'],
    [{ amount: 4, unit: 'quarters' }, '4 quarters', '4个季度'],
    [{ amount: 12, unit: 'months' }, '12 months', '12个月'],
  ])('is printed from %j as %s and %s', (quantity, english, chinese) => {
    expect(formatQuantity(quantitySchema.parse(quantity), 'english')).toBe(english);
    expect(formatQuantity(quantitySchema.parse(quantity), 'chinese')).toBe(chinese);
  });

  it('begins with its bound, and with none where it is exact', () => {
    const bounds: Record<Bound, readonly [english: string, chinese: string]> = {
      exactly: ['', ''],
      'more than': ['more than ', '超过'],
      nearly: ['nearly ', '近'],
      about: ['about ', '约'],
    };
    fc.assert(
      fc.property(quantities, (quantity) => {
        const [english, chinese] = bounds[quantity.bound];
        const exact = { ...quantity, bound: 'exactly' } as const;
        expect(formatQuantity(exact, 'english')).toMatch(/^(?:RMB |HK\$|US\$)?\d/);
        expect(formatQuantity(exact, 'chinese')).toMatch(/^\d/);
        expect(formatQuantity(quantity, 'english')).toBe(english + formatQuantity(exact, 'english'));
        expect(formatQuantity(quantity, 'chinese')).toBe(chinese + formatQuantity(exact, 'chinese'));
      }),
    );
  });

  it('shows every digit that was printed, its scale and its unit', () => {
    const written: Record<Unit, string> = {
      CNY: 'RMB ',
      HKD: 'HK$',
      USD: 'US$',
      percent: '%',
      'percentage points': ' percentage points',
      times: ' times',
      users: '',
      shares: '',
      years: ' year',
      quarters: ' quarter',
      months: ' month',
    };
    fc.assert(
      fc.property(quantities, (quantity) => {
        const { amount, scale = '', unit } = quantity;
        const text = formatQuantity(quantity, 'english');
        expect(Number(/[\d,.]+/.exec(text)?.[0].replaceAll(',', ''))).toBe(amount);
        expect(text).toContain(scale);
        expect(text).toContain(written[unit]);
      }),
    );
  });

  it('in Chinese is the very same number, to the last digit, with its unit behind it', () => {
    const units: Record<Unit, string> = {
      CNY: '元',
      HKD: '港元',
      USD: '美元',
      percent: '%',
      'percentage points': '个百分点',
      times: '倍',
      users: '',
      shares: '',
      years: '年',
      quarters: '个季度',
      months: '个月',
    };
    const powers = new Map<string, number>([
      ['thousand', 3],
      ['million', 6],
      ['billion', 9],
      ['trillion', 12],
      ['万', 4],
      ['亿', 8],
      ['万亿', 12],
    ]);
    fc.assert(
      fc.property(quantities, (quantity) => {
        const text = formatQuantity(quantity, 'chinese');
        const [, digits = '', scale = '', unit] =
          /^\D*(\d[\d,]*(?:\.\d+)?)(万亿|亿|万)?(.*)$/.exec(text) ?? [];
        expect(thousandths(digits.replaceAll(',', ''), powers.get(scale))).toBe(
          thousandths(String(quantity.amount), powers.get(quantity.scale ?? '')),
        );
        expect(unit).toBe(units[quantity.unit]);
      }),
    );
  });

  it('keeps the zeros that tell how exact it is, where its unit stays the same', () => {
    const share = quantitySchema.parse({ amount: 6, unit: 'percent' });
    expect(formatQuantity(share, 'english', 1)).toBe('6.0%');
    expect(formatQuantity(share, 'chinese', 1)).toBe('6.0%');
  });
});

/** A decimal number times a power of ten, in thousandths, in whole numbers only. */
function thousandths(decimal: string, power = 0): bigint {
  const [whole = '', fraction = ''] = decimal.split('.');
  return BigInt(whole + fraction.padEnd(power + 3, '0'));
}
