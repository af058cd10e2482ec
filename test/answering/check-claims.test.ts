import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkClaims } from '../../src/answering/check-claims.ts';
import { shippedKnowledge } from '../discord/connected-bot.ts';

const knowledge = shippedKnowledge();

/** What is said of each claim of a message: "supported 26% by cloud-revenue". */
function check(message: string): string[] {
  return checkClaims(knowledge, message).map(({ verdict, said, finding }) =>
    [verdict, said, ...(finding ? ['by', finding.id] : [])].join(' '),
  );
}

describe('a figure in a message', () => {
  it.each([
    ['as it is printed', 'Net profit was 42.382 billion.', ['supported 42.382 billion by net-profit']],
    ['rounded', 'Revenue was 248 billion yuan.', ['supported 248 billion by revenue']],
    ['cut off', 'Revenue was 247 billion yuan.', ['supported 247 billion by revenue']],
    ['said roughly', 'Revenue was about 250bn.', ['supported 250bn by revenue']],
    ['as a limit that holds', 'Revenue was over 240 billion.', ['supported 240 billion by revenue']],
    ['in Chinese units', '阿里云收入达到334亿元', ['supported 334亿 by cloud-revenue']],
    ['that follows from others', 'Cloud is 13.5% of revenue', ['supported 13.5% by cloud-share']],
  ])('is supported %s', (_how, message, expected) => {
    expect(check(message)).toEqual(expected);
  });

  it.each([
    ['that is another one', 'Cloud grew 30% yoy', ['contradicted 30% by cloud-revenue']],
    [
      'as a limit that does not hold',
      'Revenue was under 240 billion',
      ['contradicted 240 billion by revenue'],
    ],
    ['in another currency', 'Revenue was $247.652 billion', ['contradicted 247.652 billion by revenue']],
    ['in the wrong direction', 'Cloud revenue fell 26%.', ['contradicted 26% by cloud-revenue']],
    ['in the wrong direction, in Chinese', '净利润下降76%', ['contradicted 76% by net-profit']],
    ['that is denied', 'Alibaba did not make 247.652 billion', ['contradicted 247.652 billion by revenue']],
    [
      'of another moment of the day',
      'Alibaba stock closed up 15%',
      ['contradicted 15% by share-closing-move'],
    ],
  ])('is contradicted by the true one %s', (_how, message, expected) => {
    expect(check(message)).toEqual(expected);
  });

  it('that belongs to something else is no support: swapped figures are both wrong', () => {
    expect(check('Net profit rose 2% and revenue rose 76%.')).toEqual([
      'contradicted 2% by net-profit',
      'contradicted 76% by revenue',
    ]);
  });

  it('held against something else than the article has it is wrong', () => {
    expect(check('Flash Purchase has 300 million monthly active users, up 200% year over year')).toEqual([
      'supported 300 million by monthly-active-users',
      'contradicted 200% by monthly-active-users',
    ]);
  });

  it('without words of its own is of what stands before it', () => {
    expect(check('Alibaba revenue was 247.652 billion, up 2%.')).toEqual([
      'supported 247.652 billion by revenue',
      'supported 2% by revenue',
    ]);
    expect(check('S&M was 53.2 billion, 21.5% of revenue.')).toEqual([
      'supported 53.2 billion by sales-and-marketing',
      'supported 21.5% by sales-and-marketing-share',
    ]);
  });

  it.each([
    'Tencent made 180 billion.',
    'Free cash flow was 18.8 billion.',
    'International commerce grew 19%.',
  ])('of what the article does not give is not in the article: %s', (message) => {
    expect(checkClaims(knowledge, message).map(({ verdict }) => verdict)).toEqual(['absent']);
  });

  it('that is only denied is not settled by another figure', () => {
    expect(check('Cloud revenue did not grow 30%.')).toEqual(['open 30% by cloud-revenue']);
  });
});

describe('a sentence without a figure', () => {
  it('is supported where the base speaks of all of it', () => {
    expect(check('Eddie Wu is the CEO of Alibaba.')).toEqual([
      'supported Eddie Wu is the CEO of Alibaba. by ceo',
    ]);
  });

  it('is contradicted where it has the direction wrong', () => {
    expect(check('Alibaba net profit fell.')).toEqual([
      'contradicted Alibaba net profit fell. by net-profit',
    ]);
  });

  it('is never supported where it names somebody else', () => {
    for (const message of ['Jack Ma is the CEO of Alibaba.', 'Meituan won the delivery war.']) {
      expect(checkClaims(knowledge, message).map(({ verdict }) => verdict)).not.toContain('supported');
    }
  });

  it('that is chatter or a question is no claim', () => {
    for (const message of ['lol nice', 'good morning', 'What was the revenue?']) {
      expect(check(message)).toEqual([]);
    }
  });
});

describe('a check', () => {
  it('supports what each fact itself states, or leaves it open; it contradicts none', () => {
    for (const { statement, computed } of knowledge.findings) {
      if (computed) continue;
      const contradicted = checkClaims(knowledge, statement).filter(
        ({ verdict }) => verdict === 'contradicted',
      );
      expect(contradicted.map(({ said, finding }) => [statement, said, finding?.id])).toEqual([]);
    }
  });

  it('takes any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (message) => {
        expect(Array.isArray(checkClaims(knowledge, message))).toBe(true);
      }),
      { numRuns: 60 },
    );
  });
});
