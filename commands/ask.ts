import { z } from 'zod';
import { answerQuestion, longestQuestion } from '../src/answering/answer-question.ts';
import { languageOf } from '../src/answering/language-of.ts';
import { wordAnswer } from '../src/answering/word-answer.ts';
import { defineCommand } from '../src/discord/command.ts';

export const ask = defineCommand({
  name: 'ask',
  description: 'Ask an earnings question and get the cited figure',
  options: z.object({
    question: z
      .string()
      .min(1)
      .max(longestQuestion)
      .describe('For example: How much revenue did Alibaba make?'),
    private: z.boolean().default(false).describe('Show the answer to you alone'),
  }),
  run({ question, private: isPrivate }, { knowledge }) {
    const answer = answerQuestion(knowledge, question);
    const content = wordAnswer(knowledge, answer, languageOf(question));
    return { content, ephemeral: isPrivate || answer.status === 'unknown' };
  },
});
