import { answerQuestion } from '../src/answering/answer-question.ts';
import type { Answer } from '../src/answering/answer.ts';
import type { IndexedKnowledge } from '../src/answering/index-knowledge.ts';
import { languageOf } from '../src/answering/language-of.ts';
import { wordAnswer, wordFinding } from '../src/answering/word-answer.ts';
import type { PlainSearch } from './plain-search.ts';

/** What came back for a question, as far as it is judged. */
export type Reply = {
  readonly status: Answer['status'];
  readonly text: string;
  /** The replies that stand behind a choice. */
  readonly offered: readonly string[];
};

/** The reply of a search that takes its first hit for the answer. */
export type SearchReply = Reply & {
  /** How sure it is of it; minus infinity where it found nothing. */
  readonly score: number;
};

/** What a search says where it finds nothing, or nothing that it is sure enough of. */
export const refusal: SearchReply = { status: 'unknown', text: '', offered: [], score: -Infinity };

/** Footnote's reply to a question, in its language. */
export function replyOfFootnote(knowledge: IndexedKnowledge, question: string): Reply {
  const answer = answerQuestion(knowledge, question);
  const language = languageOf(question);
  const choices = answer.status === 'choose' ? answer.findings : [];
  return {
    status: answer.status,
    text: wordAnswer(knowledge, answer, language),
    offered: choices.map((finding) => wordFinding(knowledge, finding, language)),
  };
}

/** A search's reply to a question: its first hit, worded as Footnote would. */
export function replyOfSearch(
  knowledge: IndexedKnowledge,
  question: string,
  { search }: PlainSearch,
): SearchReply {
  const hit = search(question);
  if (!hit) return refusal;
  const text = wordFinding(knowledge, hit.finding, languageOf(question));
  return { status: 'answered', text, offered: [], score: hit.score };
}
