import type { WrittenLanguage } from './language.ts';
import type { Bound, Quantity, Scale, Unit } from './quantity.ts';

const boundWords: Record<WrittenLanguage, Record<Bound, string>> = {
  english: { exactly: '', 'more than': 'more than ', nearly: 'nearly ', about: 'about ' },
  chinese: { exactly: '', 'more than': '超过', nearly: '近', about: '约' },
};

const exponents: Record<Scale, number> = { thousand: 3, million: 6, billion: 9, trillion: 12 };

const chineseScales = new Intl.NumberFormat('zh-CN', {
  notation: 'compact',
  useGrouping: 'always',
  maximumFractionDigits: 20,
});

/**
 * Prints a figure for a reader: "more than RMB 380 billion", "HK$2.61 trillion", "18.5%"; in Chinese "超过3,800亿元",
 * "2.61万亿港元", "18.5%". Users and shares are a bare count, because
 * each text has its own word for them. `decimals` is the least
 * number of digits behind the point, for figures whose zeros tell how exact they are; Chinese keeps such zeros only
 * where there is no scale to convert.
 */
export function formatQuantity(quantity: Quantity, language: WrittenLanguage, decimals = 0): string {
  const { amount, scale, unit, bound } = quantity;
  const number = language === 'english' ? inEnglish : inChinese;
  return boundWords[language][bound] + withUnit(number(amount, scale, decimals), unit, language);
}

function inEnglish(amount: number, scale: Scale | undefined, decimals: number): string {
  const number = amount.toLocaleString('en-US', {
    minimumFractionDigits: decimals,
    maximumFractionDigits: 3,
  });
  return scale === undefined ? number : `${number} ${scale}`;
}

// Compact Chinese counts in 万, 亿 and 万亿. Whole numbers are converted, without the noise that 247.652 * 10 has in
// floating point: figures are printed with at most three digits behind the point, in both languages.
function inChinese(amount: number, scale: Scale | undefined, decimals: number): string {
  if (scale === undefined) {
    return amount.toLocaleString('zh-CN', { minimumFractionDigits: decimals, maximumFractionDigits: 3 });
  }
  const thousandths = BigInt(amount.toFixed(3).replace('.', ''));
  return chineseScales.format(thousandths * 10n ** BigInt(exponents[scale] - 3));
}

const chineseTimes = { years: '年', quarters: '个季度', months: '个月' } as const;

function withUnit(number: string, unit: Unit, language: WrittenLanguage): string {
  const isEnglish = language === 'english';
  switch (unit) {
    case 'CNY':
      return isEnglish ? `RMB ${number}` : `${number}元`;
    case 'HKD':
      return isEnglish ? `HK$${number}` : `${number}港元`;
    case 'USD':
      return isEnglish ? `US$${number}` : `${number}美元`;
    case 'percent':
      return `${number}%`;
    case 'percentage points':
      return isEnglish ? `${number} percentage points` : `${number}个百分点`;
    case 'times':
      return isEnglish ? `${number} times` : `${number}倍`;
    case 'users':
    case 'shares':
      return number;
    case 'years':
    case 'quarters':
    case 'months':
      return isEnglish
        ? `${number} ${number === '1' ? unit.slice(0, -1) : unit}`
        : number + chineseTimes[unit];
    default:
      return unit satisfies never;
  }
}
