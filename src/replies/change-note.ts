import type { Reply } from '../discord/reply.ts';
import type { Writing } from './writing.ts';

/** The reply to a button of a message that was written from version `base`; it says so where that is not today's. */
export function withChangeNote({ knowledge, texts }: Writing, base: string, reply: Reply): Reply {
  if (base === knowledge.version) return reply;
  return { ...reply, content: `${reply.content}\n-# ${texts.factsChanged}` };
}
