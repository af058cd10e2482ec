import type { Article, Knowledge } from '../knowledge/knowledge.ts';
import type { Fact } from '../knowledge/schema.ts';
import { createCalendar } from './calendar.ts';
import { computeFigure } from './compute-figure.ts';
import {
  findingOfComputedFigure,
  findingOfFact,
  numberUnitOf,
  type Figure,
  type Finding,
} from './finding.ts';
import { createLexicon } from './lexicon.ts';
import { readNumbers } from './read-numbers.ts';
import { readQuestion, type Item, type ReadingContext } from './read-question.ts';
import { createSpellingIndex } from './repair-spelling.ts';
import { periodKey, type Period } from '../knowledge/period.ts';
import { rangeOf } from '../knowledge/quantity.ts';
import { prepareWeights, type Weights } from './weights.ts';

/** The keys of items that together are enough to mean a finding. */
export type Signature = {
  readonly keys: readonly string[];
  /** Leaves out whom the finding is about, so it holds only where a question names nobody. */
  readonly elided: boolean;
};

/** A finding prepared for being found. */
export type IndexedFinding = Finding & {
  readonly signatures: readonly Signature[];
  /** The keys of all that it speaks of: a question that names something else is not answered by it. */
  readonly speaksOf: ReadonlySet<string>;
  /** The terms of its statement, apart from whom it is about: what an answer with it tells. */
  readonly states: readonly string[];
};

/** Knowledge prepared for answering: built once when it is loaded, shared by all questions. */
export type IndexedKnowledge = Knowledge & {
  readonly context: ReadingContext;
  readonly findings: readonly IndexedFinding[];
  /** The keys of everything that some finding speaks of. */
  readonly held: ReadonlySet<string>;
  /** The weights, prepared for being added up. */
  readonly learnt: Weights;
};

/** Prepares knowledge for answering. Pure; takes some tens of milliseconds. */
export function indexKnowledge(knowledge: Knowledge): IndexedKnowledge {
  const lexicon = createLexicon(knowledge);
  const context = { lexicon, spelling: createSpellingIndex(lexicon), calendar: createCalendar(knowledge) };
  const findings = knowledge.articles.flatMap((article) =>
    findingsOf(article).map((finding) => indexFinding(finding, context)),
  );
  const held = new Set(findings.flatMap(({ speaksOf }) => [...speaksOf]));
  return { ...knowledge, context, findings, held, learnt: prepareWeights(knowledge.weights) };
}

function findingsOf(article: Article): Finding[] {
  const facts = new Map<string, Fact>(article.facts.map((fact) => [fact.id, fact]));
  return [
    ...article.facts.map((fact) => findingOfFact(article, fact, figuresOf(fact))),
    ...article.computed.map((figure) => {
      const { text, inputs } = computeFigure(figure, facts);
      return findingOfComputedFigure(article, { figure, facts: inputs, text });
    }),
  ];
}

function figuresOf({ from, value, change, statement }: Fact): Figure[] {
  return [
    ...[from, value].flatMap((quantity) =>
      quantity ? [{ range: rangeOf(quantity), unit: numberUnitOf(quantity) }] : [],
    ),
    ...(change ? [{ range: rangeOf(change), unit: 'percent' as const }] : []),
    ...readNumbers(statement),
  ];
}

function indexFinding(finding: Finding, context: ReadingContext): IndexedFinding {
  const { about, measure, narrowedBy, article } = finding;
  const isAboutCompany = about === article.source.company;
  const keysIn = (text: string) => readQuestion(text, context).items;
  const signatures: Signature[] = finding.asked.map((phrase) => ({
    keys: uniqueKeys(keysIn(phrase)),
    elided: false,
  }));
  // A figure of another period than the reported one is meant only where the question names that period.
  const period =
    finding.period &&
    finding.computed &&
    finding.period.kind === 'dates' &&
    finding.period.from < context.calendar.latestQuarter.from
      ? [`period:${periodKey(finding.period)}`]
      : [];
  if (measure !== undefined) {
    const keys = [measure, ...narrowedBy, ...period];
    signatures.push({ keys: isAboutCompany ? keys : [about, ...keys], elided: false });
    if (!isAboutCompany) signatures.push({ keys, elided: true });
  }
  // A measure in passing is not what the finding is asked for: those are declared.
  const stated = keysIn(finding.statement);
  const spoken = [
    ...[...keysIn(finding.title), ...stated].filter(({ kind }) => kind !== 'measure'),
    ...finding.asked.flatMap(keysIn),
  ];
  // The explanation of a figure names what the figure is not; only an event or a view is told by it.
  const explained =
    measure === undefined
      ? keysIn(finding.explanation).filter(({ kind }) => kind === 'topic' || kind === 'word')
      : [];
  const speakers = finding.facts.flatMap(({ speaker }) => (speaker === undefined ? [] : [speaker]));
  const speaksOf = new Set([
    about,
    article.source.company,
    ...(measure === undefined ? [] : [measure]),
    ...narrowedBy,
    ...finding.mentions,
    ...period,
    ...speakers,
    ...finding.answers,
    ...(finding.computed ? ['implied'] : []),
    ...[
      finding.period,
      ...readQuestion(finding.statement, context).periods.map((mention) => mention.period),
    ].flatMap(datesToldBy),
    // A figure of a quarter is one of its results.
    ...(measure === undefined ? [] : ['results']),
    // A percentage is also spoken of in points.
    ...(finding.figures.some(({ unit }) => unit === 'percent') ? ['points'] : []),
    ...uniqueKeys([...spoken, ...explained]),
  ]);
  const states = stated.filter(
    ({ key, kind }) => ['topic', 'measure', 'business'].includes(kind) && key !== about,
  );
  return {
    ...finding,
    signatures: signatures.filter(({ keys }) => keys.length > 0),
    speaksOf,
    states: uniqueKeys(states),
  };
}

/** How exactly a time tells when something was: a day is also a day of its month and its year. */
function datesToldBy(period: Period | 'elsewhere' | undefined): string[] {
  if (period === undefined || period === 'elsewhere' || period.kind !== 'dates') return [];
  const { from, to } = period;
  if (from === to) return ['which-day', 'which-month', 'which-year'];
  if (from.slice(0, 7) === to.slice(0, 7)) return ['which-month', 'which-year'];
  return from.slice(0, 4) === to.slice(0, 4) ? ['which-year'] : [];
}

function uniqueKeys(items: readonly Item[]): string[] {
  return [...new Set(items.map(({ key }) => key))];
}
