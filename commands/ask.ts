import { z } from 'zod';
import { answerQuestion, longestQuestion } from '../src/answering/answer-question.ts';
import type { Answer } from '../src/answering/answer.ts';
import { languageOf } from '../src/answering/language-of.ts';
import { defineCommand } from '../src/discord/command.ts';
import { replyToAnswer } from '../src/replies/answer-reply.ts';
import { suggestChoices } from '../src/replies/suggestions.ts';
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
  suggest: { question: suggestChoices },
  run({ question, private: isPrivate }, { knowledge, language }) {
    // A picked suggestion sends the id of its finding; all else is a question.
    const picked = knowledge.findings.find(({ id }) => id === question);
    const answer: Answer = picked
      ? { status: 'answered', findings: [picked] }
      : answerQuestion(knowledge, question);
    const answerIn = picked ? language : languageOf(question);
    return writeReply({ knowledge, language: answerIn }, (writing) =>
      replyToAnswer(writing, answer, isPrivate),
    );
  },
});
