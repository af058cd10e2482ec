import { readFileSync } from 'node:fs';
import { InputError } from './input-error.ts';

/** Reads a text file that was named on the command line. Throws an InputError where it cannot be read. */
export function readText(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    throw new InputError(
      `${path} cannot be read: ${error instanceof Error ? error.message : String(error)}.`,
    );
  }
}
