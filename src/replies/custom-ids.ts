import { z } from 'zod';
import { defineCustomId } from '../discord/custom-id.ts';

/** The version of the fact base that a message was written from. */
const base = z.string();
const number = z
  .string()
  .regex(/^\d{1,6}$/)
  .transform(Number);

/** How a finding is shown: `choice` is the answer in place of the choice that it was picked from. */
const view = z.enum(['answer', 'choice', 'computation', 'chart', 'source']);

export type View = z.output<typeof view>;

export const findingId = defineCustomId('finding', z.object({ base, view, id: z.string() }));
/** `topic` counts from 1 in the order of the base; 0 is all of them. */
export const figuresId = defineCustomId('figures', z.object({ base, topic: number, page: number }));
/** A select of topics. */
export const topicsId = defineCustomId('topics', z.object({ base }));
export const shareId = defineCustomId('share', z.object({ base }));
/** Sharing a message with the picture of a finding, which is drawn anew. */
export const shareChartId = defineCustomId('share-chart', z.object({ base, id: z.string() }));
export const deleteId = defineCustomId('delete', z.object({}));
