import { defineComponent } from '../src/discord/component.ts';
import { deleteId } from '../src/replies/custom-ids.ts';
import { writeReply } from '../src/replies/writing.ts';

/** Takes back what was posted for a user, when that user wants it. */
export const deleteMessage = defineComponent({
  customId: deleteId,
  run(_state, context) {
    if (context.isInvoker) return { kind: 'delete' };
    const reply = writeReply(context, ({ texts }) => ({
      content: texts.onlyInvokerDeletes,
      ephemeral: true,
    }));
    return { kind: 'post', reply };
  },
});
