import type { Knowledge } from '../knowledge/knowledge.ts';

export type IndexedKnowledge = Knowledge & { readonly index: unknown };

export function indexKnowledge(knowledge: Knowledge): IndexedKnowledge {
  return { ...knowledge, index: undefined };
}
