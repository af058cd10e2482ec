import { describe, expect, it } from 'vitest';
import { keyFigures } from '../../src/answering/key-figures.ts';
import { suggestFindings } from '../../src/answering/suggest-findings.ts';
import { shippedKnowledge } from '../discord/connected-bot.ts';

const knowledge = shippedKnowledge();

function suggest(typed: string): string[] {
  return suggestFindings(knowledge, typed).map(({ id }) => id);
}

describe('suggestions', () => {
  it('on empty input are the figures, the company’s own of the quarter first, the computed ones last', () => {
    expect(suggest('  ').slice(0, 2)).toEqual(['revenue', 'net-profit']);
    expect(suggest('')).toEqual(keyFigures(knowledge).map(({ id }) => id));
    const order = keyFigures(knowledge).map(({ computed }) => computed);
    expect(order.lastIndexOf(false)).toBeLessThan(order.indexOf(true));
  });

  it.each([
    ['rev', 'revenue'],
    ['net pro', 'net-profit'],
    ['cloud', 'cloud-revenue'],
    ['how much did net profit grow', 'net-profit'],
    ['ceo', 'ceo'],
    ['净利', 'net-profit'],
    ['阿里云', 'cloud-revenue'],
  ])('to %j begin with %s', (typed, first) => {
    expect(suggest(typed)[0]).toBe(first);
  });

  it('find a title that is spelt wrong', () => {
    expect(suggest('marekt valeu')).toContain('market-value');
  });

  it('name each finding once, and none where nothing is alike', () => {
    expect(new Set(suggest('revenue')).size).toBe(suggest('revenue').length);
    expect(suggest('xqzj')).toEqual([]);
  });
});
