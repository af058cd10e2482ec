import { createHash } from 'node:crypto';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { z } from 'zod';
import { findProblems, type ArticleFiles, type VocabularyFiles } from './find-problems.ts';
import { withFigures } from './fill-figures.ts';
import type { Article, Knowledge, TopicFact, Vocabulary } from './knowledge.ts';
import {
  computedFileSchema,
  factFileSchema,
  sourceSchema,
  termFileSchema,
  vocabularySchemas,
} from './schema.ts';
import { readWordFrequencies } from './read-word-frequencies.ts';
import { readWeights } from './weights-file.ts';
import { readYamlFile, type Problem } from './yaml-file.ts';

/** The knowledge base is broken. Its message lists every problem of every file with file and line. */
export class KnowledgeError extends Error {
  readonly problems: readonly Problem[];

  constructor(problems: readonly Problem[]) {
    const lines = problems.map(({ file, line, message }) => `  ${file}:${line}  ${message}`);
    const count = problems.length === 1 ? '1 problem' : `${problems.length} problems`;
    super(`The knowledge base has ${count}:\n${lines.join('\n')}`);
    this.name = 'KnowledgeError';
    this.problems = problems;
  }
}

/** The checked files of a knowledge folder, each with the places of what it holds. */
export type KnowledgeFiles = {
  readonly vocabulary: VocabularyFiles;
  readonly articles: readonly ArticleFiles[];
  readonly weights: Knowledge['weights'];
};

/**
 * Reads and checks every file of a knowledge folder: `vocabulary/` and one folder for each article.
 * Returns the frozen knowledge. Throws a KnowledgeError that lists all problems of all files at once.
 */
export function readKnowledge(folder: string): Knowledge {
  return toKnowledge(readKnowledgeFiles(folder));
}

/** Puts checked files together. Returns the frozen knowledge. */
export function toKnowledge({ vocabulary, articles, weights }: KnowledgeFiles): Knowledge {
  const readArticles = articles.map(toArticle);
  return deepFreeze({
    vocabulary: toVocabulary(vocabulary),
    articles: readArticles,
    version: createHash('sha256').update(JSON.stringify(readArticles)).digest('hex').slice(0, 7),
    wordFrequencies: readWordFrequencies(),
    weights,
  });
}

/** Reads and checks every file, as `readKnowledge` does, for who needs to know what stands where. */
export function readKnowledgeFiles(folder: string): KnowledgeFiles {
  const problems: Problem[] = [];
  const read = <Schema extends z.ZodType>(path: string, schema: Schema) =>
    readYamlFile({ folder, path, schema, problems });

  const companies = read('vocabulary/companies.yaml', vocabularySchemas.companies);
  const businesses = read('vocabulary/businesses.yaml', vocabularySchemas.businesses);
  const people = read('vocabulary/people.yaml', vocabularySchemas.people);
  const places = read('vocabulary/places.yaml', vocabularySchemas.places);
  const measures = read('vocabulary/measures.yaml', vocabularySchemas.measures);
  const topics = read('vocabulary/topics.yaml', vocabularySchemas.topics);
  const aspects = read('vocabulary/aspects.yaml', vocabularySchemas.aspects);
  const everyday = read('vocabulary/everyday.yaml', vocabularySchemas.everyday);

  const readIfThere = <Schema extends z.ZodType>(path: string, schema: Schema) =>
    existsSync(join(folder, path)) ? read(path, schema) : undefined;

  const articles = articleFolders(folder).map((name) => ({
    source: read(`${name}/source.yaml`, sourceSchema),
    facts: yamlFiles(join(folder, name, 'facts')).map((file) =>
      read(`${name}/facts/${file}`, factFileSchema),
    ),
    hasComputed: existsSync(join(folder, name, 'computed.yaml')),
    computed: readIfThere(`${name}/computed.yaml`, computedFileSchema),
    terms: readIfThere(`${name}/terms.yaml`, termFileSchema),
  }));

  const vocabularyFiles: VocabularyFiles | undefined =
    companies && businesses && people && places && measures && topics && aspects && everyday
      ? { companies, businesses, people, places, measures, topics, aspects, everyday }
      : undefined;
  const articleFiles: ArticleFiles[] = articles.flatMap(({ source, facts, hasComputed, computed, terms }) => {
    const readable = facts.filter((file) => file !== undefined);
    const factsAreComplete = readable.length === facts.length;
    const entriesAreComplete = factsAreComplete && (computed !== undefined || !hasComputed);
    return source ? [{ source, facts: readable, factsAreComplete, computed, entriesAreComplete, terms }] : [];
  });
  if (articles.length === 0) {
    problems.push({ file: folder, line: 1, message: 'there is no article folder with a source.yaml' });
  }
  problems.push(...findProblems(vocabularyFiles, articleFiles));
  if (problems.length > 0 || !vocabularyFiles) throw new KnowledgeError(problems);
  return { vocabulary: vocabularyFiles, articles: articleFiles, weights: readWeights(folder) };
}

function toVocabulary({ everyday, ...files }: VocabularyFiles): Vocabulary {
  return {
    companies: files.companies.content,
    businesses: files.businesses.content,
    people: files.people.content,
    places: files.places.content,
    measures: files.measures.content,
    topics: files.topics.content,
    aspects: files.aspects.content,
    everyday: [...everyday.content.english, ...everyday.content.chinese],
  };
}

function toArticle({ source, facts, computed, terms }: ArticleFiles): Article {
  const all = new Map(facts.flatMap(({ content }) => content.facts.map((fact) => [fact.id, fact])));
  const topicFacts: TopicFact[] = facts.flatMap(({ content }) =>
    content.facts.map((fact) => ({ ...withFigures(fact, all), topic: content.topic })),
  );
  const topics = facts.map(({ content: { topic, chinese = topic } }) => ({ english: topic, chinese }));
  return {
    source: source.content,
    topics,
    facts: topicFacts,
    computed: computed?.content ?? [],
    terms: terms?.content ?? [],
  };
}

function articleFolders(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && entry.name !== 'vocabulary')
    .map((entry) => entry.name)
    .toSorted();
}

function yamlFiles(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => name.endsWith('.yaml'))
    .toSorted();
}

function deepFreeze<Value>(value: Value): Value {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    for (const inner of Object.values(value)) deepFreeze(inner);
  }
  return value;
}
