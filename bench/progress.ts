import { clearLine, cursorTo } from 'node:readline';
import type { Writable } from 'node:stream';

/** A stream, which may be a terminal. */
type ProgressStream = Writable & { readonly isTTY?: boolean };

/**
 * Goes through items one by one and tells on a stream how far it has come: in one line that is written over and over on
 * a terminal, else in a line at each tenth.
 */
export function mapWithProgress<Item, Result>(
  items: readonly Item[],
  map: (item: Item) => Result,
  { name, stream }: { name: string; stream: ProgressStream },
): Result[] {
  const steps = stream.isTTY ? 100 : 10;
  const stepOf = (count: number) => Math.floor((count * steps) / items.length);
  const results = items.map((item, index) => {
    const result = map(item);
    if (stepOf(index + 1) > stepOf(index)) {
      const line = `${name}: ${index + 1} of ${items.length} questions`;
      if (stream.isTTY) rewriteLine(stream, line);
      else stream.write(`${line}\n`);
    }
    return result;
  });
  if (stream.isTTY) rewriteLine(stream, '');
  return results;
}

function rewriteLine(stream: Writable, line: string): void {
  clearLine(stream, 0);
  cursorTo(stream, 0);
  stream.write(line);
}
