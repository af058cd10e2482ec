import { MessageFlags, MessageType } from 'discord.js';
import type { MessageBody } from './message-body.ts';
import type { Attachment, Message, User } from './message.ts';
import { refusals } from './refusal.ts';
import { newId, type Change, type StoredFile, type World } from './world.ts';

/** A file that came with a message, and its number there. */
export type SentFile = StoredFile & { readonly number: string };

/** A message with nothing in it yet, by `author`. */
export function createMessage(channelId: string, author: User): Message {
  return {
    id: newId(),
    type: MessageType.Default,
    channel_id: channelId,
    author,
    content: '',
    flags: 0,
    embeds: [],
    components: [],
    attachments: [],
    timestamp: new Date().toISOString(),
    edited_timestamp: null,
    tts: false,
    pinned: false,
    mention_everyone: false,
    mentions: [],
    mention_roles: [],
  };
}

/** `message` with what `body` and `files` change in it; throws a Refusal when nothing is left to show. */
export function writeMessage(
  world: World,
  message: Message,
  { body, files }: { body: MessageBody; files: readonly SentFile[] },
): Message {
  const described = new Map(body.attachments?.map(({ id, description }) => [id, description]));
  const kept = message.attachments.filter(({ id }) => !body.attachments || described.has(id));
  const added = files.map((file) => storeFile(world, file, described.get(file.number)));
  const written: Message = {
    ...message,
    content: body.content ?? message.content,
    embeds: body.embeds ?? message.embeds,
    components: body.components ?? message.components,
    flags: (message.flags | (body.flags ?? 0)) & ~MessageFlags.Loading,
    attachments: [...kept, ...added],
  };
  const isEmpty = [written.content, written.embeds, written.components, written.attachments].every(
    ({ length }) => length === 0,
  );
  if (isEmpty) throw refusals.emptyMessage();
  world.sent.set(message.id, body);
  return written;
}

/** Keeps the message as it now is, and tells all who watch. */
export function saveMessage(world: World, message: Message): void {
  world.messages.set(message.id, message);
  announce(world, { type: 'message', message });
}

/** Takes a message away, and tells all who watch. */
export function deleteMessage(world: World, id: string): void {
  world.messages.delete(id);
  announce(world, { type: 'deletion', id });
}

/** Whether a user sees a message: an ephemeral one is for its invoker alone, a direct one for its two. */
export function canSee(world: World, user: User, message: Message): boolean {
  const isForOne = (message.flags & MessageFlags.Ephemeral) !== 0;
  const owner = [...world.directChannels].find(([, channelId]) => channelId === message.channel_id)?.[0];
  if (owner !== undefined && owner !== user.id) return false;
  return !isForOne || message.interaction_metadata?.user.id === user.id;
}

function announce({ watchers }: World, change: Change): void {
  for (const watch of watchers) watch(change);
}

function storeFile(world: World, file: StoredFile, description: string | null | undefined): Attachment {
  const id = newId();
  world.files.set(id, file);
  return {
    id,
    filename: file.name,
    content_type: file.type,
    size: file.content.byteLength,
    url: `/attachments/${id}/${encodeURIComponent(file.name)}`,
    ...(description && { description }),
  };
}
