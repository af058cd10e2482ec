import { nothing } from '../knowledge/knowledge.ts';
import type { IndexedKnowledge } from './index-knowledge.ts';
import { matchFinding, type Match } from './match-finding.ts';
import type { Reading } from './read-question.ts';
import { learntAs, marksOf, signsOf } from './signs.ts';
import { weighReading } from './weigh-reading.ts';
import type { Weights } from './weights.ts';

/** A finding held against a question, with how likely it is what was asked for: from 0 to 1. */
export type Ranked = { readonly match: Match; readonly probability: number };

/** All findings, the likeliest first, and how likely it is that none of them is asked for. They add up to 1. */
export type Ranking = { readonly ranked: readonly Ranked[]; readonly nothing: number };

/** Ranks the findings by what speaks for each in the question, as the weights count it. */
export function rankFindings(knowledge: IndexedKnowledge, reading: Reading): Ranking {
  const { findings, learnt } = knowledge;
  const weighed = weighReading(knowledge, reading);
  const matches = findings.map((finding) => matchFinding(knowledge, weighed, finding));
  const subjectScores = scoreSubjects(learnt, marksOf(knowledge, reading));
  const scores = matches.map(
    (match) => scoreSigns(learnt, match) + (subjectScores.get(learntAs(match.finding)) ?? 0),
  );
  const probabilities = softmax([...scores, subjectScores.get(nothing) ?? 0]);
  return {
    ranked: matches
      .map((match, place) => ({ match, probability: probabilities[place] ?? 0 }))
      .toSorted((one, other) => other.probability - one.probability),
    nothing: probabilities.at(-1) ?? 0,
  };
}

function scoreSubjects({ subjects, marks }: Weights, present: readonly string[]): Map<string, number> {
  const scores = new Float64Array(subjects.length);
  for (const mark of present)
    for (const { subject, weight } of marks.get(mark) ?? [])
      scores[subject] = (scores[subject] ?? 0) + weight;
  const scale = scaleOf(present);
  return new Map(subjects.map((subject, place) => [subject, (scores[place] ?? 0) * scale]));
}

function scoreSigns({ signs }: Weights, match: Match): number {
  return signsOf(match).reduce((sum, value, sign) => sum + value * (signs[sign] ?? 0), 0);
}

/** A long question has more marks, each of which counts less. */
export function scaleOf(marks: readonly string[]): number {
  return 1 / Math.sqrt(marks.length);
}

/** Turns scores into probabilities, which add up to 1. */
export function softmax(scores: readonly number[]): number[] {
  const highest = Math.max(...scores);
  const shares = scores.map((score) => Math.exp(score - highest));
  const sum = shares.reduce((total, share) => total + share, 0);
  return shares.map((share) => share / sum);
}
