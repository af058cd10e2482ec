import { inScriptOf } from '../answering/chinese-script.ts';
import type { Finding } from '../answering/finding.ts';
import { hasFigure } from '../answering/key-figures.ts';
import { suggestFindings } from '../answering/suggest-findings.ts';
import type { Choice, CommandContext } from '../discord/command.ts';
import { writtenFor } from '../knowledge/language.ts';
import { listingOf } from './listing.ts';

/** The autocomplete of an option that takes a question: each entry sends the id of its finding. */
export function suggestQuestions(typed: string, context: CommandContext): Choice[] {
  return toChoices(suggestFindings(context.knowledge, typed), context);
}

/** The autocomplete of an option that takes a figure. */
export function suggestFigures(typed: string, context: CommandContext): Choice[] {
  return toChoices(suggestFindings(context.knowledge, typed).filter(hasFigure), context);
}

function toChoices(findings: readonly Finding[], { language }: CommandContext): Choice[] {
  return findings.map((finding) => ({
    name: inScriptOf(language, listingOf(finding, writtenFor(language))),
    value: finding.id,
  }));
}
