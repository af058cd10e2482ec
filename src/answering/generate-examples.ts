import { nothing } from '../knowledge/knowledge.ts';
import { namePeriod } from '../knowledge/name-period.ts';
import { periodKey, shiftPeriod, type Period } from '../knowledge/period.ts';
import type { Example } from '../knowledge/read-examples.ts';
import type { Term } from '../knowledge/schema.ts';
import type { IndexedFinding, IndexedKnowledge } from './index-knowledge.ts';

/** With how many words for a thing, and how many other things, a figure is asked for. */
const mostWords = 6;
const mostOthers = 12;
/** Months from the quarter reported on to quarters that are not. */
const otherQuarters = [-3, 3, -6, -15];

/**
 * The plain questions for each reported figure, made from the vocabulary, and the same questions about what the
 * knowledge does not hold: another company, another measure, another quarter. They teach that a figure is asked for by
 * whom, what and when, so that a new article needs no example questions for its figures.
 */
export function generateExamples(knowledge: IndexedKnowledge): Example[] {
  return knowledge.findings.flatMap((finding) => [
    ...titlesOf(finding).map((question) => ({ question, answeredBy: finding.id })),
    ...(finding.computed || finding.narrowedBy.length > 0 ? [] : examplesFor(knowledge, finding)),
  ]);
}

/** What a finding is called is the shortest question for it. */
function titlesOf({ title, chinese }: IndexedFinding): string[] {
  return [title, chinese.title, `What does the article say about this: ${title}?`];
}

function examplesFor({ vocabulary, held, context }: IndexedKnowledge, finding: IndexedFinding): Example[] {
  const { companies, businesses, measures } = vocabulary;
  const { latestQuarter, fiscalYearStarts } = context.calendar;
  const about = [...companies, ...businesses].find(({ id }) => id === finding.about);
  const measure = measures.find(({ id }) => id === finding.measure);
  if (!about || !measure) return [];
  const isOfQuarter = finding.period !== undefined && periodKey(finding.period) === periodKey(latestQuarter);
  const inEnglish = (period: Period) => `in ${namePeriod(period, fiscalYearStarts, 'english')}`;
  const times = isOfQuarter ? ['', 'this quarter', 'in Q2 2025', inEnglish(latestQuarter)] : [''];
  const goesWithoutSaying = finding.about === finding.article.source.company;
  const grew = finding.answers.has('growth-rate');
  const right = [...(goesWithoutSaying ? [''] : []), ...wordsOf(about)].flatMap((whom, place) =>
    wordsOf(measure).flatMap((what, turn) =>
      questionsOn({ whom, what, when: times[(place + turn) % times.length] ?? '', grew }),
    ),
  );
  const others = (entries: readonly Term[]) =>
    spread(
      entries.filter(({ id }) => !held.has(id)),
      finding.id.length,
    ).map(({ name }) => name);
  const wrong = [
    ...others(companies).map((whom) => ({ whom, what: measure.name, when: times.at(-1) ?? '' })),
    ...others(measures).map((what) => ({ whom: about.name, what, when: '' })),
    ...(isOfQuarter ? otherQuarters : []).map((months) => ({
      whom: about.name,
      what: measure.name,
      when: inEnglish(shiftPeriod(latestQuarter, months)),
    })),
  ].flatMap((asked) => questionsOn({ ...asked, grew: false }));
  return [
    ...right.map((question) => ({ question, answeredBy: finding.id })),
    ...wrong.map((question) => ({ question, answeredBy: nothing })),
  ];
}

type Asked = {
  readonly whom: string;
  readonly what: string;
  readonly when: string;
  /** Whether it may be asked how it grew. */
  readonly grew: boolean;
};

function questionsOn({ whom, what, when, grew }: Asked): string[] {
  if (isHan(what) !== isHan(whom) && whom !== '') return [];
  if (isHan(what))
    return [
      `${whom}${what}`,
      `${whom}${what}是多少？`,
      ...(grew ? [`${whom}${what}增长了${guessFor(what)}%吧`] : []),
    ];
  return [
    `${whom} ${what} ${when}`,
    `What was ${whom === '' ? 'the' : `${whom}'s`} ${what} ${when}?`,
    ...(grew
      ? [
          `${whom} ${what} grew ${guessFor(what)}%, right?`,
          `did ${whom} ${what} go up ${guessFor(whom)}% ${when}?`,
        ]
      : []),
  ];
}

/** What somebody might take a growth for: it must not matter whether another figure happens to be just that. */
function guessFor(text: string): number {
  return 3 + ((text.length * 7) % 40);
}

function isHan(text: string): boolean {
  return /\p{Script=Han}/u.test(text);
}

/** The first English and the first Chinese words for a term. */
function wordsOf({ name, chinese, words }: Term): string[] {
  const all = [name, ...(chinese === undefined ? [] : [chinese]), ...words];
  return [false, true].flatMap((han) => all.filter((word) => isHan(word) === han).slice(0, mostWords));
}

/** Some entries from all over a list, others for another start. */
function spread<Entry>(entries: readonly Entry[], start: number): Entry[] {
  const step = Math.max(1, Math.floor(entries.length / mostOthers));
  return entries.filter((_, place) => place % step === start % step).slice(0, mostOthers);
}
