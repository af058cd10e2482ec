import { describe, expect, it } from 'vitest';
import { readExamples } from '../../src/knowledge/read-examples.ts';
import { readKnowledge } from '../../src/knowledge/read-knowledge.ts';
import { fingerprintOf } from '../../src/knowledge/weights-file.ts';
import { knowledgeFolder } from '../../src/package-folder.ts';

describe('the weights', () => {
  const knowledge = readKnowledge(knowledgeFolder());
  const examples = readExamples(knowledgeFolder(), knowledge);

  // After a change of facts, vocabulary or example questions: npm run footnote -- learn
  it('were learnt from the knowledge as it is', () => {
    expect(knowledge.weights['learnt-from']).toBe(fingerprintOf(knowledge, examples));
  });

  it('are out of date after a change of a fact, a word or an example', () => {
    const now = fingerprintOf(knowledge, examples);
    const changed = { question: 'Another one?', answeredBy: 'revenue' };
    const { vocabulary } = knowledge;
    expect([
      fingerprintOf({ ...knowledge, version: 'changed' }, examples),
      fingerprintOf({ ...knowledge, vocabulary: { ...vocabulary, everyday: ['oh'] } }, examples),
      fingerprintOf(knowledge, [...examples, changed]),
    ]).not.toContain(now);
  });
});
