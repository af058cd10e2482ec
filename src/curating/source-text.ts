import { createHash } from 'node:crypto';
import type { Source } from '../knowledge/schema.ts';

/** A heading may be printed as this many blocks: title, publisher, date. */
const mostBlocksOfParagraph = 4;

/** Cuts a text at its blank lines into blocks, each in the form that a fingerprint is made of. */
function readBlocks(text: string): string[] {
  return text
    .split(/\n\s*\n/)
    .map((block) => block.normalize('NFKC').replaceAll(/\s+/g, ' ').trim())
    .filter((block) => block !== '');
}

/** The SHA-256 of a paragraph in hexadecimal digits. */
function fingerprintOf(paragraph: string): string {
  return createHash('sha256').update(paragraph).digest('hex');
}

/**
 * Finds the paragraphs of a source in the text of a page by their fingerprints, and so leaves out what else stands on the
 * page. Returns the text of each paragraph that was found, by its number.
 */
export function findParagraphs({ paragraphs }: Source, text: string): ReadonlyMap<number, string> {
  const blocks = readBlocks(text);
  const candidates = blocks.flatMap((_, index) =>
    Array.from({ length: mostBlocksOfParagraph }, (_value, more) =>
      blocks.slice(index, index + 1 + more).join(' '),
    ),
  );
  const texts = new Map(candidates.map((candidate) => [fingerprintOf(candidate), candidate]));
  return new Map(
    paragraphs.flatMap(({ number, sha256 }) => {
      const found = texts.get(sha256);
      return found === undefined ? [] : [[number, found] as const];
    }),
  );
}
