import type { Answer, Missing } from './answer.ts';
import type { Finding } from './finding.ts';
import type { IndexedFinding, IndexedKnowledge } from './index-knowledge.ts';
import type { Match } from './match-finding.ts';
import type { Objection } from './objections.ts';
import { rankFindings } from './rank-findings.ts';
import { readQuestion, type Reading } from './read-question.ts';
import { splitAlternatives, splitReading, withoutGuess, type Part } from './split-reading.ts';
import { isName } from './lexicon.ts';

/** How likely a finding must be to be the answer, and to be one of those that are offered. */
const leastProbability = { toAnswer: 0.5, toOffer: 0.04 } as const;
/** Nothing is offered where it is likelier than this that nothing answers the question. */
const mostDoubt = 0.6;
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
  const ask = (part: Reading) => decide(knowledge, part);
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

function decide(knowledge: IndexedKnowledge, reading: Reading): Answer {
  if (reading.items.length === 0) return { status: 'unknown', missing: [], nearest: [] };
  const { ranked, nothing: doubt } = rankFindings(knowledge, reading);
  const possible = ranked.filter(
    ({ match }) => !match.objections.some((objection) => isFirm(knowledge, objection)),
  );
  const [best] = possible;
  if (best && best.probability >= leastProbability.toAnswer)
    return { status: 'answered', findings: [best.match.finding] };
  const close = possible.filter(({ probability }) => probability >= leastProbability.toOffer);
  if (close.length >= 2 && doubt <= mostDoubt)
    return {
      status: 'choose',
      findings: findingsOf(
        close.map(({ match }) => match),
        mostChoices,
      ),
    };
  return {
    status: 'unknown',
    missing: missingFrom(
      knowledge,
      reading,
      ranked.map(({ match }) => match),
    ),
    nearest: findingsOf(
      ranked.map(({ match }) => match),
      mostNearest,
    ),
  };
}

/** Another time, or somebody or something that the base does not hold, is never outweighed by likeness. */
function isFirm({ held }: IndexedKnowledge, objection: Objection): boolean {
  if (objection.kind === 'period') return true;
  const { kind, key } = objection.item;
  return objection.kind === 'item' && (isName(kind) || kind === 'measure') && !held.has(key);
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
