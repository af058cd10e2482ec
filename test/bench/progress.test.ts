import { PassThrough } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { mapWithProgress } from '../../bench/progress.ts';

function run(stream: PassThrough & { isTTY?: boolean }): string {
  const numbers = Array.from({ length: 200 }, (_, index) => index);
  const results = mapWithProgress(numbers, (number) => 2 * number, { name: 'doubling', stream });
  expect(results).toEqual(numbers.map((number) => 2 * number));
  return String(stream.read());
}

describe('progress', () => {
  it('is a line at each tenth where the output is no terminal', () => {
    const lines = run(new PassThrough()).trimEnd().split('\n');
    expect(lines).toHaveLength(10);
    expect(lines[0]).toBe('doubling: 20 of 200 questions');
    expect(lines.at(-1)).toBe('doubling: 200 of 200 questions');
  });

  it('is one line on a terminal, gone at the end', () => {
    const written = run(Object.assign(new PassThrough(), { isTTY: true }));
    expect(written).toContain('doubling: 2 of 200 questions');
    expect(written).not.toContain('\n');
    expect(written.endsWith('\u001b[2K\u001b[1G')).toBe(true);
  });
});
