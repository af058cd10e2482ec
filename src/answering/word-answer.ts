import { formatDate, namePeriod } from '../knowledge/period.ts';
import type { Knowledge } from '../knowledge/knowledge.ts';
import type { Answer } from './answer.ts';
import type { Finding } from './finding.ts';

/**
 * The very text that Discord shows for an answer: Discord Markdown, the figure in the first line, the citation in the
 * last. The knowledge schema limits every text in it so that the whole is at most 2,000 characters.
 */
export function wordAnswer(knowledge: Knowledge, answer: Answer): string {
  switch (answer.status) {
    case 'answered':
      return answer.findings.map((finding) => wordFinding(knowledge, finding)).join('\n\n');
    case 'choose':
      return ['Which of these do you mean?', ...answer.findings.map(({ title }) => `- ${title}`)].join('\n');
    case 'unknown':
      return wordUnknown(answer);
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

function wordCitation({ vocabulary }: Knowledge, finding: Finding): string {
  const { source } = finding.article;
  const company = vocabulary.companies.find(({ id }) => id === source.company);
  const paragraphs = citedParagraphs(finding);
  const cited =
    paragraphs.length === 1 && paragraphs[0] === 0
      ? 'heading'
      : `paragraph${paragraphs.length === 1 ? '' : 's'} ${paragraphs.join(' and ')}`;
  const period = finding.period ? [namePeriod(finding.period, company?.['fiscal-year-starts'] ?? 1)] : [];
  const claims = finding.computed
    ? ['computed']
    : finding.facts.map(({ claim, speaker }) => {
        const person = vocabulary.people.find(({ id }) => id === speaker);
        return person ? `remark by ${person.name}, reported` : claim;
      });
  return [`${source.publisher}, ${formatDate(source.date)}, ${cited}`, ...period, ...claims].join(' · ');
}

/** The numbers of the paragraphs that a finding rests on, in order. */
export function citedParagraphs({ facts }: Finding): number[] {
  return [...new Set(facts.flatMap(({ cites }) => cites))].toSorted((one, other) => one - other);
}

function wordUnknown({ missing, nearest }: Extract<Answer, { status: 'unknown' }>): string {
  const reason =
    missing.length === 0
      ? ''
      : ` It has nothing on ${missing.map((what) => `"${what}"`).join(', ')} as you ask it.`;
  const hint = nearest.length === 0 ? [] : ['Nearest in it:', ...nearest.map(({ title }) => `- ${title}`)];
  return [`The article does not give that.${reason}`, ...hint].join('\n');
}
