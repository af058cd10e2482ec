import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { needOf, readQuestions } from '../../bench/question.ts';
import { InputError } from '../../src/terminal/input-error.ts';

const folder = mkdtempSync(join(tmpdir(), 'footnote-questions-'));
afterAll(() => rmSync(folder, { recursive: true }));

function read(lines: string, name = 'round.jsonl') {
  const path = join(folder, name);
  writeFileSync(path, lines);
  return readQuestions(path);
}

const line = (entry: object) => JSON.stringify({ id: 'q-1', q: 'revenue?', kind: 'direct', ...entry });

describe('a file of questions', () => {
  it('holds one a line; patterns may be left out, capitals in them do not count', () => {
    const [one, other] = read(`${line({})}\n\n${line({ all: ['rmb 2'] })}\n`);
    expect(one).toMatchObject({ q: 'revenue?', all: [], none: [], file: 'round.jsonl' });
    expect(other?.all.map((pattern) => pattern.test('RMB 247'))).toEqual([true]);
  });

  it.each([
    ['a line that is no JSON', 'revenue?'],
    ['a kind that there is not', line({ kind: 'easy' })],
    ['a pattern that is no regular expression', line({ all: ['('] })],
  ])('is refused with file and line for %s', (_, broken) => {
    const reading = () => read(`${line({})}\n${broken}\n`);
    expect(reading).toThrow(InputError);
    expect(reading).toThrow(/round\.jsonl:2 is not a question: .+/);
  });

  it('is named where it cannot be read or is empty', () => {
    expect(() => readQuestions(join(folder, 'none.jsonl'))).toThrow(/none\.jsonl cannot be read/);
    expect(() => read('\n', 'empty.jsonl')).toThrow(/empty\.jsonl holds no questions/);
  });
});

describe('a question', () => {
  it('of the near misses is counted apart from the others that must be refused', () => {
    const refused = line({ kind: 'unanswerable' });
    expect(read(refused).map(needOf)).toEqual(['refusal']);
    expect(read(refused, 'near-misses.jsonl').map(needOf)).toEqual(['refusal of a near miss']);
  });
});
