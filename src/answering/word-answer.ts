import { fiscalYearStarts } from '../knowledge/fiscal-year.ts';
import type { Knowledge } from '../knowledge/knowledge.ts';
import { writtenFor, type Language, type WrittenLanguage } from '../knowledge/language.ts';
import { formatDate, namePeriod } from '../knowledge/name-period.ts';
import type { Answer, Missing } from './answer.ts';
import { inScriptOf } from './chinese-script.ts';
import type { Finding, FindingTexts } from './finding.ts';
import type { IndexedKnowledge } from './index-knowledge.ts';
import { wordings } from './wording.ts';

/**
 * The very text that Discord shows for an answer: Discord Markdown, the figure in the first line, the citation in the
 * last. The knowledge schema limits every text in it so that the whole is at most 2,000 characters.
 */
export function wordAnswer(knowledge: IndexedKnowledge, answer: Answer, language: Language): string {
  return inScriptOf(language, writeAnswer(knowledge, answer, writtenFor(language)));
}

/** A finding as a reply of its own: statement, explanation, citation. */
export function wordFinding(knowledge: Knowledge, finding: Finding, language: Language): string {
  return inScriptOf(language, writeFinding(knowledge, finding, writtenFor(language)));
}

/** What a finding is called in a list. */
export function titleOf(finding: Finding, language: Language): string {
  return inScriptOf(language, textsOf(finding, writtenFor(language)).title);
}

/** The numbers of the paragraphs that a finding rests on, in order. */
export function citedParagraphs({ facts }: Pick<Finding, 'facts'>): number[] {
  return [...new Set(facts.flatMap(({ cites }) => cites))].toSorted((one, other) => one - other);
}

/** What a finding says, in a language. */
export function textsOf(finding: Finding, language: WrittenLanguage): FindingTexts {
  return language === 'english' ? finding : finding.chinese;
}

/** The name of a term. One without a Chinese name is called by its English one in Chinese too: OpenAI. */
function nameOf(term: { name: string; chinese?: string | undefined }, language: WrittenLanguage): string {
  return language === 'english' ? term.name : (term.chinese ?? term.name);
}

/** An answer in the language that texts are written in. */
export function writeAnswer(knowledge: IndexedKnowledge, answer: Answer, language: WrittenLanguage): string {
  switch (answer.status) {
    case 'answered':
      return writeAnswered(knowledge, answer, language);
    case 'choose':
      return [wordings[language].whichOne, ...titleLines(answer.findings, language)].join('\n');
    case 'unknown':
      return writeUnknown(knowledge, answer, language);
    default:
      return answer satisfies never;
  }
}

function writeAnswered(
  knowledge: IndexedKnowledge,
  { findings, contradicts = false, quarters = [] }: Extract<Answer, { status: 'answered' }>,
  language: WrittenLanguage,
): string {
  const { notSo, readAs } = wordings[language];
  const replies = findings.map((finding) => writeFinding(knowledge, finding, language)).join('\n\n');
  const notes = quarters.map(
    ({ name, period }) =>
      `-# ${readAs(name, namePeriod(period, knowledge.context.calendar.fiscalYearStarts, language))}`,
  );
  return [contradicts ? replies.replace('**', `**${notSo}`) : replies, ...notes].join('\n');
}

function writeFinding(knowledge: Knowledge, finding: Finding, language: WrittenLanguage): string {
  const { statement, explanation } = textsOf(finding, language);
  return [`**${statement}**`, explanation, `-# ${writeCitation(knowledge, finding, language)}`].join('\n');
}

function titleLines(findings: readonly Finding[], language: WrittenLanguage): string[] {
  return findings.map((finding) => `- ${textsOf(finding, language).title}`);
}

/** From where a finding is, of what time, and what kind of statement it is: one line. */
export function writeCitation(knowledge: Knowledge, finding: Finding, language: WrittenLanguage): string {
  const { cited, claims, remarkBy } = wordings[language];
  const { source } = finding.article;
  const period = finding.period
    ? [namePeriod(finding.period, fiscalYearStarts(knowledge, source), language)]
    : [];
  const made = finding.computed
    ? [claims.computed]
    : finding.facts.map(({ claim, speaker }) => {
        const person = knowledge.vocabulary.people.find(({ id }) => id === speaker);
        return person ? remarkBy(nameOf(person, language)) : claims[claim];
      });
  const publication = cited(source.publisher, formatDate(source.date, language), citedParagraphs(finding));
  return [publication, ...period, ...made].join(' · ');
}

function writeUnknown(
  knowledge: IndexedKnowledge,
  { missing, nearest }: Extract<Answer, { status: 'unknown' }>,
  language: WrittenLanguage,
): string {
  const words = wordings[language];
  const reason = words.notGiven(missing.map((what) => writeMissing(knowledge, what, language)));
  const hint = nearest.length === 0 ? [] : [words.nearest, ...titleLines(nearest, language)];
  return [reason, ...hint].join('\n');
}

/** A word of the question is letters and digits only, so echoing it can neither ping nor format. */
function writeMissing(knowledge: IndexedKnowledge, missing: Missing, language: WrittenLanguage): string {
  const { nothingOn, not, nothingFor } = wordings[language];
  switch (missing.kind) {
    case 'term':
      return nothingOn(nameOf(missing, language));
    case 'aspect':
      return not(nameOf(missing, language));
    case 'period':
      return nothingFor(namePeriod(missing.period, knowledge.context.calendar.fiscalYearStarts, language));
    case 'word':
      return nothingOn(`“${missing.word}”`);
    default:
      return missing satisfies never;
  }
}
