import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

type Run = {
  readonly input?: string | Buffer;
  /** Closes the reading end of its standard output before anything is written. */
  readonly stopReading?: boolean;
  /** The program's own folder; this checkout unless given. */
  readonly program?: string;
};

const checkout = fileURLToPath(new URL('..', import.meta.url));

/** Runs the real program in an empty folder, to its end. */
async function footnote(
  args: readonly string[],
  { input = '', stopReading = false, program = checkout }: Run = {},
) {
  const folder = mkdtempSync(join(tmpdir(), 'footnote-'));
  try {
    const cli = spawn(
      process.execPath,
      [`--import=${import.meta.resolve('tsx')}`, join(program, 'src/cli.ts'), ...args],
      { cwd: folder, env: { PATH: process.env['PATH'] }, timeout: 110_000, killSignal: 'SIGKILL' },
    );
    const output = { out: '', error: '' };
    cli.stdout.setEncoding('utf8').on('data', (text: string) => {
      output.out += text;
    });
    cli.stderr.setEncoding('utf8').on('data', (text: string) => {
      output.error += text;
    });
    if (stopReading) cli.stdout.destroy();
    // The program may end before it has read what is typed.
    cli.stdin.on('error', () => undefined);
    cli.stdin.end(input);
    const [code, signal]: unknown[] = await once(cli, 'close');
    return { code, signal, ...output };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const revenueQuestion = 'How much revenue did Alibaba make?';

function jsonLines(out: string): unknown[] {
  return out
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));
}

describe('the command line', { timeout: 120_000 }, () => {
  it('answers a question in words, with the figure first and the citation last', async () => {
    const { code, out, error } = await footnote(['ask', revenueQuestion]);
    expect({ code, error }).toEqual({ code: 0, error: '' });
    expect(out).toMatch(
      /^Alibaba.*247\.652 billion.*2%.*\n(?:.*\n)*Deep News, 1 Sep 2025, paragraph 3 .*\n$/,
    );
  });

  it('ends with 1 where a text bears no article out, and with 2 where there is no text', async () => {
    const foreign = await footnote(['check', '--source', join(checkout, 'README.md')]);
    expect(foreign.error).toMatch(/README\.md:1 {2}no paragraph of this text has a fingerprint/);
    expect(foreign.code).toBe(1);
    const missing = await footnote(['check', '--source', 'nowhere.txt']);
    expect(missing.error).toMatch(/^footnote: nowhere\.txt cannot be read: /);
    expect(missing.code).toBe(2);
  });

  it('takes the words of a question without quotes too', async () => {
    const [quoted, unquoted] = await Promise.all([
      footnote(['ask', revenueQuestion]),
      footnote(['ask', ...revenueQuestion.split(' ')]),
    ]);
    expect(unquoted).toEqual(quoted);
  });

  it('answers each line of standard input with a JSON line', async () => {
    const input = `${revenueQuestion}\nwhat was tencent revenue\n`;
    const { code, out, error } = await footnote(['ask', '--json', '-'], { input });
    expect({ code, error }).toEqual({ code: 0, error: '' });
    expect(jsonLines(out)).toMatchObject([
      {
        question: revenueQuestion,
        status: 'answered',
        reply: expect.stringMatching(/247\.652 billion.*2%/),
        citations: [{ article: 'alibaba-2025-06', paragraph: 3 }],
      },
      { question: 'what was tencent revenue', status: 'unknown' },
    ]);
  });

  it('gives bytes that are no text their JSON line, and goes on', async () => {
    const input = Buffer.concat([Buffer.of(0xff, 0x00, 0xfe, 0x0a), Buffer.from(`${revenueQuestion}\n`)]);
    const { code, out, error } = await footnote(['ask', '--json', '-'], { input });
    expect({ code, error }).toEqual({ code: 0, error: '' });
    expect(jsonLines(out)).toMatchObject([{ status: 'unknown' }, { status: 'answered' }]);
  });

  it('prints nothing for no lines, and ends with 0', async () => {
    expect(await footnote(['ask', '--json', '-'])).toEqual({ code: 0, signal: null, out: '', error: '' });
  });

  it('ends with 0 for a question that it cannot answer: an honest answer is no failure', async () => {
    const { code, out, error } = await footnote(['ask', 'what was tencent revenue']);
    expect({ code, error }).toEqual({ code: 0, error: '' });
    expect(out).toMatch(/^The article does not give that: nothing on Tencent\./);
  });

  it('lists the facts and checks the base', async () => {
    const [facts, check] = await Promise.all([
      footnote(['facts', '--json', '--topic', 'Results']),
      footnote(['check']),
    ]);
    expect(facts).toMatchObject({ code: 0, error: '', out: expect.stringContaining('"id":"net-profit"') });
    expect(check).toMatchObject({
      code: 0,
      error: '',
      out: expect.stringMatching(/^The knowledge base is in order\./),
    });
  });

  it.each([[['--help']], [['help']], [['ask', '--help']], [['-h']]])(
    'prints help for %j and ends with 0',
    async (args) => {
      const { code, out, error } = await footnote(args);
      expect({ code, error }).toEqual({ code: 0, error: '' });
      expect(out).toMatch(/^Usage: footnote /);
    },
  );

  it('prints its help on standard error where no command is given, and ends with 2', async () => {
    expect(await footnote([])).toMatchObject({
      code: 2,
      out: '',
      error: expect.stringMatching(/^Usage: footnote /),
    });
  });
});

describe('bad input on the command line', { timeout: 120_000 }, () => {
  it.each([
    ['no question', ['ask'], /there is no question/],
    ['no question for JSON', ['ask', '--json'], /there is no question/],
    ['a blank question', ['ask', ' \n\t '], /there is no question/],
    ['a question of 10,000 characters', ['ask', 'x'.repeat(10_000)], /10000 characters; at most 2000/],
    ['a question that is no text', ['ask', '\u{fffd}\u{fffd}'], /cannot be read as text/],
    ['an unknown option', ['ask', '--loud', 'x'], /unknown option '--loud'/],
    ['an unknown option of the program', ['--loud'], /unknown option '--loud'/],
    ['an unknown command', ['answer'], /unknown command 'answer'/],
    ['a mistyped command', ['fact'], /unknown command 'fact'/],
    ['an argument too many', ['check', 'all'], /too many arguments for 'check'/],
    ['an option without its value', ['facts', '--topic'], /--topic/],
    [
      'an unknown topic',
      ['facts', '--topic', 'Weather'],
      /there is no topic "Weather"; there are: .*Results/,
    ],
    ['nothing to look for', ['facts', '--search', ''], /--search needs words/],
  ])('gets one clear line and exit code 2: %s', async (_what, args, message) => {
    const { code, out, error } = await footnote(args);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(error).toMatch(message);
    expect(error).toMatch(/^[^\n]+\n$/);
  });
});

describe('what goes wrong around the command line', { timeout: 120_000 }, () => {
  it.each([
    ['facts', ['facts'], ''],
    ['facts --json', ['facts', '--json'], ''],
    ['ask --json -', ['ask', '--json', '-'], `${revenueQuestion}\n`.repeat(50)],
  ])('is told in one line when the reader of `%s` closes, and ends with 141', async (_what, args, input) => {
    const { code, error } = await footnote(args, { input, stopReading: true });
    expect(code).toBe(141);
    expect(error).toMatch(/^footnote: [^\n]+\n$/);
  });

  it('is reported without a stack when the knowledge base is broken, with exit code 1', async () => {
    const program = mkdtempSync(join(tmpdir(), 'footnote-'));
    try {
      for (const part of ['package.json', 'src', 'knowledge']) {
        cpSync(join(checkout, part), join(program, part), { recursive: true });
      }
      symlinkSync(join(checkout, 'node_modules'), join(program, 'node_modules'));
      writeFileSync(join(program, 'knowledge/alibaba-2025-06/facts/added.yaml'), 'topic: Added\nfacts: []\n');
      const commands = [['check'], ['facts'], ['ask', revenueQuestion]];
      for (const { code, out, error } of await Promise.all(
        commands.map((args) => footnote(args, { program })),
      )) {
        expect({ code, out }).toEqual({ code: 1, out: '' });
        expect(error).toMatch(
          /^The knowledge base has 1 problem:\n {2}alibaba-2025-06\/facts\/added\.yaml:2 {2}\S.*\n$/,
        );
      }
    } finally {
      rmSync(program, { recursive: true });
    }
  });
});
