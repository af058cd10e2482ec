import { z } from 'zod';
import { inScriptOf } from '../src/answering/chinese-script.ts';
import { cleanText } from '../src/answering/clean-text.ts';
import { figureTopics } from '../src/answering/key-figures.ts';
import { defineCommand } from '../src/discord/command.ts';
import { maxChoiceLength } from '../src/discord/limits.ts';
import { replyWithFigures } from '../src/replies/figures-reply.ts';
import { writeReply } from '../src/replies/writing.ts';
import { writtenFor } from '../src/knowledge/language.ts';

export const figures = defineCommand({
  name: { english: 'figures', chinese: '数字' },
  description: {
    english: 'Page through the key figures',
    chinese: '翻看关键数字',
  },
  options: z.object({
    topic: z
      .string()
      .max(maxChoiceLength)
      .optional()
      .meta({
        description: 'Only the figures of one topic',
        chinese: { name: '主题', description: '只看某个主题的数字' },
      }),
  }),
  suggest: {
    topic: (typed, { knowledge, language }) =>
      figureTopics(knowledge)
        .map((topic) => ({
          name: inScriptOf(language, topic[writtenFor(language)]),
          value: topic.english,
        }))
        .filter(({ name }) => name.toLowerCase().includes(typed.trim().toLowerCase())),
  },
  run({ topic = '' }, context) {
    const topics = figureTopics(context.knowledge);
    const typed = cleanText(topic).trim().toLowerCase();
    const index = topics.findIndex(({ english, chinese }) =>
      [english.toLowerCase(), chinese.toLowerCase()].includes(typed),
    );
    return writeReply(context, (writing) =>
      typed !== '' && index === -1
        ? { content: writing.texts.noTopic(topics.map((one) => one[writing.language])), ephemeral: true }
        : replyWithFigures(writing, { topic: index + 1, page: 1, ephemeral: false }),
    );
  },
});
