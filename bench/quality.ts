import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { Command } from 'commander';
import { indexKnowledge } from '../src/answering/index-knowledge.ts';
import { KnowledgeError, readKnowledge } from '../src/knowledge/read-knowledge.ts';
import { knowledgeFolder, packagePath } from '../src/package-folder.ts';
import { InputError } from '../src/terminal/input-error.ts';
import { judge } from './judge.ts';
import { createPlainSearches } from './plain-search.ts';
import { mapWithProgress } from './progress.ts';
import { formatBreakdown, formatGoals } from './quality-report.ts';
import { readQuestions, readQuestionSet, type Question } from './question.ts';
import { replyOfFootnote, replyOfSearch, type Reply } from './reply.ts';
import { holdFalseAnswers, type Trial } from './trial.ts';

const failuresPath = packagePath('bench/results/quality-failures.jsonl');
const mostFalseAnswers = 0.01;

const program = new Command('bench:quality')
  .description(
    'Puts the labelled questions to Footnote and to plain search libraries, and prints how well each answers.',
  )
  .option('--only <file>', 'the questions of this file, instead of those in test/questions')
  .action(({ only }: { only?: string }) => {
    const questions = only === undefined ? readQuestionSet() : readQuestions(only);
    const knowledge = indexKnowledge(readKnowledge(knowledgeFolder()));
    const footnote = ask('Footnote', questions, (text) => replyOfFootnote(knowledge, text));
    const searches = createPlainSearches(knowledge.findings).map((search) =>
      ask(search.name, questions, (text) => replyOfSearch(knowledge, text, search)),
    );
    const refusing = searches.map((trial) => holdFalseAnswers(trial, mostFalseAnswers));
    print([
      formatGoals(footnote, searches),
      `The searches cannot refuse. Each with the score threshold that keeps its false answers to ${100 * mostFalseAnswers}% on these questions:`,
      formatGoals(footnote, refusing),
      formatBreakdown(footnote),
      `Footnote's failures: ${writeFailures(footnote)}`,
    ]);
  });

function ask<Kind extends Reply>(
  name: string,
  questions: readonly Question[],
  reply: (question: string) => Kind,
): Trial<Kind> {
  const judged = mapWithProgress(
    questions,
    (question) => {
      const given = reply(question.q);
      return { question, reply: given, verdict: judge(question, given) };
    },
    { name, stream: process.stderr },
  );
  return { name, judged };
}

/** Writes the questions whose verdict is not "right", one JSON line each, and gives back where. */
function writeFailures({ judged }: Trial): string {
  const lines = judged
    .filter(({ verdict }) => verdict !== 'right')
    .map(({ question: { all, none, ...question }, reply, verdict }) => {
      const patterns = { all: all.map(({ source }) => source), none: none.map(({ source }) => source) };
      return `${JSON.stringify({ verdict, ...question, reply: reply.text, ...patterns })}\n`;
    });
  mkdirSync(dirname(failuresPath), { recursive: true });
  writeFileSync(failuresPath, lines.join(''));
  return `${lines.length} in ${failuresPath}`;
}

function print(blocks: readonly string[]): void {
  process.stdout.write(`${blocks.join('\n\n')}\n`);
}

try {
  program.parse();
} catch (error) {
  if (!(error instanceof InputError || error instanceof KnowledgeError)) throw error;
  process.stderr.write(`bench:quality: ${error.message}\n`);
  process.exitCode = 1;
}
