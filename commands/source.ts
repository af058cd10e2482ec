import { z } from 'zod';
import { defineCommand } from '../src/discord/command.ts';
import { replyWithSources } from '../src/replies/source-reply.ts';
import { writeReply } from '../src/replies/writing.ts';

export const source = defineCommand({
  name: { english: 'source', chinese: '来源' },
  description: {
    english: 'Where the facts come from, and what stands behind each kind',
    chinese: '事实的出处，以及各类事实的含义',
  },
  options: z.object({}),
  run: (_options, context) => writeReply(context, replyWithSources),
});
