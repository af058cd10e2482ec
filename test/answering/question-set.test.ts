import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { answerQuestion } from '../../src/answering/answer-question.ts';
import { indexKnowledge } from '../../src/answering/index-knowledge.ts';
import { languageOf } from '../../src/answering/language-of.ts';
import { wordAnswer, wordFinding } from '../../src/answering/word-answer.ts';
import { readKnowledge } from '../../src/knowledge/read-knowledge.ts';
import { knowledgeFolder } from '../../src/package-folder.ts';

const questionSchema = z.object({
  id: z.string(),
  q: z.string(),
  kind: z.enum(['direct', 'explain', 'derived', 'unanswerable', 'offtopic', 'falsepremise']),
  all: z.array(z.string()),
  none: z.array(z.string()),
});

type Question = z.output<typeof questionSchema>;
type Verdict = 'right' | 'offered' | 'wrong' | 'not answered';

const knowledge = indexKnowledge(readKnowledge(knowledgeFolder()));
const folder = new URL('../questions/', import.meta.url);
const questions = readdirSync(folder)
  .filter((name) => name.endsWith('.jsonl'))
  .flatMap((name) => readFileSync(new URL(name, folder), 'utf8').trim().split('\n'))
  .map((line) => questionSchema.parse(JSON.parse(line)));

function isRight({ all, none }: Question, reply: string): boolean {
  const matches = (pattern: string) => new RegExp(pattern, 'i').test(reply);
  return all.every(matches) && !none.some(matches);
}

function judge(question: Question): Verdict {
  const answer = answerQuestion(knowledge, question.q);
  const language = languageOf(question.q);
  if (answer.status === 'answered')
    return isRight(question, wordAnswer(knowledge, answer, language)) ? 'right' : 'wrong';
  const isOffered =
    answer.status === 'choose' &&
    answer.findings.some((finding) => isRight(question, wordFinding(knowledge, finding, language)));
  return isOffered ? 'offered' : 'not answered';
}

function shareOf(verdicts: readonly Verdict[], ...counted: Verdict[]): number {
  return verdicts.filter((verdict) => counted.includes(verdict)).length / verdicts.length;
}

const judged = questions.map((question) => ({ question, verdict: judge(question) }));
const verdictsOn = (...kinds: Question['kind'][]) =>
  judged.filter(({ question }) => kinds.includes(question.kind)).map(({ verdict }) => verdict);

// Floors: what has been reached is not given up. They are raised as answers get better, and never lowered.
describe('on the question set', () => {
  const answerable = verdictsOn('direct', 'explain', 'derived');

  it('at least 77% of the answerable questions are answered right', () => {
    expect(shareOf(answerable, 'right')).toBeGreaterThanOrEqual(0.77);
  });

  it('at least 85% are answered right or have the right answer among those offered', () => {
    expect(shareOf(answerable, 'right', 'offered')).toBeGreaterThanOrEqual(0.85);
  });

  it('at most 3.5% are answered wrongly', () => {
    expect(shareOf(answerable, 'wrong')).toBeLessThanOrEqual(0.035);
  });

  it('at most 0.5% of the questions that must be refused are answered', () => {
    expect(shareOf(verdictsOn('unanswerable', 'offtopic'), 'right', 'wrong')).toBeLessThanOrEqual(0.005);
  });

  it('no false premise is confirmed', () => {
    expect(
      judged.filter(({ question, verdict }) => question.kind === 'falsepremise' && verdict === 'wrong'),
    ).toEqual([]);
  });
});
