import { SnowflakeUtil } from 'discord.js';
import type { OpenInteraction } from './interactions.ts';
import type { RegisteredCommand } from './registered-commands.ts';

export type User = {
  readonly id: string;
  readonly username: string;
  readonly global_name: string | null;
  readonly discriminator: string;
  readonly avatar: string | null;
  readonly bot: boolean;
};

export type StoredFile = { readonly name: string; readonly type: string; readonly content: ArrayBuffer };

/** What the stand-in keeps: one application, one server with one channel, and what happened there. */
export type World = {
  readonly token: string;
  readonly application: { readonly id: string; readonly name: string; readonly flags: number };
  readonly bot: User;
  readonly user: User;
  readonly guild: { readonly id: string; readonly name: string };
  readonly channels: { readonly guild: string; readonly direct: string; readonly group: string };
  /** By the server's id, or 'global'. */
  readonly commands: Map<string, readonly RegisteredCommand[]>;
  /** By the interaction's token. */
  readonly interactions: Map<string, OpenInteraction>;
  /** By the attachment's id. */
  readonly files: Map<string, StoredFile>;
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
    guild: { id: newId(), name: 'Playground' },
    channels: { guild: newId(), direct: newId(), group: newId() },
    commands: new Map(),
    interactions: new Map(),
    files: new Map(),
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
