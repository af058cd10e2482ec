import type { z } from 'zod';
import type { ComputedFigure, Fact, FactFile, Source, Term, vocabularySchemas } from './schema.ts';
import { phraseKey } from './tokenise.ts';
import type { Place, Placed, Problem } from './yaml-file.ts';

/** The checked files of one article folder, each with its place, for the checks that span files. */
export type ArticleFiles = {
  readonly source: Placed<Source>;
  readonly facts: readonly Placed<FactFile>[];
  readonly computed: Placed<readonly ComputedFigure[]> | undefined;
};

/** The checked files of `vocabulary/`. */
export type VocabularyFiles = {
  readonly [File in keyof typeof vocabularySchemas]: Placed<z.output<(typeof vocabularySchemas)[File]>>;
};

/**
 * The rules that one schema cannot check because they span entries and files: what is named exists, and nothing is
 * defined twice. Returns every breach, not only the first.
 */
export function findProblems(vocabulary: VocabularyFiles, articles: readonly ArticleFiles[]): Problem[] {
  const problems: Problem[] = [];
  const termIds = checkVocabulary(vocabulary, problems);
  const entryIds = new Map<string, string>();
  const phrases = new Map<string, string>();
  for (const article of articles) checkArticle({ article, termIds, entryIds, phrases, problems });
  return problems;
}

/** Ids and words of the vocabulary are unique, because a word with two meanings would answer the wrong question. */
function checkVocabulary(vocabulary: VocabularyFiles, problems: Problem[]): ReadonlySet<string> {
  const ids = new Map<string, string>();
  const words = new Map<string, string>();
  const { everyday, ...termFiles } = vocabulary;
  for (const { content, place } of Object.values(termFiles)) {
    content.forEach((term, index) => {
      claim({ owners: ids, key: term.id, owner: place.file, problem: at(place, [index, 'id']), what: `id "${term.id}"`, problems });
      for (const [path, word] of wordsOf(term, index)) {
        claim({ owners: words, key: phraseKey(word), owner: term.id, problem: at(place, path), what: `word "${word}"`, problems });
      }
    });
  }
  for (const language of ['english', 'chinese'] as const) {
    everyday.content[language].forEach((word, index) => {
      const problem = at(everyday.place, [language, index]);
      claim({ owners: words, key: phraseKey(word), owner: 'everyday words', problem, what: `word "${word}"`, problems });
    });
  }
  vocabulary.businesses.content.forEach((business, index) => {
    if (vocabulary.companies.content.some((company) => company.id === business.of)) return;
    problems.push({ ...at(vocabulary.businesses.place, [index, 'of']), message: `there is no company "${business.of}"` });
  });
  return new Set(ids.keys());
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
  readonly termIds: ReadonlySet<string>;
  readonly entryIds: Map<string, string>;
  readonly phrases: Map<string, string>;
  readonly problems: Problem[];
};

function checkArticle({ article, termIds, entryIds, phrases, problems }: ArticleCheck): void {
  const { source, computed } = article;
  const paragraphs = new Set(source.content.paragraphs.map((paragraph) => paragraph.number));
  const facts = new Map(article.facts.flatMap(({ content }) => content.facts.map((fact) => [fact.id, fact])));
  const needTerm = (id: string | undefined, problem: Omit<Problem, 'message'>) => {
    if (id !== undefined && !termIds.has(id)) problems.push({ ...problem, message: `the vocabulary has no entry "${id}"` });
  };
  needTerm(source.content.company, at(source.place, ['company']));

  for (const { content, place } of article.facts) {
    content.facts.forEach((fact, index) => {
      const path = (...keys: (string | number)[]) => at(place, ['facts', index, ...keys]);
      claim({ owners: entryIds, key: fact.id, owner: place.file, problem: path('id'), what: `id "${fact.id}"`, problems });
      needTerm(fact.about, path('about'));
      needTerm(fact.measure, path('measure'));
      needTerm(fact.speaker, path('speaker'));
      fact['narrowed-by'].forEach((id, position) => needTerm(id, path('narrowed-by', position)));
      fact.mentions.forEach((id, position) => needTerm(id, path('mentions', position)));
      fact.answers.forEach((id, position) => needTerm(id, path('answers', position)));
      fact.cites.forEach((paragraph, position) => {
        if (paragraphs.has(paragraph)) return;
        problems.push({ ...path('cites', position), message: `${source.place.file} has no paragraph ${paragraph}` });
      });
      for (const amount of printedAmounts(fact)) {
        if (numbersIn(fact.statement).includes(amount)) continue;
        problems.push({ ...path('statement'), message: `the statement does not show the figure ${amount}` });
      }
      fact.asked.forEach((phrase, position) => {
        const problem = path('asked', position);
        claim({ owners: phrases, key: phraseKey(phrase), owner: fact.id, problem, what: `phrase "${phrase}"`, problems });
      });
    });
  }

  if (!computed) return;
  computed.content.forEach((figure, index) => {
    const path = (...keys: (string | number)[]) => at(computed.place, [index, ...keys]);
    claim({ owners: entryIds, key: figure.id, owner: computed.place.file, problem: path('id'), what: `id "${figure.id}"`, problems });
    needTerm(figure.about, path('about'));
    needTerm(figure.measure, path('measure'));
    const { compute } = figure;
    const inputs = 'in' in compute ? [compute.of, compute.in] : [compute.of];
    for (const input of inputs) {
      const problem = path('compute');
      const fact = facts.get(input);
      if (!fact) problems.push({ ...problem, message: `there is no fact "${input}"` });
      else problems.push(...missingInputs(fact, compute.operation).map((message) => ({ ...problem, message })));
    }
    figure.asked.forEach((phrase, position) => {
      const problem = path('asked', position);
      claim({ owners: phrases, key: phraseKey(phrase), owner: figure.id, problem, what: `phrase "${phrase}"`, problems });
    });
  });
}

/** What an operation needs of its input that the fact does not have. */
function missingInputs(fact: Fact, operation: string): string[] {
  const missing = [];
  if (!fact.value) missing.push('value');
  if (operation === 'level before the change' && !fact.change) missing.push('change');
  if ((operation === 'gain in points' || operation === 'multiple of the level before') && !fact.from) missing.push('from');
  if (operation === 'yearly average' && fact.period?.kind !== 'span') missing.push('period of a number of years');
  return missing.map((what) => `the fact "${fact.id}" has no ${what} to compute with`);
}

/** The amounts of a fact, which its statement must show: a figure that nobody sees cannot be checked. */
function printedAmounts({ from, value, change }: Fact): number[] {
  return [from, value, change].flatMap((figure) => (figure ? [figure.amount] : []));
}

function numbersIn(text: string): number[] {
  return [...text.matchAll(/\d+(?:,\d{3})*(?:\.\d+)?/g)].map(([number]) => Number(number.replaceAll(',', '')));
}

type Claim = {
  readonly owners: Map<string, string>;
  readonly key: string;
  readonly owner: string;
  readonly problem: Omit<Problem, 'message'>;
  readonly what: string;
  readonly problems: Problem[];
};

/** Notes who uses an id or a word; a second user is a problem. */
function claim({ owners, key, owner, problem, what, problems }: Claim): void {
  const first = owners.get(key);
  if (first === undefined) owners.set(key, owner);
  else problems.push({ ...problem, message: `the ${what} is already used by ${first}` });
}

function at(place: Place, path: readonly PropertyKey[]): Omit<Problem, 'message'> {
  return { file: place.file, line: place.lineOf(path) };
}
