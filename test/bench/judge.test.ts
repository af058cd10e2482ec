import { describe, expect, it } from 'vitest';
import { judge } from '../../bench/judge.ts';
import type { Question } from '../../bench/question.ts';
import type { Reply } from '../../bench/reply.ts';

function question(kind: Question['kind'], patterns: Partial<Pick<Question, 'all' | 'none'>> = {}): Question {
  return { id: 'q-1', q: 'How much was it?', kind, all: [], none: [], file: 'questions.jsonl', ...patterns };
}

const answered = (text: string): Reply => ({ status: 'answered', text, offered: [] });
const choose = (...offered: string[]): Reply => ({ status: 'choose', text: 'Which?', offered });
const unknown: Reply = { status: 'unknown', text: 'The article does not give that.', offered: [] };

describe.each(['direct', 'explain', 'derived'] as const)('a %s question', (kind) => {
  const asked = question(kind, { all: [/42\.4/, /76%/], none: [/24\.3/] });

  it('is answered right where the reply matches every pattern', () => {
    expect(judge(asked, answered('42.4 billion, up 76%'))).toBe('right');
  });

  it.each(['42.4 billion', 'up 76%', '42.4 billion, up 76%, not 24.3', ''])(
    'is answered wrong where a pattern is missing or a forbidden one matches: "%s"',
    (text) => expect(judge(asked, answered(text))).toBe('wrong'),
  );

  it('has the right answer offered where one of those offered matches every pattern', () => {
    expect(judge(asked, choose('2%', '42.4, up 76%'))).toBe('offered');
    expect(judge(asked, choose('42.4', '76%'))).toBe('abstained');
  });

  it('has nothing offered by the fifth choice', () => {
    expect(judge(asked, choose('a', 'b', 'c', 'd', '42.4, up 76%'))).toBe('abstained');
  });

  it('is abstained from where it is neither answered nor offered', () => {
    expect(judge(asked, unknown)).toBe('abstained');
  });

  it('is not answered by text that is no answer', () => {
    expect(judge(asked, { ...unknown, text: 'Nearest: 42.4, up 76%' })).toBe('abstained');
  });
});

describe.each(['unanswerable', 'offtopic'] as const)('an %s question', (kind) => {
  it('must not be answered, whatever the answer', () => {
    expect(judge(question(kind), answered('42.4 billion'))).toBe('false answer');
  });

  it('may be refused, or met with a choice', () => {
    expect(judge(question(kind), unknown)).toBe('right');
    expect(judge(question(kind), choose('42.4 billion'))).toBe('right');
  });
});

describe('a false premise', () => {
  const asked = question('falsepremise', { none: [/profit fell/i] });

  it.each([answered('Profit fell by 76%.'), { ...unknown, text: 'Not why profit fell.' }])(
    'is confirmed by any reply that matches a forbidden pattern: $status',
    (reply) => expect(judge(asked, reply)).toBe('wrong'),
  );

  it('may be answered and may be refused', () => {
    expect(judge(asked, answered('Profit rose by 76%.'))).toBe('right');
    expect(judge(asked, unknown)).toBe('right');
  });
});
