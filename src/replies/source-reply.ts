import { wordings } from '../answering/wording.ts';
import type { Reply } from '../discord/reply.ts';
import { formatDate } from '../knowledge/name-period.ts';
import { ownButton } from './buttons.ts';
import { createRows } from './rows.ts';
import type { Writing } from './writing.ts';

const mostArticles = 3;
const kinds = [
  'reported figure',
  'reported event',
  'plan',
  'third-party report',
  'remark',
  "writer's view",
  'computed',
] as const;

/** Where the base comes from, what its kinds of claims mean, and how far it can be relied on. */
export function replyWithSources(writing: Writing): Reply {
  const { knowledge, language, texts } = writing;
  const newest = knowledge.articles
    .toSorted((one, other) => other.source.date.localeCompare(one.source.date))
    .slice(0, mostArticles);
  return {
    content: [
      ...newest.flatMap(({ source, facts, computed }) => [
        `**${source.title}**`,
        `${source.publisher} · ${formatDate(source.date, language)} · ${texts.holds(facts.length, computed.length)}`,
      ]),
      `**${texts.claimKinds}**`,
      ...kinds.map((kind) => `- **${wordings[language].claims[kind]}**${texts.colon}${texts.meanings[kind]}`),
      `-# ${texts.version(knowledge.version)} · ${texts.disclaimer}`,
    ].join('\n'),
    rows: createRows([ownButton(writing, false)]),
  };
}
