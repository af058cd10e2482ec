import type { Finding } from '../answering/finding.ts';
import type { IndexedKnowledge } from '../answering/index-knowledge.ts';
import { citedParagraphs } from '../answering/word-answer.ts';
import { fiscalYearStarts } from '../knowledge/fiscal-year.ts';
import { writtenFor, type Language } from '../knowledge/language.ts';
import { formatDate, namePeriod, periodKey } from '../knowledge/period.ts';
import { formatQuantity } from '../knowledge/quantity.ts';
import type { Fact, Operation } from '../knowledge/schema.ts';
import type { Bar, Chart } from './chart.ts';
import { chartWords, type ChartWords } from './chart-words.ts';
import { levelOf, levelOfQuantity, operationOf } from './level.ts';

/** What the rules below look things up in. */
type Drawing = {
  readonly knowledge: IndexedKnowledge;
  readonly language: Language;
  readonly words: ChartWords;
};

/** A chart before it is cited, with the findings that it shows. */
type Sketch = Omit<Chart, 'language' | 'citation'> & { readonly shown: readonly Finding[] };

const mostBars = 5;

/** The smallest bar is at least this share of the longest, or nobody sees it. */
const leastBar = 1 / 100;

/**
 * The picture for one finding (its change, its start and end, its share of a whole, or what it is best held against), or
 * for several on one scale. Undefined where a picture would say nothing: no figure, nothing to compare it with, several
 * findings of different units. Pure and cheap, so it also decides whether a "Chart" button is offered.
 */
export function chartOf(
  knowledge: IndexedKnowledge,
  findings: readonly Finding[],
  language: Language,
): Chart | undefined {
  const drawing = { knowledge, language, words: chartWords[writtenFor(language)] };
  const [finding, second] = findings;
  if (!finding) return undefined;
  const sketch = second ? compare(drawing, findings) : sketchOf(drawing, finding);
  if (!sketch || !canBeSeen(sketch)) return undefined;
  const { shown, subtitle, ...chart } = sketch;
  const isSaid = subtitle !== undefined && chart.title.includes(subtitle);
  return { ...chart, subtitle: isSaid ? undefined : subtitle, language, citation: cite(drawing, shown) };
}

function sketchOf(drawing: Drawing, finding: Finding): Sketch | undefined {
  const operation = operationOf(finding);
  if (operation) {
    const sketch = sketchOfComputation(drawing, finding, operation);
    return sketch && { ...sketch, shown: [...sketch.shown, finding] };
  }
  const [fact] = finding.facts;
  if (!fact) return undefined;
  if (fact.from && fact.value) return startAndEnd(drawing, finding, heroOfMove(fact));
  if (fact.change) return fact.value ? change(drawing, finding, finding) : changes(drawing, finding);
  if (fact.value?.unit === 'percent') return share(drawing, finding);
  return fact.value && besideOthers(drawing, finding);
}

function sketchOfComputation(drawing: Drawing, finding: Finding, operation: Operation): Sketch | undefined {
  const hero = { text: levelOf(finding)?.text ?? '', note: drawing.words.computed };
  const of = findingById(drawing, operation.of);
  if (!of) return undefined;
  switch (operation.operation) {
    case 'share':
      return share(drawing, finding, { of, in: findingById(drawing, operation.in) });
    case 'level before the change':
      return change(drawing, of, finding);
    case 'gain in points':
    case 'multiple of the level before':
      return startAndEnd(drawing, of, hero);
    case 'multiple': {
      const base = findingById(drawing, operation.in);
      return (
        base && { ...bars(drawing, { findings: [of, base], askedFor: [of] }), title: finding.title, hero }
      );
    }
    case 'yearly average':
      return {
        ...bars(drawing, { findings: [of, finding], askedFor: [finding] }),
        title: finding.title,
        hero: undefined,
      };
    default:
      return operation satisfies never;
  }
}

/** The level before a change, where the base declares it, and after; `asked` is the one that was asked for. */
function change(drawing: Drawing, finding: Finding, asked: Finding): Sketch | undefined {
  const before = drawing.knowledge.findings.find((other) => {
    const operation = operationOf(other);
    return operation?.operation === 'level before the change' && operation.of === finding.id;
  });
  if (!before) return undefined;
  const { words } = drawing;
  const isDated = before.period !== undefined && finding.period !== undefined;
  const ends = [
    { of: before, word: words.before },
    { of: finding, word: words.after },
  ];
  return {
    title: finding.title,
    subtitle: undefined,
    hero: heroOfChange(finding.facts[0]),
    body: {
      kind: 'bars',
      bars: ends.flatMap(({ of, word }) => {
        const label = (isDated ? nameOfPeriod(drawing, of) : undefined) ?? word;
        return barOf(drawing, of, { label, isAskedFor: of.id === asked.id }) ?? [];
      }),
      whole: undefined,
    },
    shown: [before, finding],
  };
}

/** A move of which the article prints both ends. */
function startAndEnd(drawing: Drawing, finding: Finding, hero: Chart['hero']): Sketch | undefined {
  const [fact] = finding.facts;
  if (!fact?.from || !fact.value) return undefined;
  const { before, after } = drawing.words;
  return {
    title: finding.title,
    subtitle: nameOfPeriod(drawing, finding),
    hero,
    body: {
      kind: 'bars',
      bars: [
        { label: before, note: undefined, level: levelOfQuantity(fact.from), isAskedFor: false },
        { label: after, note: undefined, level: levelOfQuantity(fact.value), isAskedFor: true },
      ],
      whole: fact.value.unit === 'percent' ? 100 : undefined,
    },
    shown: [finding],
  };
}

/** Changes of one thing in one period, of which no level is known: the move at the open and at the close. */
function changes(drawing: Drawing, finding: Finding): Sketch | undefined {
  const { about, measure, period } = finding;
  const alike = drawing.knowledge.findings.filter(
    (other) =>
      other.article === finding.article &&
      other.about === about &&
      other.measure === measure &&
      other.facts[0]?.change?.basis === finding.facts[0]?.change?.basis &&
      keyOfPeriod(other) === keyOfPeriod({ period }),
  );
  const others = alike.filter((other, index) => {
    const isSame = (one: Finding) => amountOfChange(one) === amountOfChange(other);
    return other.id === finding.id || (!isSame(finding) && alike.findIndex(isSame) === index);
  });
  return {
    title: finding.title,
    subtitle: nameOfPeriod(drawing, finding),
    hero: heroOfChange(finding.facts[0]),
    body: {
      kind: 'bars',
      bars: others.flatMap((other) => {
        const moved = other.facts[0]?.change;
        if (!moved) return [];
        const level = levelOfQuantity({ ...moved, unit: 'percent' });
        return [
          {
            label: other.title,
            note: undefined,
            level: { ...level, text: signed(moved) },
            isAskedFor: other.id === finding.id,
          },
        ];
      }),
      whole: undefined,
    },
    shown: others,
  };
}

function share(
  drawing: Drawing,
  finding: Finding,
  amounts?: { readonly of: Finding; readonly in: Finding | undefined },
): Sketch | undefined {
  const level = levelOf(finding);
  if (!level) return undefined;
  const part = amounts && barOf(drawing, amounts.of, { label: amounts.of.title, isAskedFor: true });
  const whole =
    amounts?.in &&
    barOf(drawing, amounts.in, {
      label: amounts.in.title,
      note: drawing.words.whole,
      isAskedFor: false,
    });
  return {
    title: finding.title,
    subtitle: nameOfPeriod(drawing, finding),
    hero: { text: level.text, note: finding.computed ? drawing.words.computed : '' },
    body: { kind: 'share', level, amounts: part && whole && { part, whole } },
    shown: [finding],
  };
}

/** An amount beside others of the same unit: of the same measure, or of the same period. */
function besideOthers(drawing: Drawing, finding: Finding): Sketch | undefined {
  const unit = levelOf(finding)?.unit;
  const isBeside = (other: Finding) =>
    other.id !== finding.id &&
    !other.computed &&
    other.article === finding.article &&
    levelOf(other)?.unit === unit &&
    (other.measure === finding.measure ||
      (other.period !== undefined && keyOfPeriod(other) === keyOfPeriod(finding)));
  const others = drawing.knowledge.findings.filter(isBeside).slice(0, mostBars - 1);
  const byAmount = [finding, ...others].toSorted((one, other) => amountOf(other) - amountOf(one));
  return {
    ...bars(drawing, { findings: byAmount, askedFor: [finding] }),
    title: finding.title,
    hero: undefined,
  };
}

/** Several findings on one scale, where they have one. Percentages are of different wholes, so they have none. */
function compare(drawing: Drawing, findings: readonly Finding[]): Sketch | undefined {
  const units = new Set(findings.map((finding) => levelOf(finding)?.unit));
  const [unit] = units;
  if (units.size !== 1 || unit === undefined || unit === 'percent' || findings.length > mostBars)
    return undefined;
  return {
    ...bars(drawing, { findings, askedFor: findings }),
    title: drawing.words.compared,
    hero: undefined,
  };
}

/** Bars of findings that have levels of one unit. A period that they share stands above them, others beside each. */
function bars(
  drawing: Drawing,
  { findings, askedFor }: { readonly findings: readonly Finding[]; readonly askedFor: readonly Finding[] },
): Pick<Sketch, 'subtitle' | 'body' | 'shown'> {
  const periods = findings.map((finding) => nameOfPeriod(drawing, finding));
  const isShared = new Set(periods).size === 1;
  return {
    subtitle: isShared ? periods[0] : undefined,
    body: {
      kind: 'bars',
      bars: findings.flatMap((finding, index) => {
        const note = isShared ? undefined : periods[index];
        const isAskedFor = askedFor.includes(finding);
        return barOf(drawing, finding, { label: finding.title, note, isAskedFor }) ?? [];
      }),
      whole: undefined,
    },
    shown: findings,
  };
}

function barOf(
  { words }: Drawing,
  finding: Finding,
  { label, note, isAskedFor }: Pick<Bar, 'label' | 'isAskedFor'> & { readonly note?: string | undefined },
): Bar | undefined {
  const level = levelOf(finding);
  const notes = [note, finding.computed ? words.computed : undefined].filter((text) => text !== undefined);
  return level && { label, note: notes.length === 0 ? undefined : notes.join(' · '), level, isAskedFor };
}

/** A scale starts at 0, so it has no place for losses; and a bar that nobody sees compares nothing. */
function canBeSeen({ body }: Sketch): boolean {
  if (body.kind === 'share') return body.level.certain > 0 && body.level.certain <= 100;
  const amounts = body.bars.map(({ level }) => level.certain);
  return amounts.length > 1 && Math.min(...amounts) > Math.max(...amounts) * leastBar;
}

function heroOfMove({ from, value }: Fact): Chart['hero'] {
  return from && value && { text: `${formatQuantity(from)} → ${formatQuantity(value)}`, note: '' };
}

function heroOfChange(fact: Fact | undefined): Chart['hero'] {
  return fact?.change && { text: signed(fact.change), note: fact.change.basis };
}

/** A change with its sign before the digits: "nearly +15%". */
function signed({ amount, bound }: Pick<NonNullable<Fact['change']>, 'amount' | 'bound'>): string {
  const text = formatQuantity({ amount: Math.abs(amount), unit: 'percent', bound });
  return text.replace(/\d/, amount < 0 ? '−$&' : '+$&');
}

function findingById({ knowledge }: Drawing, id: string): Finding | undefined {
  return knowledge.findings.find((finding) => finding.id === id);
}

function amountOf(finding: Finding): number {
  return levelOf(finding)?.certain ?? 0;
}

function amountOfChange({ facts }: Finding): number | undefined {
  return facts[0]?.change?.amount;
}

function keyOfPeriod({ period }: Pick<Finding, 'period'>): string | undefined {
  return period && periodKey(period);
}

function nameOfPeriod({ knowledge }: Drawing, { period, article }: Finding): string | undefined {
  return period && namePeriod(period, fiscalYearStarts(knowledge, article.source));
}

function cite({ words }: Drawing, shown: readonly Finding[]): string {
  const source = shown[0]?.article.source;
  if (!source) return '';
  const paragraphs = citedParagraphs({ facts: shown.flatMap(({ facts }) => facts) });
  const claims = new Set(
    shown.flatMap(({ computed, facts }) => (computed ? [words.computed] : facts.map(({ claim }) => claim))),
  );
  return [
    `${source.publisher}, ${formatDate(source.date)}, paragraph${paragraphs.length === 1 ? '' : 's'} ${paragraphs.join(', ')}`,
    ...claims,
  ].join(' · ');
}
