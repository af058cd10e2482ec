import Fuse from 'fuse.js';
import { fiscalYearStarts } from '../knowledge/fiscal-year.ts';
import type { Article, Knowledge, TopicFact } from '../knowledge/knowledge.ts';
import { formatQuantity } from '../knowledge/format-quantity.ts';
import { namePeriod } from '../knowledge/name-period.ts';
import { InputError } from './input-error.ts';

type Options = { readonly json?: boolean; readonly topic?: string; readonly search?: string };

type Listed = { readonly article: Article; readonly fact: TopicFact };

/**
 * Lists the facts of the base: a readable line each under its topic, or a JSON line each with all that the fact holds.
 * Throws an InputError for a topic that no fact has; the message names those that there are.
 */
export function listFacts(knowledge: Knowledge, { json = false, topic, search }: Options): string[] {
  const all = knowledge.articles.flatMap((article) =>
    article.facts.map((fact): Listed => ({ article, fact })),
  );
  const listed = searchFacts(ofTopic(all, topic), search);
  return json ? listed.map((entry) => toJsonLine(knowledge, entry)) : toText(listed);
}

function ofTopic(listed: Listed[], topic: string | undefined): Listed[] {
  if (topic === undefined) return listed;
  const found = listed.filter(({ fact }) => fact.topic.toLowerCase() === topic.trim().toLowerCase());
  if (found.length > 0) return found;
  const topics = [...new Set(listed.map(({ fact }) => fact.topic))];
  throw new InputError(`there is no topic "${topic}"; there are: ${topics.join(', ')}.`);
}

function searchFacts(listed: Listed[], search: string | undefined): Listed[] {
  if (search === undefined) return listed;
  if (search.trim() === '') throw new InputError('--search needs words to look for.');
  const texts = ['title', 'statement', 'explanation'];
  const keys = [...texts, ...texts.map((text) => `chinese.${text}`), 'asked'].map((key) => `fact.${key}`);
  const fuse = new Fuse(listed, { keys, threshold: 0.3, ignoreLocation: true });
  return fuse.search(search).map(({ item }) => item);
}

function toText(listed: Listed[]): string[] {
  if (listed.length === 0) return ['No fact is found by these words.'];
  const topics = new Map<string, string[]>();
  for (const { fact } of listed) {
    const lines = topics.get(fact.topic) ?? [];
    lines.push(`  ${fact.title} [${fact.id}]\n    ${fact.statement} (paragraph ${fact.cites.join(', ')})`);
    topics.set(fact.topic, lines);
  }
  return [...topics].flatMap(([topic, lines]) => [topic, ...lines]);
}

function toJsonLine(knowledge: Knowledge, { article, fact }: Listed): string {
  const { source } = article;
  const { cites, period, value, from, change, ...rest } = fact;
  return JSON.stringify({
    ...rest,
    ...(period && { period: namePeriod(period, fiscalYearStarts(knowledge, source), 'english') }),
    ...(from && { from: { ...from, text: formatQuantity(from, 'english') } }),
    ...(value && { value: { ...value, text: formatQuantity(value, 'english') } }),
    ...(change && {
      change: { ...change, unit: 'percent', text: formatQuantity({ ...change, unit: 'percent' }, 'english') },
    }),
    citations: cites.map((paragraph) => ({
      article: source.id,
      paragraph,
      publisher: source.publisher,
      date: source.date,
    })),
  });
}
