import type { z } from 'zod';
import { figureOf, fillFigures, howToWrite, textsIn } from './fill-figures.ts';
import { lengthInMonths } from './period.ts';
import {
  figureNames,
  longestText,
  operandsOf,
  type ComputedFigure,
  type ExplainedTerm,
  type Fact,
  type FactFile,
  type Operand,
  type Operation,
  type Source,
  type Term,
  type vocabularySchemas,
} from './schema.ts';
import { phraseKey } from './tokenise.ts';
import type { Place, Placed, Problem } from './yaml-file.ts';

/** The checked files of one article folder, each with its place, for the checks that span files. */
export type ArticleFiles = {
  readonly source: Placed<Source>;
  readonly facts: readonly Placed<FactFile>[];
  readonly factsAreComplete: boolean;
  readonly computed: Placed<readonly ComputedFigure[]> | undefined;
  /** Whether all facts and computed figures could be read. */
  readonly entriesAreComplete: boolean;
  readonly terms: Placed<readonly ExplainedTerm[]> | undefined;
};

/** The checked files of `vocabulary/`. */
export type VocabularyFiles = {
  readonly [File in keyof typeof vocabularySchemas]: Placed<z.output<(typeof vocabularySchemas)[File]>>;
};

/** Notes a problem at a place. The line is looked up only then: most of what is checked is in order. */
type Report = (place: Place, path: readonly PropertyKey[], message: string) => void;

/**
 * The rules that one schema cannot check because they span entries and files: what is named exists, and nothing is
 * defined twice. Returns every breach, not only the first. Where the vocabulary or a file of facts could not be read
 * (undefined, `factsAreComplete` false), nothing is held against what names an entry of it.
 */
export function findProblems(
  vocabulary: VocabularyFiles | undefined,
  articles: readonly ArticleFiles[],
): Problem[] {
  const problems: Problem[] = [];
  const report: Report = (place, path, message) =>
    problems.push({ file: place.file, line: place.lineOf(path), message });
  const termIds = vocabulary && checkVocabulary(vocabulary, report);
  const entryIds = new Map<string, string>();
  const phrases = new Map<string, string>();
  for (const article of articles) checkArticle({ article, termIds, entryIds, phrases, report });
  checkExplainedTerms(articles, report);
  return problems;
}

/**
 * Ids and words of the vocabulary are unique, because a word with two meanings would answer the wrong question. Returns
 * the file of each id.
 */
function checkVocabulary(vocabulary: VocabularyFiles, report: Report): ReadonlyMap<string, string> {
  const ids = new Map<string, string>();
  const words = new Map<string, string>();
  const { everyday, ...termFiles } = vocabulary;
  for (const { content, place } of Object.values(termFiles)) {
    content.forEach((term, index) => {
      claim({
        owners: ids,
        key: term.id,
        owner: place.file,
        onTaken: (owner) => report(place, [index, 'id'], `the id "${term.id}" is already used by ${owner}`),
      });
      for (const [path, word] of wordsOf(term, index)) {
        claim({
          owners: words,
          key: phraseKey(word),
          owner: term.id,
          onTaken: (owner) => report(place, path, alreadyUsed(word, owner)),
        });
      }
    });
  }
  for (const language of ['english', 'chinese'] as const) {
    everyday.content[language].forEach((word, index) => {
      claim({
        owners: words,
        key: phraseKey(word),
        owner: 'the everyday words',
        onTaken: (owner) => report(everyday.place, [language, index], alreadyUsed(word, owner)),
      });
    });
  }
  const { companies, businesses, aspects } = vocabulary;
  businesses.content.forEach(({ of }, index) => {
    if (companies.content.some(({ id }) => id === of)) return;
    report(businesses.place, [index, 'of'], `there is no company "${of}"`);
  });
  aspects.content.forEach(({ implies }, index) => {
    if (implies === undefined || ids.has(implies)) return;
    report(aspects.place, [index, 'implies'], `the vocabulary has no entry "${implies}"`);
  });
  return ids;
}

function wordsOf(term: Term, index: number): (readonly [path: readonly PropertyKey[], word: string])[] {
  return [
    [[index, 'name'], term.name],
    ...(term.chinese === undefined ? [] : [[[index, 'chinese'], term.chinese] as const]),
    ...term.words.map((word, position) => [[index, 'words', position], word] as const),
  ];
}

type ArticleCheck = {
  readonly article: ArticleFiles;
  /** Each id of the vocabulary with the file it stands in. */
  readonly termIds: ReadonlyMap<string, string> | undefined;
  readonly entryIds: Map<string, string>;
  readonly phrases: Map<string, string>;
  readonly report: Report;
};

function checkArticle({ article, termIds, entryIds, phrases, report }: ArticleCheck): void {
  const { source, computed, factsAreComplete } = article;
  const paragraphs = new Set(source.content.paragraphs.map(({ number }) => number));
  const facts = new Map(article.facts.flatMap(({ content }) => content.facts.map((fact) => [fact.id, fact])));
  const needTerm = ({ id, file, place, path }: TermCheck) => {
    if (id === undefined || !termIds) return;
    const found = termIds.get(id);
    if (found === undefined) report(place, path, `the vocabulary has no entry "${id}"`);
    else if (file !== undefined && found !== `vocabulary/${file}`) {
      report(place, path, `"${id}" stands in ${found}, and here an entry of vocabulary/${file} is needed`);
    }
  };
  const checkEntry = ({ entry, place, path }: EntryCheck) => {
    claim({
      owners: entryIds,
      key: entry.id,
      owner: place.file,
      onTaken: (owner) => report(place, [...path, 'id'], `the id "${entry.id}" is already used by ${owner}`),
    });
    needTerm({ id: entry.about, place, path: [...path, 'about'] });
    needTerm({ id: entry.measure, file: 'measures.yaml', place, path: [...path, 'measure'] });
    entry.asked.forEach((phrase, position) => {
      claim({
        owners: phrases,
        key: phraseKey(phrase),
        owner: entry.id,
        onTaken: (owner) => report(place, [...path, 'asked', position], alreadyUsed(phrase, owner)),
      });
    });
  };

  needTerm({ id: source.content.company, file: 'companies.yaml', place: source.place, path: ['company'] });
  for (const { content, place } of article.facts) {
    content.facts.forEach((fact, index) => {
      const path = ['facts', index];
      checkEntry({ entry: fact, place, path });
      needTerm({ id: fact.speaker, file: 'people.yaml', place, path: [...path, 'speaker'] });
      for (const list of ['narrowed-by', 'mentions', 'answers'] as const) {
        fact[list].forEach((id, position) => needTerm({ id, place, path: [...path, list, position] }));
      }
      fact.cites.forEach((paragraph, position) => {
        if (paragraphs.has(paragraph)) return;
        report(place, [...path, 'cites', position], `${source.place.file} has no paragraph ${paragraph}`);
      });
      checkTexts({
        fact,
        facts,
        factsAreComplete,
        path,
        complain: (at, message) => report(place, at, message),
      });
    });
  }
  computed?.content.forEach((figure, index) => {
    const { compute } = figure;
    checkEntry({ entry: figure, place: computed.place, path: [index] });
    const complain = (message: string) => report(computed.place, [index, 'compute'], message);
    for (const operand of operandsOf(compute)) {
      const fact = facts.get(operand.fact);
      if (fact) missingInputs({ compute, operand, fact }).forEach(complain);
      else if (factsAreComplete) complain(`there is no fact "${operand.fact}"`);
    }
    const units = new Set(operandsOf(compute).flatMap((operand) => unitsOf(compute, operand, facts)));
    if (units.size > 1) complain(`${[...units].join(' and ')} cannot be computed with one another`);
  });
}

/** Each term and each of its names explains one thing, and the fact that it matters to is one of its article. */
function checkExplainedTerms(articles: readonly ArticleFiles[], report: Report): void {
  const owners = new Map<string, string>();
  for (const { terms, facts, computed, entriesAreComplete } of articles) {
    if (!terms) continue;
    const { content, place } = terms;
    const known = new Set([
      ...facts.flatMap((file) => file.content.facts.map(({ id }) => id)),
      ...(computed?.content.map(({ id }) => id) ?? []),
    ]);
    content.forEach((term, index) => {
      const names = [
        [[index, 'name'], term.name],
        [[index, 'chinese', 'name'], term.chinese.name],
        ...term.words.map((word, position) => [[index, 'words', position], word] as const),
      ] as const;
      for (const [path, name] of names) {
        claim({
          owners,
          key: phraseKey(name),
          owner: term.id,
          onTaken: (owner) => report(place, path, alreadyUsed(name, owner)),
        });
      }
      if (entriesAreComplete && !known.has(term.fact)) {
        report(place, [index, 'fact'], `there is no fact "${term.fact}"`);
      }
    });
  }
}

type TermCheck = {
  readonly id: string | undefined;
  /** The vocabulary file that the entry must stand in; any unless given. */
  readonly file?: string;
  readonly place: Place;
  readonly path: readonly PropertyKey[];
};

type EntryCheck = {
  readonly entry: Fact | ComputedFigure;
  readonly place: Place;
  readonly path: readonly PropertyKey[];
};

type Input = { readonly compute: Operation; readonly operand: Operand; readonly fact: Fact };

/** What an operation needs of its input that the fact does not have. */
function missingInputs({ compute, operand: { figure }, fact }: Input): string[] {
  const { id, change, period } = fact;
  const { operation } = compute;
  const isOfChange = operation === 'level before the change' || operation === 'increase';
  const isAverage = 'per' in compute && compute.per !== undefined;
  const isMonth = period?.kind === 'dates' && lengthInMonths(period) === 1;
  const missing = [
    ...(figure === 'period' || figureOf(fact, figure) ? [] : [figure]),
    ...(isOfChange && !change ? ['change'] : []),
    ...(isAverage && period?.kind !== 'span' ? ['period of a number of years, quarters or months'] : []),
    ...(figure === 'period' && !isMonth ? ['month'] : []),
  ];
  return missing.map((what) => `the fact "${id}" has no ${what} to compute with`);
}

/** What an operand is counted in. A sum or a difference is told in the scale of its operands. */
function unitsOf(
  { operation }: Operation,
  { fact, figure }: Operand,
  facts: ReadonlyMap<string, Fact>,
): string[] {
  const owner = facts.get(fact);
  const quantity = owner && figure !== 'period' ? figureOf(owner, figure) : undefined;
  if (!quantity) return [];
  const { unit, scale } = quantity;
  const isInScale = scale !== undefined && (operation === 'sum' || operation === 'difference');
  return [isInScale ? `${scale} ${unit}` : unit];
}

type TextCheck = {
  readonly fact: Fact;
  readonly facts: ReadonlyMap<string, Fact>;
  readonly factsAreComplete: boolean;
  readonly path: readonly PropertyKey[];
  readonly complain: (path: readonly PropertyKey[], message: string) => void;
};

/**
 * In both languages a text shows figures by placeholders alone, the statement shows every figure of its fact (one that
 * nobody sees cannot be checked), and with its figures each text fits into a reply.
 */
function checkTexts({ fact, facts, factsAreComplete, path, complain }: TextCheck): void {
  for (const language of ['english', 'chinese'] as const) {
    const texts = textsIn(fact, language);
    const languagePath = language === 'english' ? path : [...path, language];
    for (const part of ['title', 'statement', 'explanation'] as const) {
      const textPath = [...languagePath, part];
      const { filled, problems, unknownFacts } = fillFigures(texts[part], { fact, facts, language });
      for (const problem of problems) complain(textPath, problem);
      for (const id of factsAreComplete ? unknownFacts : []) complain(textPath, `there is no fact "${id}"`);
      const [written] = writtenFigure.exec(texts[part]) ?? [];
      if (written !== undefined) {
        complain(textPath, `"${written}" is written out: ${howToWrite}`);
      }
      if (filled.length > longestText[part]) {
        complain(textPath, `the ${part} has ${filled.length} characters; at most ${longestText[part]} fit`);
      }
    }
    for (const name of figureNames) {
      if (fact[name] === undefined || texts.statement.includes(`{${name}}`)) continue;
      complain([...languagePath, 'statement'], `the statement does not show the figure {${name}}`);
    }
  }
}

/** An amount of money or users, or a percentage. Dates, codes and small counts ("three months") are no such figures. */
const writtenFigure =
  /(?:RMB|HK\$|US\$)\s*\d[\d,.]*|\d[\d,.]*\s*(?:%|％|percent|thousand|million|billion|trillion|yuan|万|亿|港元|美元|元|个百分点)/iu;

type Claim = {
  readonly owners: Map<string, string>;
  readonly key: string;
  readonly owner: string;
  readonly onTaken: (owner: string) => void;
};

/** Notes who uses an id or a word; a second user is reported. */
function claim({ owners, key, owner, onTaken }: Claim): void {
  const first = owners.get(key);
  if (first === undefined) owners.set(key, owner);
  else onTaken(first);
}

function alreadyUsed(phrase: string, owner: string): string {
  return `"${phrase}" is already used by ${owner}`;
}
