import type { WrittenLanguage } from './language.ts';
import type { Aspect, Company, ComputedFigure, ExplainedTerm, Fact, Source, Term } from './schema.ts';
import type { WeightsFile } from './weights-file.ts';

/** Which vocabulary file a term stands in. It decides what the term does in a question. */
export type TermKind = 'company' | 'business' | 'person' | 'place' | 'measure' | 'topic' | 'aspect';

/** The words of earnings talk, shared by all articles, English and Chinese. */
export type Vocabulary = {
  readonly companies: readonly Company[];
  readonly businesses: readonly (Term & { readonly of: string })[];
  readonly people: readonly Term[];
  readonly places: readonly Term[];
  readonly measures: readonly Term[];
  readonly topics: readonly Term[];
  readonly aspects: readonly Aspect[];
  /** Words that stand in any question without meaning anything for the answer. */
  readonly everyday: readonly string[];
};

/** A fact with the heading of its file. */
export type TopicFact = Fact & { readonly topic: string };

/** One article: where it was published, what it says, and what can be computed from that. */
export type Article = {
  readonly source: Source;
  /** The headings of its files, in their order. */
  readonly topics: readonly Readonly<Record<WrittenLanguage, string>>[];
  readonly facts: readonly TopicFact[];
  readonly computed: readonly ComputedFigure[];
  /** What a reader may want explained. */
  readonly terms: readonly ExplainedTerm[];
};

/** Everything that curators have written, checked and frozen. */
export type Knowledge = {
  readonly vocabulary: Vocabulary;
  readonly articles: readonly Article[];
  /** A short hash of the articles' content: another one wherever a fact has changed. */
  readonly version: string;
  /** How often English words are spoken, by lower-case word. */
  readonly wordFrequencies: ReadonlyMap<string, number>;
  /** What was learnt from the example questions. */
  readonly weights: WeightsFile;
};

/** Stands for the answer where no fact answers a question. */
export const nothing = 'nothing';
