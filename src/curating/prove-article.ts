import { calendarOf } from '../answering/calendar.ts';
import { cleanText } from '../answering/clean-text.ts';
import type { IndexedKnowledge } from '../answering/index-knowledge.ts';
import { stem } from '../answering/stem.ts';
import type { Article } from '../knowledge/knowledge.ts';
import { namePeriod } from '../knowledge/name-period.ts';
import type { Period } from '../knowledge/period.ts';
import type { Fact, Source } from '../knowledge/schema.ts';
import { tokenise } from '../knowledge/tokenise.ts';
import { dateKey, figureKey, lasts, nameKey, readPrinted, type Printed, wordKey } from './read-printed.ts';
import { findParagraphs } from './source-text.ts';

/** Something that stands in the base and not in the text, or in the text and not in the base. */
export type Gap = {
  /** The fact, or the paragraph, that it is found in: what an exception names. Neither where the source is at fault. */
  readonly fact?: string;
  readonly paragraph?: number;
  readonly text: string;
  /** Where in the fact, or in the source. */
  readonly path: readonly PropertyKey[];
  readonly message: string;
};

/** How an article's facts stand beside its text. */
export type Proof = {
  readonly gaps: readonly Gap[];
  readonly fingerprints: number;
  /** The facts without a gap. */
  readonly facts: number;
  /** What the facts state, by kind. */
  readonly stated: Readonly<Record<Printed['kind'], number>>;
  /** The figures, dates and names of the text: all, those that facts hold, and those that are excepted. */
  readonly printed: number;
  readonly held: number;
  readonly excepted: number;
};

type Claim = Pick<Printed, 'kind' | 'key' | 'text'> & { readonly path: readonly PropertyKey[] };

/** An article with its text, prepared for holding facts against it. */
export type Evidence = {
  readonly article: Article;
  /** What a text prints. A text is read once, however many facts share it. */
  readonly read: (text: string) => readonly Printed[];
  /** What each paragraph prints, by its number. */
  readonly printed: ReadonlyMap<number, readonly Printed[]>;
  /** What goes without saying: the company, and the quarter that the article reports on. */
  readonly understood: ReadonlySet<string>;
  /** The keys of all words of each paragraph: where a word stands decides whether it has its capital. */
  readonly words: ReadonlyMap<number, readonly string[]>;
  /** How many of a fact's telling words each paragraph has. */
  readonly fits: (fact: Fact) => ReadonlyMap<number, number>;
};

/**
 * Holds the facts of an article against its text: each paragraph is the one whose fingerprint the source has; each
 * figure, percentage, date and name of a fact stands in a paragraph that it cites; no other paragraph fits the fact
 * better. Then the other way: each figure, date and name of the text is held by a fact that cites its paragraph. What
 * the source names as an exception passes, and an exception that nothing needs is a gap.
 */
export function proveArticle(knowledge: IndexedKnowledge, article: Article, text: string): Proof {
  const { source, facts } = article;
  const evidence = gatherEvidence(knowledge, article, text);
  const claims = new Map(facts.map((fact) => [fact, claimsOf(fact, evidence.read)]));
  const uncovered = uncoveredIn(claims, evidence);
  const gaps = [
    ...missingParagraphs(evidence),
    ...headingGaps(evidence),
    ...facts.flatMap((fact) => gapsOfFact(fact, evidence)),
    ...uncovered,
  ];
  const excepts = (gap: Gap) => source.exceptions.some((exception) => fitsGap(exception, gap));
  const left = [...gaps.filter((gap) => !excepts(gap)), ...unneededExceptions(article, gaps)];
  const stated = [...claims.values()].flat();
  const count = (kind: Printed['kind']) => stated.filter((claim) => claim.kind === kind).length;
  const printed = [...evidence.printed.values()].flat().length;
  return {
    gaps: left,
    fingerprints: evidence.printed.size,
    facts: facts.filter(({ id }) => !left.some(({ fact }) => fact === id)).length,
    stated: {
      figure: count('figure'),
      percentage: count('percentage'),
      date: count('date'),
      number: count('number'),
      name: count('name'),
    },
    printed,
    held: printed - uncovered.length,
    excepted: uncovered.filter(excepts).length,
  };
}

/** Reads the text of an article for holding facts against it. */
export function gatherEvidence(knowledge: IndexedKnowledge, article: Article, text: string): Evidence {
  const paragraphs = findParagraphs(article.source, text);
  const { lexicon, calendar: newest } = knowledge.context;
  const calendar = calendarOf(knowledge, article) ?? newest;
  const known = new Map<string, readonly Printed[]>();
  const read = (words: string) => {
    const printedWords = known.get(words) ?? readPrinted(words, { lexicon, calendar });
    known.set(words, printedWords);
    return printedWords;
  };
  const printed = new Map([...paragraphs].map(([number, paragraph]) => [number, read(paragraph)]));
  const quarter = dateKey(calendar.latestQuarter);
  const namesQuarter = [...printed.values()].flat().some(({ key }) => key === quarter);
  return {
    article,
    read,
    printed,
    understood: new Set([
      nameKey(article.source.company),
      ...(namesQuarter ? [quarter, lasts(calendar.latestQuarter)] : []),
    ]),
    words: new Map(
      [...paragraphs].map(([number, paragraph]) => [
        number,
        tokenise(cleanText(paragraph)).map(({ word }) => wordKey(word)),
      ]),
    ),
    fits: weighWords(paragraphs),
  };
}

/** A word that few paragraphs have tells more of where a fact comes from than one that all have. */
function weighWords(paragraphs: ReadonlyMap<number, string>): Evidence['fits'] {
  const words = new Map([...paragraphs].map(([number, paragraph]) => [number, stemsIn(paragraph)]));
  const weightOf = (word: string) => {
    const holders = [...words.values()].filter((held) => held.has(word)).length;
    return holders === 0 ? 0 : Math.log(words.size / holders);
  };
  return ({ title, statement, explanation, asked }) => {
    const told = [...stemsIn([title, statement, explanation, ...asked].join(' '))];
    return new Map(
      [...words].map(([number, held]) => [
        number,
        told.reduce((sum, word) => sum + (held.has(word) ? weightOf(word) : 0), 0),
      ]),
    );
  };
}

function stemsIn(text: string): ReadonlySet<string> {
  return new Set(tokenise(cleanText(text)).map(({ word }) => stem(word)));
}

/** All that a fact states, each with where in the fact it stands. */
function claimsOf(fact: Fact, read: Evidence['read']): Claim[] {
  const { about, speaker, period, from, value, change } = fact;
  const figures = { from, value, change: change && { ...change, unit: 'percent' as const } };
  const names = { about, speaker };
  const texts: readonly (readonly [path: readonly PropertyKey[], text: string])[] = [
    [['title'], fact.title],
    [['statement'], fact.statement],
    [['explanation'], fact.explanation],
    ...Object.entries(fact.chinese).map(([part, text]) => [['chinese', part], text] as const),
    ...(change
      ? [[['change', 'basis'], change.basis] as const, [['change', 'chinese'], change.chinese] as const]
      : []),
    ...fact.asked.map((phrase, index) => [['asked', index], phrase] as const),
  ];
  return [
    ...Object.entries(names).flatMap(([key, id]): Claim[] =>
      id === undefined ? [] : [{ kind: 'name', key: nameKey(id), text: id, path: [key] }],
    ),
    ...Object.entries(figures).flatMap(([key, figure]): Claim[] =>
      figure
        ? [
            {
              kind: figure.unit === 'percent' ? 'percentage' : 'figure',
              key: figureKey(figure),
              text: `${figure.amount}`,
              path: [key],
            },
          ]
        : [],
    ),
    ...(period ? [periodClaim(period)] : []),
    ...texts.flatMap(([path, text]) =>
      read(text)
        // How people ask is no statement: they may name what the article does not.
        .filter(({ kind }) => kind !== 'name' || path[0] !== 'asked')
        .map(({ kind, key, text: written }) => ({ kind, key, text: written, path })),
    ),
  ];
}

function periodClaim(period: Period): Claim {
  const text = period.kind === 'span' ? namePeriod(period, 1, 'english') : `${period.from} to ${period.to}`;
  return { kind: 'date', key: dateKey(period), text, path: ['period'] };
}

/** What of one fact the text does not bear out, excepted or not. */
export function gapsOfFact(fact: Fact, evidence: Evidence): Gap[] {
  const claims = claimsOf(fact, evidence.read);
  return [
    ...unproven(fact, claims, evidence),
    ...mistranslated(fact, claims, evidence),
    ...misdated(fact, evidence),
    ...misfits(fact, evidence),
  ];
}

/** The dates and numbers that a Chinese text gives and the English text beside it does not, or not so often. */
function mistranslated({ id, period }: Fact, claims: readonly Claim[], { understood }: Evidence): Gap[] {
  const partOf = ({ path }: Claim) => path.filter((step) => step !== 'chinese' && step !== 'basis').join('.');
  const isChinese = ({ path }: Claim) => path.includes('chinese');
  const own = period && dateKey(period);
  const isDateOrNumber = ({ kind, key }: Claim) => kind !== 'name' && key !== own && !understood.has(key);
  const left = claims.filter((claim) => !isChinese(claim) && isDateOrNumber(claim));
  return claims
    .filter((claim) => isChinese(claim) && isDateOrNumber(claim))
    .flatMap((claim): Gap[] => {
      const { kind, key, text, path } = claim;
      const english = left.findIndex((other) => other.key === key && partOf(other) === partOf(claim));
      if (english !== -1) left.splice(english, 1);
      return english === -1
        ? [{ fact: id, text, path, message: `the English text does not give the ${kind} "${text}"` }]
        : [];
    });
}

/** Whether the statement is dated, and not by the period of its fact. */
function misdated({ id, period, statement }: Fact, { read }: Evidence): Gap[] {
  const dates = read(statement).filter(({ implies }) => implies !== undefined);
  if (period?.kind !== 'dates' || dates.length === 0 || dates.some(({ key }) => key === dateKey(period)))
    return [];
  const { text } = periodClaim(period);
  return [{ fact: id, text, path: ['period'], message: `the statement names another time than ${text}` }];
}

/** What a fact states and none of the paragraphs that it cites prints, or not so often. */
function unproven(
  { id, cites }: Fact,
  claims: readonly Claim[],
  { printed, words, understood }: Evidence,
): Gap[] {
  const cited = cites.flatMap((number) => printed.get(number) ?? []);
  const keys = [
    ...cited.flatMap(({ key, implies = [] }) => [key, ...implies]),
    ...cites.flatMap((number) => words.get(number) ?? []),
  ];
  // The 13% of "from 13% to 28%" is the beginning of that move, and bears out no other 13%.
  for (const { key: move, ends = [] } of cited) {
    if (claims.some(({ key }) => key === move)) continue;
    for (const end of ends) keys.splice(keys.indexOf(end), 1);
  }
  const spent = new Map<string, number>();
  return claims.flatMap(({ kind, key, text, path }): Gap[] => {
    // One "12%" in the paragraph does not bear out two in a sentence: one of them belongs to something else.
    const place = `${path.join('.')} ${key}`;
    const used = (spent.get(place) ?? 0) + 1;
    spent.set(place, used);
    const times = keys.filter((printedKey) => printedKey === key).length;
    const isFigure = kind === 'figure' || kind === 'percentage';
    if (understood.has(key) || times >= (isFigure ? used : 1)) return [];
    return [{ fact: id, text, path, message: `the ${kind} "${text}" does not stand in ${namesOf(cites)}` }];
  });
}

function namesOf(cites: readonly number[]): string {
  return `paragraph${cites.length === 1 ? '' : 's'} ${cites.join(' and ')}`;
}

/** The paragraphs that a fact cites although it shares more of its words with one that it does not cite. */
function misfits(fact: Fact, { fits }: Evidence): Gap[] {
  const weights = fits(fact);
  const [better] = [...weights]
    .filter(([number]) => !fact.cites.includes(number))
    .toSorted(([, one], [, other]) => other - one);
  return fact.cites.flatMap((number, index): Gap[] => {
    const weight = weights.get(number);
    if (weight === undefined || !better || weight > better[1]) return [];
    return [
      {
        fact: fact.id,
        text: `paragraph ${number}`,
        path: ['cites', index],
        message: `paragraph ${number} shares fewer words with this fact than paragraph ${better[0]}, which it does not cite`,
      },
    ];
  });
}

/** What a paragraph prints and no fact that cites it holds. */
function uncoveredIn(claims: ReadonlyMap<Fact, readonly Claim[]>, evidence: Evidence): Gap[] {
  const { article, printed, understood } = evidence;
  return article.source.paragraphs.flatMap(({ number }, index) => {
    const held = new Set(
      [...claims].flatMap(([{ cites, mentions }, stated]) =>
        cites.includes(number) ? [...stated.map(({ key }) => key), ...mentions.map(nameKey)] : [],
      ),
    );
    return (printed.get(number) ?? []).flatMap(({ kind, key, text }): Gap[] =>
      held.has(key) || understood.has(key)
        ? []
        : [
            {
              paragraph: number,
              text,
              path: ['paragraphs', index],
              message: `no fact that cites paragraph ${number} holds its ${kind} "${text}"`,
            },
          ],
    );
  });
}

function missingParagraphs({ article, printed }: Evidence): Gap[] {
  return article.source.paragraphs.flatMap(({ number }, index): Gap[] =>
    printed.has(number)
      ? []
      : [
          {
            text: `paragraph ${number}`,
            path: ['paragraphs', index],
            message: `the text has no paragraph with the fingerprint of paragraph ${number}`,
          },
        ],
  );
}

/** The heading prints the day of the source, and the names of its title and publisher. */
function headingGaps({ article, read, printed, words }: Evidence): Gap[] {
  const { title, publisher, date } = article.source;
  const heading = new Set([...(printed.get(0) ?? []).map(({ key }) => key), ...(words.get(0) ?? [])]);
  const claims: Claim[] = [
    { ...periodClaim({ kind: 'dates', from: date, to: date }), text: date, path: ['date'] },
    ...read(title).map((claim) => ({ ...claim, path: ['title'] })),
    ...read(publisher).map((claim) => ({ ...claim, path: ['publisher'] })),
  ];
  return claims.flatMap(({ kind, key, text, path }): Gap[] =>
    heading.has(key)
      ? []
      : [{ text, path, message: `the ${kind} "${text}" does not stand in the heading, paragraph 0` }],
  );
}

function unneededExceptions({ source }: Article, gaps: readonly Gap[]): Gap[] {
  return source.exceptions.flatMap((exception, index): Gap[] =>
    gaps.some((gap) => fitsGap(exception, gap))
      ? []
      : [
          {
            text: exception.text,
            path: ['exceptions', index],
            message: `nothing needs the exception "${exception.text}" any more`,
          },
        ],
  );
}

function fitsGap({ fact, paragraph, text }: Source['exceptions'][number], gap: Gap): boolean {
  return fact === gap.fact && paragraph === gap.paragraph && text === gap.text;
}
