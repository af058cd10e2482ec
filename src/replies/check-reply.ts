import type { CheckedClaim } from '../answering/check-claims.ts';
import { textsOf } from '../answering/word-answer.ts';
import type { Reply } from '../discord/reply.ts';
import { findingButton, ownButton } from './buttons.ts';
import { paragraphsOf } from './listing.ts';
import { quoteOf } from './quote.ts';
import { createRows } from './rows.ts';
import type { Writing } from './writing.ts';

/** What is left of a message's 2,000 characters when the lines around the entries are written. */
const roomForEntries = 1_500;
const mostButtons = 3;

const marks = { supported: '✓', contradicted: '✗', open: '?', absent: '–' } as const;

/** What a fact supports, contradicts or tells of: what was said of it, in order. */
type Entry = Pick<CheckedClaim, 'verdict' | 'finding'> & { readonly said: readonly string[] };

/** What the base makes of the claims of a message, for whoever asked alone. */
export function replyWithCheck(writing: Writing, claims: readonly CheckedClaim[]): Reply {
  const { texts } = writing;
  if (claims.length === 0) return { content: texts.nothingToCheck, ephemeral: true };
  const entries = joinClaims(claims).map((entry) => writeEntry(writing, entry));
  const shown = entries.filter(
    (_entry, index) =>
      entries.slice(0, index + 1).reduce((sum, { length }) => sum + length + 1, 0) <= roomForEntries,
  );
  const counts = (['supported', 'contradicted', 'open', 'absent'] as const).flatMap((verdict) => {
    const count = claims.filter((claim) => claim.verdict === verdict).length;
    return count === 0 ? [] : [`${marks[verdict]} ${count} ${texts.verdicts[verdict]}`];
  });
  const findings = [...new Set(claims.flatMap(({ finding }) => (finding ? [finding] : [])))];
  return {
    content: [
      `**${texts.checked}** ${counts.join(' · ')}`,
      ...shown,
      ...(shown.length < entries.length ? [texts.moreClaims(entries.length - shown.length)] : []),
    ].join('\n'),
    ephemeral: true,
    rows: createRows(
      findings.slice(0, mostButtons).map((finding) => findingButton(writing, finding)),
      [ownButton(writing, true)],
    ),
  };
}

/** Several figures of one fact are one entry. */
function joinClaims(claims: readonly CheckedClaim[]): Entry[] {
  const entries = new Map<string, Entry>();
  for (const { said, verdict, finding } of claims) {
    const key = finding ? `${verdict} ${finding.id}` : `${verdict} ${said}`;
    const known = entries.get(key);
    entries.set(key, { verdict, finding, said: [...(known?.said ?? []), said] });
  }
  return [...entries.values()];
}

function writeEntry({ language, texts }: Writing, { verdict, finding, said }: Entry): string {
  const quoted = [...new Set(said)].map((words) => texts.quote(quoteOf(words))).join(texts.listComma);
  const line = `${marks[verdict]} ${quoted}${texts.colon}**${texts.verdicts[verdict]}**`;
  return finding
    ? `${line}\n> ${textsOf(finding, language).statement}${texts.aside(paragraphsOf(finding, language))}`
    : line;
}
