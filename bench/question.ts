import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { z } from 'zod';
import { packagePath } from '../src/package-folder.ts';
import { InputError } from '../src/terminal/input-error.ts';

const pattern = z.string().transform((text, context): RegExp => {
  try {
    return new RegExp(text, 'i');
  } catch {
    context.addIssue({ code: 'custom', message: `${text} is no regular expression` });
    return z.NEVER;
  }
});

const questionSchema = z.object({
  id: z.string(),
  q: z.string(),
  kind: z.enum(['direct', 'explain', 'derived', 'unanswerable', 'offtopic', 'falsepremise']),
  all: z.array(pattern).default([]),
  none: z.array(pattern).default([]),
});

/** A question with what a right reply holds: test/questions/README.md says what the kinds and patterns mean. */
export type Question = z.output<typeof questionSchema> & {
  /** The name of the file that it stands in. */
  readonly file: string;
};

/** What a question needs: an answer, a refusal (near misses are counted apart), or that its premise is not confirmed. */
export type Need = 'answer' | 'refusal' | 'refusal of a near miss' | 'premise not confirmed';

/** Reads the project's own question set. */
export function readQuestionSet(): Question[] {
  const folder = packagePath('test/questions');
  return readdirSync(folder)
    .filter((name) => name.endsWith('.jsonl'))
    .flatMap((name) => readQuestions(join(folder, name)));
}

/**
 * Reads a file of questions, one JSON line each. Throws an InputError that names the line which is no question, or the
 * file where it cannot be read or holds none.
 */
export function readQuestions(path: string): Question[] {
  const questions = readText(path)
    .split('\n')
    .flatMap((line, index) => (line.trim() === '' ? [] : [readQuestion(line, `${path}:${index + 1}`)]));
  if (questions.length === 0) throw new InputError(`${path} holds no questions.`);
  return questions.map((question) => ({ ...question, file: basename(path) }));
}

function readText(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    throw new InputError(`${path} cannot be read; name a file that holds questions, one JSON line each.`);
  }
}

function readQuestion(line: string, place: string): z.output<typeof questionSchema> {
  const question = questionSchema.safeParse(parseJson(line));
  if (question.success) return question.data;
  const problem = z.prettifyError(question.error).replaceAll(/\s+/g, ' ');
  throw new InputError(`${place} is not a question: ${problem}`);
}

function parseJson(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}

/** What a right reply to the question would be. Near misses are known by the name of their file. */
export function needOf({ kind, file }: Question): Need {
  switch (kind) {
    case 'direct':
    case 'explain':
    case 'derived':
      return 'answer';
    case 'unanswerable':
    case 'offtopic':
      return file === 'near-misses.jsonl' ? 'refusal of a near miss' : 'refusal';
    case 'falsepremise':
      return 'premise not confirmed';
    default:
      return kind satisfies never;
  }
}
