import type { Answer, Missing } from './answer.ts';
import type { Finding } from './finding.ts';
import type { IndexedFinding, IndexedKnowledge } from './index-knowledge.ts';
import { matchFinding, type Match } from './match-finding.ts';
import { isPersonal, type Objection } from './objections.ts';
import { readQuestion, type Item, type Reading } from './read-question.ts';
import { splitAlternatives, splitReading, withoutGuess, type Part } from './split-reading.ts';
import { isName } from './lexicon.ts';
import { weighReading, type WeighedReading } from './weigh-reading.ts';

/** The largest share of a question that may stay unexplained, by an answer and by what is offered for choice. */
const mostUnexplained = { toAnswer: 0.45, byOneWord: 0.36, toOffer: 0.65 } as const;
/** The least weight that must be explained: less where the question plainly speaks of what the base is about. */
const leastExplained = { onSubject: 0.3, offSubject: 0.7 } as const;
/** What it takes for a finding to be the answer although one word of its meaning is missing, and its lead on the next. */
const clear = { told: 0.8, explained: 1.2, unexplained: 0.15 } as const;
const clearLead = 0.4;
/** The least weight that makes a finding worth offering, and worth naming as near. */
const leastOffered = 0.5;
const leastRelated = 0.4;
/** A topic this rarely spoken of shows that the question is on the base's subject. */
const rareEnough = 0.8;
/** Two findings whose scores are closer than this are not told apart by the question. */
const closeCall = 0.07;
/** Where nobody is named, how much else a finding tells does not say which one is meant. */
const elidedCloseCall = 0.4;
const mostAnswers = 2;
const mostChoices = 4;
const mostNearest = 3;
const mostMissing = 3;
/** A longer word is not echoed: nobody misses it, and it would not fit into the reply. */
const longestEcho = 40;

/** The longest question that is read, in characters: what a Discord message holds. */
export const longestQuestion = 2_000;

/**
 * Answers a question from the knowledge: the one finding that explains everything that was asked, a choice where it is
 * close, or `unknown`. Pure: the same question always gets the same answer.
 */
export function answerQuestion(knowledge: IndexedKnowledge, question: string): Answer {
  const reading = readQuestion(question, knowledge.context);
  const ask = (part: Reading) => decide(knowledge, part, isOnSubject(knowledge, reading));
  const whole = ask(reading);
  if (whole.status === 'answered')
    return answerAll(splitReading(reading, 'clauses'), ask, whole.findings) ?? whole;
  const unguessed = withoutGuess(reading);
  const answer = unguessed && ask(unguessed);
  if (answer?.status === 'answered') return answer;
  return (
    answerAll(splitReading(reading, 'sentences'), ask) ??
    answerAll(splitReading(reading, 'clauses'), ask) ??
    answerAll(splitAlternatives(knowledge, reading), ask) ??
    whole
  );
}

/** Whether a text names something that the base is about, and is not just made of words that the base uses too. */
function isOnSubject({ held }: IndexedKnowledge, { items, numbers }: Reading): boolean {
  return (
    numbers.length > 0 ||
    items.some(
      ({ key, kind, rarity }) =>
        held.has(key) &&
        (isName(kind) ||
          kind === 'measure' ||
          key === 'article' ||
          (kind === 'topic' && rarity >= rareEnough)),
    )
  );
}

function decide(knowledge: IndexedKnowledge, reading: Reading, onSubject: boolean): Answer {
  if (isPersonal(reading)) return { status: 'unknown', missing: [], nearest: [] };
  const weighed = weighReading(knowledge, reading);
  const matches = knowledge.findings
    .map((finding) => matchFinding(knowledge, weighed, finding))
    .filter(({ explained }) => explained > 0)
    .toSorted((one, other) => other.score - one.score);
  const least = onSubject ? leastExplained.onSubject : leastExplained.offSubject;
  const explaining = matches.filter(
    (match) => match.explained >= least && unexplainedShare(match) <= mostUnexplained.toAnswer,
  );
  const possible = explaining.filter(({ objections }) => objections.length === 0);
  const [best, ...others] = possible.filter((match) => match.isComplete && !isVague(match));
  if (best) {
    const rivals = others.filter(
      (other) =>
        best.score - other.score < (best.elided ? elidedCloseCall : closeCall) &&
        !isPartOf(other.signature, best.signature),
    );
    if (rivals.length === 0) return { status: 'answered', findings: [best.finding] };
    return { status: 'choose', findings: findingsOf([best, ...rivals], mostChoices) };
  }
  const [closest, next] = possible.filter(({ signature }) => signature.size > 0);
  if (closest && isClear(closest, weighed) && (!next || closest.score - next.score >= clearLead)) {
    return { status: 'answered', findings: [closest.finding] };
  }
  // What is about the right thing but does not tell what was asked can still be what is wanted.
  const partial = matches.filter(
    (match) =>
      match.explained >= leastOffered &&
      unexplainedShare(match) <= mostUnexplained.toOffer &&
      match.signature.size > 0 &&
      match.objections.every(({ kind }) => kind === 'aspect'),
  );
  if (partial.length >= 2) return { status: 'choose', findings: findingsOf(partial, mostChoices) };
  return {
    status: 'unknown',
    missing: missingFrom(knowledge, reading, matches),
    nearest: nearestTo(knowledge, reading, matches),
  };
}

function unexplainedShare({ explained, unexplained }: Match): number {
  return unexplained / (explained + unexplained);
}

/** One word alone means a finding only where little else was said. */
function isVague(match: Match): boolean {
  return match.signature.size === 1 && unexplainedShare(match) > mostUnexplained.byOneWord;
}

/** Whether a finding explains so much of a question, and leaves so little, that a missing word does not matter. */
function isClear(match: Match, { weights, uniqueItems }: WeighedReading): boolean {
  const { finding, missing, signature, explained } = match;
  const told = [...signature].reduce((sum, key) => sum + (weights.get(key) ?? 0), 0);
  if (missing !== 1 || told < clear.told) return false;
  if (finding.measure !== undefined && !weights.has(finding.measure)) return false;
  // What the finding only mentions is not what it is about.
  const isMentioned = ({ kind, key }: Item) =>
    (kind === 'measure' || isName(kind)) &&
    !signature.has(key) &&
    key !== finding.about &&
    key !== finding.article.source.company;
  if (uniqueItems.some(isMentioned)) return false;
  return explained >= clear.explained && unexplainedShare(match) <= clear.unexplained;
}

function isPartOf(inner: ReadonlySet<string>, outer: ReadonlySet<string>): boolean {
  return inner.size < outer.size && [...inner].every((key) => outer.has(key));
}

function findingsOf(matches: readonly Match[], most: number): IndexedFinding[] {
  return matches.slice(0, most).map(({ finding }) => finding);
}

/**
 * Answers the parts of a question on their own: the one that asks, without the talk around it, or two questions in one.
 * A part that asks for something which the base does not hold spoils the rest, because it may be what was meant. Where
 * the whole has an answer, the parts must tell it and more.
 */
function answerAll(
  parts: readonly Part[],
  ask: (reading: Reading) => Answer,
  whole: readonly { readonly id: string }[] = [],
): Answer | undefined {
  if (parts.length < 2) return undefined;
  const findings = new Map<string, Finding>();
  for (const { reading, namesSomebody, isContext } of parts) {
    if (isContext) continue;
    const answer = ask(reading);
    if (answer.status === 'answered')
      for (const finding of answer.findings) findings.set(finding.id, finding);
    else if (answer.status === 'choose' || namesSomebody || asksForFigure(reading)) return undefined;
  }
  if (!whole.every(({ id }) => findings.has(id)) || findings.size <= whole.length) return undefined;
  // More than fit into one reply are offered one by one.
  const status = findings.size <= mostAnswers ? 'answered' : 'choose';
  return { status, findings: [...findings.values()].slice(0, mostChoices) };
}

/** Whether an unanswered part asks for something of its own, rather than being talk around the question. */
function asksForFigure({ items }: Reading): boolean {
  return items.some(({ kind, hard }) => kind === 'measure' || (hard && kind === 'aspect'));
}

/** What the base does not hold; where it holds everything that was named, what rules out the closest finding. */
function missingFrom(knowledge: IndexedKnowledge, { items }: Reading, matches: readonly Match[]): Missing[] {
  const notHeld = items.filter(
    ({ key, kind }) => (isName(kind) || kind === 'measure' || kind === 'topic') && !knowledge.held.has(key),
  );
  // What is held and only not told of this is no reason that could be put in a word.
  const objections: readonly Objection[] =
    notHeld.length > 0
      ? notHeld.map((item) => ({ kind: 'item', item }))
      : (matches[0]?.objections ?? []).filter(
          (what) => what.kind !== 'item' || !knowledge.held.has(what.item.key),
        );
  const missing = objections.flatMap((objection) => toMissing(knowledge, objection));
  return [...new Map(missing.map((what) => [JSON.stringify(what), what])).values()].slice(0, mostMissing);
}

function toMissing({ context }: IndexedKnowledge, objection: Objection): Missing[] {
  if (objection.kind === 'period') {
    const { period } = objection.mention;
    return period === 'elsewhere' ? [] : [{ kind: 'period', period }];
  }
  const { key, text } = objection.item;
  const term = context.lexicon.terms.get(key);
  if (!term) return text.length > longestEcho ? [] : [{ kind: 'word', word: text }];
  const { name, chinese } = term;
  return [{ kind: objection.kind === 'aspect' ? 'aspect' : 'term', name, chinese }];
}

/** The findings that share most with the question; where none shares anything, those whose titles are spelt alike. */
function nearestTo(
  { titles }: IndexedKnowledge,
  { text }: Reading,
  matches: readonly Match[],
): IndexedFinding[] {
  const related = matches.filter(
    ({ signature, explained }) => signature.size > 0 && explained >= leastRelated,
  );
  if (related.length > 0) return findingsOf(related, mostNearest);
  return titles.search(text.slice(0, longestEcho), { limit: mostNearest }).map(({ item }) => item);
}
