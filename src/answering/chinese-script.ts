import { Converter as ConverterToTraditional } from 'opencc-js/cn2t';
import { Converter as ConverterToSimplified } from 'opencc-js/t2cn';

/** Converts what is written in Traditional Chinese; all else stays. */
export const toSimplifiedChinese: (text: string) => string = ConverterToSimplified({ from: 't', to: 'cn' });

const toTaiwanCharacters: (text: string) => string = ConverterToTraditional({ from: 'cn', to: 'tw' });

/** Converts Simplified Chinese into the characters and quotation marks of Taiwan; the words stay what they are. */
export function toTraditionalChinese(text: string): string {
  return toTaiwanCharacters(text).replaceAll('“', '「').replaceAll('”', '」');
}
