import Fuse from 'fuse.js';
import { answerQuestion } from './answer-question.ts';
import type { IndexedFinding, IndexedKnowledge } from './index-knowledge.ts';
import { hasFigure, keyFigures } from './key-figures.ts';

/**
 * The findings that somebody who is still typing may be after, likeliest first: figures whose names begin so (printed ones
 * before computed ones), what the text is answered with so far, then what is called alike. Nothing typed gives the figures of the base.
 */
export function suggestFindings(knowledge: IndexedKnowledge, typed: string): IndexedFinding[] {
  const text = typed.trim().toLowerCase();
  if (text === '') return keyFigures(knowledge);
  const answer = answerQuestion(knowledge, text);
  const answered = answer.status === 'unknown' ? [] : answer.findings.map(({ id }) => id);
  const titled = new Fuse(knowledge.findings, {
    keys: [{ name: 'title', weight: 2 }, { name: 'chinese.title', weight: 2 }, 'asked'],
    threshold: 0.3,
    ignoreLocation: true,
  });
  const found = titled.search(text).map(({ item }) => item);
  const begun = found
    .filter(({ title, chinese }) =>
      [title.toLowerCase(), chinese.title].some((name) => name.startsWith(text)),
    )
    .toSorted((one, other) => Number(one.computed) - Number(other.computed));
  // Who has typed the beginning of a figure's name is not asking anything yet.
  const ids = new Set([
    ...begun.filter(hasFigure).map(({ id }) => id),
    ...answered,
    ...[...begun, ...found].map(({ id }) => id),
  ]);
  return [...ids].flatMap((id) => knowledge.findings.filter((finding) => finding.id === id));
}
