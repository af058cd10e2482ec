import type { Answer } from '../answering/answer.ts';
import { writeAnswer } from '../answering/word-answer.ts';
import type { Reply, Row } from '../discord/reply.ts';
import { findingButton, ownButton, relatedButtons, viewButtons } from './buttons.ts';
import { createRows } from './rows.ts';
import type { Writing } from './writing.ts';

/**
 * The reply to a question: the answer with buttons for what can be asked next. What the base does not give is for the
 * asker alone, and so is everything where `isPrivate`.
 */
export function replyToAnswer(writing: Writing, answer: Answer, isPrivate: boolean): Reply {
  const { knowledge, language } = writing;
  const ephemeral = isPrivate || answer.status === 'unknown';
  return {
    content: writeAnswer(knowledge, answer, language),
    ephemeral,
    rows: answerRows(writing, answer, ephemeral),
  };
}

function answerRows(writing: Writing, answer: Answer, ephemeral: boolean): Row[] {
  const own = ownButton(writing, ephemeral);
  switch (answer.status) {
    case 'answered':
      return createRows(relatedButtons(writing, answer.findings), [
        ...viewButtons(writing, answer.findings),
        own,
      ]);
    case 'choose':
      return createRows(
        answer.findings.map((finding) => findingButton(writing, finding, 'choice')),
        [own],
      );
    case 'unknown':
      return createRows(
        answer.nearest.map((finding) => findingButton(writing, finding)),
        [own],
      );
    default:
      return answer satisfies never;
  }
}
