import { defineComponent, type ComponentContext } from '../src/discord/component.ts';
import type { Response } from '../src/discord/reply.ts';
import { figuresId, topicsId } from '../src/replies/custom-ids.ts';
import { replyWithFigures } from '../src/replies/figures-reply.ts';
import { writeReply } from '../src/replies/writing.ts';
import { withChangeNote } from '../src/replies/change-note.ts';

/** Turns to another page of the key figures. */
export const turnFigures = defineComponent({
  customId: figuresId,
  run: ({ base, topic, page }, context) => showPage(context, { base, topic, page }),
});

/** Filters the key figures by the topic that was chosen. */
export const chooseTopic = defineComponent({
  customId: topicsId,
  run({ base }, context) {
    const [chosen = '0'] = context.values;
    return showPage(context, { base, topic: Number(chosen), page: 1 });
  },
});

/** Whoever asked for the figures turns them for all who see them; others get a page of their own. */
function showPage(
  context: ComponentContext,
  { base, topic, page }: { base: string; topic: number; page: number },
): Response {
  const { isEphemeral } = context.message;
  const isOwn = isEphemeral || context.isInvoker;
  const reply = writeReply(context, (writing) =>
    withChangeNote(
      writing,
      base,
      replyWithFigures(writing, { topic, page, ephemeral: isEphemeral || !isOwn }),
    ),
  );
  return { kind: isOwn ? 'update' : 'post', reply };
}
