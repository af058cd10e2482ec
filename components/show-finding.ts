import type { Answer } from '../src/answering/answer.ts';
import type { Finding } from '../src/answering/finding.ts';
import { defineComponent } from '../src/discord/component.ts';
import type { Reply } from '../src/discord/reply.ts';
import { replyToAnswer } from '../src/replies/answer-reply.ts';
import { withChangeNote } from '../src/replies/change-note.ts';
import { findingId, type View } from '../src/replies/custom-ids.ts';
import { replyWithChart, withPicture } from '../src/replies/chart-reply.ts';
import { replyWithComputation, replyWithSource } from '../src/replies/finding-views.ts';
import { writeReply, type Writing } from '../src/replies/writing.ts';

/**
 * Shows a finding. A choice becomes the answer for the user who asked, and what a user sees alone changes in place;
 * a message that others read stays as it is, and who presses gets a view of their own.
 */
export const showFinding = defineComponent({
  customId: findingId,
  async run({ base, view, id }, context) {
    const { knowledge, message, isInvoker } = context;
    const finding = knowledge.findings.find((known) => known.id === id);
    if (!finding) {
      const reply = writeReply(context, ({ texts }) => ({ content: texts.factGone, ephemeral: true }));
      return { kind: 'post', reply };
    }
    const isChosen = view === 'choice' && isInvoker;
    const isPrivate = message.isEphemeral || !isChosen;
    const reply = writeReply(context, (writing) =>
      withChangeNote(writing, base, viewOf(writing, finding, { view, isPrivate })),
    );
    return {
      kind: message.isEphemeral || isChosen ? 'update' : 'post',
      reply: view === 'chart' ? await withPicture(context, finding, reply) : reply,
    };
  },
});

function viewOf(
  writing: Writing,
  finding: Finding,
  { view, isPrivate }: { view: View; isPrivate: boolean },
): Reply {
  const answer: Answer = { status: 'answered', findings: [finding] };
  switch (view) {
    case 'answer':
    case 'choice':
      return replyToAnswer(writing, answer, isPrivate);
    case 'computation':
      // What was computed once may be printed by now.
      return finding.computed
        ? replyWithComputation(writing, finding)
        : replyToAnswer(writing, answer, isPrivate);
    case 'chart':
      return replyWithChart(writing, finding, isPrivate);
    case 'source':
      return replyWithSource(writing, finding);
    default:
      return view satisfies never;
  }
}
