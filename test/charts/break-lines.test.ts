import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { breakLines } from '../../src/charts/break-lines.ts';

/** Every character is one wide. */
const measure = (line: string) => line.length;

function broken(text: string, width: number): string[] {
  return breakLines(text, { width, measure });
}

function withoutSpaces(text: string): string {
  return text.replaceAll(' ', '');
}

describe('breaking a text into lines', () => {
  it('breaks between words, where the line is full', () => {
    expect(broken('revenue of the group', 14)).toEqual(['revenue of the', 'group']);
  });

  it('leaves a text that fits as it is', () => {
    expect(broken('revenue of the group', 20)).toEqual(['revenue of the group']);
    expect(broken('', 20)).toEqual(['']);
  });

  it('breaks between Chinese characters, and keeps a number with what it counts', () => {
    expect(broken('阿里巴巴截至2025年', 8)).toEqual(['阿里巴巴截至', '2025年']);
  });

  it('begins no line with a closing mark and ends none with an opening one', () => {
    expect(broken('第一财季（四月），增长', 9)).toEqual(['第一财季（四月），', '增长']);
    expect(broken('第一财季（四月），增长', 8)).toEqual(['第一财季（四', '月），增长']);
    expect(broken('第一财季（四月），增长', 5)).toEqual(['第一财季', '（四月），', '增长']);
  });

  it('keeps a word whole that is wider than the line', () => {
    expect(broken('an incomprehensibility', 8)).toEqual(['an', 'incomprehensibility']);
  });

  it('loses nothing but the spaces at the ends of lines', () => {
    const text = fc.string({
      unit: fc.constantFrom('a', 'B', '1', ' ', '财', '年', '（', '）', '，', '“', '”', '·'),
    });
    fc.assert(
      fc.property(text, fc.integer({ min: 1, max: 12 }), (written, width) => {
        expect(withoutSpaces(broken(written, width).join(''))).toBe(withoutSpaces(written));
      }),
    );
  });
});
