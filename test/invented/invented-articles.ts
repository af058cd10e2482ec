import { appendFileSync, cpSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const inventedArticles = [
  'northlight-2025-06',
  'northlight-2025-09',
  'northlight-2025-09-wire',
] as const;

type InventedArticle = (typeof inventedArticles)[number];

/** Puts invented articles, and the words for what they are about, into a copy of a knowledge folder. */
export function addInventedArticles(copy: string, articles: readonly InventedArticle[]): void {
  for (const file of ['companies.yaml', 'people.yaml'])
    appendFileSync(join(copy, 'vocabulary', file), readFileSync(pathOf(file)));
  for (const article of articles) cpSync(pathOf(article), join(copy, article), { recursive: true });
}

/** The text that an invented article is drawn from. */
export function textOf(article: InventedArticle): string {
  return readFileSync(pathOf(`${article}.txt`), 'utf8');
}

/** The folder of the invented articles. */
export function inventedFolder(): string {
  return pathOf('.');
}

function pathOf(name: string): string {
  return fileURLToPath(new URL(name, import.meta.url));
}
