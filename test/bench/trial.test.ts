import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Question } from '../../bench/question.ts';
import { holdFalseAnswers, scoreBar, type Judged } from '../../bench/trial.ts';
import type { SearchReply } from '../../bench/reply.ts';

function answered(kind: Question['kind'], score: number): Judged<SearchReply> {
  const question = { id: 'q-1', q: 'How much?', kind, all: [], none: [], file: 'questions.jsonl' };
  return {
    question,
    reply: { status: 'answered', text: 'So much.', offered: [], score },
    verdict: kind === 'direct' ? 'right' : 'false answer',
  };
}

describe('the bar of a search', () => {
  it('lets at most the share pass, and does not stand higher than it must', () => {
    const shares = fc.double({ min: 0, max: 1, noNaN: true });
    fc.assert(
      fc.property(fc.uniqueArray(fc.integer(), { minLength: 1 }), shares, (scores, share) => {
        const passing = scores.filter((score) => score > scoreBar(scores, share)).length;
        expect(passing).toBe(Math.floor(share * scores.length));
      }),
    );
  });

  it('lets none of several equal scores pass where not all may', () => {
    expect([3, 3, 3, 1].filter((score) => score > scoreBar([3, 3, 3, 1], 0.5))).toEqual([]);
  });

  it('turns answers that do not pass it into refusals, right or wrong', () => {
    const judged = [answered('unanswerable', 5), answered('direct', 4), answered('direct', 6)];
    const held = holdFalseAnswers({ name: 'search', judged }, 0.01);
    expect(held.judged.map(({ verdict }) => verdict)).toEqual(['right', 'abstained', 'right']);
  });
});
