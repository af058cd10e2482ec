import { checkClaims } from '../src/answering/check-claims.ts';
import { defineMessageCommand } from '../src/discord/command.ts';
import { replyWithCheck } from '../src/replies/check-reply.ts';
import { replyOnMessage } from '../src/replies/message-reply.ts';

export const checkThis = defineMessageCommand({
  name: { english: 'Check this', chinese: '核对这条消息' },
  description: {
    english: 'Holds the figures and claims of a message against the article, for you alone',
    chinese: '把消息中的数字和说法与文章核对，只有你能看到',
  },
  run: (target, context) =>
    replyOnMessage(context, target, (writing) =>
      replyWithCheck(writing, checkClaims(writing.knowledge, target.content)),
    ),
});
