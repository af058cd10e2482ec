import { Locale } from 'discord.js';
import { toTraditionalChinese } from '../answering/chinese-script.ts';
import type { Language, WrittenLanguage } from '../knowledge/language.ts';

/** One text in each language that texts are written in. */
export type Text = Readonly<Record<WrittenLanguage, string>>;

/** The language for a user whose Discord is in `locale`. */
export function languageOfLocale(locale: Locale): Language {
  if (locale === Locale.ChineseCN) return 'Simplified Chinese';
  return locale === Locale.ChineseTW ? 'Traditional Chinese' : 'English';
}

/** A Chinese text as Discord takes the localisations of a name or a description. */
export function localize(chinese: string) {
  return { [Locale.ChineseCN]: chinese, [Locale.ChineseTW]: toTraditionalChinese(chinese) };
}
