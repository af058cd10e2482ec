import Fuse from 'fuse.js';
import type { Answer } from './answer.ts';
import type { IndexedFinding, IndexedKnowledge } from './index-knowledge.ts';
import { isName, matchFinding, type Match } from './match-finding.ts';
import { readQuestion, sliceReading, type Reading } from './read-question.ts';

const mostUnexplained = 0.45;
const leastExplained = 0.6;
const closeCall = 0.15;
const mostChoices = 4;
const mostNearest = 3;

/**
 * Answers a question from the knowledge: the one finding that explains everything that was asked, a choice where it is
 * close, or `unknown`. Pure: the same question always gets the same answer.
 */
export function answerQuestion(knowledge: IndexedKnowledge, question: string): Answer {
  const reading = readQuestion(question, knowledge.context);
  const whole = decide(knowledge, reading);
  if (whole.status === 'answered') return whole;
  const parts = answerParts(knowledge, reading);
  if (parts) return parts;
  return whole;
}

function decide(knowledge: IndexedKnowledge, reading: Reading): Answer {
  const matches = knowledge.findings
    .map((finding) => matchFinding(knowledge, reading, finding))
    .filter(({ explained }) => explained > 0)
    .toSorted((one, other) => other.score - one.score);
  const possible = matches.filter(({ objections }) => objections.length === 0);
  const complete = possible.filter((match) => match.isComplete && isExplained(match));
  const [best, ...others] = complete;
  if (best) {
    const rivals = others.filter((other) => best.score - other.score < closeCall && !isPartOf(other.signature, best.signature));
    if (rivals.length === 0) return { status: 'answered', findings: [best.finding] };
    return { status: 'choose', findings: findingsOf([best, ...rivals], mostChoices) };
  }
  const partial = possible.filter((match) => match.signature.size > 0 && match.explained >= leastExplained && isExplained(match));
  if (partial.length >= 2) return { status: 'choose', findings: findingsOf(partial, mostChoices) };
  return {
    status: 'unknown',
    missing: missingFrom(knowledge, reading, matches),
    nearest: nearestTo(knowledge, reading, matches),
  };
}

function isExplained({ explained, unexplained }: Match): boolean {
  return explained >= leastExplained && unexplained / (explained + unexplained) <= mostUnexplained;
}

function isPartOf(inner: ReadonlySet<string>, outer: ReadonlySet<string>): boolean {
  return inner.size < outer.size && [...inner].every((key) => outer.has(key));
}

function findingsOf(matches: readonly Match[], most: number): IndexedFinding[] {
  return matches.slice(0, most).map(({ finding }) => finding);
}

/**
 * Answers the parts of a question on their own: the sentence that asks, without the talk around it, or two questions in
 * one, each of which must have its answer. A part that names nobody speaks of whom the rest names.
 */
function answerParts(knowledge: IndexedKnowledge, reading: Reading): Answer | undefined {
  for (const separator of [/[.?!\n。？！;；]+/g, /[,.?!\n。？！，、;；&+]+|\s(?:and|plus|also|then|but|as well as|or)\s|和|以及|还有|与/g]) {
    const parts = partsOf(reading, separator);
    if (parts.length < 2) continue;
    const answers = parts.map((part) => decide(knowledge, part));
    const answered = answers.filter((answer) => answer.status === 'answered');
    const ids = new Set(answered.flatMap(({ findings }) => findings.map(({ id }) => id)));
    if (answered.length === answers.length && ids.size <= 2) {
      const findings = [...new Map(answered.flatMap((answer) => answer.findings.map((finding) => [finding.id, finding]))).values()];
      return { status: 'answered', findings };
    }
    if (answered.length === 1 && answered[0] && answers.every((answer) => answer.status !== 'choose' || answer === answered[0])) {
      const last = answers.at(-1);
      const asking = parts.findIndex((_, index) => answers[index] === answered[0]);
      if (last === answered[0] || /\?|？/.test(reading.text.slice(parts[asking]?.items.at(-1)?.end ?? 0).slice(0, 3))) return answered[0];
    }
  }
  return undefined;
}

/** The parts that say anything, each with the names of the rest where it has none of its own. */
function partsOf(reading: Reading, separator: RegExp): Reading[] {
  const breaks = [...reading.text.matchAll(separator)].map((match) => ({ start: match.index, end: match.index + match[0].length }));
  const starts = [0, ...breaks.map(({ end }) => end)];
  const ends = [...breaks.map(({ start }) => start), reading.text.length];
  const names = reading.items.filter(({ kind }) => isName(kind));
  return starts
    .map((start, index) => sliceReading(reading, start, ends[index] ?? start))
    .filter(({ items, numbers }) => items.some(({ kind }) => kind !== 'aspect' && kind !== 'word') || numbers.length > 0)
    .map((part) => (part.items.some(({ kind }) => isName(kind)) ? part : { ...part, items: [...names, ...part.items] }));
}

/** Names what the base does not hold; where it holds everything that was named, what rules out the closest finding. */
function missingFrom(knowledge: IndexedKnowledge, reading: Reading, matches: readonly Match[]): string[] {
  const notHeld = reading.items.filter(
    ({ key, kind }) => (isName(kind) || kind === 'measure' || kind === 'topic') && !knowledge.held.has(key),
  );
  const texts = notHeld.length > 0 ? notHeld.map(({ text }) => text) : (matches[0]?.objections.map(({ text }) => text) ?? []);
  return [...new Set(texts)].slice(0, 3);
}

/** The findings that share most with the question; where none shares anything, those whose titles are spelt alike. */
function nearestTo(knowledge: IndexedKnowledge, reading: Reading, matches: readonly Match[]): IndexedFinding[] {
  const related = matches.filter(({ signature, explained }) => signature.size > 0 && explained >= 0.4);
  if (related.length > 0) return findingsOf(related, mostNearest);
  const fuse = new Fuse(knowledge.findings, { keys: ['title', 'asked'], threshold: 0.35, ignoreLocation: true });
  return fuse.search(reading.text.slice(0, 60), { limit: mostNearest }).map(({ item }) => item);
}
