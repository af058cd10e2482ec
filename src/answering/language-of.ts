import type { Language } from '../knowledge/language.ts';
import { toSimplifiedChinese } from './chinese-script.ts';

/**
 * The language in which a question is answered: Chinese where it holds a Chinese character, as in "阿里Q1 revenue多少",
 * and Traditional where one of them is written in Traditional alone.
 */
export function languageOf(question: string): Language {
  const text = question.normalize('NFKC');
  if (!/\p{Script=Han}/u.test(text)) return 'English';
  return toSimplifiedChinese(text) === text ? 'Simplified Chinese' : 'Traditional Chinese';
}
