import { escapeMarkdown } from 'discord.js';
import { cleanText } from '../answering/clean-text.ts';

/** The words of a user as they can stand in a reply: without mentions and links, nothing formatted, and no more than fit on a line. */
export function quoteOf(text: string): string {
  const line = cleanText(text).replaceAll(/\s+/g, ' ').trim();
  // By code points: half of one would be no text.
  const words = line.replace(/^(.{100}).+$/su, '$1…');
  return escapeMarkdown(words, { maskedLink: true });
}
