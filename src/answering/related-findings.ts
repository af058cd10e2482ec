import type { Finding } from './finding.ts';
import type { IndexedFinding, IndexedKnowledge } from './index-knowledge.ts';
import { topicOf } from './topic-of.ts';

/** How much each thing that two findings have in common brings them together. */
const closeness = {
  computedFromEachOther: 4,
  computedFromTheSame: 1,
  measure: 2,
  about: 2,
  aboutCompany: 0.5,
  topic: 1,
  bothFigures: 0.5,
  /** All that they speak of; less where it is only a part. */
  subjects: 2,
} as const;

/**
 * The findings that a reader of `findings` may want next, closest first, at most `count`: what is computed from them and
 * from what, the same measure, the same business, the same topic. A rule of the data, so nobody has to keep lists.
 */
export function relatedFindings(
  knowledge: IndexedKnowledge,
  findings: readonly Finding[],
  count: number,
): IndexedFinding[] {
  const given = new Set(findings.map(({ id }) => id));
  const origins = knowledge.findings.filter(({ id }) => given.has(id));
  return knowledge.findings
    .filter(({ id }) => !given.has(id))
    .map((finding) => ({
      finding,
      score: Math.max(0, ...origins.map((origin) => closenessOf(origin, finding))),
    }))
    .filter(({ score }) => score >= closeness.topic)
    .toSorted((one, other) => other.score - one.score)
    .slice(0, count)
    .map(({ finding }) => finding);
}

function closenessOf(one: IndexedFinding, other: IndexedFinding): number {
  const isAboutCompany = one.about === one.article.source.company;
  const sharesFact = one.facts.some((fact) => other.facts.includes(fact));
  const isComputation = one.computed !== other.computed;
  return (
    (sharesFact ? closeness[isComputation ? 'computedFromEachOther' : 'computedFromTheSame'] : 0) +
    (one.measure !== undefined && one.measure === other.measure ? closeness.measure : 0) +
    (one.about === other.about ? (isAboutCompany ? closeness.aboutCompany : closeness.about) : 0) +
    (topicOf(one) === topicOf(other) ? closeness.topic : 0) +
    (one.hasValue && other.hasValue ? closeness.bothFigures : 0) +
    closeness.subjects * overlap(one.speaksOf, other.speaksOf)
  );
}

/** The share of two sets that is in both. */
function overlap(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  const shared = [...one].filter((key) => other.has(key)).length;
  return shared / (one.size + other.size - shared);
}
