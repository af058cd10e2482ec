import { ComponentType } from 'discord.js';
import type { Finding } from '../answering/finding.ts';
import { figureTopics, keyFigures } from '../answering/key-figures.ts';
import { topicOf } from '../answering/topic-of.ts';
import type { Reply, Row } from '../discord/reply.ts';
import { formatDate } from '../knowledge/name-period.ts';
import { ownButton } from './buttons.ts';
import { figuresId, topicsId } from './custom-ids.ts';
import { lineOf } from './listing.ts';
import { createButton, createRows, createSelectRow, type Button } from './rows.ts';
import type { Writing } from './writing.ts';

const figuresOnPage = 8;

/** What is shown of the key figures. */
type Shown = {
  /** Counts from 1 in the order of the base; 0 is all topics. */
  readonly topic: number;
  /** Counts from 1. */
  readonly page: number;
  readonly ephemeral: boolean;
};

/** A page of the key figures, with buttons to its neighbours and a select of topics. Beyond the last page is the last. */
export function replyWithFigures(writing: Writing, shown: Shown): Reply {
  const { knowledge, language, texts } = writing;
  const topic = figureTopics(knowledge)[shown.topic - 1];
  const listed = keyFigures(knowledge).filter(
    (finding) => topic === undefined || topicOf(finding) === topic.english,
  );
  const pages = Math.max(1, Math.ceil(listed.length / figuresOnPage));
  const page = Math.min(Math.max(1, shown.page), pages);
  const onPage = listed.slice((page - 1) * figuresOnPage, page * figuresOnPage);
  const name = topic === undefined ? texts.allTopics : topic[language];
  return {
    content: [
      `**${texts.keyFigures} · ${name}**`,
      ...onPage.map((finding) => lineOf(finding, language)),
      `-# ${[...articlesOf(writing, onPage), texts.page(page, pages)].join(' · ')}`,
    ].join('\n'),
    ephemeral: shown.ephemeral,
    rows: [
      createTopicSelect(writing, shown.topic),
      ...createRows([
        ...(pages > 1 ? pageButtons(writing, { topic: shown.topic, page, pages }) : []),
        ownButton(writing, shown.ephemeral),
      ]),
    ],
  };
}

function articlesOf({ language }: Writing, findings: readonly Finding[]): string[] {
  return [
    ...new Set(
      findings.map(({ article: { source } }) => `${source.publisher} · ${formatDate(source.date, language)}`),
    ),
  ];
}

function pageButtons(
  { knowledge, texts }: Writing,
  { topic, page, pages }: { topic: number; page: number; pages: number },
): Button[] {
  const button = (label: string, to: number, disabled: boolean) =>
    createButton(
      label,
      figuresId.write({ base: knowledge.version, topic: String(topic), page: String(to) }),
      { disabled },
    );
  return [button(texts.previous, page - 1, page === 1), button(texts.next, page + 1, page === pages)];
}

function createTopicSelect({ knowledge, language, texts }: Writing, chosen: number): Row {
  const names = [texts.allTopics, ...figureTopics(knowledge).map((topic) => topic[language])];
  return createSelectRow({
    type: ComponentType.StringSelect,
    custom_id: topicsId.write({ base: knowledge.version }),
    placeholder: texts.chooseTopic,
    options: names.map((label, index) => ({ label, value: String(index), default: index === chosen })),
  });
}
