import { formatQuantity } from '../knowledge/format-quantity.ts';
import type { WrittenLanguage } from '../knowledge/language.ts';
import { namePeriod } from '../knowledge/name-period.ts';
import type { Period } from '../knowledge/period.ts';
import type { Quantity } from '../knowledge/quantity.ts';
import type { Fact } from '../knowledge/schema.ts';

/** Everything that code words in a reply. A key that one language lacks is an error of the compiler. */
export type Wording = {
  /** A figure as it is printed, with at least so many digits behind the point. */
  readonly quantity: (quantity: Quantity, decimals?: number) => string;
  /** A calendar period, such as a month. */
  readonly period: (period: Period) => string;
  /** How a figure is told that is no more than a limit of the true one. */
  readonly atLeast: (figure: string) => string;
  readonly atMost: (figure: string) => string;
  readonly orLittleMore: (figure: string) => string;
  readonly orLittleLess: (figure: string) => string;
  readonly computed: (arithmetic: string) => string;
  readonly quotient: (dividend: string, divisor: string, change: Change) => string;
  readonly inBrackets: (arithmetic: string) => string;
  readonly isLowerLimit: string;
  readonly isUpperLimit: string;
  readonly isOpen: string;
  readonly liesBetween: (low: string, high: string) => string;
  readonly sentences: (sentences: readonly string[]) => string;
  readonly cited: (publisher: string, date: string, paragraphs: readonly number[]) => string;
  readonly claims: Readonly<Record<Fact['claim'] | 'computed', string>>;
  readonly remarkBy: (person: string) => string;
  /** Put before a statement that contradicts what the question holds to be true. */
  readonly notSo: string;
  readonly readAs: (name: string, period: string) => string;
  readonly whichOne: string;
  readonly notGiven: (reasons: readonly string[]) => string;
  readonly nearest: string;
  readonly nothingOn: (name: string) => string;
  readonly not: (name: string) => string;
  readonly nothingFor: (period: string) => string;
};

type Change = NonNullable<Fact['change']>;

/** The arithmetic names months, which every calendar calls the same. */
const calendarYearStarts = 1;

const englishList = new Intl.ListFormat('en-GB');

export const wordings: Readonly<Record<WrittenLanguage, Wording>> = {
  english: {
    quantity: (quantity, decimals) => formatQuantity(quantity, 'english', decimals),
    period: (period) => namePeriod(period, calendarYearStarts, 'english'),
    atLeast: (figure) => `${figure} or more`,
    atMost: (figure) => `at most ${figure}`,
    orLittleMore: (figure) => `${figure} or a little more`,
    orLittleLess: (figure) => `${figure} or a little less`,
    computed: (arithmetic) => `Computed, not printed in the article: ${arithmetic}.`,
    quotient: (dividend, divisor, { amount, basis }) =>
      `${dividend} ÷ ${divisor}, since the change is +${amount}% ${basis}`,
    inBrackets: (arithmetic) => `(${arithmetic})`,
    isLowerLimit: 'An input is a lower limit, and so is the result.',
    isUpperLimit: 'What is divided by or subtracted is a lower limit, so the result is an upper limit.',
    isOpen: 'Both inputs are limits, so the true figure may be higher or lower.',
    liesBetween: (low, high) => `The inputs are rounded, so the true figure lies between ${low} and ${high}.`,
    sentences: (sentences) => sentences.join(' '),
    cited: (publisher, date, paragraphs) =>
      `${publisher}, ${date}, ${isHeading(paragraphs) ? 'heading' : `paragraph${paragraphs.length === 1 ? '' : 's'} ${englishList.format(paragraphs.map(String))}`}`,
    claims: {
      'reported figure': 'reported figure',
      'reported event': 'reported event',
      plan: 'plan',
      'third-party report': 'third-party report',
      remark: 'remark',
      "writer's view": "writer's view",
      computed: 'computed',
    },
    remarkBy: (person) => `remark by ${person}, reported`,
    notSo: 'No: ',
    readAs: (name, period) => `“${name}” is read as ${period}.`,
    whichOne: 'Which of these do you mean?',
    notGiven: (reasons) =>
      `The article does not give that${reasons.length === 0 ? '' : `: ${reasons.join(', ')}`}.`,
    nearest: 'The nearest that it gives:',
    nothingOn: (name) => `nothing on ${name}`,
    not: (name) => `not ${name}`,
    nothingFor: (period) => `nothing for ${period}`,
  },
  chinese: {
    quantity: (quantity, decimals) => formatQuantity(quantity, 'chinese', decimals),
    period: (period) => namePeriod(period, calendarYearStarts, 'chinese'),
    atLeast: (figure) => `${figure}或以上`,
    atMost: (figure) => `至多${figure}`,
    orLittleMore: (figure) => `${figure}或略多`,
    orLittleLess: (figure) => `${figure}或略少`,
    computed: (arithmetic) => `此为计算值，文章未直接给出：${arithmetic}。`,
    quotient: (dividend, divisor, { amount, chinese }) => `${dividend} ÷ ${divisor}（${chinese}+${amount}%）`,
    inBrackets: (arithmetic) => `（${arithmetic}）`,
    isLowerLimit: '所用数字是下限，因此结果也是下限。',
    isUpperLimit: '除数或减数是下限，因此结果是上限。',
    isOpen: '所用的两个数字都只是界限，实际数值可能更高，也可能更低。',
    liesBetween: (low, high) => `所用数字经过四舍五入，实际数值介于${low}和${high}之间。`,
    sentences: (sentences) => sentences.join(''),
    cited: (publisher, date, paragraphs) =>
      `${publisher}，${date}，${isHeading(paragraphs) ? '标题' : `第${paragraphs.join('、')}段`}`,
    claims: {
      'reported figure': '披露数据',
      'reported event': '所述事实',
      plan: '计划',
      'third-party report': '第三方报道',
      remark: '言论',
      "writer's view": '作者观点',
      computed: '计算得出',
    },
    remarkBy: (person) => `${person}的言论（转述）`,
    notSo: '并非如此：',
    readAs: (name, period) => `“${name}”按${period}理解。`,
    whichOne: '您问的是哪一项？',
    notGiven: (reasons) => `文章没有给出这一内容${reasons.length === 0 ? '' : `：${reasons.join('，')}`}。`,
    nearest: '文章中最接近的内容：',
    nothingOn: (name) => `没有提到${name}`,
    not: (name) => `没有说明${name}`,
    nothingFor: (period) => `没有${period}的数据`,
  },
};

/** Paragraph 0 is the heading. */
function isHeading(paragraphs: readonly number[]): boolean {
  return paragraphs.length === 1 && paragraphs[0] === 0;
}
