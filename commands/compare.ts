import { z } from 'zod';
import { answerWithFigure } from '../src/answering/answer-typed.ts';
import type { Answer } from '../src/answering/answer.ts';
import { compareFindings } from '../src/answering/compare-findings.ts';
import type { Finding } from '../src/answering/finding.ts';
import { defineCommand } from '../src/discord/command.ts';
import { replyWithComparison } from '../src/replies/comparison-reply.ts';
import { longestFigureName, suggestFigures } from '../src/replies/suggestions.ts';
import { replyToUnclear } from '../src/replies/unclear-reply.ts';
import { writeReply } from '../src/replies/writing.ts';

export const compare = defineCommand({
  name: { english: 'compare', chinese: '比较' },
  description: {
    english: 'Two figures side by side, and whether they can be compared',
    chinese: '并排比较两个数字，并说明二者是否可比',
  },
  options: z.object({
    first: z
      .string()
      .min(1)
      .max(longestFigureName)
      .meta({
        description: 'One figure, for example: cloud revenue',
        chinese: { name: '第一项', description: '一个数字，例如：阿里云收入' },
      }),
    second: z
      .string()
      .min(1)
      .max(longestFigureName)
      .meta({
        description: 'The other, for example: instant retail revenue',
        chinese: { name: '第二项', description: '另一个数字，例如：即时零售收入' },
      }),
  }),
  suggest: { first: suggestFigures, second: suggestFigures },
  run({ first, second }, context) {
    const one = answerWithFigure(context.knowledge, first);
    const other = answerWithFigure(context.knowledge, second);
    return writeReply(context, (writing) => {
      const [left] = findingsOf(one);
      const [right] = findingsOf(other);
      if (!left) return replyToUnclear(writing, first, one);
      if (!right) return replyToUnclear(writing, second, other);
      return replyWithComparison(writing, compareFindings(left, right), [left, right]);
    });
  },
});

function findingsOf(answer: Answer): readonly Finding[] {
  return answer.status === 'answered' ? answer.findings : [];
}
