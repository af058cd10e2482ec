import type { z } from 'zod';
import { maxCustomIdLength } from './limits.ts';

/** The parts of a custom id: a zod object whose fields are read from texts. */
export type StateSchema = z.ZodObject<Readonly<Record<string, z.ZodType<unknown, string>>>>;

/**
 * A kind of button or select. All that pressing one needs to know is written into its custom id, so it works after a
 * restart and in another process.
 */
export type CustomId<State extends StateSchema> = {
  /** The first part of each custom id of this kind: what it is routed by. */
  readonly name: string;
  /** Writes a custom id. Throws a RangeError where it is over Discord's limit or a part would be read as two. */
  write(state: z.input<State>): string;
  /** Reads the parts after the name; undefined where they are of another release, or forged. */
  read(parts: readonly string[]): z.output<State> | undefined;
};

const separator = ':';

/** Declares a kind of button or select by its name and the state that it carries. */
export function defineCustomId<State extends StateSchema>(name: string, state: State): CustomId<State> {
  const keys = Object.keys(state.shape);
  return {
    name,
    write(values) {
      const fields = new Map<string, string>(Object.entries(values));
      const parts = [name, ...keys.map((key) => fields.get(key) ?? '')];
      const customId = parts.join(separator);
      if (customId.length > maxCustomIdLength || customId.split(separator).length !== parts.length) {
        throw new RangeError(`This does not fit into a custom id: ${customId}`);
      }
      return customId;
    },
    read(parts) {
      if (parts.length !== keys.length) return undefined;
      return state.safeParse(Object.fromEntries(keys.map((key, index) => [key, parts[index]]))).data;
    },
  };
}

/** The name and the parts of a custom id. */
export function splitCustomId(customId: string): { name: string; parts: readonly string[] } {
  const [name = '', ...parts] = customId.split(separator);
  return { name, parts };
}
