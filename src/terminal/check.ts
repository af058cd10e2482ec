import type { Knowledge } from '../knowledge/knowledge.ts';

/** Counts what a checked knowledge base holds. */
export function countKnowledge({ articles, vocabulary }: Knowledge): string {
  const { companies, businesses, people, places, measures, topics, aspects, everyday } = vocabulary;
  const terms = [companies, businesses, people, places, measures, topics, aspects].flat();
  const words = terms.reduce(
    (count, term) => count + 1 + (term.chinese === undefined ? 0 : 1) + term.words.length,
    0,
  );
  return [
    'The knowledge base is in order.',
    ...articles.map(({ source, facts, computed }) => {
      const cited = new Set(facts.flatMap(({ cites }) => cites)).size;
      return `  ${source.id}: ${facts.length} facts from ${cited} of ${source.paragraphs.length} paragraphs, ${computed.length} computed figures`;
    }),
    `  vocabulary: ${terms.length} terms with ${words} words, ${everyday.length} everyday words`,
  ].join('\n');
}
