import type { Answer } from './answer.ts';

/** The very text that Discord shows for an answer: Discord Markdown of at most 2,000 characters. */
export function wordAnswer(answer: Answer): string {
  return answer.status;
}
