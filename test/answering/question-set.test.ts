import { describe, expect, it } from 'vitest';
import { judge, type Verdict } from '../../bench/judge.ts';
import { needOf, readQuestionSet, type Need } from '../../bench/question.ts';
import { replyOfFootnote } from '../../bench/reply.ts';
import { indexKnowledge } from '../../src/answering/index-knowledge.ts';
import { readKnowledge } from '../../src/knowledge/read-knowledge.ts';
import { knowledgeFolder } from '../../src/package-folder.ts';

const knowledge = indexKnowledge(readKnowledge(knowledgeFolder()));
const judged = readQuestionSet().map((question) => ({
  question,
  verdict: judge(question, replyOfFootnote(knowledge, question.q)),
}));
const verdictsOn = (...needs: Need[]) =>
  judged.filter(({ question }) => needs.includes(needOf(question))).map(({ verdict }) => verdict);

function shareOf(verdicts: readonly Verdict[], ...counted: Verdict[]): number {
  return verdicts.filter((verdict) => counted.includes(verdict)).length / verdicts.length;
}

// Floors: what has been reached is not given up. They are raised as answers get better, and never lowered.
describe('on the question set', () => {
  const answerable = verdictsOn('answer');

  it('at least 89% of the answerable questions are answered right', () => {
    expect(shareOf(answerable, 'right')).toBeGreaterThanOrEqual(0.89);
  });

  it('at least 93% are answered right or have the right answer among those offered', () => {
    expect(shareOf(answerable, 'right', 'offered')).toBeGreaterThanOrEqual(0.93);
  });

  it('at most 3% are answered wrongly', () => {
    expect(shareOf(answerable, 'wrong')).toBeLessThanOrEqual(0.03);
  });

  it('at most 3% of the questions that must be refused are answered', () => {
    expect(shareOf(verdictsOn('refusal'), 'false answer')).toBeLessThanOrEqual(0.03);
  });

  it('at most 4.5% of the near misses are answered', () => {
    expect(shareOf(verdictsOn('refusal of a near miss'), 'false answer')).toBeLessThanOrEqual(0.045);
  });

  it('no false premise is confirmed', () => {
    expect(
      judged.filter(
        ({ question, verdict }) => needOf(question) === 'premise not confirmed' && verdict === 'wrong',
      ),
    ).toEqual([]);
  });
});
