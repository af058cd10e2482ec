import type { MessageComponent, Modal } from './component.ts';

export type User = {
  readonly id: string;
  readonly username: string;
  readonly global_name: string | null;
  readonly discriminator: string;
  readonly avatar: string | null;
  readonly bot: boolean;
};

export type Attachment = {
  readonly id: string;
  readonly filename: string;
  readonly content_type: string;
  /** In bytes. */
  readonly size: number;
  readonly url: string;
  /** The alternative text of a picture. */
  readonly description?: string;
};

export type Embed = {
  readonly title?: string | null | undefined;
  readonly url?: string | null | undefined;
  readonly description?: string | null | undefined;
  readonly color?: number | null | undefined;
  readonly author?: { readonly name?: string | null | undefined } | null | undefined;
  readonly fields?:
    | readonly {
        readonly name: string;
        readonly value: string;
        readonly inline?: boolean | null | undefined;
      }[]
    | null
    | undefined;
  readonly image?: { readonly url?: string | null | undefined } | null | undefined;
  readonly footer?: { readonly text?: string | null | undefined } | null | undefined;
};

export type Message = {
  readonly id: string;
  readonly type: number;
  readonly channel_id: string;
  readonly author: User;
  readonly content: string;
  readonly flags: number;
  readonly embeds: readonly Embed[];
  readonly components: readonly MessageComponent[];
  readonly attachments: readonly Attachment[];
  readonly timestamp: string;
  readonly edited_timestamp: string | null;
  readonly tts: boolean;
  readonly pinned: boolean;
  readonly mention_everyone: boolean;
  readonly mentions: readonly [];
  readonly mention_roles: readonly [];
  readonly application_id?: string;
  readonly webhook_id?: string;
  /** Of a reply to a command: what "X used /ask" is made of. */
  readonly interaction?: {
    readonly id: string;
    readonly type: number;
    readonly name: string;
    readonly user: User;
  };
  readonly interaction_metadata?: {
    readonly id: string;
    readonly type: number;
    readonly user: User;
    readonly authorizing_integration_owners: Readonly<Record<string, string>>;
  };
  readonly message_reference?: { readonly message_id: string; readonly channel_id: string };
};

export type Choice = { readonly name: string; readonly value: string | number };

/** How an application answers what a user did. */
export type Outcome =
  | { readonly kind: 'posted'; readonly messageId: string }
  | { readonly kind: 'updated'; readonly messageId: string }
  | { readonly kind: 'acknowledged' }
  | { readonly kind: 'modal'; readonly id: string; readonly modal: Modal }
  | { readonly kind: 'choices'; readonly choices: readonly Choice[] };
