import markdownIt, { type StateBlock, type StateInline, type Token } from 'markdown-it';

export type { Token };
export type ParseMarkdown = (text: string) => readonly Token[];

/**
 * A parser of Discord's Markdown: CommonMark without what Discord does not have, with what only Discord has. The
 * tokens hold text and http(s) links, never HTML.
 */
export function createMarkdownParser(): ParseMarkdown {
  const markdown = markdownIt({ html: false, linkify: true, breaks: true });
  markdown.disable(['table', 'hr', 'lheading', 'code', 'reference', 'image', 'entity']);
  markdown.linkify.set({ fuzzyLink: false, fuzzyEmail: false, fuzzyIP: false });
  markdown.validateLink = (url) => /^https?:\/\//i.test(url);

  markdown.block.ruler.before('blockquote', 'whole_quote', quoteRest, { alt: ['paragraph'] });
  markdown.block.ruler.before('heading', 'subtext', readSubtext, {
    alt: ['paragraph', 'blockquote', 'list'],
  });
  markdown.block.ruler.before('paragraph', 'not_lazy', endLazyLine, { alt: ['paragraph', 'blockquote'] });
  markdown.inline.ruler.at('text', readText);
  markdown.inline.ruler.before('emphasis', 'spoiler', readSpoiler);
  markdown.inline.ruler.before('autolink', 'discord_tag', readTag);
  return (text) => markdown.parse(text, {});
}

// As markdown-it has it, but it stops at | too, where a spoiler may begin.
function readText(state: StateInline, silent: boolean): boolean {
  const plain = /[^\n!#$%&*+\-:<=>@[\]\\^_`{}~|]+/y;
  plain.lastIndex = state.pos;
  const text = plain.exec(state.src)?.[0];
  if (text === undefined) return false;
  if (!silent) state.pending += text;
  state.pos += text.length;
  return true;
}

function readSpoiler(state: StateInline, silent: boolean): boolean {
  const { pos, posMax } = state;
  const end = state.src.startsWith('||', pos) ? state.src.indexOf('||', pos + 2) : -1;
  if (end <= pos + 2 || end >= posMax) return false;
  if (!silent) {
    state.push('spoiler_open', 'spoiler', 1);
    state.pos = pos + 2;
    state.posMax = end;
    state.md.inline.tokenize(state);
    state.push('spoiler_close', 'spoiler', -1);
    state.posMax = posMax;
  }
  state.pos = end + 2;
  return true;
}

// A time, a mention of a user, role or channel, or a command.
function readTag(state: StateInline, silent: boolean): boolean {
  const tag =
    /<(?:t:(-?\d{1,13})(?::([tTdDfFR]))?|(@[!&]?|#)(\d{1,20})|(\/[^\s:>]+(?: [^\s:>]+)*):\d{1,20})>/y;
  tag.lastIndex = state.pos;
  const [whole, seconds, style = 'f', kind, id = '', command] = tag.exec(state.src) ?? [];
  if (whole === undefined) return false;
  if (!silent) {
    const token = state.push(seconds === undefined ? 'mention' : 'time', '', 0);
    token.content = seconds ?? command ?? (kind === '#' ? '#channel' : kind === '@&' ? '@role' : '@user');
    // Of a mention, whom or what it names.
    token.info = seconds === undefined ? id : style;
  }
  state.pos += whole.length;
  return true;
}

function readSubtext(state: StateBlock, startLine: number, _endLine: number, silent: boolean): boolean {
  const line = lineAt(state, startLine);
  if (!line.startsWith('-# ')) return false;
  if (silent) return true;
  state.push('subtext_open', 'subtext', 1);
  const inline = state.push('inline', '', 0);
  inline.content = line.slice(3).trim();
  inline.children = [];
  state.push('subtext_close', 'subtext', -1);
  state.line = startLine + 1;
  return true;
}

// >>> quotes all that follows.
function quoteRest(state: StateBlock, startLine: number, endLine: number, silent: boolean): boolean {
  if (!lineAt(state, startLine).startsWith('>>> ')) return false;
  if (silent) return true;
  const rest = Array.from({ length: endLine - startLine }, (_, index) => lineAt(state, startLine + index));
  state.push('blockquote_open', 'blockquote', 1);
  state.md.block.parse(rest.join('\n').slice(4), state.md, state.env, state.tokens);
  state.push('blockquote_close', 'blockquote', -1);
  state.line = endLine;
  return true;
}

// In CommonMark a plain line after a list or a quote still belongs to it, in Discord it does not.
function endLazyLine(state: StateBlock, startLine: number, _endLine: number, silent: boolean): boolean {
  return silent && (state.parentType === 'blockquote' || (state.sCount[startLine] ?? 0) < state.blkIndent);
}

function lineAt(state: StateBlock, line: number): string {
  return state.src.slice((state.bMarks[line] ?? 0) + (state.tShift[line] ?? 0), state.eMarks[line]);
}
