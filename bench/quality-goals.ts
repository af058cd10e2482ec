import { languageOf } from '../src/answering/language-of.ts';
import { writtenFor, type WrittenLanguage } from '../src/knowledge/language.ts';
import type { Verdict } from './judge.ts';
import { needOf, type Question } from './question.ts';

/** What is to be reached: how large a share of some questions may get, or must get, one of some verdicts. */
export type Goal = {
  readonly name: string;
  readonly isAbout: (question: Question) => boolean;
  readonly verdicts: readonly Verdict[];
  readonly limit: { readonly atLeast: number } | { readonly atMost: number };
};

const isAnswerable = (question: Question) => needOf(question) === 'answer';
const isIn = (language: WrittenLanguage) => (question: Question) =>
  isAnswerable(question) && writtenFor(languageOf(question.q)) === language;

/** What the answers are held to. Both languages count where none is named. */
export const qualityGoals: readonly Goal[] = [
  {
    name: 'English: answered right',
    isAbout: isIn('english'),
    verdicts: ['right'],
    limit: { atLeast: 0.95 },
  },
  {
    name: 'English: right, or the right one offered',
    isAbout: isIn('english'),
    verdicts: ['right', 'offered'],
    limit: { atLeast: 0.98 },
  },
  {
    name: 'Chinese: answered right',
    isAbout: isIn('chinese'),
    verdicts: ['right'],
    limit: { atLeast: 0.92 },
  },
  {
    name: 'answerable: wrong figure or fact',
    isAbout: isAnswerable,
    verdicts: ['wrong'],
    limit: { atMost: 0.01 },
  },
  {
    name: 'must be refused: answered all the same',
    isAbout: (question) => needOf(question) === 'refusal',
    verdicts: ['false answer'],
    limit: { atMost: 0.01 },
  },
  {
    name: 'everyday talk among it: answered',
    isAbout: ({ kind }) => kind === 'offtopic',
    verdicts: ['false answer'],
    limit: { atMost: 0.003 },
  },
  {
    // Those were kept which Footnote refused, so this guards against falling back and measures the searches alone.
    name: 'near misses it refused once: answered',
    isAbout: (question) => needOf(question) === 'refusal of a near miss',
    verdicts: ['false answer'],
    limit: { atMost: 0.01 },
  },
  {
    name: 'false premise: confirmed',
    isAbout: (question) => needOf(question) === 'premise not confirmed',
    verdicts: ['wrong'],
    limit: { atMost: 0 },
  },
];
