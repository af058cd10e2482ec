/**
 * Strips the common endings of an English word, so that "subsidised", "subsidizes" and "subsidise" meet. It is light on
 * purpose: a stronger stemmer would also make "marketing" and "market" one word.
 */
export function stem(word: string): string {
  if (word.length < 4 || !/^[a-z]+$/.test(word)) return word;
  return dropEnding(britishSpelling(word));
}

function britishSpelling(word: string): string {
  return word
    .replace(/iz(?=(?:e|es|ed|ing|ation|ations)$)/, 'is')
    .replace(/([a-z]{2})our(?=s?$|ed$|ing$)/, '$1or');
}

function dropEnding(word: string): string {
  if (/(?:ss|us|is)$/.test(word)) return word;
  if (word.endsWith('ies') && word.length > 4) return `${word.slice(0, -3)}y`;
  if (/(?:ches|shes|xes|sses)$/.test(word)) return word.slice(0, -2);
  if (word.endsWith('s')) return word.slice(0, -1);
  const verb = /^(.*[aeiouy].*[a-z])(?:ed|ing)$/.exec(word)?.[1];
  if (verb === undefined || verb.length < 3) return word;
  // "Adding" is no "ad".
  return verb.replace(/(?<=..)([bdgklmnprt])\1$/, '$1');
}

/**
 * What is left of a stem ending in e before -ed and -ing: "merge" is also met as "merg(ed)". Only vocabulary words are
 * cut like this, so that "plane" does not become "plan".
 */
export function withoutFinalE(stemmed: string): string {
  return stemmed.length > 4 && stemmed.endsWith('e') ? stemmed.slice(0, -1) : stemmed;
}
