import type { Finding } from '../answering/finding.ts';
import { relatedFindings } from '../answering/related-findings.ts';
import { textsOf } from '../answering/word-answer.ts';
import { deleteId, findingId, shareId } from './custom-ids.ts';
import { createButton, type Button } from './rows.ts';
import type { Writing } from './writing.ts';

const mostRelated = 3;

/** A button that shows a finding; `choice` puts it in place of the choice that it is offered in. */
export function findingButton(
  { knowledge, language }: Writing,
  finding: Finding,
  view: 'answer' | 'choice' = 'answer',
): Button {
  const customId = findingId.write({ base: knowledge.version, view, id: finding.id });
  return createButton(textsOf(finding, language).title, customId, { main: view === 'choice' });
}

/** Up to three buttons with what a reader of some findings may want next. */
export function relatedButtons(writing: Writing, findings: readonly Finding[]): Button[] {
  return relatedFindings(writing.knowledge, findings, mostRelated).map((finding) =>
    findingButton(writing, finding),
  );
}

/** The ways to look deeper into findings; where there are several findings, numbered by their order. */
export function viewButtons({ knowledge, texts }: Writing, findings: readonly Finding[]): Button[] {
  return findings.flatMap(({ id, computed }, index) => {
    const number = findings.length > 1 ? ` ${index + 1}` : '';
    const viewButton = (view: 'computation' | 'source', label: string) =>
      createButton(label + number, findingId.write({ base: knowledge.version, view, id }));
    return [
      ...(computed ? [viewButton('computation', texts.howComputed)] : []),
      viewButton('source', texts.source),
    ];
  });
}

/** On what one user sees alone: a button to share it. On what all see: a button by which the user can delete it. */
export function ownButton({ knowledge, texts }: Writing, ephemeral: boolean): Button {
  return ephemeral
    ? createButton(texts.share, shareId.write({ base: knowledge.version }))
    : createButton(texts.delete, deleteId.write({}));
}
