import type { Answer } from '../answering/answer.ts';
import type { Reply } from '../discord/reply.ts';
import { replyToAnswer } from './answer-reply.ts';
import { quoteOf } from './quote.ts';
import type { Writing } from './writing.ts';

/** Says that what was typed does not name one figure, and what it may have meant. For one user alone. */
export function replyToUnclear(writing: Writing, typed: string, answer: Answer): Reply {
  const reply = replyToAnswer(writing, answer, true);
  return { ...reply, content: `${writing.texts.forTyped(quoteOf(typed))}\n${reply.content}` };
}
