import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isNode, LineCounter, parseDocument, visit } from 'yaml';
import type { z } from 'zod';

/** Something wrong in a knowledge file, in words for the person who edits it. */
export type Problem = { readonly file: string; readonly line: number; readonly message: string };

/** Where a value was written: the file, and the line of the value at a path within it. */
export type Place = { readonly file: string; lineOf(path: readonly PropertyKey[]): number };

/** The parsed content of a file together with its place. */
export type Placed<Content> = { readonly content: Content; readonly place: Place };

type FileToRead<Schema extends z.ZodType> = {
  readonly folder: string;
  readonly path: string;
  readonly schema: Schema;
  readonly problems: Problem[];
};

/**
 * Reads one YAML file and checks it. Returns its content with its place, or undefined after adding what is wrong with
 * it to `problems`.
 */
export function readYamlFile<Schema extends z.ZodType>(
  file: FileToRead<Schema>,
): Placed<z.output<Schema>> | undefined {
  const { folder, path, schema, problems } = file;
  const fullPath = join(folder, path);
  if (!existsSync(fullPath)) {
    problems.push({ file: path, line: 1, message: 'this file is missing' });
    return undefined;
  }
  const lines = new LineCounter();
  const document = parseDocument(readFileSync(fullPath, 'utf8'), { lineCounter: lines });
  const syntaxErrors = document.errors.map((error) => ({
    file: path,
    line: lines.linePos(error.pos[0]).line,
    message: `this is not YAML: ${error.message.split('\n')[0] ?? error.code}`,
  }));
  visit(document, {
    Alias(_, { source, range }) {
      const line = lines.linePos(range?.[0] ?? 0).line;
      const message = `this is not YAML: put the text that begins with *${source} in quotes`;
      syntaxErrors.push({ file: path, line, message });
    },
  });
  if (syntaxErrors.length > 0) {
    problems.push(...syntaxErrors);
    return undefined;
  }
  const lineOf = (keys: readonly PropertyKey[]): number => {
    // A missing key has no node of its own, so the nearest parent that exists tells the line.
    for (let length = keys.length; length > 0; length -= 1) {
      const node = document.getIn(keys.slice(0, length), true);
      if (isNode(node) && node.range) return lines.linePos(node.range[0]).line;
    }
    return 1;
  };
  const parsed = schema.safeParse(document.toJS());
  if (!parsed.success) {
    problems.push(
      ...parsed.error.issues.map((issue) => ({
        file: path,
        line: lineOf(issue.path),
        message: issue.path.length === 0 ? issue.message : `${issue.path.join('.')}: ${issue.message}`,
      })),
    );
    return undefined;
  }
  return { content: parsed.data, place: { file: path, lineOf } };
}
