import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { Knowledge } from './knowledge.ts';
import type { Example } from './read-examples.ts';

/** Written by `footnote learn` beside the knowledge that it was learnt from. */
const weightsPath = 'weights.json';

/**
 * What was learnt from the example questions, in whole hundredths: how much each sign of a match counts, and how much
 * each mark of a question speaks for a subject. A mark has pairs of a subject's place in the list and its weight.
 */
const weightsFileSchema = z.strictObject({
  /** The fingerprint of what they were learnt from: they answer worse, though not wrongly, where it has changed since. */
  'learnt-from': z.string(),
  signs: z.record(z.string(), z.int()),
  subjects: z.array(z.string()),
  marks: z.record(z.string(), z.array(z.tuple([z.int(), z.int()]))),
});

export type WeightsFile = z.output<typeof weightsFileSchema>;

const noWeights: WeightsFile = { 'learnt-from': '', signs: {}, subjects: [], marks: {} };

/** Reads the weights of a knowledge folder. There are none where nothing was learnt yet, or for an older program. */
export function readWeights(folder: string): WeightsFile {
  const path = join(folder, weightsPath);
  if (!existsSync(path)) return noWeights;
  return weightsFileSchema.safeParse(JSON.parse(readFileSync(path, 'utf8'))).data ?? noWeights;
}

/** Writes the weights of a knowledge folder, a mark a line, so that a change shows what changed. */
export function writeWeights(folder: string, { signs, subjects, marks, ...rest }: WeightsFile): void {
  const lines = Object.entries(marks).map(
    ([mark, pairs]) => `${JSON.stringify(mark)}:${JSON.stringify(pairs)}`,
  );
  writeFileSync(
    join(folder, weightsPath),
    `{"learnt-from":${JSON.stringify(rest['learnt-from'])},\n"signs":${JSON.stringify(signs)},\n"subjects":${JSON.stringify(subjects)},\n"marks":{\n${lines.join(',\n')}}}\n`,
  );
}

/** The fingerprint of all that weights are learnt from: facts, vocabulary and example questions. */
export function fingerprintOf({ version, vocabulary }: Knowledge, examples: readonly Example[]): string {
  const learntFrom = JSON.stringify([version, vocabulary, examples]);
  return createHash('sha256').update(learntFrom).digest('hex').slice(0, 12);
}
