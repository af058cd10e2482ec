import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder of the knowledge files. */
export function knowledgeFolder(): string {
  return packagePath('knowledge');
}

/** A path inside the package, found through package.json so that it is the same from `src` and from `dist`. */
export function packagePath(path: string): string {
  return join(dirname(fileURLToPath(import.meta.resolve('#package'))), path);
}
