import { answerQuestion, longestQuestion } from './answer-question.ts';
import type { Answer } from './answer.ts';
import type { IndexedKnowledge } from './index-knowledge.ts';
import { sentencesOf } from './sentences.ts';

/** More questions than these in one message are not looked at. */
const mostQuestions = 40;

const asking =
  /[?？]|\b(?:what|which|who|whose|when|where|why|how|is|are|was|were|does|do|did|has|have|can)\b|什么|谁|多少|几|哪|怎|何|啥|吗|呢/iu;

/**
 * Answers a message that somebody wrote: as a whole, or the first of its sentences that asks something which the base
 * tells. Where neither is answered, it is what the whole comes to.
 */
export function answerMessage(knowledge: IndexedKnowledge, message: string): Answer {
  const whole = answerQuestion(knowledge, message.slice(0, longestQuestion));
  if (whole.status === 'answered') return whole;
  const answers = sentencesOf(message)
    .filter((sentence) => asking.test(sentence))
    .slice(0, mostQuestions)
    .map((sentence) => answerQuestion(knowledge, sentence.slice(0, longestQuestion)));
  const told = answers.find(({ status }) => status === 'answered');
  return told ?? [whole, ...answers].find(({ status }) => status === 'choose') ?? whole;
}
