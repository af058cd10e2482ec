/** The sentences of a text, each with its closing mark. A point within a figure or a name ends none. */
export function sentencesOf(text: string): string[] {
  return text
    .split(/(?<=[.!?…]["')\]]*)\s+|(?<=[。！？；])|\n+/u)
    .map((sentence) => sentence.trim())
    .filter((sentence) => sentence !== '');
}
