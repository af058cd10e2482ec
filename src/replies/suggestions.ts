import { inScriptOf } from '../answering/chinese-script.ts';
import type { Finding } from '../answering/finding.ts';
import { hasFigure } from '../answering/key-figures.ts';
import { suggestFindings } from '../answering/suggest-findings.ts';
import { hasChart } from '../charts/chart-of.ts';
import type { Choice, CommandContext } from '../discord/command.ts';
import { writtenFor } from '../knowledge/language.ts';
import { listingOf } from './listing.ts';

type Suggesting = Pick<CommandContext, 'knowledge' | 'language'>;

/** Of what is typed where a figure is asked for, in characters. */
export const longestFigureName = 200;

/** The autocomplete of an option that takes a question: each entry sends the id of its finding. */
export function suggestQuestions(typed: string, context: Suggesting): Choice[] {
  return toChoices(suggestFindings(context.knowledge, typed), context);
}

/** The autocomplete of an option that takes a figure. */
export function suggestFigures(typed: string, context: Suggesting): Choice[] {
  return toChoices(suggestFindings(context.knowledge, typed).filter(hasFigure), context);
}

/** The autocomplete of an option that takes a figure of which there is a picture. */
export function suggestCharts(typed: string, context: Suggesting): Choice[] {
  const { knowledge } = context;
  const charted = suggestFindings(knowledge, typed).filter((finding) => hasChart(knowledge, finding));
  return toChoices(charted, context);
}

function toChoices(findings: readonly Finding[], { language }: Suggesting): Choice[] {
  return findings.map((finding) => ({
    name: inScriptOf(language, listingOf(finding, writtenFor(language))),
    value: finding.id,
  }));
}
