import type { TargetMessage } from '../discord/command.ts';
import type { Reply } from '../discord/reply.ts';
import { writeReply, type Writing } from './writing.ts';

/** A reply on somebody's message, with a link to it: it is read apart from the message, and can be shared. */
export function replyOnMessage(
  context: Parameters<typeof writeReply>[0],
  { content, url }: TargetMessage,
  write: (writing: Writing) => Reply,
): Reply {
  return writeReply(context, (writing) => {
    if (content.trim() === '') return { content: writing.texts.noText, ephemeral: true };
    const reply = write(writing);
    return { ...reply, content: `${reply.content}\n-# ${writing.texts.aboutMessage(url)}` };
  });
}
