import { styleText } from 'node:util';
import { answerQuestion, longestQuestion } from '../answering/answer-question.ts';
import { cleanText } from '../answering/clean-text.ts';
import type { Answer } from '../answering/answer.ts';
import type { Finding } from '../answering/finding.ts';
import type { IndexedKnowledge } from '../answering/index-knowledge.ts';
import { languageOf } from '../answering/language-of.ts';
import { citedParagraphs, titleOf, wordAnswer, wordFinding } from '../answering/word-answer.ts';
import { InputError } from './input-error.ts';

/** Takes a question from the command line. Throws an InputError where there is none, or none that can be read. */
export function readTypedQuestion(typed: string): string {
  const unusable = whyUnusable(typed);
  if (unusable !== undefined)
    throw new InputError(`${unusable} For example: ask "How much revenue did Alibaba make?"`);
  return typed;
}

function whyUnusable(question: string): string | undefined {
  if (question.trim() === '') return 'there is no question.';
  if (question.length > longestQuestion) {
    return `the question has ${question.length} characters; at most ${longestQuestion} are read.`;
  }
  // Replacement characters are what is left of bytes that were no text.
  if (!/[\p{L}\p{N}]/u.test(cleanText(question)) || question.includes('\u{fffd}'))
    return 'the question cannot be read as text.';
  return undefined;
}

/** Answers one question: the reply as a person reads it in a terminal, or one JSON line. */
export function askOne(
  knowledge: IndexedKnowledge,
  question: string,
  { json, styled }: { json: boolean; styled: boolean },
): string {
  const answer = answerQuestion(knowledge, question);
  if (json) return toJsonLine(knowledge, question, answer);
  return forTerminal(wordAnswer(knowledge, answer, languageOf(question)), styled);
}

/**
 * Answers one question a line and prints one JSON line for each, in order, as the lines come in. A line that cannot be
 * used gets its line too, with status "unknown" and the reason as its reply.
 */
export async function askEachLine(
  knowledge: IndexedKnowledge,
  input: AsyncIterable<Buffer | string>,
  print: (line: string) => void,
): Promise<void> {
  for await (const line of linesOf(input)) {
    const unusable = whyUnusable(line);
    if (unusable === undefined) print(askOne(knowledge, line, { json: true, styled: false }));
    else print(JSON.stringify({ question: line, status: 'unknown', reply: unusable, ...nothing }));
  }
}

const nothing = { facts: [], citations: [], computed: false, candidates: [] };

/** Lines end at a line feed alone: other line separators are part of a question. */
async function* linesOf(input: AsyncIterable<Buffer | string>): AsyncGenerator<string> {
  const decoder = new TextDecoder();
  let rest = '';
  for await (const chunk of input) {
    rest += typeof chunk === 'string' ? chunk : decoder.decode(chunk, { stream: true });
    const lines = rest.split('\n');
    rest = lines.pop() ?? '';
    yield* lines.map((line) => line.replace(/\r$/, ''));
  }
  rest += decoder.decode();
  if (rest !== '') yield rest;
}

function toJsonLine(knowledge: IndexedKnowledge, question: string, answer: Answer): string {
  const language = languageOf(question);
  const answered = answer.status === 'answered' ? answer.findings : [];
  const candidates = answer.status === 'choose' ? answer.findings : [];
  return JSON.stringify({
    question,
    status: answer.status,
    reply: wordAnswer(knowledge, answer, language),
    facts: [...new Set(answered.flatMap(({ facts }) => facts.map(({ id }) => id)))],
    citations: answered.flatMap(citationsOf),
    computed: answered.some(({ computed }) => computed),
    candidates: candidates.map((finding) => ({
      id: finding.id,
      title: titleOf(finding, language),
      reply: wordFinding(knowledge, finding, language),
    })),
  });
}

function citationsOf(finding: Finding): { article: string; paragraph: number }[] {
  return citedParagraphs(finding).map((paragraph) => ({ article: finding.article.source.id, paragraph }));
}

/** Turns the reply's Discord Markdown into terminal text: bold where the terminal can, and the citation dimmed. */
function forTerminal(reply: string, styled: boolean): string {
  return reply
    .split('\n')
    .map((line) => {
      const subtext = /^-# (.*)$/.exec(line)?.[1];
      if (subtext !== undefined) return styled ? styleText('dim', subtext) : subtext;
      return line.replaceAll(/\*\*(.+?)\*\*/g, (_, bold: string) =>
        styled ? styleText('bold', bold) : bold,
      );
    })
    .join('\n');
}
