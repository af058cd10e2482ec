import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder of the knowledge files, found through package.json so that it is the same from `src` and from `dist`. */
export function knowledgeFolder(): string {
  return join(dirname(fileURLToPath(import.meta.resolve('#package'))), 'knowledge');
}
