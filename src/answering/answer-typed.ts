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

/** The answer to what names a figure: what is called just so is meant, or what alone of several findings has a figure. */
export function answerWithFigure(knowledge: IndexedKnowledge, typed: string): Answer {
  const name = typed.trim().toLowerCase();
  const named = knowledge.findings.find(({ title, chinese }) =>
    [title.toLowerCase(), chinese.title.toLowerCase()].includes(name),
  );
  const { answer } = answerTyped(knowledge, named?.id ?? typed);
  if (answer.status === 'unknown') return answer;
  const figures = answer.findings.filter(hasFigure);
  return figures.length === 1 ? { status: 'answered', findings: figures } : answer;
}
