import { inScriptOf } from '../answering/chinese-script.ts';
import { suggestFindings } from '../answering/suggest-findings.ts';
import type { Choice, CommandContext } from '../discord/command.ts';
import { maxChoices } from '../discord/limits.ts';
import { writtenFor } from '../knowledge/language.ts';
import { listingOf } from './listing.ts';

/** The autocomplete of an option that takes a question or a figure: each entry sends the id of its finding. */
export function suggestChoices(typed: string, { knowledge, language }: CommandContext): Choice[] {
  return suggestFindings(knowledge, typed, maxChoices).map((finding) => ({
    name: inScriptOf(language, listingOf(finding, writtenFor(language))),
    value: finding.id,
  }));
}
