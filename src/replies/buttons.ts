import type { Finding } from '../answering/finding.ts';
import { relatedFindings } from '../answering/related-findings.ts';
import { textsOf } from '../answering/word-answer.ts';
import { hasChart } from '../charts/chart-of.ts';
import { deleteId, findingId, shareChartId, shareId, type View } from './custom-ids.ts';
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

/** The ways to look deeper into findings; where there are several findings, numbered by their order; without what is `shown`. */
export function viewButtons(
  { knowledge, texts }: Writing,
  findings: readonly Finding[],
  shown?: View,
): Button[] {
  return findings.flatMap((finding, index) => {
    const { id, computed } = finding;
    const number = findings.length > 1 ? ` ${index + 1}` : '';
    const viewButton = (view: 'computation' | 'chart' | 'source', label: string) =>
      createButton(label + number, findingId.write({ base: knowledge.version, view, id }));
    const isCharted = shown !== 'chart' && hasChart(knowledge, finding);
    return [
      ...(computed ? [viewButton('computation', texts.howComputed)] : []),
      ...(isCharted ? [viewButton('chart', texts.chart)] : []),
      viewButton('source', texts.source),
    ];
  });
}

/** On a picture that one user sees alone: a button to share both. */
export function shareChartButton({ knowledge, texts }: Writing, { id }: Finding): Button {
  return createButton(texts.share, shareChartId.write({ base: knowledge.version, id }));
}

/** On what one user sees alone: a button to share it. On what all see: a button by which the user can delete it. */
export function ownButton({ knowledge, texts }: Writing, ephemeral: boolean): Button {
  return ephemeral
    ? createButton(texts.share, shareId.write({ base: knowledge.version }))
    : createButton(texts.delete, deleteId.write({}));
}
