import type { Finding } from '../answering/finding.ts';
import type { IndexedKnowledge } from '../answering/index-knowledge.ts';
import { citedParagraphs, textsOf } from '../answering/word-answer.ts';
import { wordings } from '../answering/wording.ts';
import { fiscalYearStarts } from '../knowledge/fiscal-year.ts';
import type { WrittenLanguage } from '../knowledge/language.ts';
import { formatDate, namePeriod } from '../knowledge/name-period.ts';
import type { Fact } from '../knowledge/schema.ts';
import { chartWords } from './chart-words.ts';
import { levelOf, levelOfQuantity, type Level } from './level.ts';

type Change = NonNullable<Fact['change']>;

/** What the texts and figures of a chart are written with. */
export type ChartTexts = {
  readonly words: (typeof chartWords)[WrittenLanguage];
  readonly computed: string;
  readonly title: (finding: Finding) => string;
  /** The company that the article is about, so that a picture says whose figure it shows wherever it goes. */
  readonly company: (finding: Finding) => string | undefined;
  readonly period: (finding: Finding) => string | undefined;
  readonly level: (finding: Finding) => Level | undefined;
  readonly startAndEnd: (fact: Fact) => { readonly start: Level; readonly end: Level } | undefined;
  /** A change as a level in percent, with its sign: "nearly +15%". */
  readonly change: (change: Change) => Level;
  readonly basis: (change: Change) => string;
  readonly citation: (findings: readonly Finding[]) => string;
};

/** The texts of charts in one language, before any conversion into another script. */
export function chartTexts(knowledge: IndexedKnowledge, language: WrittenLanguage): ChartTexts {
  const wording = wordings[language];
  return {
    words: chartWords[language],
    computed: wording.claims.computed,
    title: (finding) => textsOf(finding, language).title,
    company: ({ article }) => {
      const company = knowledge.vocabulary.companies.find(({ id }) => id === article.source.company);
      return language === 'english' ? company?.name : (company?.chinese ?? company?.name);
    },
    period: ({ period, article }) =>
      period && namePeriod(period, fiscalYearStarts(knowledge, article.source), language),
    level: (finding) => levelOf(finding, wording),
    startAndEnd: ({ from, value }) =>
      from && value && { start: levelOfQuantity(from, wording), end: levelOfQuantity(value, wording) },
    change: ({ amount, bound }) => {
      const { text } = levelOfQuantity({ amount: Math.abs(amount), unit: 'percent', bound }, wording);
      const sign = amount < 0 ? '−' : '+';
      return {
        ...levelOfQuantity({ amount, unit: 'percent', bound }, wording),
        text: text.replace(/\d/, `${sign}$&`),
      };
    },
    basis: ({ basis, chinese }) => (language === 'english' ? basis : chinese),
    citation: (findings) => {
      const source = findings[0]?.article.source;
      if (!source) return '';
      const paragraphs = citedParagraphs({ facts: findings.flatMap(({ facts }) => facts) });
      const made = findings.flatMap(({ computed, facts }) =>
        computed ? [wording.claims.computed] : facts.map(({ claim }) => wording.claims[claim]),
      );
      const publication = wording.cited(source.publisher, formatDate(source.date, language), paragraphs);
      return [publication, ...new Set(made)].join(' · ');
    },
  };
}
