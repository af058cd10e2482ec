import { answerMessage } from '../src/answering/answer-message.ts';
import { defineMessageCommand } from '../src/discord/command.ts';
import { replyToAnswer } from '../src/replies/answer-reply.ts';
import { replyOnMessage } from '../src/replies/message-reply.ts';

export const answerThis = defineMessageCommand({
  name: { english: 'Answer this', chinese: '回答这条消息' },
  description: {
    english: "Answers the question in somebody's message, for you alone",
    chinese: '回答别人消息中的问题，只有你能看到',
  },
  run: (target, context) =>
    replyOnMessage(context, target, (writing) =>
      replyToAnswer(writing, answerMessage(writing.knowledge, target.content), true),
    ),
});
