#!/usr/bin/env node
import { Command, CommanderError } from 'commander';
import { generateExamples } from './answering/generate-examples.ts';
import { indexKnowledge } from './answering/index-knowledge.ts';
import { learnWeights } from './answering/learn-weights.ts';
import { readExamples } from './knowledge/read-examples.ts';
import { fingerprintOf, writeWeights } from './knowledge/weights-file.ts';
import {
  KnowledgeError,
  readKnowledge,
  readKnowledgeFiles,
  toKnowledge,
} from './knowledge/read-knowledge.ts';
import { knowledgeFolder } from './package-folder.ts';
import { askOne, askEachLine, readTypedQuestion } from './terminal/ask.ts';
import { listFacts } from './terminal/facts.ts';
import { checkSource, countKnowledge } from './terminal/check.ts';
import { InputError } from './terminal/input-error.ts';
import { readText } from './terminal/read-text.ts';

/** Exit codes: 1 for a broken knowledge base, 2 for input that cannot be used, 141 as a shell reports a closed pipe. */
const exitCodes = { brokenBase: 1, badInput: 2, closedPipe: 141 } as const;

// The reader of the output may go at any time (`footnote facts | head`).
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
  process.stderr.write('footnote: whoever read the output has stopped reading.\n');
  process.exit(exitCodes.closedPipe);
});

const print = (line: string) => process.stdout.write(`${line}\n`);
const load = () => readKnowledge(knowledgeFolder());

const program = new Command('footnote')
  .description('Answers earnings questions with the cited figure.')
  // One line, also where commander adds a guess on a line of its own.
  .configureOutput({
    outputError: (text, write) =>
      write(
        `footnote: ${text
          .trim()
          .replace(/^error: |\.$/g, '')
          .replaceAll('\n', ' ')}; --help lists the commands.\n`,
      ),
  })
  .exitOverride();

program
  .command('ask')
  .description('answer a question')
  .argument('[question...]', 'the question, or - to read one a line from standard input (with --json)')
  .option('--json', 'print one JSON line an answer')
  .action(async (words: string[], { json = false }: { json?: boolean }) => {
    const typed = words.join(' ');
    if (json && typed === '-') {
      await askEachLine(indexKnowledge(load()), process.stdin, print);
      return;
    }
    const question = readTypedQuestion(typed);
    print(askOne(indexKnowledge(load()), question, { json, styled: process.stdout.isTTY }));
  });

program
  .command('facts')
  .description('list the facts of the base')
  .option('--json', 'print one JSON line a fact, with all that it holds')
  .option('--topic <name>', 'only the facts of a topic, such as Results')
  .option('--search <words>', 'only the facts that these words are found in')
  .action((options: { json?: boolean; topic?: string; search?: string }) => {
    for (const line of listFacts(load(), options)) print(line);
  });

program
  .command('check')
  .description('check the knowledge base and count what it holds')
  .option('--source <file>', "prove the facts of an article against the article's text")
  .action(({ source }: { source?: string }) => {
    const files = readKnowledgeFiles(knowledgeFolder());
    const knowledge = toKnowledge(files);
    print(countKnowledge(knowledge));
    const examples = readExamples(knowledgeFolder(), knowledge);
    const isUpToDate = knowledge.weights['learnt-from'] === fingerprintOf(knowledge, examples);
    print(
      isUpToDate
        ? `  weights: learnt from ${examples.length} example questions`
        : '  weights: out of date; run footnote learn',
    );
    if (source === undefined) return;
    const { report, problems } = checkSource(files, { path: source, text: readText(source) });
    if (report !== '') print(report);
    if (problems.length > 0) throw new KnowledgeError(problems);
  });

program
  .command('learn')
  .description('learn from the example questions anew: after a change of examples, facts or vocabulary')
  .action(() => {
    const knowledge = indexKnowledge(load());
    const written = readExamples(knowledgeFolder(), knowledge);
    const generated = generateExamples(knowledge);
    const weights = learnWeights(knowledge, [...written, ...generated]);
    writeWeights(knowledgeFolder(), { 'learnt-from': fingerprintOf(knowledge, written), ...weights });
    print(`Learnt from ${written.length} example questions and ${generated.length} generated ones.`);
  });

try {
  await program.parseAsync();
} catch (error) {
  if (error instanceof CommanderError) {
    // Commander has printed its line already. Help that was asked for is no error.
    process.exitCode = error.exitCode === 0 ? 0 : exitCodes.badInput;
  } else if (error instanceof InputError) {
    process.stderr.write(`footnote: ${error.message}\n`);
    process.exitCode = exitCodes.badInput;
  } else if (error instanceof KnowledgeError) {
    process.stderr.write(`${error.message}\n`);
    process.exitCode = exitCodes.brokenBase;
  } else throw error;
}
