import { answerQuestion, longestQuestion } from './answer-question.ts';
import { cleanText } from './clean-text.ts';
import type { Finding } from './finding.ts';
import type { IndexedFinding, IndexedKnowledge } from './index-knowledge.ts';
import { hasFigure } from './key-figures.ts';
import { isName } from './lexicon.ts';
import { readNumbers, type NumberMention } from './read-numbers.ts';
import { readQuestion, type Item } from './read-question.ts';
import { sentencesOf } from './sentences.ts';
import { agreesWith } from './stated-number.ts';
import { states } from './weigh-reading.ts';

/**
 * What the base makes of something that a message says: `supported` or `contradicted` by a finding; `open` where the
 * finding is on the same thing and does not settle it; `absent` where there is none.
 */
export type CheckedClaim = {
  /** The figure as the message has it, or the words of a sentence without one. */
  readonly said: string;
  readonly verdict: 'supported' | 'contradicted' | 'open' | 'absent';
  readonly finding: IndexedFinding | undefined;
};

/** What comes after so many sentences is not checked. */
const mostSentences = 40;

/** Checks the figures of a message one by one in order, and those of its sentences that hold none. Pure. */
export function checkClaims(knowledge: IndexedKnowledge, message: string): CheckedClaim[] {
  const sentences = sentencesOf(cleanText(message)).slice(0, mostSentences);
  const before: string[] = [];
  return sentences.flatMap((sentence) => {
    const clauses = splitClauses(sentence.slice(0, longestQuestion));
    return clauses.flatMap((clause) => {
      // "Revenue was 247 billion, up 2%": what the second half is about stands in the first.
      const subject = before.findLast((text) => namesAny(knowledge, text, ['measure', 'topic', 'business']));
      before.push(clause);
      const numbers = readNumbers(clause);
      return numbers.length === 0
        ? checkPlainClaim(knowledge, clause)
        : numbers.map((number) => checkNumber(knowledge, { clause, number, subject }));
    });
  });
}

const clauseBreak = /,(?!\d)|[，；;]|\s+-\s+|\s(?:and|but|while|whereas)\s|而|但|以及/giu;

/** Cuts a sentence between two figures, so that each is read with what it is said of. */
function splitClauses(sentence: string): string[] {
  const clauses: string[] = [];
  let start = 0;
  for (const { index, 0: separator } of sentence.matchAll(clauseBreak)) {
    const clause = sentence.slice(start, index);
    const rest = sentence.slice(index + separator.length);
    if (readNumbers(clause).length === 0 || readNumbers(rest).length === 0) continue;
    clauses.push(clause);
    start = index + separator.length;
  }
  return [...clauses, sentence.slice(start)];
}

function namesAny({ context }: IndexedKnowledge, text: string, kinds: readonly Item['kind'][]): boolean {
  return readQuestion(text, context).items.some(({ kind }) => kinds.includes(kind));
}

type NumberClaim = {
  readonly clause: string;
  readonly number: NumberMention;
  readonly subject: string | undefined;
};

function checkNumber(knowledge: IndexedKnowledge, { clause, number, subject }: NumberClaim): CheckedClaim {
  const said = clause.slice(number.start, number.end).trim();
  const isShare = isShareOf(number, clause);
  const isWhole = subject === undefined || (namesAny(knowledge, clause, ['measure', 'topic']) && !isShare);
  const text = isWhole ? clause : `${withoutNumbers(subject)} ${clause}`;
  // Without its numbers a text tells what is meant; with them it would find whatever has such a number.
  const meant = findingsFor(knowledge, withoutNumbers(text));
  const agrees = (finding: Finding) => isOfKind(finding) && agreesWith(finding, number, clause);
  // "26% of" something is a share, and no rise of 26%.
  const isOfKind = ({ figures, quantity }: Finding) =>
    isShare ? quantity?.unit === 'percent' : figures.some(({ unit }) => unit === number.unit);
  // What only tells of other facts' figures contradicts nothing.
  const comparable = meant.answered.filter((finding) => hasFigure(finding) && isOfKind(finding));
  const candidates =
    comparable.length > 0
      ? comparable
      : [
          ...meant.offered,
          ...findingsFor(knowledge, text).answered,
          ...knowledge.findings.filter((finding) => isNamedIn(knowledge, finding, text)),
        ];
  const holder = candidates.find(agrees);
  if (holder) return { said, verdict: verdictOn(knowledge, clause, holder), finding: holder };
  const [contradicting] = comparable;
  if (contradicting) {
    // "Did not grow 30%" may well be true, for what it says of the true figure.
    return { said, verdict: isDenied(clause) ? 'open' : 'contradicted', finding: contradicting };
  }
  const related = meant.answered[0] ?? namedHolder(knowledge, text, number);
  return { said, verdict: related ? 'open' : 'absent', finding: related };
}

/** Whether a text names the measure of a finding, and nobody of whom that does not speak. */
function isNamedIn(
  { context }: IndexedKnowledge,
  { measure, speaksOf }: IndexedFinding,
  text: string,
): boolean {
  const { items } = readQuestion(text, context);
  return (
    items.some(({ key }) => key === measure) &&
    items.every(({ kind, key }) => !isName(kind) || speaksOf.has(key))
  );
}

function isShareOf({ unit, start, end }: NumberMention, clause: string): boolean {
  return (
    unit === 'percent' &&
    (/^\s*of\b/i.test(clause.slice(end)) || /占[^，。；]*$/.test(clause.slice(0, start)))
  );
}

/** A finding that states a number and is about somebody whom the text names. */
function namedHolder(knowledge: IndexedKnowledge, text: string, number: NumberMention) {
  const named = new Set(readQuestion(text, knowledge.context).items.map(({ key }) => key));
  return knowledge.findings.find((finding) => named.has(finding.about) && states(finding, number));
}

/** What a sentence without a figure says is supported only where the base speaks of all of it. */
function checkPlainClaim(knowledge: IndexedKnowledge, sentence: string): CheckedClaim[] {
  if (/[?？]\s*$/.test(sentence)) return [];
  const said = sentence.trim();
  const { items } = readQuestion(sentence, knowledge.context);
  const [finding] = findingsFor(knowledge, sentence).answered;
  if (!finding) {
    const isOnSubject =
      items.some(({ kind, key }) => isName(kind) && knowledge.held.has(key)) &&
      items.some(({ kind }) => kind === 'measure' || kind === 'topic');
    return isOnSubject ? [{ said, verdict: 'absent', finding }] : [];
  }
  const verdict = verdictOn(knowledge, sentence, finding);
  const isCovered = items.every(({ key }) => finding.speaksOf.has(key) || isDirection(key));
  return [{ said, verdict: verdict === 'supported' && !isCovered ? 'open' : verdict, finding }];
}

/** A figure that is right can stand in a sentence that is wrong: "fell 26%", "did not make 247 billion". */
function verdictOn(
  knowledge: IndexedKnowledge,
  text: string,
  { computed, facts }: Finding,
): CheckedClaim['verdict'] {
  if (isDenied(text)) return 'contradicted';
  const change = computed ? undefined : facts[0]?.change?.amount;
  if (change === undefined) return 'supported';
  const opposite = change < 0 ? 'growth' : 'decline';
  const { items } = readQuestion(text, knowledge.context);
  return items.some(({ key }) => key === opposite) ? 'contradicted' : 'supported';
}

function isDirection(key: string): boolean {
  return key === 'growth' || key === 'decline' || key === 'growth-rate';
}

const denial =
  /\b(?:not|never|no longer|cannot|\w+n't)\b(?!\s+(?:only|just|bad|surprising))|没有|并未|未能|不是|并非|从未/iu;

function isDenied(text: string): boolean {
  return denial.test(text);
}

function withoutNumbers(text: string): string {
  return readNumbers(text).reduceRight(
    (rest, { start, end }) => `${rest.slice(0, start)} ${rest.slice(end)}`,
    text,
  );
}

function findingsFor(knowledge: IndexedKnowledge, text: string) {
  const answer = answerQuestion(knowledge, text.slice(0, longestQuestion));
  const indexed = answer.status === 'unknown' ? [] : answer.findings;
  const found = knowledge.findings.filter((finding) => indexed.some(({ id }) => id === finding.id));
  return answer.status === 'answered' ? { answered: found, offered: [] } : { answered: [], offered: found };
}
