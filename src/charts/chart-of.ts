import type { Finding } from '../answering/finding.ts';
import type { IndexedKnowledge } from '../answering/index-knowledge.ts';
import { inScriptOf } from '../answering/chinese-script.ts';
import { writtenFor, type Language } from '../knowledge/language.ts';
import { periodKey } from '../knowledge/period.ts';
import type { Operand, Operation } from '../knowledge/schema.ts';
import type { Bar, Chart } from './chart.ts';
import { chartTexts, type ChartTexts } from './chart-texts.ts';
import { operationOf } from './level.ts';

type Drawing = ChartTexts & { readonly knowledge: IndexedKnowledge };

/** A chart before it is cited, with the findings that it shows. */
type Sketch = Omit<Chart, 'language' | 'citation'> & { readonly shown: readonly Finding[] };

type BarsSketch = Pick<Sketch, 'subtitle' | 'body' | 'shown'>;

const mostBars = 5;

/** The smallest bar is at least this share of the longest, or nobody sees it. */
const leastBar = 1 / 100;

/**
 * The picture for one finding (its change, its start and end, its share of a whole, or its amount next to others), or for
 * several findings on one scale. Undefined where a picture would say nothing: no figure, nothing to hold it against,
 * several findings without a common unit. Pure and quick, so it also decides whether a chart is offered.
 */
export function chartOf(
  knowledge: IndexedKnowledge,
  findings: readonly Finding[],
  language: Language,
): Chart | undefined {
  const drawing = { ...chartTexts(knowledge, writtenFor(language)), knowledge };
  const [finding, second] = findings;
  if (!finding) return undefined;
  const sketch = second ? compare(drawing, findings) : sketchOf(drawing, finding);
  if (!sketch || !canBeSeen(sketch)) return undefined;
  const { shown, subtitle, ...chart } = sketch;
  const context = [drawing.company(finding), subtitle].filter(
    (text) => text !== undefined && !chart.title.includes(text),
  );
  return inScript({
    ...chart,
    subtitle: context.length === 0 ? undefined : context.join(' · '),
    language,
    citation: drawing.citation(shown),
  });
}

/** Whether there is a picture of a finding. There is one in every language or in none. */
export function hasChart(knowledge: IndexedKnowledge, finding: Finding): boolean {
  return chartOf(knowledge, [finding], 'English') !== undefined;
}

function sketchOf(drawing: Drawing, finding: Finding): Sketch | undefined {
  const operation = operationOf(finding);
  if (operation) {
    const sketch = sketchOfComputation(drawing, finding, operation);
    return sketch && { ...sketch, shown: [...sketch.shown, finding] };
  }
  const [fact] = finding.facts;
  if (fact?.from) return startAndEnd(drawing, finding);
  if (fact?.change) return fact.value ? change(drawing, finding, finding) : changes(drawing, finding);
  if (fact?.value?.unit === 'percent') return share(drawing, finding);
  return fact?.value && nextToOthers(drawing, finding);
}

function sketchOfComputation(drawing: Drawing, finding: Finding, operation: Operation): Sketch | undefined {
  const level = drawing.level(finding);
  if (!level || operation.operation === 'time between') return undefined;
  const of = findingById(drawing, operation.of.fact);
  if (!of) return undefined;
  const title = drawing.title(finding);
  const hero = { text: level.text, note: drawing.computed };
  const sideBySide = (operand: Operand): Sketch | undefined => {
    // The start and the end of one fact's move.
    const move = operand.fact === operation.of.fact ? startAndEnd(drawing, of) : undefined;
    if (move) return { ...move, hero };
    const other = findingById(drawing, operand.fact);
    const areValues = operation.of.figure === 'value' && operand.figure === 'value';
    return other && areValues ? { ...bars(drawing, [of, other], [of]), title, hero } : undefined;
  };
  switch (operation.operation) {
    case 'share':
      return share(drawing, finding, { part: of, whole: findingById(drawing, operation.in.fact) });
    case 'rest of the whole':
      return share(drawing, finding);
    case 'level before the change':
      return change(drawing, of, finding);
    case 'increase':
      return change(drawing, of, of);
    case 'multiple':
      // What each comes to in a year is no fact of its own that a bar could show.
      return operation.per === undefined ? sideBySide(operation.in) : undefined;
    case 'difference':
      return sideBySide(operation.minus);
    case 'sum':
      return sideBySide(operation.and);
    case 'average':
      return { ...bars(drawing, [of, finding], [finding]), title, hero: undefined };
    case 'number of shares':
      return undefined;
    default:
      return operation satisfies never;
  }
}

/** The level before a change, where the base declares it, and after; `asked` is the one of the two that was asked for. */
function change(drawing: Drawing, finding: Finding, asked: Finding): Sketch | undefined {
  const moved = finding.facts[0]?.change;
  const before = drawing.knowledge.findings.find((other) => {
    const operation = operationOf(other);
    return operation?.operation === 'level before the change' && operation.of.fact === finding.id;
  });
  if (!moved || !before) return undefined;
  const isDated = before.period !== undefined && finding.period !== undefined;
  const ends = [
    { of: before, word: drawing.words.before },
    { of: finding, word: drawing.words.after },
  ];
  return {
    title: drawing.title(finding),
    subtitle: undefined,
    hero: { text: drawing.change(moved).text, note: drawing.basis(moved) },
    body: {
      kind: 'bars',
      bars: ends.flatMap(({ of, word }) => {
        const label = (isDated ? drawing.period(of) : undefined) ?? word;
        return barOf(drawing, of, { label, isAskedFor: of.id === asked.id }) ?? [];
      }),
      whole: undefined,
    },
    shown: [before, finding],
  };
}

/** A move of which the article prints both ends. */
function startAndEnd(drawing: Drawing, finding: Finding): Sketch | undefined {
  const [fact] = finding.facts;
  const ends = fact && drawing.startAndEnd(fact);
  if (!ends) return undefined;
  const { before, after } = drawing.words;
  return {
    title: drawing.title(finding),
    subtitle: drawing.period(finding),
    hero: { text: `${ends.start.text} → ${ends.end.text}`, note: '' },
    body: {
      kind: 'bars',
      bars: [
        { label: before, note: undefined, level: ends.start, isAskedFor: false },
        { label: after, note: undefined, level: ends.end, isAskedFor: true },
      ],
      whole: ends.end.unit === 'percent' ? 100 : undefined,
    },
    shown: [finding],
  };
}

/** Changes of one thing in one period on one basis, where no level is known: the shares at the open and at the close. */
function changes(drawing: Drawing, finding: Finding): Sketch | undefined {
  const moved = finding.facts[0]?.change;
  if (!moved) return undefined;
  const alike = drawing.knowledge.findings.flatMap((other) => {
    const otherMoved = other.facts[0]?.change;
    const isAlike =
      isOfSameArticle(finding, other) &&
      other.about === finding.about &&
      other.measure === finding.measure &&
      keyOfPeriod(other) === keyOfPeriod(finding);
    return isAlike && otherMoved?.basis === moved.basis ? [{ finding: other, moved: otherMoved }] : [];
  });
  // Two facts may tell the same change; the one that was asked for stands for both.
  const distinct = alike.filter(({ finding: other, moved: { amount } }, index) =>
    amount === moved.amount
      ? other.id === finding.id
      : alike.findIndex((one) => one.moved.amount === amount) === index,
  );
  return {
    title: drawing.title(finding),
    subtitle: drawing.period(finding),
    hero: { text: drawing.change(moved).text, note: drawing.basis(moved) },
    body: {
      kind: 'bars',
      bars: distinct.map((one) => ({
        label: drawing.title(one.finding),
        note: undefined,
        level: drawing.change(one.moved),
        isAskedFor: one.finding.id === finding.id,
      })),
      whole: undefined,
    },
    shown: distinct.map((one) => one.finding),
  };
}

function share(
  drawing: Drawing,
  finding: Finding,
  amounts?: { readonly part: Finding; readonly whole: Finding | undefined },
): Sketch | undefined {
  const level = drawing.level(finding);
  if (!level) return undefined;
  const part = amounts && barOf(drawing, amounts.part, { isAskedFor: true });
  const whole = amounts?.whole && barOf(drawing, amounts.whole, { note: drawing.words.whole });
  return {
    title: drawing.title(finding),
    subtitle: drawing.period(finding),
    hero: { text: level.text, note: finding.computed ? drawing.computed : '' },
    body: { kind: 'share', level, amounts: part && whole && { part, whole } },
    shown: [finding],
  };
}

/** An amount next to others of its unit that are of the same measure or of the same period, the largest first. */
function nextToOthers(drawing: Drawing, finding: Finding): Sketch | undefined {
  const unit = drawing.level(finding)?.unit;
  const amountOf = (one: Finding) => drawing.level(one)?.certain ?? 0;
  const others = drawing.knowledge.findings.filter(
    (other) =>
      other.id !== finding.id &&
      !other.computed &&
      isOfSameArticle(finding, other) &&
      drawing.level(other)?.unit === unit &&
      (other.measure === finding.measure ||
        (other.period !== undefined && keyOfPeriod(other) === keyOfPeriod(finding))),
  );
  const shown = [finding, ...others.slice(0, mostBars - 1)].toSorted(
    (one, other) => amountOf(other) - amountOf(one),
  );
  return { ...bars(drawing, shown, [finding]), title: drawing.title(finding), hero: undefined };
}

/** Several findings on one scale, where they have one. Percentages have none, because their wholes may differ. */
function compare(drawing: Drawing, findings: readonly Finding[]): Sketch | undefined {
  const units = new Set(findings.map((finding) => drawing.level(finding)?.unit));
  const [unit] = units;
  if (units.size > 1 || unit === undefined || unit === 'percent' || findings.length > mostBars)
    return undefined;
  return { ...bars(drawing, findings, findings), title: drawing.words.compared, hero: undefined };
}

/** Bars of findings that have levels of one unit. A period that all share stands above them, others with each. */
function bars(drawing: Drawing, findings: readonly Finding[], askedFor: readonly Finding[]): BarsSketch {
  const periods = new Set(findings.map((finding) => drawing.period(finding)));
  const [shared] = periods.size === 1 ? periods : [];
  return {
    subtitle: shared,
    body: {
      kind: 'bars',
      bars: findings.flatMap((finding) => {
        const note = periods.size === 1 ? undefined : drawing.period(finding);
        return barOf(drawing, finding, { note, isAskedFor: askedFor.includes(finding) }) ?? [];
      }),
      whole: undefined,
    },
    shown: findings,
  };
}

function barOf(
  drawing: Drawing,
  finding: Finding,
  { label = drawing.title(finding), note, isAskedFor = false }: Partial<Omit<Bar, 'level'>>,
): Bar | undefined {
  const level = drawing.level(finding);
  const notes = [note, finding.computed ? drawing.computed : undefined].filter((text) => text !== undefined);
  return level && { label, note: notes.length === 0 ? undefined : notes.join(' · '), level, isAskedFor };
}

/** A scale starts at 0, so it has no place for losses; and a bar that nobody sees compares nothing. */
function canBeSeen({ body }: Sketch): boolean {
  if (body.kind === 'share') return body.level.certain > 0 && body.level.certain <= 100;
  const amounts = body.bars.map(({ level }) => level.certain);
  return amounts.length > 1 && Math.min(...amounts) > Math.max(...amounts) * leastBar;
}

/** All texts of a chart in the script of its language. */
function inScript(chart: Chart): Chart {
  const convert = (text: string) => inScriptOf(chart.language, text);
  const convertBar = ({ label, note, level, isAskedFor }: Bar): Bar => ({
    label: convert(label),
    note: note === undefined ? undefined : convert(note),
    level: { ...level, text: convert(level.text) },
    isAskedFor,
  });
  const { title, subtitle, hero, body, citation } = chart;
  return {
    ...chart,
    title: convert(title),
    subtitle: subtitle === undefined ? undefined : convert(subtitle),
    hero: hero && { text: convert(hero.text), note: convert(hero.note) },
    body:
      body.kind === 'bars'
        ? { ...body, bars: body.bars.map(convertBar) }
        : {
            ...body,
            amounts: body.amounts && {
              part: convertBar(body.amounts.part),
              whole: convertBar(body.amounts.whole),
            },
          },
    citation: convert(citation),
  };
}

function findingById({ knowledge }: Drawing, id: string): Finding | undefined {
  return knowledge.findings.find((finding) => finding.id === id);
}

function isOfSameArticle(one: Finding, other: Finding): boolean {
  return one.article === other.article;
}

function keyOfPeriod({ period }: Finding): string | undefined {
  return period && periodKey(period);
}
