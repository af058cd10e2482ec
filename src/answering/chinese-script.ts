import { Converter as ConverterToTraditional } from 'opencc-js/cn2t';
import { Converter as ConverterToSimplified } from 'opencc-js/t2cn';
import type { Language } from '../knowledge/language.ts';

type Convert = (text: string) => string;

/** Converts what is written in Traditional Chinese; all else stays. */
export const toSimplifiedChinese: Convert = ConverterToSimplified({ from: 't', to: 'cn' });

// Its phrases take a third of a second to load, which the terminal need not wait for.
let toTaiwanCharacters: Convert | undefined;

/** Converts Simplified Chinese into the characters and quotation marks of Taiwan; the words stay what they are. */
export function toTraditionalChinese(text: string): string {
  toTaiwanCharacters ??= loadTaiwanCharacters();
  return toTaiwanCharacters(text).replaceAll('“', '「').replaceAll('”', '」');
}

/** A text that was written for a language, in its script. */
export function inScriptOf(language: Language, text: string): string {
  return language === 'Traditional Chinese' ? toTraditionalChinese(text) : text;
}

function loadTaiwanCharacters(): Convert {
  return ConverterToTraditional({ from: 'cn', to: 'tw' });
}
