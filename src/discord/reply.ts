import {
  MessageFlags,
  type APIActionRowComponent,
  type APIComponentInMessageActionRow,
  type InteractionReplyOptions,
  type InteractionUpdateOptions,
} from 'discord.js';

/** Up to five buttons, or one select. */
export type Row = APIActionRowComponent<APIComponentInMessageActionRow>;

/** A file that goes with a reply, such as a chart. */
type ReplyFile = {
  readonly name: string;
  readonly content: Buffer;
  /** What a picture shows, for those who cannot see it. */
  readonly description: string;
};

export type Reply = {
  readonly content: string;
  /** True shows the reply to the asker alone. */
  readonly ephemeral?: boolean;
  readonly rows?: readonly Row[];
  readonly files?: readonly ReplyFile[];
};

/** What happens when a button is pressed or something is chosen from a select. */
export type Response =
  | { readonly kind: 'post'; readonly reply: Reply }
  /** Rewrites the message that the button is on, for all who see it. */
  | { readonly kind: 'update'; readonly reply: Reply }
  /** Takes the message away that the button is on. */
  | { readonly kind: 'delete' };

/** A reply as discord.js posts it: it pings nobody and unfolds no links. */
export function toPosting({ content, ephemeral = false, rows = [], files = [] }: Reply) {
  return {
    content,
    components: rows,
    files: files.map(toAttachment),
    allowedMentions: { parse: [] },
    flags: ephemeral ? [MessageFlags.SuppressEmbeds, MessageFlags.Ephemeral] : [MessageFlags.SuppressEmbeds],
  } satisfies InteractionReplyOptions;
}

/** A reply as discord.js writes it over a message; whether that is ephemeral is settled. */
export function toUpdate({ content, rows = [], files = [] }: Reply) {
  return {
    content,
    components: rows,
    files: files.map(toAttachment),
    // The files that the message had go.
    attachments: [],
    allowedMentions: { parse: [] },
    flags: [MessageFlags.SuppressEmbeds],
  } satisfies InteractionUpdateOptions;
}

function toAttachment({ name, content, description }: ReplyFile) {
  return { name, attachment: content, description };
}
