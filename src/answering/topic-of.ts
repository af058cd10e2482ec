import type { TopicFact } from '../knowledge/knowledge.ts';
import type { Finding } from './finding.ts';

/** The heading under which a finding stands, in English; a computed figure stands with its first input. */
export function topicOf({ article, facts }: Finding): string | undefined {
  const listed: readonly TopicFact[] = article.facts;
  return listed.find(({ id }) => id === facts[0]?.id)?.topic;
}
