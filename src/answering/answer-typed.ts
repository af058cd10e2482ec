import { answerQuestion } from './answer-question.ts';
import type { Answer } from './answer.ts';
import type { IndexedKnowledge } from './index-knowledge.ts';
import { hasFigure } from './key-figures.ts';

/** What was typed into an option: the id of a suggestion that was picked, or a question. */
type TypedAnswer = { readonly answer: Answer; readonly isPicked: boolean };

/** Answers what was typed or picked. */
export function answerTyped(knowledge: IndexedKnowledge, typed: string): TypedAnswer {
  const picked = knowledge.findings.find(({ id }) => id === typed);
  return picked
    ? { answer: { status: 'answered', findings: [picked] }, isPicked: true }
    : { answer: answerQuestion(knowledge, typed), isPicked: false };
}

/** The answer to what names a figure: where only one of several findings has one, that is meant. */
export function answerWithFigure(knowledge: IndexedKnowledge, typed: string): Answer {
  const { answer } = answerTyped(knowledge, typed);
  if (answer.status === 'unknown') return answer;
  const figures = answer.findings.filter(hasFigure);
  return figures.length === 1 ? { status: 'answered', findings: figures } : answer;
}
