import type { Finding } from './finding.ts';

/**
 * What a question comes to: an answer (more than one finding where more than one thing was asked), a choice between two
 * to four close findings, or a plain "not in the article" with what comes nearest.
 */
export type Answer =
  | { readonly status: 'answered'; readonly findings: readonly Finding[] }
  | { readonly status: 'choose'; readonly findings: readonly Finding[] }
  | {
      readonly status: 'unknown';
      /** What was asked for that the base does not hold, in the words of the question. */
      readonly missing: readonly string[];
      readonly nearest: readonly Finding[];
    };
