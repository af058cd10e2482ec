import type { Finding } from '../../src/answering/finding.ts';
import { indexKnowledge } from '../../src/answering/index-knowledge.ts';
import { chartOf } from '../../src/charts/chart-of.ts';
import type { Chart } from '../../src/charts/chart.ts';
import type { Language } from '../../src/knowledge/language.ts';
import { readKnowledge } from '../../src/knowledge/read-knowledge.ts';
import { knowledgeFolder } from '../../src/package-folder.ts';

export const knowledge = indexKnowledge(readKnowledge(knowledgeFolder()));

export const languages: readonly Language[] = ['English', 'Simplified Chinese', 'Traditional Chinese'];

/** The findings of the shipped base with these ids. */
export function findings(...ids: readonly string[]): Finding[] {
  return ids.map((id) => {
    const found = knowledge.findings.find((finding) => finding.id === id);
    if (!found) throw new Error(`the base has no ${id}`);
    return found;
  });
}

/** The chart of findings that have one. */
export function chart(language: Language, ...ids: readonly string[]): Chart {
  const made = chartOf(knowledge, findings(...ids), language);
  if (!made) throw new Error(`${ids.join(' and ')} have no chart`);
  return made;
}

/** The chart of every finding that has one. */
export function singleCharts(language: Language): Chart[] {
  return knowledge.findings.flatMap((finding) => chartOf(knowledge, [finding], language) ?? []);
}

/** The chart of every finding that has one, and of every two that can be compared. */
export function allCharts(language: Language): Chart[] {
  const pairs = knowledge.findings.flatMap((one, index) =>
    knowledge.findings.slice(index + 1).map((other) => [one, other]),
  );
  return [...singleCharts(language), ...pairs.flatMap((pair) => chartOf(knowledge, pair, language) ?? [])];
}
