import type { WeightsFile } from '../knowledge/weights-file.ts';
import { signNames } from './signs.ts';

/** The learnt weights, prepared for being added up. */
export type Weights = {
  /** In the order of `signNames`. */
  readonly signs: Float64Array;
  readonly subjects: readonly string[];
  readonly marks: ReadonlyMap<string, readonly MarkWeight[]>;
};

/** How much a mark speaks for a subject, which is given by its place in the list. */
type MarkWeight = { readonly subject: number; readonly weight: number };

/** In the file, weights are whole hundredths: a smaller difference decides nothing. */
export const hundredths = 100;

/** Prepares the weights of a file. */
export function prepareWeights({ signs, subjects, marks }: WeightsFile): Weights {
  return {
    signs: Float64Array.from(signNames, (name) => (signs[name] ?? 0) / hundredths),
    subjects,
    marks: new Map(
      Object.entries(marks).map(([mark, pairs]) => [
        mark,
        pairs.map(([subject, weight]) => ({ subject, weight: weight / hundredths })),
      ]),
    ),
  };
}
