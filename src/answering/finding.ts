import type { Article } from '../knowledge/knowledge.ts';
import type { WrittenLanguage } from '../knowledge/language.ts';
import type { Period } from '../knowledge/period.ts';
import type { Quantity, Range } from '../knowledge/quantity.ts';
import type { ComputedFigure, Fact } from '../knowledge/schema.ts';
import type { NumberUnit } from './read-numbers.ts';

/** What a finding says in one language. */
export type FindingTexts = {
  readonly title: string;
  /** The first line of the reply; it holds the figure. */
  readonly statement: string;
  readonly explanation: string;
};

/** Something that can be an answer: a fact as it stands, or a figure computed from facts. */
export type Finding = FindingTexts & {
  readonly id: string;
  readonly chinese: FindingTexts;
  readonly about: string;
  readonly measure: string | undefined;
  readonly narrowedBy: readonly string[];
  readonly period: Period | undefined;
  readonly figures: readonly Figure[];
  /** Its value; a computed one is rounded as it is shown. */
  readonly quantity: Quantity | undefined;
  /** A computed value as its statement shows it. */
  readonly result: Readonly<Record<WrittenLanguage, string>> | undefined;
  readonly hasValue: boolean;
  /** Its value is the end of a move whose beginning it gives too. */
  readonly hasStart: boolean;
  /** It has not happened yet. */
  readonly isPlan: boolean;
  readonly answers: ReadonlySet<string>;
  /** Other things that a question about it may name. */
  readonly mentions: readonly string[];
  readonly asked: readonly string[];
  readonly computed: boolean;
  readonly article: Article;
  /** The facts that it rests on: itself, or the inputs of the computation. */
  readonly facts: readonly Fact[];
};

/** A number that a finding states, for recognising it in a question. */
export type Figure = { readonly range: Range; readonly unit: NumberUnit };

/** What a computation adds to the entry that declares it. */
export type ComputedText = Omit<FindingTexts, 'title'> & {
  readonly chinese: Omit<FindingTexts, 'title'>;
  readonly figures: readonly Figure[];
  readonly quantity: Quantity;
  readonly result: Readonly<Record<WrittenLanguage, string>>;
};

/** Makes the finding of a fact. */
export function findingOfFact(article: Article, fact: Fact, figures: readonly Figure[]): Finding {
  return {
    id: fact.id,
    title: fact.title,
    statement: fact.statement,
    explanation: fact.explanation,
    chinese: fact.chinese,
    about: fact.about,
    measure: fact.measure,
    narrowedBy: fact['narrowed-by'],
    period: fact.period,
    figures,
    quantity: fact.value,
    result: undefined,
    hasValue: fact.value !== undefined,
    hasStart: fact.from !== undefined,
    isPlan: fact.claim === 'plan',
    answers: new Set([...fact.answers, ...answersOfClaim(fact), ...(fact.change ? ['growth-rate'] : [])]),
    mentions: fact.mentions,
    asked: fact.asked,
    computed: false,
    article,
    facts: [fact],
  };
}

/** What the kind of claim alone lets a fact answer: a view gives reasons, a remark has somebody who made it. */
function answersOfClaim({ claim }: Fact): string[] {
  if (claim === 'remark') return ['why', 'who'];
  return claim === "writer's view" ? ['why'] : [];
}

/** Makes the finding of a computed figure from its declaration and what the computation gave. */
export function findingOfComputedFigure(
  article: Article,
  { figure, facts, text }: { figure: ComputedFigure; facts: readonly Fact[]; text: ComputedText },
): Finding {
  return {
    id: figure.id,
    title: figure.title,
    statement: text.statement,
    explanation: text.explanation,
    chinese: { title: figure.chinese.title, ...text.chinese },
    about: figure.about,
    measure: figure.measure,
    narrowedBy: [],
    period: figure.period,
    figures: text.figures,
    quantity: text.quantity,
    result: text.result,
    hasValue: true,
    hasStart: false,
    isPlan: facts.some(({ claim }) => claim === 'plan'),
    answers: new Set(),
    mentions: [],
    asked: figure.asked,
    computed: true,
    article,
    facts,
  };
}

/** How a quantity is recognised in a question: by what it counts. */
export function numberUnitOf({ unit }: Pick<Quantity, 'unit'>): NumberUnit {
  if (unit === 'percent') return 'percent';
  return unit === 'percentage points' ? 'points' : 'amount';
}
