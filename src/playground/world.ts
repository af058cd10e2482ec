import { SnowflakeUtil } from 'discord.js';
import type { OpenInteraction } from './interactions.ts';
import type { MessageBody } from './message-body.ts';
import type { Message, User } from './message.ts';
import type { Refusal } from './refusal.ts';
import type { RegisteredCommand } from './registered-commands.ts';

export type StoredFile = { readonly name: string; readonly type: string; readonly content: ArrayBuffer };

/** What happens in the world, for whoever watches it. */
export type Change =
  | { readonly type: 'message'; readonly message: Message }
  | { readonly type: 'deletion'; readonly id: string }
  | { readonly type: 'commands' };

/** What the stand-in keeps: one application, one server with one channel, and what happened there. */
export type World = {
  readonly token: string;
  readonly application: { readonly id: string; readonly name: string; readonly flags: number };
  readonly bot: User;
  readonly user: User;
  readonly otherUser: User;
  readonly guild: { readonly id: string; readonly name: string };
  readonly channels: { readonly guild: string; readonly group: string };
  /** The channel of the direct messages with the bot, by the user's id. */
  readonly directChannels: Map<string, string>;
  /** By the server's id, or 'global'. */
  readonly commands: Map<string, readonly RegisteredCommand[]>;
  /** By the interaction's token. */
  readonly interactions: Map<string, OpenInteraction>;
  /** In all channels, by id, oldest first. */
  readonly messages: Map<string, Message>;
  /** The body that the bot sent last, by the message's id: it holds what a message does not, such as whom it may ping. */
  readonly sent: Map<string, MessageBody>;
  /** The interactions that were answered with a modal, by the modal's own id. */
  readonly modals: Map<string, OpenInteraction>;
  /** By the attachment's id. */
  readonly files: Map<string, StoredFile>;
  /** What the bot sent that goes beyond what Discord takes. */
  readonly violations: Refusal[];
  readonly watchers: Set<(change: Change) => void>;
};

/** A fresh world for the bot that has `token`. */
export function createWorld(token: string): World {
  // An application and its bot user share one id.
  const applicationId = newId();
  return {
    token,
    application: { id: applicationId, name: 'Footnote', flags: 0 },
    bot: { ...createUser('footnote', 'Footnote'), id: applicationId, bot: true },
    user: createUser('reader', 'Reader'),
    otherUser: createUser('colleague', 'Colleague'),
    guild: { id: newId(), name: 'Playground' },
    channels: { guild: newId(), group: newId() },
    directChannels: new Map(),
    commands: new Map(),
    interactions: new Map(),
    messages: new Map(),
    sent: new Map(),
    modals: new Map(),
    files: new Map(),
    violations: [],
    watchers: new Set(),
  };
}

/** A user with a fresh id. */
export function createUser(username: string, displayName: string): User {
  return {
    id: newId(),
    username,
    global_name: displayName,
    discriminator: '0',
    avatar: null,
    bot: false,
  };
}

/** A snowflake that was not given out before. */
export function newId(): string {
  return SnowflakeUtil.generate().toString();
}
