import { z } from 'zod';
import { defineCommand } from '../src/discord/command.ts';
import { replyWithHelp } from '../src/replies/help-reply.ts';
import { writeReply } from '../src/replies/writing.ts';

export const help = defineCommand({
  name: { english: 'help', chinese: '帮助' },
  description: { english: 'What I can be asked', chinese: '可以问我什么' },
  options: z.object({}),
  run: (_options, context) => writeReply(context, (writing) => replyWithHelp(writing, context.commands)),
});
