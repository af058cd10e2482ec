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
  const checked: CheckedClaim[] = [];
  const sentences = sentencesOf(cleanText(message)).slice(0, mostSentences);
  let subject: string | undefined;
  for (const clause of sentences.flatMap((sentence) => splitClauses(sentence.slice(0, longestQuestion)))) {
    const numbers = readNumbers(clause);
    if (numbers.length === 0) checked.push(...checkPlainClaim(knowledge, clause));
    for (const number of numbers) {
      const last = checked.at(-1);
      const previous = last?.verdict === 'open' ? undefined : last?.finding;
      checked.push(checkNumber(knowledge, { clause, number, subject, previous }));
    }
    if (namesAny(knowledge, clause, ['measure', 'topic', 'business'])) subject = clause;
  }
  return checked;
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
  /** The clause before it that says what it is about: "revenue was 247 billion, up 2%". */
  readonly subject: string | undefined;
  /** What the figure before it was held against. */
  readonly previous: IndexedFinding | undefined;
};

function checkNumber(
  knowledge: IndexedKnowledge,
  { clause, number, subject, previous }: NumberClaim,
): CheckedClaim {
  const said = clause.slice(number.start, number.end).trim();
  const isShare = isShareOf(number, clause);
  const isWhole = subject === undefined || (namesAny(knowledge, clause, ['measure', 'topic']) && !isShare);
  const text = isWhole ? clause : `${withoutNumbers(subject)} ${clause}`;
  // Without its numbers a text tells what is meant; with them it would find whatever has such a number.
  const names = ['measure', 'topic', 'company', 'business', 'person'] as const;
  const meant =
    previous && !namesAny(knowledge, clause, names)
      ? { answered: [previous, ...findingsAbout(knowledge, subject)], offered: [] }
      : findingsFor(knowledge, withoutNumbers(text));
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
  // "It was not in vain: the share rose to 28%" denies no figure.
  const [stretch = ''] = clause
    .slice(0, number.end)
    .split(/[,，:：;；]\s?/)
    .slice(-1);
  if (holder) {
    const verdict = isDenied(stretch) ? 'contradicted' : verdictOn(knowledge, clause, holder);
    return { said, verdict, finding: holder };
  }
  const [contradicting] = comparable;
  if (contradicting) {
    // "Did not grow 30%" may well be true, for what it says of the true figure.
    const isOpen = isDenied(stretch) || namesSeveral(knowledge, clause);
    return { said, verdict: isOpen ? 'open' : 'contradicted', finding: contradicting };
  }
  const related = meant.answered[0] ?? namedHolder(knowledge, text, number);
  return { said, verdict: related ? 'open' : 'absent', finding: related };
}

/** The facts that are about a business which a text names: "retail and cloud grew 12% and 26%". */
function findingsAbout({ findings, context }: IndexedKnowledge, text = ''): IndexedFinding[] {
  const { items } = readQuestion(text, context);
  const businesses = new Set(items.filter(({ kind }) => kind === 'business').map(({ key }) => key));
  return findings.filter(({ about, computed }) => !computed && businesses.has(about));
}

/** Of two things that are named together, nothing tells which one a figure is of. */
function namesSeveral({ context }: IndexedKnowledge, text: string): boolean {
  return readQuestion(text, context).items.filter(({ kind }) => kind === 'measure').length > 1;
}

/** Whether a text names the measure of a finding, and neither a time nor anybody of whom that does not speak. */
function isNamedIn(
  { context }: IndexedKnowledge,
  { measure, speaksOf, isPlan }: IndexedFinding,
  text: string,
): boolean {
  const { items, periods } = readQuestion(text, context);
  return (
    periods.length === 0 &&
    !(isPlan && items.some(({ key }) => key === 'past')) &&
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
  // What the base itself says may be a denial.
  const verdict = isDenied(sentence) ? 'open' : verdictOn(knowledge, sentence, finding);
  const isCovered = items.every(({ key }) => finding.speaksOf.has(key) || isDirection(key));
  return [{ said, verdict: verdict === 'supported' && !isCovered ? 'open' : verdict, finding }];
}

/** A figure that is right can stand in a sentence that is wrong: "fell 26%". */
function verdictOn(
  knowledge: IndexedKnowledge,
  text: string,
  { computed, facts }: Finding,
): CheckedClaim['verdict'] {
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
