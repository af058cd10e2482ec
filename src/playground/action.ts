import { z } from 'zod';

const options = z.record(z.string(), z.unknown()).default({});

/** What a user can do to an application. */
export const actionSchema = z.discriminatedUnion('type', [
  // Options are by name, and sent as they are, so that what a forged request holds can be sent too.
  z.object({ type: z.literal('command'), name: z.string(), options }),
  z.object({ type: z.literal('autocomplete'), name: z.string(), options, focused: z.string() }),
  z.object({ type: z.literal('message-command'), name: z.string(), messageId: z.string() }),
  z.object({ type: z.literal('button'), messageId: z.string(), customId: z.string() }),
  z.object({
    type: z.literal('select'),
    messageId: z.string(),
    customId: z.string(),
    values: z.array(z.string()).readonly(),
  }),
  z.object({
    type: z.literal('modal'),
    id: z.string(),
    /** By custom id: the text of an input, the chosen values of a select. */
    values: z.record(z.string(), z.union([z.string(), z.array(z.string()).readonly()])),
  }),
]);

export type Action = z.input<typeof actionSchema>;
