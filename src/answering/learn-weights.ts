import { nothing } from '../knowledge/knowledge.ts';
import type { Example } from '../knowledge/read-examples.ts';
import type { WeightsFile } from '../knowledge/weights-file.ts';
import type { IndexedKnowledge } from './index-knowledge.ts';
import { matchFinding } from './match-finding.ts';
import { readQuestion } from './read-question.ts';
import { scaleOf, softmax } from './rank-findings.ts';
import { learntAs, marksOf, signNames, signsOf } from './signs.ts';
import { weighReading } from './weigh-reading.ts';
import { hundredths } from './weights.ts';

/** How many times the examples are gone through. More changes nothing that can be measured. */
const rounds = 15;
const firstStep = 2;
/** How fast the steps shrink from round to round. */
const decay = 0.3;
const signStep = 0.02;
/** Pulls weights towards zero, so that no single example counts for much. */
const pull = 1e-4;
const leastError = 1e-4;
/** In hundredths. Smaller weights are left out: they change no answer and make most of the file. */
const leastWeight = 15;
/** A mark that stands in one example alone says nothing of other questions. */
const fewestExamples = 2;

/** An example prepared for learning: what speaks for each finding in it. */
type Lesson = {
  readonly marks: readonly number[];
  readonly scale: number;
  /** The signs of each finding, one finding after the other, in the order of the knowledge. */
  readonly signs: Float64Array;
  /** The place of the right finding, or behind the last one where nothing is right. */
  readonly right: number;
};

/**
 * Learns from example questions how much each sign and mark counts: a log-linear model ("multinomial logistic
 * regression") fitted by stochastic gradient descent in a fixed order, so that the same examples always give the same
 * weights. Takes some seconds for ten thousand examples.
 */
export function learnWeights(
  knowledge: IndexedKnowledge,
  examples: readonly Example[],
): Omit<WeightsFile, 'learnt-from'> {
  const { findings } = knowledge;
  const subjects = [...new Set(findings.map(learntAs)), nothing];
  const subjectOf = [...findings.map((finding) => subjects.indexOf(learntAs(finding))), subjects.length - 1];
  const { lessons, marks } = prepareLessons(knowledge, examples);
  const markWeights = new Float64Array(marks.length * subjects.length);
  const signWeights = new Float64Array(signNames.length);

  for (let round = 0; round < rounds; round += 1) {
    const step = firstStep / (1 + decay * round);
    for (const lesson of shuffled(lessons, round + 1)) {
      const probabilities = softmax(subjectOf.map((subject, place) => scoreOf(lesson, place, subject)));
      for (const [place, probability] of probabilities.entries()) {
        const error = (place === lesson.right ? 1 : 0) - probability;
        // Most findings are far off, and there is next to nothing to learn from them.
        if (Math.abs(error) >= leastError)
          correct({ lesson, place, subject: subjectOf[place] ?? 0, change: step * error });
      }
    }
  }
  return {
    signs: Object.fromEntries(signNames.map((name, sign) => [name, inHundredths(signWeights[sign])])),
    subjects,
    marks: Object.fromEntries(
      marks.flatMap((mark, place) => {
        const pairs = subjects.flatMap((_, subject): [number, number][] => {
          const weight = inHundredths(markWeights[place * subjects.length + subject]);
          return Math.abs(weight) < leastWeight ? [] : [[subject, weight]];
        });
        return pairs.length === 0 ? [] : [[mark, pairs]];
      }),
    ),
  };

  function scoreOf(lesson: Lesson, place: number, subject: number): number {
    let score = 0;
    for (const mark of lesson.marks) score += markWeights[mark * subjects.length + subject] ?? 0;
    score *= lesson.scale;
    if (place === findings.length) return score;
    for (let sign = 0; sign < signNames.length; sign += 1)
      score += (signWeights[sign] ?? 0) * (lesson.signs[place * signNames.length + sign] ?? 0);
    return score;
  }

  function correct({ lesson, place, subject, change }: Correction): void {
    for (const mark of lesson.marks) {
      const at = mark * subjects.length + subject;
      markWeights[at] = (markWeights[at] ?? 0) * (1 - pull) + change * lesson.scale;
    }
    if (place === findings.length) return;
    for (let sign = 0; sign < signNames.length; sign += 1)
      signWeights[sign] =
        (signWeights[sign] ?? 0) + signStep * change * (lesson.signs[place * signNames.length + sign] ?? 0);
  }
}

type Correction = {
  readonly lesson: Lesson;
  readonly place: number;
  readonly subject: number;
  readonly change: number;
};

function prepareLessons(
  knowledge: IndexedKnowledge,
  examples: readonly Example[],
): { lessons: Lesson[]; marks: string[] } {
  const { findings } = knowledge;
  const placeOf = new Map(findings.map(({ id }, place) => [id, place]));
  const read = examples.map(({ question, answeredBy }) => {
    const reading = readQuestion(question, knowledge.context);
    return {
      reading,
      marks: marksOf(knowledge, reading),
      right: answeredBy === nothing ? findings.length : placeOf.get(answeredBy),
    };
  });
  const counts = new Map<string, number>();
  for (const { marks } of read) for (const mark of marks) counts.set(mark, (counts.get(mark) ?? 0) + 1);
  const marks = [...counts].flatMap(([mark, count]) => (count >= fewestExamples ? [mark] : []));
  const placeOfMark = new Map(marks.map((mark, place) => [mark, place]));
  const lessons = read.flatMap(({ reading, marks: present, right }): Lesson[] => {
    if (right === undefined) return [];
    const weighed = weighReading(knowledge, reading);
    const signs = new Float64Array(findings.length * signNames.length);
    for (const [place, finding] of findings.entries())
      signs.set(signsOf(matchFinding(knowledge, weighed, finding)), place * signNames.length);
    const known = present.flatMap((mark) => placeOfMark.get(mark) ?? []);
    return [{ marks: known, scale: scaleOf(present), signs, right }];
  });
  return { lessons, marks };
}

function inHundredths(weight = 0): number {
  return Math.round(weight * hundredths);
}

/** The same order for the same seed (a linear congruential generator): what is learnt must not change from run to run. */
function shuffled<Entry>(entries: readonly Entry[], seed: number): Entry[] {
  let state = seed;
  return entries
    .map((entry) => {
      state = (state * 16_807) % 2_147_483_647;
      return { entry, state };
    })
    .toSorted((one, other) => one.state - other.state)
    .map(({ entry }) => entry);
}
