import { describe, expect, it } from 'vitest';
import { relatedFindings } from '../../src/answering/related-findings.ts';
import { shippedKnowledge } from '../discord/connected-bot.ts';

const knowledge = shippedKnowledge();

function related(...ids: string[]): string[] {
  const origins = knowledge.findings.filter(({ id }) => ids.includes(id));
  return relatedFindings(knowledge, origins, 3).map(({ id }) => id);
}

describe('related findings', () => {
  it('of a computed figure begin with its inputs', () => {
    expect(related('net-margin').slice(0, 2).toSorted()).toEqual(['net-profit', 'revenue']);
  });

  it('of a figure begin with what is computed from it', () => {
    const [fact] = knowledge.findings
      .filter(({ id }) => id === 'cloud-revenue')
      .flatMap(({ facts }) => facts);
    const first = related('cloud-revenue').slice(0, 2);
    expect(first).toContain('cloud-revenue-a-year-ago');
    for (const { computed, facts } of knowledge.findings.filter(({ id }) => first.includes(id))) {
      expect(computed).toBe(true);
      expect(facts).toContain(fact);
    }
  });

  it('of a rival are the other rivals', () => {
    expect(related('pinduoduo').slice(0, 2).toSorted()).toEqual(['douyin', 'meituan']);
  });

  it('are one to three for every finding, and never what was shown', () => {
    for (const { id } of knowledge.findings) {
      expect([1, 2, 3]).toContain(related(id).length);
      expect(related(id)).not.toContain(id);
    }
    expect(related('revenue', 'net-profit')).not.toContain('net-profit');
  });
});
