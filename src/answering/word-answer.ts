import { fiscalYearStarts } from '../knowledge/fiscal-year.ts';
import type { Knowledge } from '../knowledge/knowledge.ts';
import { formatDate, namePeriod } from '../knowledge/period.ts';
import type { Answer, Missing } from './answer.ts';
import type { Finding } from './finding.ts';
import type { IndexedKnowledge } from './index-knowledge.ts';

/**
 * The very text that Discord shows for an answer: Discord Markdown, the figure in the first line, the citation in the
 * last. The knowledge schema limits every text in it so that the whole is at most 2,000 characters.
 */
export function wordAnswer(knowledge: IndexedKnowledge, answer: Answer): string {
  switch (answer.status) {
    case 'answered':
      return answer.findings.map((finding) => wordFinding(knowledge, finding)).join('\n\n');
    case 'choose':
      return ['Which of these do you mean?', ...answer.findings.map(({ title }) => `- ${title}`)].join('\n');
    case 'unknown':
      return wordUnknown(knowledge, answer);
    default:
      return answer satisfies never;
  }
}

/** A finding as a reply of its own: statement, explanation, citation. */
export function wordFinding(knowledge: Knowledge, finding: Finding): string {
  return [`**${finding.statement}**`, finding.explanation, `-# ${wordCitation(knowledge, finding)}`].join(
    '\n',
  );
}

function wordCitation(knowledge: Knowledge, finding: Finding): string {
  const { source } = finding.article;
  const paragraphs = citedParagraphs(finding);
  const cited =
    paragraphs.length === 1 && paragraphs[0] === 0
      ? 'heading'
      : `paragraph${paragraphs.length === 1 ? '' : 's'} ${paragraphs.join(' and ')}`;
  const period = finding.period ? [namePeriod(finding.period, fiscalYearStarts(knowledge, source))] : [];
  const claims = finding.computed
    ? ['computed']
    : finding.facts.map(({ claim, speaker }) => {
        const person = knowledge.vocabulary.people.find(({ id }) => id === speaker);
        return person ? `remark by ${person.name}, reported` : claim;
      });
  return [`${source.publisher}, ${formatDate(source.date)}, ${cited}`, ...period, ...claims].join(' · ');
}

/** The numbers of the paragraphs that a finding rests on, in order. */
export function citedParagraphs({ facts }: Finding): number[] {
  return [...new Set(facts.flatMap(({ cites }) => cites))].toSorted((one, other) => one - other);
}

function wordUnknown(
  knowledge: IndexedKnowledge,
  { missing, nearest }: Extract<Answer, { status: 'unknown' }>,
): string {
  const gives = missing.map((what) => wordMissing(knowledge, what));
  const reason =
    gives.length === 0
      ? 'The article does not give that.'
      : `The article does not give that: ${gives.join(', ')}.`;
  const hint =
    nearest.length === 0 ? [] : ['The nearest that it gives:', ...nearest.map(({ title }) => `- ${title}`)];
  return [reason, ...hint].join('\n');
}

/** A word of the question is letters and digits only, so echoing it can neither ping nor format. */
function wordMissing(knowledge: IndexedKnowledge, missing: Missing): string {
  switch (missing.kind) {
    case 'term':
      return `nothing on ${missing.name}`;
    case 'aspect':
      return `not ${missing.name}`;
    case 'period':
      return `nothing for ${namePeriod(missing.period, knowledge.context.calendar.fiscalYearStarts)}`;
    case 'word':
      return `nothing on “${missing.word}”`;
    default:
      return missing satisfies never;
  }
}
