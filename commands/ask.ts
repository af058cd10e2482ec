import { z } from 'zod';
import { longestQuestion } from '../src/answering/answer-question.ts';
import { answerTyped } from '../src/answering/answer-typed.ts';
import { languageOf } from '../src/answering/language-of.ts';
import { defineCommand } from '../src/discord/command.ts';
import { replyToAnswer } from '../src/replies/answer-reply.ts';
import { suggestQuestions } from '../src/replies/suggestions.ts';
import { writeReply } from '../src/replies/writing.ts';

export const ask = defineCommand({
  name: { english: 'ask', chinese: '提问' },
  description: {
    english: 'Ask an earnings question and get the cited figure',
    chinese: '提一个财报问题，获得有出处的数字',
  },
  options: z.object({
    question: z
      .string()
      .min(1)
      .max(longestQuestion)
      .meta({
        description: 'For example: How much revenue did Alibaba make?',
        chinese: { name: '问题', description: '例如：阿里巴巴的收入是多少？' },
      }),
    private: z
      .boolean()
      .default(false)
      .meta({
        description: 'Show the answer to you alone',
        chinese: { name: '私密', description: '只有你能看到答案' },
      }),
  }),
  suggest: { question: suggestQuestions },
  run({ question, private: isPrivate }, { knowledge, language }) {
    const { answer, isPicked } = answerTyped(knowledge, question);
    const answerIn = isPicked ? language : languageOf(question);
    return writeReply({ knowledge, language: answerIn }, (writing) =>
      replyToAnswer(writing, answer, isPrivate),
    );
  },
});
