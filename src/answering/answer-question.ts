import type { Answer, Missing } from './answer.ts';
import type { Finding } from './finding.ts';
import type { IndexedFinding, IndexedKnowledge } from './index-knowledge.ts';
import { isPersonal, type Objection } from './objections.ts';
import { ambiguousQuarters, isContradicted } from './premise.ts';
import { rankFindings, type Ranked } from './rank-findings.ts';
import { readQuestion, type Reading } from './read-question.ts';
import { splitAlternatives, splitReading, withoutGuess, type Part } from './split-reading.ts';
import { isName } from './lexicon.ts';

/**
 * How likely a finding must be to be the answer, to be the first of those offered, and one of the others. More is needed
 * of a question that names nothing the base is about, and of a part that is told beside another answer.
 */
const leastProbability = {
  onSubject: { toAnswer: 0.5, toOfferFirst: 0.1 },
  offSubject: { toAnswer: 0.65, toOfferFirst: 0.3 },
  toOffer: 0.04,
  besideAnother: 0.8,
} as const;
/** How likely it may be that nothing answers the question, where something is offered and where its parts are tried. */
const mostDoubt = { toOffer: 0.6, toTryParts: 0.9 } as const;
/** How likely a finding must be for a time that is not its own not to rule it out. */
const sureInSpiteOfTime = 0.9;
/** A topic this rarely spoken of shows that the question is on the base's subject. */
const rareEnough = 0.8;
const mostAnswers = 2;
const mostChoices = 4;
const mostNearest = 3;
const mostMissing = 3;
/** A longer word is not echoed: nobody misses it, and it would not fit into the reply. */
const longestEcho = 40;

/** The longest question that is read, in characters: what a Discord message holds. */
export const longestQuestion = 2_000;

/**
 * Answers a question from the knowledge: the finding that is likeliest what was asked for, more than one where more was
 * asked, a choice where it is close, or `unknown`. Pure: the same question always gets the same answer.
 */
export function answerQuestion(knowledge: IndexedKnowledge, question: string): Answer {
  const reading = readQuestion(question, knowledge.context);
  const ask = (part: Reading) => decide(knowledge, part);
  const whole = ask(reading);
  if (whole.answer.status === 'answered') {
    const parts = answerParts(splitReading(reading, 'clauses'), ask, leastProbability.besideAnother);
    return parts && tellsMore(parts, whole.answer.findings) ? answerWith(parts) : whole.answer;
  }
  if (whole.doubt > mostDoubt.toTryParts) return whole.answer;
  const unguessed = withoutGuess(reading);
  const answer = unguessed && ask(unguessed).answer;
  if (answer?.status === 'answered') return answer;
  const parts =
    answerParts(splitReading(reading, 'sentences'), ask) ??
    answerParts(splitReading(reading, 'clauses'), ask) ??
    answerParts(splitAlternatives(knowledge, reading), ask);
  return parts ? answerWith(parts) : whole.answer;
}

/** What a question or a part of it comes to. */
type Decision = {
  readonly answer: Answer;
  /** How likely its first finding is what was asked for. */
  readonly probability: number;
  /** How likely it is that nothing answers it. */
  readonly doubt: number;
};

function decide(knowledge: IndexedKnowledge, reading: Reading): Decision {
  const { ranked, nothing: doubt } = rankFindings(knowledge, reading);
  const possible =
    isPersonal(reading) || reading.items.length === 0
      ? []
      : ranked.filter((entry) => !isRuledOut(knowledge, reading, entry));
  const [best] = possible;
  const probability = best?.probability ?? 0;
  const least = isOnSubject(knowledge, reading) ? leastProbability.onSubject : leastProbability.offSubject;
  if (best && probability >= least.toAnswer) {
    const { finding } = best.match;
    const contradicts = isContradicted(reading, finding);
    const quarters = ambiguousQuarters(reading, knowledge.context.calendar);
    return { answer: { status: 'answered', findings: [finding], contradicts, quarters }, probability, doubt };
  }
  const offered = possible.filter((entry) => entry.probability >= leastProbability.toOffer);
  if (probability >= least.toOfferFirst && offered.length >= 2 && doubt <= mostDoubt.toOffer)
    return { answer: { status: 'choose', findings: findingsOf(offered, mostChoices) }, probability, doubt };
  const missing = missingFrom(knowledge, reading, ranked);
  return {
    answer: { status: 'unknown', missing, nearest: findingsOf(ranked, mostNearest) },
    probability,
    doubt,
  };
}

/** Whether a question names something that the base is about: talk of other things uses some of the base's words too. */
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

/**
 * What is never outweighed by likeness: another company, somebody or something that the base does not hold, a name that
 * nobody knows, a figure that the finding does not have. Another time is hardly ever.
 */
function isRuledOut(
  { held }: IndexedKnowledge,
  { isCheck }: Reading,
  { match, probability }: Ranked,
): boolean {
  const { finding, objections } = match;
  // An event's date, or one in a statement to be checked, is set right by the reply.
  const maySetTimeRight = probability >= sureInSpiteOfTime && (isCheck || !finding.hasValue);
  return objections.some((objection) => {
    if (objection.kind === 'period') return !maySetTimeRight;
    const { kind, key, text } = objection.item;
    if (objection.kind === 'aspect')
      return finding.hasValue && !finding.computed && ['in-money', 'growth-rate', 'why'].includes(key);
    if (kind === 'unknown word') return /^\p{Lu}\p{L}+$/u.test(text);
    return kind === 'company' || (isName(kind) && !held.has(key));
  });
}

function findingsOf(ranked: readonly Ranked[], most: number): IndexedFinding[] {
  return ranked.slice(0, most).map(({ match }) => match.finding);
}

/** More than fit into one reply are offered one by one. */
function answerWith(findings: readonly Finding[]): Answer {
  const status = findings.length <= mostAnswers ? 'answered' : 'choose';
  return { status, findings: findings.slice(0, mostChoices) };
}

/** Whether the parts of a question tell what the whole does and more, or apart what the whole computes with. */
function tellsMore(parts: readonly Finding[], whole: readonly Finding[]): boolean {
  const told = new Set(parts.map(({ id }) => id));
  return (
    told.size > whole.length &&
    whole.every(
      ({ id, computed, facts }) => told.has(id) || (computed && facts.every((fact) => told.has(fact.id))),
    )
  );
}

/**
 * Answers the parts of a question on their own: the one that asks, without the talk around it, or two questions in one.
 * A part that asks for something which the base does not hold spoils the rest, because it may be what was meant.
 */
function answerParts(
  parts: readonly Part[],
  ask: (reading: Reading) => Decision,
  least: number = leastProbability.onSubject.toAnswer,
): Finding[] | undefined {
  if (parts.length < 2) return undefined;
  const findings = new Map<string, Finding>();
  for (const { reading, namesSomebody, isContext } of parts) {
    if (isContext) continue;
    const { answer, probability } = ask(reading);
    if (answer.status === 'answered' && probability >= least)
      for (const finding of answer.findings) findings.set(finding.id, finding);
    else if (answer.status === 'choose' || namesSomebody || asksForFigure(reading)) return undefined;
  }
  return findings.size === 0 ? undefined : [...findings.values()];
}

/** Whether an unanswered part asks for something of its own, rather than being talk around the question. */
function asksForFigure({ items }: Reading): boolean {
  return items.some(({ kind, hard }) => kind === 'measure' || (hard && kind === 'aspect'));
}

/** What the base does not hold; where it holds everything that was named, what rules out the closest finding. */
function missingFrom(knowledge: IndexedKnowledge, { items }: Reading, ranked: readonly Ranked[]): Missing[] {
  const notHeld = items.filter(
    ({ key, kind }) => (isName(kind) || kind === 'measure' || kind === 'topic') && !knowledge.held.has(key),
  );
  // What is held and only not told of this is no reason that could be put in a word.
  const objections: readonly Objection[] =
    notHeld.length > 0
      ? notHeld.map((item) => ({ kind: 'item', item }))
      : (ranked[0]?.match.objections ?? []).filter(
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
