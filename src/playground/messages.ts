import { MessageFlags, MessageType } from 'discord.js';
import { z } from 'zod';
import { maxContentLength } from '../discord/limits.ts';
import type { OpenInteraction } from './interactions.ts';
import { refusals } from './refusal.ts';
import { newId, type StoredFile, type User, type World } from './world.ts';

/** What a bot sends as a message. */
export const messageBodySchema = z.looseObject({
  content: z.string().max(maxContentLength).nullish(),
  embeds: z.array(z.looseObject({})).max(10).nullish(),
  components: z.array(z.looseObject({})).nullish(),
  flags: z.int().nullish(),
  allowed_mentions: z
    .strictObject({
      parse: z.array(z.enum(['roles', 'users', 'everyone'])).optional(),
      roles: z.array(z.string()).max(100).optional(),
      users: z.array(z.string()).max(100).optional(),
      replied_user: z.boolean().optional(),
    })
    .nullish(),
});

export type MessageBody = z.output<typeof messageBodySchema>;

export type Message = {
  readonly id: string;
  readonly type: MessageType;
  readonly channel_id: string;
  readonly author: User;
  readonly content: string;
  readonly flags: number;
  readonly embeds: readonly object[];
  readonly components: readonly object[];
  readonly attachments: readonly Attachment[];
  readonly timestamp: string;
  readonly edited_timestamp: string | null;
  readonly tts: boolean;
  readonly pinned: boolean;
  readonly mention_everyone: boolean;
  readonly mentions: readonly [];
  readonly mention_roles: readonly [];
  readonly application_id: string;
  readonly webhook_id: string;
  readonly interaction_metadata: object;
};

type Attachment = {
  readonly id: string;
  readonly filename: string;
  readonly content_type: string;
  /** In bytes. */
  readonly size: number;
  readonly url: string;
};

/** The message that a deferred response shows until it is edited. */
export function createLoadingMessage(world: World, interaction: OpenInteraction, flags: number): Message {
  return {
    id: newId(),
    type: MessageType.ChatInputCommand,
    channel_id: interaction.channelId,
    author: world.bot,
    content: '',
    flags: flags | MessageFlags.Loading,
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
    application_id: world.application.id,
    webhook_id: world.application.id,
    interaction_metadata: {
      id: interaction.id,
      type: 2,
      user: interaction.user,
      authorizing_integration_owners: interaction.owners,
    },
  };
}

/** `message` with what `body` and `files` change in it; throws a Refusal when nothing is left to show. */
export function writeMessage(
  world: World,
  message: Message,
  { body, files }: { body: MessageBody; files: readonly StoredFile[] },
): Message {
  const written: Message = {
    ...message,
    content: body.content ?? message.content,
    embeds: body.embeds ?? message.embeds,
    components: body.components ?? message.components,
    flags: (message.flags | (body.flags ?? 0)) & ~MessageFlags.Loading,
    attachments: [...message.attachments, ...files.map((file) => storeFile(world, file))],
  };
  const isEmpty = [written.content, written.embeds, written.components, written.attachments].every(
    ({ length }) => length === 0,
  );
  if (isEmpty) throw refusals.emptyMessage();
  return written;
}

function storeFile(world: World, file: StoredFile): Attachment {
  const id = newId();
  world.files.set(id, file);
  const url = `/attachments/${id}/${encodeURIComponent(file.name)}`;
  return { id, filename: file.name, content_type: file.type, size: file.content.byteLength, url };
}
