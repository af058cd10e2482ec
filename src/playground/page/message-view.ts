import type { Embed, Message, User } from '../message.ts';
import { createComponents, type Press } from './component-view.ts';
import { button, element } from './element.ts';
import type { RenderMarkdown } from './render-markdown.ts';
import { nameOf } from './user-name.ts';
import type { Words } from './words.ts';

const ephemeral = 64;
const loading = 128;
const suppressEmbeds = 4;
const contextMenu = 23;

export type MessageContext = {
  readonly words: Words;
  readonly render: RenderMarkdown;
  /** Another message, for the line above a reply. */
  readonly find: (id: string) => Message | undefined;
  readonly press: (message: Message, press: Press) => void;
  readonly dismiss: (message: Message) => void;
  /** Opens the menu of the message commands; undefined where there are none. */
  readonly openMenu: ((message: Message, anchor: HTMLElement) => void) | undefined;
};

/** A message as Discord shows it. */
export function createMessageView(message: Message, context: MessageContext): HTMLLIElement {
  const { words, render } = context;
  const { author, flags, content } = message;
  const isLoading = (flags & loading) !== 0;
  const isEphemeral = (flags & ephemeral) !== 0;
  const body = element('div', { class: 'content', dir: 'auto' }, [
    isLoading
      ? element('span', { class: 'thinking' }, [`${nameOf(author)} ${words.thinking}`])
      : render(content),
    message.edited_timestamp === null
      ? undefined
      : element('span', { class: 'edited' }, [` ${words.edited}`]),
  ]);
  const view = element(
    'li',
    { class: isEphemeral ? 'message ephemeral' : 'message', 'data-id': message.id },
    [
      describeOrigin(message, context),
      createAvatar(author),
      element('div', { class: 'message-main' }, [
        element('div', { class: 'message-head' }, [
          element('bdi', { class: author.bot ? 'author of-app' : 'author' }, [nameOf(author)]),
          author.bot ? element('span', { class: 'badge' }, [words.app]) : undefined,
          describeMoment(message.timestamp, words),
        ]),
        body,
        ...((flags & suppressEmbeds) === 0
          ? message.embeds.map((embed) => createEmbed(embed, message, render))
          : []),
        createAttachments(message, words),
        ...createComponents(message, {
          words,
          render,
          press: (press) => context.press(message, press),
        }),
        isEphemeral ? createEphemeralNote(words, () => context.dismiss(message)) : undefined,
      ]),
    ],
  );
  const { openMenu } = context;
  if (openMenu && !isLoading && !isEphemeral) {
    const more = button(
      { class: 'more', 'aria-label': words.more, 'aria-haspopup': 'listbox', title: words.more },
      ['⋯'],
      (anchor) => openMenu(message, anchor),
    );
    view.append(more);
    view.addEventListener('contextmenu', (event) => {
      event.preventDefault();
      openMenu(message, more);
    });
  }
  return view;
}

/** What Discord shows the user alone when a command came to nothing. */
export function createFailureView(
  { user, command, text }: { user: User; command: string; text: string },
  words: Words,
): HTMLLIElement {
  const view = element('li', { class: 'message ephemeral failure' }, [
    describeUse(user, command, words),
    element('div', { class: 'avatar app', 'aria-hidden': 'true' }, ['!']),
    element('div', { class: 'message-main' }, [
      element('p', { class: 'failed' }, [text]),
      createEphemeralNote(words, () => view.remove()),
    ]),
  ]);
  return view;
}

/** What stands in the channel while a command is under way. */
export function createPendingView(user: User, command: string, words: Words): HTMLLIElement {
  return element('li', { class: 'message pending', 'aria-hidden': 'true' }, [
    describeUse(user, command, words),
    element('div', { class: 'avatar app' }),
    element('div', { class: 'message-main' }, [element('p', { class: 'thinking' }, [words.sending])]),
  ]);
}

/** The picture of a user: a letter on a colour, for nothing is fetched. */
function createAvatar(user: User, size = ''): HTMLElement {
  const kind = user.bot ? 'app' : `user-${nameOf(user).length % 3}`;
  return element('div', { class: `avatar ${kind} ${size}`, 'aria-hidden': 'true' }, [
    nameOf(user).slice(0, 1),
    user.bot ? element('sup', {}, ['1']) : undefined,
  ]);
}

function describeOrigin(message: Message, { words, find }: MessageContext): HTMLElement | undefined {
  const { interaction, message_reference: reference } = message;
  if (interaction)
    return describeUse(
      interaction.user,
      message.type === contextMenu ? interaction.name : `/${interaction.name}`,
      words,
    );
  const source = reference && find(reference.message_id);
  if (!source) return undefined;
  return element('div', { class: 'origin' }, [
    createAvatar(source.author, 'small'),
    element('bdi', { class: 'origin-name' }, [nameOf(source.author)]),
    element('bdi', { class: 'origin-text' }, [
      source.content.replaceAll(/\[([^\]]*)\]\([^)]*\)|[*_~|`#>]/g, '$1').slice(0, 120),
    ]),
  ]);
}

function describeUse(user: User, command: string, words: Words): HTMLElement {
  return element('div', { class: 'origin' }, [
    createAvatar(user, 'small'),
    element('bdi', { class: 'origin-name' }, [nameOf(user)]),
    ` ${words.used} `,
    element('bdi', { class: 'origin-command' }, [command]),
  ]);
}

function describeMoment(timestamp: string, words: Words): HTMLElement {
  const date = new Date(timestamp);
  const isToday = date.toDateString() === new Date().toDateString();
  const style = isToday
    ? ({ timeStyle: 'short' } as const)
    : ({ dateStyle: 'short', timeStyle: 'short' } as const);
  const text = new Intl.DateTimeFormat(words.locale, style).format(date);
  return element('time', { class: 'moment', datetime: timestamp }, [
    isToday ? `${words.today} ${text}` : text,
  ]);
}

function createEphemeralNote(words: Words, dismiss: () => void): HTMLElement {
  return element('div', { class: 'only-you' }, [
    `${words.onlyYou} • `,
    button({ class: 'link' }, [words.dismiss], dismiss),
  ]);
}

function createEmbed(embed: Embed, { attachments }: Message, render: RenderMarkdown): HTMLElement {
  const { title, url, description, color, author, fields, image, footer } = embed;
  const text = (name: string, value: string | null | undefined) =>
    value ? element('div', { class: name }, [render(value)]) : undefined;
  const picture = attachments.find(({ filename }) => image?.url === `attachment://${filename}`);
  const view = element('article', { class: 'embed' }, [
    text('embed-author', author?.name),
    text('embed-title', title && url ? `[${title}](${url})` : title),
    text('embed-text', description),
    ...(fields ?? []).map(({ name, value }) =>
      element('div', { class: 'embed-field' }, [element('strong', {}, [render(name)]), render(value)]),
    ),
    picture && element('img', { src: picture.url, alt: picture.description ?? '' }),
    text('embed-footer', footer?.text),
  ]);
  if (color) view.style.borderInlineStartColor = `#${color.toString(16).padStart(6, '0')}`;
  return view;
}

function createAttachments(
  { attachments, embeds, components }: Message,
  words: Words,
): HTMLElement | undefined {
  // An attachment that an embed or a component shows is not shown twice.
  const shownElsewhere = JSON.stringify([embeds, components]);
  const own = attachments.filter(({ filename }) => !shownElsewhere.includes(`attachment://${filename}`));
  if (own.length === 0) return undefined;
  return element(
    'div',
    { class: 'attachments' },
    own.map(({ filename, url, content_type, size, description = '' }) => {
      const link = { href: url, target: '_blank', rel: 'noopener' };
      if (content_type.startsWith('image/')) {
        return element('a', { ...link, class: 'picture' }, [element('img', { src: url, alt: description })]);
      }
      return element(
        'a',
        { ...link, class: 'file', download: filename, 'aria-label': `${words.download} ${filename}` },
        [
          element('span', { class: 'file-name' }, [filename]),
          element('span', { class: 'file-size' }, [`${Math.ceil(size / 1_024)} KB`]),
        ],
      );
    }),
  );
}
