import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createMarkdownParser, type Token } from '../../src/playground/page/markdown.ts';

const parse = createMarkdownParser();

/** What was parsed, in short: the open tokens with what is in them. */
function outline(tokens: readonly Token[]): string {
  return tokens
    .filter(({ hidden }) => !hidden)
    .map((token) => {
      if (token.type === 'inline') return outline(token.children ?? []);
      if (token.nesting === 1) return `${token.tag}(`;
      if (token.nesting === -1) return ')';
      return token.type === 'softbreak' ? ' ' : token.content.trim();
    })
    .join('');
}

describe('Markdown as Discord has it', () => {
  it.each([
    ['subtext in small', '**Figure**\n-# Source', 'p(strong(Figure))subtext(Source)'],
    ['a heading', '## Title', 'h2(Title)'],
    ['a list, which a plain line ends', '- a\n- b\nafter', 'ul(li(a)li(b))p(after)'],
    ['a quote, which a plain line ends', '> said\nafter', 'blockquote(p(said))p(after)'],
    ['a quote of all that follows', '>>> said\nand said', 'blockquote(p(said and said))'],
    ['a spoiler with what is in it', 'see ||**who** won||', 'p(seespoiler(strong(who)won))'],
    ['a time and mentions', '<t:0:R> <@1> </ask:1>', 'p(0@user/ask)'],
    ['no tables, rules or pictures', '![x](https://e.com)\n\n---', 'p(!a(x))p(---)'],
    [
      'no links but http and https',
      '[a](javascript:b) [c](file:///d)',
      'p([a](javascript:b) [c](file:///d))',
    ],
    ['HTML as text', '<b>x</b>&amp;', 'p(<b>x</b>&amp;)'],
  ])('has %s', (_what, text, expected) => {
    expect(outline(parse(text))).toBe(expected);
  });

  it('takes any text, and never makes HTML of it', () => {
    const pieces = fc.constantFrom(
      '||',
      '**',
      '> ',
      '>>> ',
      '-# ',
      '- ',
      '\n',
      '<t:1>',
      '`',
      '[a](',
      ')',
      'x',
      '<b>',
      '1. ',
    );
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 30 }), (parts) => {
        expect(parse(parts.join('')).filter(({ type }) => type.startsWith('html'))).toEqual([]);
      }),
    );
  });
});
