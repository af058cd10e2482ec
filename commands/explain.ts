import { z } from 'zod';
import { inScriptOf } from '../src/answering/chinese-script.ts';
import { findTerm, listTerms, suggestTerms } from '../src/answering/explained-terms.ts';
import { defineCommand } from '../src/discord/command.ts';
import { maxChoiceLength } from '../src/discord/limits.ts';
import { writtenFor } from '../src/knowledge/language.ts';
import { replyWithTerm, termName } from '../src/replies/term-reply.ts';
import { writeReply } from '../src/replies/writing.ts';

export const explain = defineCommand({
  name: { english: 'explain', chinese: '解释' },
  description: {
    english: 'What a term means, in two sentences, and where it matters',
    chinese: '用两句话解释一个词，并说明它与哪条事实有关',
  },
  options: z.object({
    term: z
      .string()
      .min(1)
      .max(maxChoiceLength)
      .meta({
        description: 'For example: instant retail, MAU, year over year',
        chinese: { name: '词语', description: '例如：即时零售、MAU、同比' },
      }),
  }),
  suggest: {
    term: (typed, { knowledge, language }) =>
      suggestTerms(knowledge, typed).map(({ term }) => ({
        name: inScriptOf(language, termName(term, writtenFor(language))),
        value: term.id,
      })),
  },
  run({ term }, context) {
    const { knowledge } = context;
    const found = findTerm(knowledge, term);
    return writeReply(context, (writing) =>
      found
        ? replyWithTerm(writing, found)
        : {
            content: writing.texts.noTerm(
              listTerms(knowledge).map((listed) => termName(listed.term, writing.language)),
            ),
            ephemeral: true,
          },
    );
  },
});
