import Fuse, { type IFuseOptions } from 'fuse.js';
import MiniSearch from 'minisearch';
import type { Finding } from '../src/answering/finding.ts';
import { tokenise } from '../src/knowledge/tokenise.ts';

/** What a search library puts first. The higher the score, the surer it is; scores of two libraries do not compare. */
type Hit = { readonly finding: Finding; readonly score: number };

/** A search library over the findings, to hold Footnote against. */
export type PlainSearch = {
  readonly name: string;
  /** The first hit, if there is any. */
  readonly search: (question: string) => Hit | undefined;
};

/** A finding with its texts as fields, English and Chinese, and all of them as one text. */
type Entry = {
  readonly id: string;
  readonly finding: Finding;
  readonly title: string;
  readonly statement: string;
  readonly explanation: string;
  readonly asked: string;
  readonly text: string;
};

const fields = ['title', 'statement', 'explanation', 'asked'];

/**
 * Indexes the findings with each library, as it comes; token search, which answers little so, with the settings that
 * answered most. Those that cut texts into words cut them as Footnote does: else Chinese would be one long word.
 */
export function createPlainSearches(findings: readonly Finding[]): PlainSearch[] {
  const entries = findings.map(toEntry);
  const tokenSearch = { keys: ['text'], useTokenSearch: true, threshold: 0.1, ignoreFieldNorm: true };
  return [
    { name: 'fuse.js default', search: searchWithFuse(entries, { keys: fields }) },
    { name: 'fuse.js token search', search: searchWithFuse(entries, { ...tokenSearch, tokenize: wordsOf }) },
    { name: 'MiniSearch', search: searchWithMiniSearch(entries) },
  ];
}

function toEntry(finding: Finding): Entry {
  const { id, chinese } = finding;
  const title = `${finding.title}\n${chinese.title}`;
  const statement = `${finding.statement}\n${chinese.statement}`;
  const explanation = `${finding.explanation}\n${chinese.explanation}`;
  const asked = finding.asked.join('\n');
  const text = [title, statement, explanation, asked].join('\n');
  return { id, finding, title, statement, explanation, asked, text };
}

function wordsOf(text: string): string[] {
  return tokenise(text).map(({ word }) => word);
}

function searchWithFuse(entries: readonly Entry[], options: IFuseOptions<Entry>): PlainSearch['search'] {
  const fuse = new Fuse(entries, { ...options, includeScore: true });
  return (question) => {
    const [first] = fuse.search(question, { limit: 1 });
    // Fuse's scores are distances: 0 is a perfect hit.
    return first && { finding: first.item.finding, score: -(first.score ?? 1) };
  };
}

function searchWithMiniSearch(entries: readonly Entry[]): PlainSearch['search'] {
  const index = new MiniSearch<Entry>({ fields, tokenize: wordsOf });
  index.addAll(entries);
  const byId = new Map(entries.map(({ id, finding }) => [id, finding]));
  return (question) => {
    const [first] = index.search(question);
    const finding = byId.get(first?.id);
    return first && finding && { finding, score: first.score };
  };
}
