/** The languages of replies. */
export type Language = 'English' | 'Simplified Chinese' | 'Traditional Chinese';

/** The languages in which texts are written. Traditional Chinese is converted from Simplified. */
export type WrittenLanguage = 'english' | 'chinese';

/** The language in which the texts of a reply are written, before any conversion. */
export function writtenFor(language: Language): WrittenLanguage {
  return language === 'English' ? 'english' : 'chinese';
}
