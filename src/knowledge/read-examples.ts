import { readdirSync } from 'node:fs';
import { nothing, type Knowledge } from './knowledge.ts';
import { KnowledgeError } from './read-knowledge.ts';
import { exampleFileSchema } from './schema.ts';
import { phraseKey } from './tokenise.ts';
import { readYamlFile, type Problem } from './yaml-file.ts';

/** A question as somebody might ask it, with the id of what answers it, or `nothing`. */
export type Example = { readonly question: string; readonly answeredBy: string };

/**
 * Reads the example questions of all articles of a knowledge folder, and the small talk. Throws a KnowledgeError that
 * lists every problem: an id that the knowledge does not have, a question that stands twice.
 */
export function readExamples(folder: string, knowledge: Knowledge): Example[] {
  const problems: Problem[] = [];
  const ids = new Set([
    nothing,
    ...knowledge.articles.flatMap(({ facts, computed }) => [...facts, ...computed].map(({ id }) => id)),
  ]);
  const seen = new Map<string, string>();
  const examples = exampleFiles(folder).flatMap((path) => {
    const file = readYamlFile({ folder, path, schema: exampleFileSchema, problems });
    const report = (place: readonly PropertyKey[], message: string) =>
      problems.push({ file: path, line: file?.place.lineOf(place) ?? 1, message });
    return Object.entries(file?.content ?? {}).flatMap(([answeredBy, questions]) => {
      if (!ids.has(answeredBy)) report([answeredBy], `there is no fact or computed figure "${answeredBy}"`);
      return questions.map((question, position) => {
        const key = phraseKey(question);
        const other = seen.get(key);
        if (other !== undefined)
          report([answeredBy, position], `"${question}" stands under ${other} already`);
        seen.set(key, answeredBy);
        return { question, answeredBy };
      });
    });
  });
  if (problems.length > 0) throw new KnowledgeError(problems);
  return examples;
}

/** Paths within the folder, in order. */
function exampleFiles(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => /(?:^|[/\\])examples[/\\][^/\\]+\.yaml$/.test(path))
    .toSorted();
}
