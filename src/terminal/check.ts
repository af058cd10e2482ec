import { indexKnowledge } from '../answering/index-knowledge.ts';
import { proveArticle, type Gap, type Proof } from '../curating/prove-article.ts';
import { findParagraphs } from '../curating/source-text.ts';
import type { ArticleFiles } from '../knowledge/find-problems.ts';
import type { Knowledge } from '../knowledge/knowledge.ts';
import { toKnowledge, type KnowledgeFiles } from '../knowledge/read-knowledge.ts';
import type { Problem } from '../knowledge/yaml-file.ts';

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

/**
 * Holds the article that a text is of against that text. Returns what was proven, for a reader, and a problem with file
 * and line for each gap. A text of no article of the base is a
 * problem of its own.
 */
export function checkSource(
  files: KnowledgeFiles,
  { path, text }: { readonly path: string; readonly text: string },
): { readonly report: string; readonly problems: readonly Problem[] } {
  const knowledge = indexKnowledge(toKnowledge(files));
  const [closest] = files.articles
    .map((article) => ({ article, found: findParagraphs(article.source.content, text).size }))
    .toSorted((one, other) => other.found - one.found);
  const article = knowledge.articles.find(({ source }) => source.id === closest?.article.source.content.id);
  if (!closest || !article || closest.found === 0) {
    const message =
      'no paragraph of this text has a fingerprint of the base; paragraphs are set off by blank lines';
    return { report: '', problems: [{ file: path, line: 1, message }] };
  }
  const proof = proveArticle(knowledge, article, text);
  return {
    report: describeProof(closest.article, proof),
    problems: proof.gaps.map((gap) => toProblem(closest.article, gap)),
  };
}

function describeProof({ source, facts }: ArticleFiles, proof: Proof): string {
  const { id, paragraphs, exceptions } = source.content;
  const all = facts.reduce((count, { content }) => count + content.facts.length, 0);
  const { figure, percentage, number, date, name } = proof.stated;
  const covered = proof.held + proof.excepted;
  const share = Math.floor((covered / proof.printed) * 1_000) / 10;
  return [
    `${id} beside its text:`,
    `  ${proof.fingerprints} of ${paragraphs.length} paragraphs have their fingerprint`,
    `  ${proof.facts} of ${all} facts proven, which state ${figure} figures, ${percentage} percentages, ${number} other numbers, ${date} dates, ${name} names`,
    `  coverage ${share}%: facts hold ${proof.held} of the ${proof.printed} figures, dates and names that the text prints`,
    `  ${exceptions.length} exceptions, each with its reason${exceptions.length === 0 ? '' : ':'}`,
    ...exceptions.map(
      ({ fact, paragraph, text, reason }) => `    ${fact ?? `paragraph ${paragraph}`}, ${text}: ${reason}`,
    ),
  ].join('\n');
}

/** Where the fact of a gap, or the part of the source, is written. */
function toProblem({ source, facts }: ArticleFiles, { fact, path, message }: Gap): Problem {
  for (const { content, place } of facts) {
    const index = content.facts.findIndex(({ id }) => id === fact);
    if (index !== -1)
      return {
        file: place.file,
        line: place.lineOf(['facts', index, ...path]),
        message: `${fact}: ${message}`,
      };
  }
  return { file: source.place.file, line: source.place.lineOf(path), message };
}
