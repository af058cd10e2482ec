import type { User } from '../message.ts';
import { button, element } from './element.ts';
import type { ParseMarkdown, Token } from './markdown.ts';
import { describeTime } from './time.ts';
import { nameOf } from './user-name.ts';
import type { Words } from './words.ts';

type RenderContext = { readonly words: Words; readonly users: readonly User[] };

export type RenderMarkdown = (text: string) => DocumentFragment;

/**
 * Turns Discord's Markdown into elements, one by one: no string is ever read as HTML. `users` are those that a mention
 * can name.
 */
export function createMarkdownRenderer(
  parse: ParseMarkdown,
  { words, users }: RenderContext,
): RenderMarkdown {
  return (text) => {
    const root = document.createDocumentFragment();
    renderTokens(parse(text), root, { words, users });
    return root;
  };
}

function renderTokens(tokens: readonly Token[], root: ParentNode, context: RenderContext): void {
  const open: ParentNode[] = [root];
  for (const token of tokens) {
    const parent = open.at(-1) ?? root;
    if (token.children && token.type === 'inline') renderTokens(token.children, parent, context);
    else if (token.nesting === -1) {
      if (!token.hidden) open.pop();
    } else {
      const node = token.hidden ? undefined : createNode(token, context);
      if (node) parent.append(node);
      if (node instanceof Element && token.nesting === 1)
        open.push(node.querySelector('.hidden-text') ?? node);
    }
  }
}

function createNode(token: Token, { words, users }: RenderContext): Node | undefined {
  switch (token.type) {
    case 'text':
    case 'text_special':
      return document.createTextNode(token.content);
    case 'softbreak':
    case 'hardbreak':
      return element('br');
    case 'code_inline':
      return element('code', {}, [token.content]);
    case 'fence':
      return element('pre', {}, [element('code', {}, [token.content.trimEnd()])]);
    case 'mention': {
      const user = users.find(({ id }) => id === token.info);
      return element('span', { class: 'mention' }, [user ? `@${nameOf(user)}` : token.content]);
    }
    case 'time':
      return describeTime(Number(token.content), token.info, words);
    case 'link_open':
      return element('a', {
        href: String(token.attrGet('href')),
        target: '_blank',
        rel: 'noopener noreferrer',
      });
    case 'spoiler_open':
      return createSpoiler(words);
    case 'subtext_open':
      return element('p', { class: 'subtext' });
    case 'ordered_list_open':
      return element('ol', { start: token.attrGet('start') ?? 1 });
    case 'strong_open':
      return element(token.markup === '__' ? 'u' : 'strong');
    case 'heading_open':
      return element('p', {
        class: `heading ${token.tag}`,
        role: 'heading',
        'aria-level': Number(token.tag[1]) + 2,
      });
    default:
      return createPlain(token);
  }
}

function createPlain({ tag }: Token): Element | undefined {
  const plain = ['p', 'em', 's', 'ul', 'li', 'blockquote'] as const;
  const known = plain.find((name) => name === tag);
  return known && element(known);
}

function createSpoiler(words: Words): Element {
  const text = element('span', { class: 'hidden-text', 'aria-hidden': 'true' });
  const cover = button(
    { class: 'spoiler', 'aria-label': words.spoiler, 'aria-expanded': 'false' },
    [text],
    () => {
      text.removeAttribute('aria-hidden');
      cover.replaceWith(element('span', { class: 'spoiler shown' }, [text]));
    },
  );
  return cover;
}
