import { readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, posix } from 'node:path';
import { describe, expect, it } from 'vitest';

const checkout = new URL('..', import.meta.url);

type Import = { readonly from: string; readonly to: string };

function filesIn(folder: string): string[] {
  return readdirSync(new URL(folder, checkout), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.ts'))
    .map((entry) => posix.join(posix.relative(checkout.pathname, entry.parentPath), entry.name))
    .toSorted();
}

function textOf(file: string): string {
  return readFileSync(new URL(file, checkout), 'utf8');
}

/** What a module imports, by whichever form: a path from the root of the checkout, or the name of a package. */
function importsIn(file: string, text: string): Import[] {
  const named = text.matchAll(/\b(?:from|import|require|resolve)\s*\(?\s*(['"])(?<name>[^'"\n]+)\1/g);
  return [...named].map(({ groups }) => {
    const name = groups?.['name'] ?? '';
    return {
      from: file,
      to: name.startsWith('.') ? posix.join(dirname(file), name) : name.replace(/^node:/, ''),
    };
  });
}

const program = [...filesIn('src'), ...filesIn('commands'), ...filesIn('components')];
const imports = program.flatMap((file) => importsIn(file, textOf(file)));

function isWithin(place: string, path: string): boolean {
  return path === place || path.startsWith(`${place}/`);
}

function importsFrom(folder: string): Import[] {
  return imports.filter(({ from }) => isWithin(folder, from));
}

function importsOf(...places: string[]): (of: Import) => boolean {
  return ({ to }) => places.some((place) => isWithin(place, to));
}

const discordPackages = ['discord.js', '@discordjs', 'discord-api-types'];

describe('the reader of imports', () => {
  it('sees every form of import', () => {
    const text = [
      "import { a } from './a.ts';",
      "import type { B } from '../knowledge/b.ts';",
      "import '../side-effect.ts';",
      "export * from '../../commands/index.ts';",
      "const late = await import('node:fs/promises');",
      'import c from "discord.js";',
      "import {\n  d,\n  e,\n} from '@discordjs/rest';",
    ].join('\n');
    expect(importsIn('src/answering/x.ts', text).map(({ to }) => to)).toEqual([
      'src/answering/a.ts',
      'src/knowledge/b.ts',
      'src/side-effect.ts',
      'commands/index.ts',
      'fs/promises',
      'discord.js',
      '@discordjs/rest',
    ]);
  });

  it('finds the files of the program and their imports', () => {
    expect(program).toContain('src/main.ts');
    expect(imports).toContainEqual({ from: 'commands/index.ts', to: 'commands/ask.ts' });
    expect(imports).toContainEqual({ from: 'src/knowledge/read-knowledge.ts', to: 'fs' });
    expect(imports).toContainEqual({
      from: 'src/answering/index-knowledge.ts',
      to: 'src/knowledge/knowledge.ts',
    });
  });
});

describe('the arrows of the design', () => {
  it.each([
    [
      'src/knowledge',
      [
        'src/answering',
        'src/charts',
        'src/curating',
        'src/discord',
        'src/terminal',
        'src/playground',
        'commands',
        ...discordPackages,
      ],
    ],
    [
      'src/answering',
      [
        'src/charts',
        'src/curating',
        'src/discord',
        'src/terminal',
        'src/playground',
        'commands',
        ...discordPackages,
        'fs',
      ],
    ],
    ['src/charts', ['src/discord', 'src/terminal', 'src/playground', 'commands', ...discordPackages]],
    ['src/curating', ['src/discord', 'src/terminal', 'src/playground', 'commands', ...discordPackages, 'fs']],
    ['src/terminal', ['src/discord', 'src/playground', 'commands', ...discordPackages]],
    ['src/discord', ['src/terminal', 'src/playground', 'commands']],
    ['src/playground', ['src/answering', 'src/knowledge', 'src/terminal', 'commands']],
  ])('do not lead from %s to any of %j', (folder, forbidden) => {
    const from = importsFrom(folder);
    expect(from).not.toEqual([]);
    expect(from.filter(importsOf(...forbidden))).toEqual([]);
  });

  it('lead to the playground from nowhere but main', () => {
    const leading = imports.filter(importsOf('src/playground')).map(({ from }) => from);
    expect(leading.filter((from) => !isWithin('src/playground', from) && from !== 'src/main.ts')).toEqual([]);
  });

  it('lead to the list of commands from nowhere but main', () => {
    const leading = imports.filter(importsOf('commands/index.ts')).map(({ from }) => from);
    expect(leading).toEqual(['src/main.ts']);
  });

  it('lead from the program to no test and no benchmark', () => {
    expect(imports.filter(importsOf('test', 'bench'))).toEqual([]);
  });
});

describe('the names of the house', () => {
  const files = [...program, ...filesIn('test'), ...filesIn('bench')];

  it('say what is in a file, so that none is a drawer for everything', () => {
    const drawers = /(?:^|[-.])(?:utils?|helpers?|common|managers?|services?)(?:$|[-.])/;
    const parts = files.flatMap((file) => [...dirname(file).split('/'), basename(file, '.ts')]);
    expect(parts.filter((part) => drawers.test(part))).toEqual([]);
  });

  it('are the names of exports too: no module has a default export', () => {
    const defaults = /^export default\b|^export\s*\{[^}]*\bdefault\b/m;
    expect(
      files.filter((file) => file !== 'test/architecture.test.ts' && defaults.test(textOf(file))),
    ).toEqual([]);
  });
});
