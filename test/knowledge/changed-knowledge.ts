import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Knowledge } from '../../src/knowledge/knowledge.ts';
import { KnowledgeError, readKnowledge } from '../../src/knowledge/read-knowledge.ts';
import { knowledgeFolder } from '../../src/package-folder.ts';

/** Reads a copy of the shipped knowledge after something in it was changed. */
export function readChangedKnowledge(change: (copy: string) => void): Knowledge {
  return inKnowledgeCopy((copy) => {
    change(copy);
    return readKnowledge(copy);
  });
}

/** Does something with a copy of the shipped knowledge, which is gone afterwards. */
export function inKnowledgeCopy<Result>(use: (copy: string) => Result): Result {
  const copy = mkdtempSync(join(tmpdir(), 'footnote-knowledge-'));
  try {
    cpSync(knowledgeFolder(), copy, { recursive: true });
    return use(copy);
  } finally {
    rmSync(copy, { recursive: true, force: true });
  }
}

/** The problems that are reported after a change, a line each; none where the changed knowledge still loads. */
export function reportOnChange(change: (copy: string) => void): string[] {
  try {
    readChangedKnowledge(change);
  } catch (error) {
    if (!(error instanceof KnowledgeError)) throw error;
    const [heading, ...lines] = error.message.split('\n');
    const count = lines.length === 1 ? '1 problem' : `${lines.length} problems`;
    if (heading !== `The knowledge base has ${count}:`) throw error;
    return lines.map((line) => line.trim());
  }
  return [];
}

/** Replaces the one place in a file where a text stands. */
export function replaceInFile(path: string, old: string, replacement: string): void {
  const [before = '', ...after] = readFileSync(path, 'utf8').split(old);
  if (after.length !== 1) throw new Error(`${path} holds this ${after.length} times, not once: ${old}`);
  writeFileSync(path, before + replacement + after.join(''));
}

/** Adds one line at the end of a file. Returns its number. */
export function addLine(path: string, line: string): number {
  const text = readFileSync(path, 'utf8').trimEnd();
  writeFileSync(path, `${text}\n${line}\n`);
  return text.split('\n').length + 1;
}
