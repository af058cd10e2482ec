import { toSimplifiedChinese } from './chinese-script.ts';

// What Discord writes for mentions, channels, custom emoji, timestamps and command links.
const discordMarkup =
  /<(?:@[!&]?\d+|#\d+|a?:\w+:\d+|t:-?\d+(?::\w)?|\/[^:>]+:\d+|:\w+:\d+)>|@everyone|@here/gu;
const links = /https?:\/\/\S+/gu;
const emoji = /\p{Extended_Pictographic}|\p{Regional_Indicator}|\u{fe0f}|:[a-z_]+\d*:/gu;
// Zero-width characters, direction overrides and other marks that nobody sees.
const invisible = /\p{Cf}|\p{Cc}/gu;

/**
 * Brings a typed text into one form before it is read: full-width signs become ordinary ones, Traditional Chinese
 * becomes Simplified, quotes become straight, and what carries no words (mentions, emoji, links) becomes a space.
 * Capitals and line breaks stay.
 */
export function cleanText(text: string): string {
  const plain = text
    .normalize('NFKC')
    .replaceAll(discordMarkup, ' ')
    .replaceAll(links, ' ')
    .replaceAll(emoji, ' ')
    .replaceAll(/\r\n?|[\u2028\u2029]/g, '\n')
    .replaceAll(invisible, (character) => (character === '\n' ? '\n' : character === '\t' ? ' ' : ''))
    .replaceAll(/[‘’ʼ`´]/g, "'")
    .replaceAll(/[“”«»„]/g, '"')
    .replaceAll(/[‐‑‒–—―−]/g, '-');
  return toSimplifiedChinese(plain);
}
