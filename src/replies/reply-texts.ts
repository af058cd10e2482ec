import type { WrittenLanguage } from '../knowledge/language.ts';
import type { Bound, Unit } from '../knowledge/quantity.ts';
import type { Fact } from '../knowledge/schema.ts';
import type { CheckedClaim } from '../answering/check-claims.ts';

type Claim = Fact['claim'];

/** What is written around facts in the replies: labels of buttons, headings, notes. */
export type ReplyTexts = {
  readonly howComputed: string;
  readonly chart: string;
  /** Before a figure that has no picture. */
  readonly noChart: string;
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
  readonly inTheArticle: string;
  readonly noTerm: (terms: readonly string[]) => string;
  readonly units: Readonly<Record<Unit, string>>;
  readonly bounds: Readonly<Record<Bound, string>>;
  readonly distance: (shown: {
    readonly larger: string;
    readonly smaller: string;
    readonly difference: string;
    readonly ratio: string | undefined;
  }) => string;
  readonly openDistance: (titles: { readonly larger: string; readonly smaller: string }) => string;
  readonly equal: (titles: { readonly larger: string; readonly smaller: string }) => string;
  readonly sameFigure: string;
  readonly noFigure: (title: string) => string;
  readonly otherUnits: (first: Side, second: Side) => string;
  readonly otherWholes: (first: string, second: string) => string;
  readonly unit: string;
  readonly period: string;
  readonly noPeriod: string;
  readonly otherLengths: (larger: number, smaller: number) => string;
  readonly exactness: string;
  readonly claim: string;
  readonly comparisonNote: string;
  readonly forTyped: (typed: string) => string;
  readonly nothingToCheck: string;
  readonly noText: string;
  readonly checked: string;
  readonly verdicts: Readonly<Record<CheckedClaim['verdict'], string>>;
  /** Between a name and what is said of it. */
  readonly colon: string;
  readonly quote: (text: string) => string;
  readonly aside: (text: string) => string;
  readonly listComma: string;
  readonly moreClaims: (count: number) => string;
  readonly aboutMessage: (url: string) => string;
  readonly help: string;
  readonly inMenu: (name: string) => string;
};

type Side = { readonly title: string; readonly unit: string };

const english: ReplyTexts = {
  howComputed: 'How it was computed',
  chart: 'Chart',
  noChart: 'There is no picture of this: it stands alone, with nothing to draw it against.',
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
  sourceOf: (title) => `Where "${title}" comes from`,
  holds: (facts, computed) => `${facts} facts, and ${computed} figures computed from them`,
  claimKinds: 'What stands behind a fact',
  meanings: {
    'reported figure': 'a number that the article prints.',
    'reported event': 'something that the article says has happened or is so.',
    plan: 'announced and not yet done; it may turn out otherwise.',
    'third-party report': "passed on from others; not from the company's own accounts.",
    remark: 'what a named person said, in our words.',
    "writer's view": "a judgement of the article's writer.",
    computed: 'not printed in the article; worked out from its figures, with the arithmetic shown.',
  },
  keyFigures: 'Key figures',
  allTopics: 'All topics',
  chooseTopic: 'Choose a topic',
  noTopic: (topics) => `There is no such topic. There are: ${topics.join(', ')}.`,
  previous: 'Previous',
  next: 'Next',
  page: (page, pages) => `Page ${page} of ${pages}`,
  inTheArticle: 'In the article: ',
  noTerm: (terms) => `That term is not explained here. There are: ${terms.join(', ')}.`,
  units: {
    CNY: 'an amount in RMB',
    HKD: 'an amount in Hong Kong dollars',
    USD: 'an amount in US dollars',
    percent: 'a percentage',
    'percentage points': 'a number of percentage points',
    times: 'a multiple',
    users: 'a number of users',
    shares: 'a number of shares',
    years: 'a number of years',
    quarters: 'a number of quarters',
    months: 'a number of months',
  },
  bounds: { exactly: 'exact', 'more than': 'more than', nearly: 'nearly', about: 'about' },
  distance: ({ larger, smaller, difference, ratio }) =>
    `${larger} is ${difference} above ${smaller}${ratio === undefined ? '' : `, ${ratio} as much`}.`,
  openDistance: ({ larger, smaller }) =>
    `${larger} is printed higher than ${smaller}, but how far apart they are stays open: a lower limit is not a figure.`,
  equal: ({ larger, smaller }) => `${larger} and ${smaller} are the same.`,
  sameFigure: 'That is one and the same figure. Choose two.',
  noFigure: (title) => `There is nothing to compare: "${title}" states no figure.`,
  otherUnits: (first, second) =>
    `These cannot be compared: "${first.title}" is ${first.unit}, and "${second.title}" is ${second.unit}.`,
  otherWholes: (first, second) =>
    `These cannot be compared: "${first}" and "${second}" are percentages of different things.`,
  unit: 'Unit: ',
  period: 'Period: ',
  noPeriod: 'no period given',
  otherLengths: (larger, smaller) =>
    `They cover ${larger} and ${smaller} months, so the difference says little by itself.`,
  exactness: 'Exactness: ',
  claim: 'Kind of claim: ',
  comparisonNote: 'Computed from the two figures; par. is the paragraph of the article.',
  forTyped: (typed) => `For "${typed}":`,
  nothingToCheck: 'This message says nothing that could be checked against the article.',
  noText: 'This message has no text to read.',
  checked: 'Checked against the article:',
  verdicts: {
    supported: 'supported',
    contradicted: 'contradicted',
    open: 'not settled',
    absent: 'not in the article',
  },
  colon: ': ',
  quote: (text) => `"${text}"`,
  aside: (text) => ` (${text})`,
  listComma: ', ',
  moreClaims: (count) => `…and ${count} more. Check a shorter message to see them.`,
  aboutMessage: (url) => `On [this message](${url})`,
  help: 'I answer earnings questions from a curated fact base, with the figure first and its source under it. What the article does not give, I say so.',
  inMenu: (name) => `Message menu → Apps → ${name}`,
  version: (version) => `Fact base ${version}`,
  disclaimer:
    "General information, not financial advice. Figures and dates are the article's, the wording is ours.",
};

const chinese: ReplyTexts = {
  howComputed: '计算过程',
  chart: '图表',
  noChart: '这一条没有图表：没有可以与之对照的数字。',
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
  inTheArticle: '文章中：',
  noTerm: (terms) => `这里没有解释这个词。现有词条：${terms.join('、')}。`,
  units: {
    CNY: '人民币金额',
    HKD: '港元金额',
    USD: '美元金额',
    percent: '百分比',
    'percentage points': '百分点',
    times: '倍数',
    users: '用户数',
    shares: '股数',
    years: '年数',
    quarters: '季度数',
    months: '月数',
  },
  bounds: { exactly: '确切', 'more than': '超过', nearly: '接近', about: '约' },
  distance: ({ larger, smaller, difference, ratio }) =>
    `${larger}比${smaller}高：相差${difference}${ratio === undefined ? '' : `，前者是后者的${ratio}`}。`,
  openDistance: ({ larger, smaller }) =>
    `${larger}的数字高于${smaller}，但相差多少无法确定：下限并不是确切数字。`,
  equal: ({ larger, smaller }) => `${larger}与${smaller}相同。`,
  sameFigure: '这是同一个数字。请选择两个。',
  noFigure: (title) => `无法比较：“${title}”没有数字。`,
  otherUnits: (first, second) =>
    `这两项无法比较：“${first.title}”是${first.unit}，“${second.title}”是${second.unit}。`,
  otherWholes: (first, second) => `这两项无法比较：“${first}”和“${second}”是不同事物的百分比。`,
  unit: '单位：',
  period: '时期：',
  noPeriod: '未给出时期',
  otherLengths: (larger, smaller) => `二者分别涵盖${larger}个月和${smaller}个月，因此差额本身说明不了多少。`,
  exactness: '精确程度：',
  claim: '性质：',
  comparisonNote: '由这两个数字算出；段落指文章的段落。',
  forTyped: (typed) => `关于“${typed}”：`,
  nothingToCheck: '这条消息中没有可以与文章核对的内容。',
  noText: '这条消息没有可读的文字。',
  checked: '与文章核对：',
  verdicts: { supported: '相符', contradicted: '不符', open: '无法判定', absent: '文章未提及' },
  colon: '：',
  quote: (text) => `“${text}”`,
  aside: (text) => `（${text}）`,
  listComma: '、',
  moreClaims: (count) => `……另有${count}项。请核对较短的消息以查看全部。`,
  aboutMessage: (url) => `针对[这条消息](${url})`,
  help: '我依据经过整理的事实库回答财报问题：先给数字，再附出处。文章没有给出的，我会直说。',
  inMenu: (name) => `消息菜单 → 应用 → ${name}`,
  disclaimer: '仅供一般参考，不构成投资建议。数字和日期来自文章，措辞由我们撰写。',
};

export const replyTexts: Readonly<Record<WrittenLanguage, ReplyTexts>> = { english, chinese };
