import type { Period } from '../knowledge/period.ts';
import type { Finding } from './finding.ts';

/** Something that was asked for and is not told: a term of the vocabulary, a time, or a word that nobody knows. */
export type Missing =
  | { readonly kind: 'term'; readonly name: string; readonly chinese: string | undefined }
  | { readonly kind: 'aspect'; readonly name: string; readonly chinese: string | undefined }
  | { readonly kind: 'period'; readonly period: Period }
  | { readonly kind: 'word'; readonly word: string };

/** A time as a question names it, and how it was read. */
export type NamedPeriod = { readonly name: string; readonly period: Period };

/**
 * What a question comes to: an answer (more than one finding where more than one thing was asked), a choice between two
 * to four close findings, or a plain "not in the article" with what comes nearest.
 */
export type Answer =
  | {
      readonly status: 'answered';
      readonly findings: readonly Finding[];
      /** The question holds something to be true that the finding contradicts. */
      readonly contradicts?: boolean;
      /** What the question names by a number that could be a fiscal or a calendar quarter. */
      readonly quarters?: readonly NamedPeriod[];
    }
  | { readonly status: 'choose'; readonly findings: readonly Finding[] }
  | {
      readonly status: 'unknown';
      /** What was asked for that the base does not tell: none where the question was not understood. */
      readonly missing: readonly Missing[];
      readonly nearest: readonly Finding[];
    };
