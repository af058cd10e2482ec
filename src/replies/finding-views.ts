import type { Finding } from '../answering/finding.ts';
import { textsOf, writeCitation } from '../answering/word-answer.ts';
import { wordings } from '../answering/wording.ts';
import type { Reply } from '../discord/reply.ts';
import { findingButton, ownButton } from './buttons.ts';
import { paragraphsOf } from './listing.ts';
import { createRows } from './rows.ts';
import type { Writing } from './writing.ts';

/** How a figure was computed: the arithmetic, and each input with its paragraph. For one user alone. */
export function replyWithComputation(writing: Writing, finding: Finding): Reply {
  const { knowledge, language, texts } = writing;
  const { statement, explanation } = textsOf(finding, language);
  const inputs = knowledge.findings.filter(
    ({ id, computed }) => !computed && finding.facts.some((fact) => fact.id === id),
  );
  return {
    content: [
      `**${statement}**`,
      explanation,
      texts.computedFrom,
      ...inputs.map(
        (input) => `- ${textsOf(input, language).statement}${texts.aside(paragraphsOf(input, language))}`,
      ),
    ].join('\n'),
    ephemeral: true,
    rows: createRows(
      inputs.map((input) => findingButton(writing, input)),
      [findingButton(writing, finding), ownButton(writing, true)],
    ),
  };
}

/** Where a finding comes from, and what kind of statement it is. For one user alone. */
export function replyWithSource(writing: Writing, finding: Finding): Reply {
  const { knowledge, language, texts } = writing;
  const kinds = finding.computed ? (['computed'] as const) : finding.facts.map(({ claim }) => claim);
  return {
    content: [
      `**${texts.sourceOf(textsOf(finding, language).title)}**`,
      texts.quote(finding.article.source.title),
      writeCitation(knowledge, finding, language),
      ...kinds.map((kind) => `${wordings[language].claims[kind]}${texts.colon}${texts.meanings[kind]}`),
      `-# ${texts.version(knowledge.version)} · ${finding.id} · ${texts.disclaimer}`,
    ].join('\n'),
    ephemeral: true,
    rows: createRows([findingButton(writing, finding), ownButton(writing, true)]),
  };
}
