import Fuse from 'fuse.js';
import type { ExplainedTerm } from '../knowledge/schema.ts';
import { phraseKey } from '../knowledge/tokenise.ts';
import { cleanText } from './clean-text.ts';
import type { IndexedFinding, IndexedKnowledge } from './index-knowledge.ts';
import { readQuestion } from './read-question.ts';

/** A term with the finding that it matters to. */
export type TermInUse = { readonly term: ExplainedTerm; readonly finding: IndexedFinding };

/** All terms that are explained, in the order of the base. */
export function listTerms({ articles, findings }: IndexedKnowledge): TermInUse[] {
  return articles.flatMap(({ source, terms }) =>
    terms.flatMap((term) => {
      const finding = findings.find(({ id, article }) => id === term.fact && article.source.id === source.id);
      return finding ? [{ term, finding }] : [];
    }),
  );
}

/**
 * The term that a text means: by its id or one of its names, by a word that the vocabulary has for it ("MAU"), or by a
 * name that is spelt much alike. Undefined where there is none.
 */
export function findTerm(knowledge: IndexedKnowledge, typed: string): TermInUse | undefined {
  const listed = listTerms(knowledge);
  const text = cleanText(typed);
  const key = phraseKey(text);
  if (key === '') return undefined;
  const named = listed.find(
    ({ term }) => term.id === typed || namesOf(term).some((name) => phraseKey(name) === key),
  );
  const { items } = readQuestion(text, knowledge.context);
  return (
    named ??
    listed.find(({ term }) => items.some((item) => item.key === term.id)) ??
    searchTerms(listed, text, 0.3)[0]
  );
}

/** The terms that somebody who is still typing may mean; all of them where nothing is typed. */
export function suggestTerms(knowledge: IndexedKnowledge, typed: string): TermInUse[] {
  const listed = listTerms(knowledge);
  return typed.trim() === '' ? listed : searchTerms(listed, cleanText(typed), 0.4);
}

function searchTerms(listed: readonly TermInUse[], text: string, threshold: number): TermInUse[] {
  const keys = ['term.name', 'term.chinese.name', 'term.words'];
  return new Fuse(listed, { keys, threshold, ignoreLocation: true }).search(text).map(({ item }) => item);
}

function namesOf({ name, chinese, words }: ExplainedTerm): string[] {
  return [name, name.replace(/ \(.*\)$/, ''), chinese.name, chinese.name.replace(/（.*）$/, ''), ...words];
}
