import type { WrittenLanguage } from '../knowledge/language.ts';
import type { Fact } from '../knowledge/schema.ts';

type Claim = Fact['claim'];

/** What is written around facts in the replies: labels of buttons, headings, notes. */
export type ReplyTexts = {
  readonly howComputed: string;
  readonly source: string;
  readonly share: string;
  readonly delete: string;
  readonly sharedBy: (userId: string) => string;
  readonly onlyInvokerDeletes: string;
  readonly factsChanged: string;
  readonly changedBeforeSharing: string;
  readonly factGone: string;
  readonly computedFrom: string;
  readonly sourceOf: (title: string) => string;
  readonly holds: (facts: number, computed: number) => string;
  readonly claimKinds: string;
  /** What each kind of claim means; its name is in the wording of citations. */
  readonly meanings: Readonly<Record<Claim | 'computed', string>>;
  readonly version: (version: string) => string;
  readonly disclaimer: string;
  readonly keyFigures: string;
  readonly allTopics: string;
  readonly chooseTopic: string;
  readonly noTopic: (topics: readonly string[]) => string;
  readonly previous: string;
  readonly next: string;
  readonly page: (page: number, pages: number) => string;
  readonly computedMark: string;
};

const english: ReplyTexts = {
  howComputed: 'How it was computed',
  source: 'Source',
  share: 'Share in this channel',
  delete: 'Delete',
  sharedBy: (userId) => `Shared by <@${userId}>`,
  onlyInvokerDeletes: 'Only the person for whom this was posted can delete it.',
  factsChanged: 'The fact base has changed since that message was written; this is how it stands now.',
  changedBeforeSharing:
    'The fact base has changed since this was written. Ask again and share the new answer.',
  factGone: 'The fact base no longer holds this. It has changed since that message was written.',
  computedFrom: 'Computed from:',
  sourceOf: (title) => `Where “${title}” comes from`,
  holds: (facts, computed) => `${facts} facts, and ${computed} figures computed from them`,
  claimKinds: 'What stands behind a fact',
  meanings: {
    'reported figure': 'a number that the article prints.',
    'reported event': 'something that the article says has happened or is so.',
    plan: 'announced and not yet done; it may turn out otherwise.',
    'third-party report': 'passed on from others; not from the company’s own accounts.',
    remark: 'what a named person said, in our words.',
    "writer's view": 'a judgement of the article’s writer.',
    computed: 'not printed in the article; worked out from its figures, with the arithmetic shown.',
  },
  keyFigures: 'Key figures',
  allTopics: 'All topics',
  chooseTopic: 'Choose a topic',
  noTopic: (topics) => `There is no such topic. There are: ${topics.join(', ')}.`,
  previous: 'Previous',
  next: 'Next',
  page: (page, pages) => `Page ${page} of ${pages}`,
  computedMark: ' (computed)',
  version: (version) => `Fact base ${version}`,
  disclaimer:
    'General information, not financial advice. Figures and dates are the article’s, the wording is ours.',
};

const chinese: ReplyTexts = {
  howComputed: '计算过程',
  source: '来源',
  share: '分享到此频道',
  delete: '删除',
  sharedBy: (userId) => `由 <@${userId}> 分享`,
  onlyInvokerDeletes: '只有当初使用命令的人才能删除这条消息。',
  factsChanged: '那条消息发出后，事实库已有更新；以下是现在的内容。',
  changedBeforeSharing: '这条内容写成后，事实库已有更新。请重新提问，再分享新的答案。',
  factGone: '事实库中已没有这一条：那条消息发出后，事实库已有更新。',
  computedFrom: '计算依据：',
  sourceOf: (title) => `“${title}”的出处`,
  holds: (facts, computed) => `${facts}条事实，以及由此计算出的${computed}个数字`,
  claimKinds: '事实的性质',
  meanings: {
    'reported figure': '文章中印出的数字。',
    'reported event': '文章称已经发生或属实的事。',
    plan: '已经宣布、尚未完成，结果可能不同。',
    'third-party report': '转述自他人，并非公司自己的账目。',
    remark: '具名人士所说的话，由我们转述。',
    "writer's view": '文章作者的判断。',
    computed: '文章没有印出，由其中的数字算出，并附算式。',
  },
  version: (version) => `事实库版本 ${version}`,
  keyFigures: '关键数字',
  allTopics: '全部主题',
  chooseTopic: '选择主题',
  noTopic: (topics) => `没有这个主题。现有主题：${topics.join('、')}。`,
  previous: '上一页',
  next: '下一页',
  page: (page, pages) => `第${page}页，共${pages}页`,
  computedMark: '（计算得出）',
  disclaimer: '仅供一般参考，不构成投资建议。数字和日期来自文章，措辞由我们撰写。',
};

export const replyTexts: Readonly<Record<WrittenLanguage, ReplyTexts>> = { english, chinese };
