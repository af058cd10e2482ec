import { ComponentType } from 'discord.js';
import { defineComponent } from '../src/discord/component.ts';
import { splitCustomId } from '../src/discord/custom-id.ts';
import type { Row } from '../src/discord/reply.ts';
import { ownButton } from '../src/replies/buttons.ts';
import { shareId } from '../src/replies/custom-ids.ts';
import { writeReply, type Writing } from '../src/replies/writing.ts';

/** Posts what one user sees alone for all in the channel, in the words that the user saw, and names who shared it. */
export const shareAnswer = defineComponent({
  customId: shareId,
  run({ base }, context) {
    const { knowledge, message, userId } = context;
    const reply = writeReply(context, (writing) =>
      base === knowledge.version
        ? {
            content: `${message.content}\n-# ${writing.texts.sharedBy(userId)}`,
            rows: message.rows.map((row) => withDeleteButton(row, writing)),
          }
        : { content: writing.texts.changedBeforeSharing, ephemeral: true },
    );
    return { kind: 'post', reply };
  },
});

/** Who shares can take it back. */
function withDeleteButton(row: Row, writing: Writing): Row {
  return {
    ...row,
    components: row.components.map((component) =>
      'custom_id' in component &&
      component.type === ComponentType.Button &&
      splitCustomId(component.custom_id).name === shareId.name
        ? ownButton(writing, false)
        : component,
    ),
  };
}
