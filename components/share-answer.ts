import { ComponentType } from 'discord.js';
import { defineComponent, type ComponentContext } from '../src/discord/component.ts';
import { splitCustomId } from '../src/discord/custom-id.ts';
import type { Reply, Row } from '../src/discord/reply.ts';
import { ownButton } from '../src/replies/buttons.ts';
import { withPicture } from '../src/replies/chart-reply.ts';
import { shareChartId, shareId } from '../src/replies/custom-ids.ts';
import { writeReply, type Writing } from '../src/replies/writing.ts';

/** Posts what one user sees alone for all in the channel, in the words that the user saw, and names who shared it. */
export const shareAnswer = defineComponent({
  customId: shareId,
  run: ({ base }, context) => ({ kind: 'post', reply: shareMessage(context, base) }),
});

/** Posts a picture that one user sees alone, with its text. Discord keeps the file for that user, so it is drawn anew. */
export const shareChart = defineComponent({
  customId: shareChartId,
  async run({ base, id }, context) {
    const { knowledge } = context;
    const reply = shareMessage(context, base);
    const finding = knowledge.findings.find((known) => known.id === id);
    const isShared = finding !== undefined && base === knowledge.version;
    return { kind: 'post', reply: isShared ? await withPicture(context, finding, reply) : reply };
  },
});

function shareMessage(context: ComponentContext, base: string): Reply {
  const { knowledge, message, userId } = context;
  return writeReply(context, (writing) =>
    base === knowledge.version
      ? {
          content: `${message.content}\n-# ${writing.texts.sharedBy(userId)}`,
          rows: message.rows.map((row) => withDeleteButton(row, writing)),
        }
      : { content: writing.texts.changedBeforeSharing, ephemeral: true },
  );
}

/** Who shares can take it back. */
function withDeleteButton(row: Row, writing: Writing): Row {
  return {
    ...row,
    components: row.components.map((component) =>
      'custom_id' in component &&
      component.type === ComponentType.Button &&
      [shareId.name, shareChartId.name].includes(splitCustomId(component.custom_id).name)
        ? ownButton(writing, false)
        : component,
    ),
  };
}
