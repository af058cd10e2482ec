import type { WrittenLanguage } from '../knowledge/language.ts';
import { periodKey } from '../knowledge/period.ts';
import type { Finding } from './finding.ts';
import type { IndexedFinding, IndexedKnowledge } from './index-knowledge.ts';
import { topicOf } from './topic-of.ts';

/**
 * The findings that hold a figure: the company's own before those of its businesses, the reported quarter's before
 * those of other times, those with a change before those without, and the computed ones last.
 */
export function keyFigures({ findings, context }: IndexedKnowledge): IndexedFinding[] {
  const quarter = periodKey(context.calendar.latestQuarter);
  const rank = ({ about, article, computed, period, facts }: IndexedFinding) =>
    (computed ? 8 : 0) +
    (about === article.source.company ? 0 : 4) +
    (period && periodKey(period) === quarter ? 0 : 2) +
    (facts[0]?.change ? 0 : 1);
  return findings.filter(hasFigure).toSorted((one, other) => rank(one) - rank(other));
}

/** Whether a finding is one of a figure: a value or a change. */
export function hasFigure({ quantity, facts, computed }: Finding): boolean {
  return quantity !== undefined || (!computed && facts[0]?.change !== undefined);
}

/** The topics that have figures, in the order of the base, each once. */
export function figureTopics(knowledge: IndexedKnowledge): Readonly<Record<WrittenLanguage, string>>[] {
  const held = new Set(keyFigures(knowledge).map(topicOf));
  const topics = new Map(
    knowledge.articles.flatMap((article) => article.topics.map((topic) => [topic.english, topic])),
  );
  return [...topics.values()].filter(({ english }) => held.has(english));
}
