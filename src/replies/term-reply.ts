import type { TermInUse } from '../answering/explained-terms.ts';
import { textsOf, writeCitation } from '../answering/word-answer.ts';
import type { WrittenLanguage } from '../knowledge/language.ts';
import type { ExplainedTerm } from '../knowledge/schema.ts';
import type { Reply } from '../discord/reply.ts';
import { findingButton, ownButton } from './buttons.ts';
import { createRows } from './rows.ts';
import type { Writing } from './writing.ts';

/** What a term means, and the fact that it matters to. */
export function replyWithTerm(writing: Writing, { term, finding }: TermInUse): Reply {
  const { knowledge, language, texts } = writing;
  const { name, text } = language === 'english' ? term : term.chinese;
  return {
    content: [
      `**${name}**`,
      text,
      `> ${texts.inTheArticle}${textsOf(finding, language).statement}`,
      `-# ${writeCitation(knowledge, finding, language)}`,
    ].join('\n'),
    rows: createRows([findingButton(writing, finding), ownButton(writing, false)]),
  };
}

/** What a term is called. */
export function termName({ name, chinese }: ExplainedTerm, language: WrittenLanguage): string {
  return language === 'english' ? name : chinese.name;
}
