/** A word of a text: one Chinese character, one run of letters and digits, or one of the signs % $ &. */
export type Token = {
  /** Lower case, without a possessive ending and without apostrophes. */
  readonly word: string;
  /** Where the word stands in the text. */
  readonly start: number;
  readonly end: number;
};

const wordPattern = /\p{Script=Han}|[\p{L}\p{N}]+(?:['’][\p{L}\p{N}]+)*['’]?|[%$&]/gu;

/** Cuts a text into words. Vocabulary and questions go through the same function, so that they meet. */
export function tokenise(text: string): Token[] {
  const tokens: Token[] = [];
  for (const match of text.matchAll(wordPattern)) {
    for (const part of splitScripts(match[0])) {
      const start = match.index + part.offset;
      const word = part.text
        .toLowerCase()
        .replace(/['’]s$/, '')
        .replaceAll(/['’]/g, '');
      if (word !== '') tokens.push({ word, start, end: start + part.text.length });
    }
  }
  return tokens;
}

/** Chinese stands beside Latin letters without a space ("AI收入"), so a run of letters ends where Chinese begins. */
function splitScripts(text: string): { text: string; offset: number }[] {
  return [...text.matchAll(/\p{Script=Han}|\P{Script=Han}+/gu)].map((match) => ({
    text: match[0],
    offset: match.index,
  }));
}

/** The words of a phrase as one text: equal for two spellings that mean the same phrase ("P/E" and "p e"). */
export function phraseKey(text: string): string {
  return tokenise(text)
    .map((token) => token.word)
    .join(' ');
}
