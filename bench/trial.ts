import { judge, type Verdict } from './judge.ts';
import { needOf, type Question } from './question.ts';
import { refusal, type Reply, type SearchReply } from './reply.ts';

/** One question, the reply to it and what that is worth. */
export type Judged<Kind extends Reply = Reply> = {
  readonly question: Question;
  readonly reply: Kind;
  readonly verdict: Verdict;
};

/** A system's replies to all questions. */
export type Trial<Kind extends Reply = Reply> = {
  readonly name: string;
  readonly judged: readonly Judged<Kind>[];
};

/**
 * The trial as it would go if the search refused wherever it is not sure enough, and the bar for that were set so low
 * that it still answers at most a share of the questions that must be refused.
 */
export function holdFalseAnswers(
  { name, judged }: Trial<SearchReply>,
  mostAnswered: number,
): Trial<SearchReply> {
  const falseScores = judged
    .filter(({ question }) => needOf(question) === 'refusal')
    .map(({ reply }) => reply.score);
  const bar = scoreBar(falseScores, mostAnswered);
  return {
    name,
    judged: judged.map(({ question, reply }) => {
      const held = reply.score > bar ? reply : refusal;
      return { question, reply: held, verdict: judge(question, held) };
    }),
  };
}

/** The score that must be exceeded, so that at most a share of those given exceed it: minus infinity where any may. */
export function scoreBar(scores: readonly number[], mostAbove: number): number {
  const allowed = Math.floor(mostAbove * scores.length);
  return scores.toSorted((one, other) => other - one)[allowed] ?? -Infinity;
}
