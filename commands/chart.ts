import { z } from 'zod';
import { answerWithFigure } from '../src/answering/answer-typed.ts';
import { hasChart } from '../src/charts/chart-of.ts';
import { defineCommand } from '../src/discord/command.ts';
import { replyToAnswer } from '../src/replies/answer-reply.ts';
import { replyWithChart, withPicture } from '../src/replies/chart-reply.ts';
import { longestFigureName, suggestCharts } from '../src/replies/suggestions.ts';
import { replyToUnclear } from '../src/replies/unclear-reply.ts';
import { writeReply } from '../src/replies/writing.ts';

export const chart = defineCommand({
  name: { english: 'chart', chinese: '图表' },
  description: {
    english: 'A picture of a figure: its change, its share, or what it is next to',
    chinese: '用图片展示一个数字：它的变化、占比，或与其他数字的对照',
  },
  options: z.object({
    figure: z
      .string()
      .min(1)
      .max(longestFigureName)
      .meta({
        description: 'For example: net profit',
        chinese: { name: '数字', description: '例如：净利润' },
      }),
  }),
  suggest: { figure: suggestCharts },
  run({ figure }, context) {
    const { knowledge } = context;
    const answer = answerWithFigure(knowledge, figure);
    const [finding, second] = answer.status === 'answered' ? answer.findings : [];
    if (!finding || second) return writeReply(context, (writing) => replyToUnclear(writing, figure, answer));
    if (!hasChart(knowledge, finding)) {
      return writeReply(context, (writing) => {
        const reply = replyToAnswer(writing, answer, true);
        return { ...reply, content: `${writing.texts.noChart}\n${reply.content}` };
      });
    }
    const reply = writeReply(context, (writing) => replyWithChart(writing, finding, false));
    return withPicture(context, finding, reply);
  },
});
