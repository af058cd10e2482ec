import { readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import {
  computedFileSchema,
  exampleFileSchema,
  factFileSchema,
  sourceSchema,
  termFileSchema,
  vocabularySchemas,
} from '../../src/knowledge/schema.ts';
import { knowledgeFolder } from '../../src/package-folder.ts';

/** What editors complete and check the files of `knowledge/` by, for each kind of file. */
const schemas = {
  source: sourceSchema,
  facts: factFileSchema,
  examples: exampleFileSchema,
  computed: computedFileSchema,
  terms: termFileSchema,
  ...vocabularySchemas,
};

const schemaFolder = fileURLToPath(new URL('../../schemas', import.meta.url));

function toEditorSchema(schema: z.ZodType) {
  // What is written, not what is read from it; draft 7 is what the YAML language server knows best.
  return z.toJSONSchema(schema, { io: 'input', target: 'draft-7' });
}

/** Which schema a file goes by: its own name, or that of a folder of facts or examples. */
function kindOf(file: string): string {
  const folder = basename(dirname(file));
  return folder === 'facts' || folder === 'examples' ? folder : basename(file, '.yaml');
}

const files = readdirSync(knowledgeFolder(), { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.yaml'))
  .map((file) => join(knowledgeFolder(), file));

describe('the schemas for editors', () => {
  // After a change to src/knowledge/schema.ts: npx vitest run test/knowledge/editor-schemas.test.ts -u
  it.each(Object.entries(schemas))('are those of the program: %s', async (kind, schema) => {
    await expect(`${JSON.stringify(toEditorSchema(schema), undefined, 2)}\n`).toMatchFileSnapshot(
      join(schemaFolder, `${kind}.json`),
    );
  });

  it('are as many as there are kinds of files', () => {
    expect(readdirSync(schemaFolder).toSorted()).toEqual(
      Object.keys(schemas)
        .map((kind) => `${kind}.json`)
        .toSorted(),
    );
  });

  it.each(files)('are named in the first line of %s', (file) => {
    const path = relative(dirname(file), join(schemaFolder, `${kindOf(file)}.json`)).replaceAll(sep, '/');
    expect(readFileSync(file, 'utf8').split('\n')[0]).toBe(`# yaml-language-server: $schema=${path}`);
  });

  it.each(files)('accept %s', (file) => {
    const schema = z.fromJSONSchema(
      JSON.parse(readFileSync(join(schemaFolder, `${kindOf(file)}.json`), 'utf8')),
    );
    expect(schema.safeParse(parse(readFileSync(file, 'utf8'))).error).toBeUndefined();
  });

  it('refuse a misspelt key, a unit that there is not and a missing citation', () => {
    const schema = z.fromJSONSchema(JSON.parse(readFileSync(join(schemaFolder, 'facts.json'), 'utf8')));
    const fact = {
      id: 'revenue',
      about: 'alibaba',
      measure: 'revenue',
      title: 'Revenue',
      period: 2025,
      value: { amount: 1, unit: 'CNY' },
      claim: 'plan',
      statement: 'It was {value}.',
      explanation: 'None.',
      chinese: { title: '营收', statement: '是{value}。', explanation: '无。' },
      cites: [1],
    };
    const accepts = (change: object) =>
      schema.safeParse({ topic: 'Results', facts: [{ ...fact, ...change }] }).success;
    expect(accepts({})).toBe(true);
    expect(accepts({ tilte: 'Revenue' })).toBe(false);
    expect(accepts({ value: { amount: 1, unit: 'yuan' } })).toBe(false);
    expect(accepts({ cites: undefined })).toBe(false);
  });
});
