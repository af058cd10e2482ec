import { readdirSync, readFileSync } from 'node:fs';
import { Converter } from 'opencc-js/t2cn';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { answerQuestion } from '../../src/answering/answer-question.ts';
import { toSimplifiedChinese } from '../../src/answering/chinese-script.ts';
import type { Finding } from '../../src/answering/finding.ts';
import { indexKnowledge } from '../../src/answering/index-knowledge.ts';
import { languageOf } from '../../src/answering/language-of.ts';
import { titleOf, wordAnswer, wordFinding } from '../../src/answering/word-answer.ts';
import { formatQuantity } from '../../src/knowledge/format-quantity.ts';
import { readKnowledge } from '../../src/knowledge/read-knowledge.ts';
import { knowledgeFolder } from '../../src/package-folder.ts';

const knowledge = indexKnowledge(readKnowledge(knowledgeFolder()));

function finding(id: string): Finding {
  const found = knowledge.findings.find((other) => other.id === id);
  if (!found) throw new Error(`the base has no ${id}`);
  return found;
}

function figuresIn(text: string): readonly string[] {
  return text.match(/\d[\d,.]*\s*(?:%|倍|亿|万亿|港元|个百分点|[mb]illion|trillion)|HK\$137/g) ?? [];
}

function reply(question: string): string {
  return wordAnswer(knowledge, answerQuestion(knowledge, question), languageOf(question));
}

const fromTaiwan: (text: string) => string = Converter({ from: 'tw', to: 'cn' });

/** What is written in Latin letters in Chinese too. */
const latinNames =
  /\b(?:AI|CEO|HK09988|TTM|Deep News|Alibaba's Dual Strategic Breakthrough|Eddie Wu|Feng Qingyang)(?![A-Za-z])/g;

describe('a reply in Chinese', () => {
  it('with a reported figure is in its units, and names date, paragraph, fiscal quarter and kind of claim', () => {
    expect(reply('阿里巴巴这个季度的总收入是多少？')).toBe(
      [
        '**截至2025年6月的季度，阿里巴巴营收为2,476.52亿元，同比增长2%。**',
        '这是整个集团三个月的总收入。',
        '-# Deep News，2025年9月1日，第3段 · 2026财年第一财季（2025年4月至6月） · 披露数据',
      ].join('\n'),
    );
  });

  it('keeps "more than" and "nearly"', () => {
    expect(finding('ai-spending-plan').chinese.statement).toContain('超过3,800亿元');
    expect(finding('share-opening-move').chinese.statement).toContain('近15%');
  });

  it('with a remark names its speaker, and says that it is passed on', () => {
    const words = wordFinding(knowledge, finding('two-opportunities'), 'Simplified Chinese');
    expect(words).toMatch(/\n-# Deep News，2025年9月1日，第14段 · 吴泳铭的言论（转述）$/);
  });

  it('with what stands in the heading cites the heading', () => {
    const words = wordFinding(knowledge, finding('article-publisher'), 'Simplified Chinese');
    expect(words).toMatch(/，标题 · 2025年9月1日 · /);
  });

  it('with a computed figure shows the arithmetic and the rounding, and says that it is computed', () => {
    expect(reply('阿里巴巴去年同期净利润是多少')).toBe(
      [
        '**按公布的增幅推算，阿里巴巴上年同期净利润约241亿元。**',
        '此为计算值，文章未直接给出：423.82亿元 ÷ 1.76（同比+76%）。所用数字经过四舍五入，实际数值介于240亿元和242亿元之间。',
        '-# Deep News，2025年9月1日，第3段 · 2025财年第一财季（2024年4月至6月） · 计算得出',
      ].join('\n'),
    );
  });

  it.each([
    ['users-before-april', '约1亿或以上', '所用数字是下限，因此结果也是下限。'],
    ['planned-spending-per-year', '约1,267亿元或以上', '超过3,800亿元 ÷ 3年'],
    ['planned-to-past-spending', '约3.8倍', '所用的两个数字都只是界限，实际数值可能更高，也可能更低。'],
    ['eleme-share-gain-in-points', '15个百分点', '28% − 13%'],
    ['eleme-share-multiple', '约2.15倍', '介于2.03倍和2.28倍之间'],
    ['instant-retail-share', '6.0%', '147.84亿元 ÷ 2,476.52亿元'],
  ])('tells of %s how exact it is', (id, figure, note) => {
    const { statement, explanation } = finding(id).chinese;
    expect(statement).toContain(figure);
    expect(explanation).toContain(note);
  });

  it('with a choice lists the titles', () => {
    const findings = [finding('eleme-subsidy'), finding('flash-purchase-subsidy')];
    expect(wordAnswer(knowledge, { status: 'choose', findings }, 'Simplified Chinese')).toBe(
      '您问的是哪一项？\n- 饿了么的补贴\n- 淘宝闪购的补贴',
    );
  });

  it('to what the article does not give says what is missing, by its Chinese name, and what comes nearest', () => {
    expect(reply('腾讯收入多少')).toMatch(
      /^文章没有给出这一内容：没有提到腾讯。\n文章中最接近的内容：\n(?:- [^\n]+\n?){1,3}$/,
    );
    expect(reply('阿里巴巴的每股收益')).toMatch(/^文章没有给出这一内容：没有提到每股收益。/);
    expect(reply('OpenAI收入多少')).toMatch(/没有提到OpenAI/);
  });

  it('names every kind of missing thing', () => {
    const answer = {
      status: 'unknown',
      missing: [
        { kind: 'term', name: 'OpenAI', chinese: undefined },
        { kind: 'aspect', name: 'the reason', chinese: '原因' },
        { kind: 'period', period: { kind: 'dates', from: '2025-07-01', to: '2025-09-30' } },
        { kind: 'word', word: 'zorblax' },
      ],
      nearest: [],
    } as const;
    expect(wordAnswer(knowledge, answer, 'Simplified Chinese')).toBe(
      '文章没有给出这一内容：没有提到OpenAI，没有说明原因，没有2026财年第二财季（2025年7月至9月）的数据，没有提到“zorblax”。',
    );
  });

  it('to nothing understood is one plain sentence', () => {
    const nothing = { status: 'unknown', missing: [], nearest: [] } as const;
    expect(wordAnswer(knowledge, nothing, 'Simplified Chinese')).toBe('文章没有给出这一内容。');
  });

  it('to a question in Traditional characters is in Traditional characters throughout', () => {
    expect(reply('阿里巴巴這個季度的總收入是多少？')).toBe(
      [
        '**截至2025年6月的季度，阿里巴巴營收為2,476.52億元，同比增長2%。**',
        '這是整個集團三個月的總收入。',
        '-# Deep News，2025年9月1日，第3段 · 2026財年第一財季（2025年4月至6月） · 披露數據',
      ].join('\n'),
    );
    expect(reply('騰訊收入多少')).toMatch(/^文章沒有給出這一內容：沒有提到騰訊。\n文章中最接近的內容：\n/);
    expect(titleOf(finding('eleme-subsidy'), 'Traditional Chinese')).toBe('餓了麼的補貼');
  });

  it('is what a question of two languages gets', () => {
    expect(reply('阿里 revenue多少')).toContain('2,476.52亿元');
  });
});

describe('the Chinese texts of the base', () => {
  it('show the same typed figures in the statement as the English ones, in their own units', () => {
    const figures = knowledge.findings
      .filter(({ computed }) => !computed)
      .flatMap(({ statement, chinese, facts }) =>
        facts.flatMap(({ from, value, change }) =>
          [from, value, change && { ...change, unit: 'percent' as const }].flatMap((quantity) =>
            quantity ? [{ statement, chinese, quantity }] : [],
          ),
        ),
      );
    expect(figures.length).toBeGreaterThan(20);
    for (const { statement, chinese, quantity } of figures) {
      expect(statement).toContain(formatQuantity(quantity, 'english'));
      expect(chinese.statement).toContain(formatQuantity(quantity, 'chinese'));
    }
  });

  it('show as many figures as the English ones', () => {
    for (const { id, title, statement, explanation, chinese, computed } of knowledge.findings) {
      if (computed) continue;
      const count = (texts: readonly string[]) => figuresIn(texts.join(' ')).length;
      expect([id, count([chinese.title, chinese.statement, chinese.explanation])]).toEqual([
        id,
        count([title, statement, explanation]),
      ]);
    }
  });

  it('hold no Latin letters but those of names, no placeholders and no ASCII punctuation between characters', () => {
    for (const { chinese } of knowledge.findings) {
      for (const text of [chinese.title, chinese.statement, chinese.explanation]) {
        expect(text.replaceAll(latinNames, '')).not.toMatch(/[A-Za-z{}]/);
        expect(text).not.toMatch(/\p{Script=Han}[,.;:?!()]|[,.;:?!()]\p{Script=Han}/u);
      }
    }
  });

  it('are Simplified, and stay what they say when they are converted to Traditional and back', () => {
    for (const one of knowledge.findings) {
      const simplified = wordFinding(knowledge, one, 'Simplified Chinese');
      const traditional = wordFinding(knowledge, one, 'Traditional Chinese');
      expect(toSimplifiedChinese(simplified)).toBe(simplified);
      expect(fromTaiwan(traditional).replaceAll('「', '“').replaceAll('」', '”')).toBe(simplified);
    }
  });

  it('have titles of their own, so that a choice can be made', () => {
    const titles = knowledge.findings.map(({ chinese }) => chinese.title);
    expect(new Set(titles).size).toBe(titles.length);
  });
});

describe('the replies to the Chinese questions of the question set', () => {
  const folder = new URL('../questions/', import.meta.url);
  const questionSchema = z.object({ q: z.string() });
  const questions = readdirSync(folder)
    .filter((name) => name.endsWith('.jsonl'))
    .flatMap((name) => readFileSync(new URL(name, folder), 'utf8').trim().split('\n'))
    .map((line) => questionSchema.parse(JSON.parse(line)).q)
    .filter((question) => languageOf(question) !== 'English');

  it('are Chinese, in the characters of the question', () => {
    expect(questions.length).toBeGreaterThan(100);
    const vocabularyNames = new Set(
      Object.values(knowledge.vocabulary)
        .flat()
        .map((term) => (typeof term === 'string' ? term : term.name)),
    );
    for (const question of questions) {
      const words = reply(question);
      const isTraditional = languageOf(question) === 'Traditional Chinese';
      expect([question, toSimplifiedChinese(words) !== words]).toEqual([question, isTraditional]);
      const latin = words.replaceAll(latinNames, '').match(/[A-Za-z][A-Za-z .'-]*/g) ?? [];
      // A word of the question may be echoed.
      const own = latin.filter(
        (name) => !vocabularyNames.has(name.trim()) && !question.includes(name.trim()),
      );
      expect([question, own]).toEqual([question, []]);
    }
  });
});
