import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { answerQuestion } from '../../src/answering/answer-question.ts';
import type { Finding } from '../../src/answering/finding.ts';
import { indexKnowledge } from '../../src/answering/index-knowledge.ts';
import { citedParagraphs, titleOf, wordAnswer, wordFinding } from '../../src/answering/word-answer.ts';
import type { Language } from '../../src/knowledge/language.ts';
import { readKnowledge } from '../../src/knowledge/read-knowledge.ts';
import { knowledgeFolder } from '../../src/package-folder.ts';

const knowledge = indexKnowledge(readKnowledge(knowledgeFolder()));
const languages: readonly Language[] = ['English', 'Simplified Chinese', 'Traditional Chinese'];

function reply(question: string): string {
  return wordAnswer(knowledge, answerQuestion(knowledge, question), 'English');
}

function finding(id: string): Finding {
  const found = knowledge.findings.find((other) => other.id === id);
  if (!found) throw new Error(`the base has no ${id}`);
  return found;
}

describe('the reply', () => {
  it('with a reported figure names publisher, date, paragraph, fiscal quarter and kind of claim', () => {
    expect(wordFinding(knowledge, finding('revenue'), 'English')).toBe(
      [
        "**Alibaba's revenue was RMB 247.652 billion in the June 2025 quarter, up 2% year over year.**",
        'This is the total of the whole group for the three months.',
        '-# Deep News, 1 Sep 2025, paragraph 3 · fiscal Q1 FY2026 (April to June 2025) · reported figure',
      ].join('\n'),
    );
  });

  it('with a remark names its speaker, and says that it is reported', () => {
    expect(wordFinding(knowledge, finding('two-opportunities'), 'English')).toBe(
      [
        "**Alibaba's CEO Eddie Wu names two historic strategic opportunities for Alibaba: a technology platform built on AI and cloud, and a large consumer platform that joins shopping with lifestyle services.**",
        'The article reads the results and the share jump as a win for driving on both at once.',
        '-# Deep News, 1 Sep 2025, paragraph 14 · remark by Eddie Wu, reported',
      ].join('\n'),
    );
  });

  it('with a plan says so, and names its span', () => {
    expect(wordFinding(knowledge, finding('ai-spending-plan'), 'English')).toBe(
      [
        '**Alibaba plans to put more than RMB 380 billion into cloud and AI hardware infrastructure over the next three years.**',
        'This is a plan, not money already spent.',
        '-# Deep News, 1 Sep 2025, paragraph 7 · the next 3 years · plan',
      ].join('\n'),
    );
  });

  it('with what third parties report says so', () => {
    expect(wordFinding(knowledge, finding('eleme-market-share'), 'English')).toBe(
      [
        "**Ele.me's share of the food delivery market rose from 13% to 28% in the second quarter, according to reports.**",
        "The figures are third-party reports, not Alibaba's own accounts, and the article does not name who made them.",
        '-# Deep News, 1 Sep 2025, paragraph 12 · fiscal Q1 FY2026 (April to June 2025) · third-party report',
      ].join('\n'),
    );
  });

  it('with a computed figure shows the arithmetic, cites both facts and says that it is computed', () => {
    expect(wordFinding(knowledge, finding('sales-and-marketing-share'), 'English')).toBe(
      [
        "**Alibaba's sales and marketing expense was 21.5% of its revenue in the June 2025 quarter.**",
        'Computed, not printed in the article: RMB 53.2 billion ÷ RMB 247.652 billion.',
        '-# Deep News, 1 Sep 2025, paragraphs 3 and 12 · fiscal Q1 FY2026 (April to June 2025) · computed',
      ].join('\n'),
    );
  });

  it('with what stands in the heading cites the heading', () => {
    expect(wordFinding(knowledge, finding('article-publisher'), 'English')).toMatch(
      /, heading · 1 September 2025 · /,
    );
  });

  it('with a time of no fixed place leaves it out', () => {
    expect(wordFinding(knowledge, finding('share-price'), 'English')).toMatch(
      /\n-# Deep News, 1 Sep 2025, paragraph 2 · reported figure$/,
    );
  });

  it('with two answers sets one under the other, each with its own citation', () => {
    const two = [finding('revenue'), finding('ceo')];
    expect(wordAnswer(knowledge, { status: 'answered', findings: two }, 'English')).toBe(
      two.map((one) => wordFinding(knowledge, one, 'English')).join('\n\n'),
    );
  });

  it('with a choice lists the titles', () => {
    const findings = [finding('eleme-subsidy'), finding('flash-purchase-subsidy')];
    expect(wordAnswer(knowledge, { status: 'choose', findings }, 'English')).toBe(
      "Which of these do you mean?\n- Ele.me's subsidy programme\n- Taobao Flash Purchase's subsidy",
    );
  });

  it('to what the article does not give says what is missing and what comes nearest', () => {
    const nearest = [finding('net-profit'), finding('net-margin')];
    expect(
      wordAnswer(
        knowledge,
        { status: 'unknown', missing: [{ kind: 'term', name: 'EPS', chinese: '每股收益' }], nearest },
        'English',
      ),
    ).toBe(
      'The article does not give that: nothing on EPS.\nThe nearest that it gives:\n- Net profit\n- Net margin',
    );
  });

  it('to nothing understood is one plain sentence', () => {
    expect(wordAnswer(knowledge, { status: 'unknown', missing: [], nearest: [] }, 'English')).toBe(
      'The article does not give that.',
    );
  });

  it('names every kind of missing thing', () => {
    const reasons = wordAnswer(
      knowledge,
      {
        status: 'unknown',
        missing: [
          { kind: 'term', name: 'Tencent', chinese: '腾讯' },
          { kind: 'aspect', name: 'who did it', chinese: undefined },
          { kind: 'period', period: { kind: 'dates', from: '2025-07-01', to: '2025-09-30' } },
          { kind: 'word', word: 'zorblax' },
        ],
        nearest: [],
      },
      'English',
    );
    expect(reasons).toBe(
      'The article does not give that: nothing on Tencent, not who did it, nothing for fiscal Q2 FY2026 (July to September 2025), nothing on “zorblax”.',
    );
  });

  it('to a question gives the words of the answer to it', () => {
    expect(reply("What was Alibaba's revenue?")).toBe(wordFinding(knowledge, finding('revenue'), 'English'));
    expect(reply("What was Tencent's revenue?")).toMatch(
      /^The article does not give that: nothing on Tencent\.\n/,
    );
  });
});

describe('every reply of the base', () => {
  it('has the figure in its first line: all digits of the value and of the change', () => {
    const figures = knowledge.findings.filter(({ computed, hasValue }) => hasValue && !computed);
    expect(figures.length).toBeGreaterThan(10);
    for (const one of figures) {
      const [headline = ''] = wordFinding(knowledge, one, 'English').split('\n');
      for (const { value, change, from } of one.facts) {
        for (const quantity of [value, change, from]) {
          expect(headline).toContain(quantity === undefined ? '' : String(quantity.amount));
        }
      }
    }
  });

  it('keeps the bound of its figure in the first line', () => {
    const bounded = knowledge.findings.filter(
      ({ computed, facts: [fact] }) =>
        !computed && fact?.value !== undefined && fact.value.bound !== 'exactly',
    );
    expect(bounded.length).toBeGreaterThan(3);
    for (const { statement, facts } of bounded) expect(statement).toContain(facts[0]?.value?.bound);
  });

  it('has three lines: bold statement, explanation, small citation', () => {
    for (const one of knowledge.findings) {
      expect(wordFinding(knowledge, one, 'English')).toMatch(
        /^\*\*[^\n*]+\*\*\n[^\n]+\n-# Deep News, 1 Sep 2025, (?:heading|paragraph \d+|paragraphs (?:\d+, )*\d+ and \d+)(?: · [^\n·]+)+$/,
      );
      expect(wordFinding(knowledge, one, 'Simplified Chinese')).toMatch(
        /^\*\*[^\n*]+\*\*\n[^\n]+\n-# Deep News，2025年9月1日，(?:标题|第\d+(?:、\d+)*段)(?: · [^\n·]+)+$/,
      );
    }
  });

  it('cites the paragraphs of its facts, each once, in order', () => {
    for (const one of knowledge.findings) {
      const cited = citedParagraphs(one);
      expect(cited).toEqual([...new Set(one.facts.flatMap(({ cites }) => cites))].toSorted((a, b) => a - b));
      expect(cited.length).toBeGreaterThan(0);
    }
  });

  it.each(languages)('in %s fits into a message, alone and beside the longest other', (language) => {
    const lengths = knowledge.findings.map((one) => wordFinding(knowledge, one, language).length);
    const longest = lengths.toSorted((one, other) => other - one).slice(0, 2);
    expect(longest.reduce((sum, length) => sum + length, 2)).toBeLessThanOrEqual(2000);
  });

  it.each(languages)('in %s fits into a message as a choice of the four longest titles', (language) => {
    const findings = knowledge.findings
      .toSorted((one, other) => titleOf(other, language).length - titleOf(one, language).length)
      .slice(0, 4);
    expect(wordAnswer(knowledge, { status: 'choose', findings }, language).length).toBeLessThanOrEqual(2000);
  });

  it.each(languages)('in %s pings nobody and links nowhere', (language) => {
    for (const one of knowledge.findings) {
      expect(wordFinding(knowledge, one, language)).not.toMatch(/<[@#]|@everyone|@here|https?:|\]\(/);
    }
  });
});

describe('what the user typed', () => {
  const trouble = [
    '@everyone',
    '@here',
    '<@123456789012345678>',
    '<@&123456789012345678>',
    '<#123456789012345678>',
    '[click](https://evil.example)',
    'https://evil.example',
    '**bold**',
    '__under__',
    '~~gone~~',
    '||hidden||',
    '`code`',
    '```block```',
    '# heading',
    '-# small',
    '> quote',
    '<:pepe:123456789012345678>',
    '\\*',
    '_em_',
    '＠everyone',
    '@\u200beveryone',
    '\u202e',
    '</ask:123456789012345678>',
    '<t:1756684800:R>',
  ];

  it.each(trouble)('comes back without its Discord markup: %s', (markup) => {
    for (const question of [
      `What was ${markup} zorblax's revenue?`,
      `What was zor${markup}blax's revenue?`,
      markup,
      `${markup} Tencent`,
    ]) {
      const lines = reply(question).split('\n');
      const [first = ''] = lines;
      // Bold is what the reply itself uses for a statement.
      expect(first.replaceAll(/^\*\*[^*]+\*\*$/g, '')).not.toMatch(/[*_~|`<>@#[\]\\]|https?:/);
    }
  });

  it.each([1, 2, 3])('never makes the reply too long, though %i words of it fill the question', (count) => {
    const words = Array.from({ length: count }, (_, index) =>
      'xyv'.charAt(index).padEnd(Math.floor(1980 / count), 'qz'),
    );
    expect(reply(`${words.join(' ')} revenue`).length).toBeLessThanOrEqual(2000);
    expect(reply(`revenue ${'qz'.repeat(990)}`).length).toBeLessThanOrEqual(2000);
  });

  it('comes back as nothing but letters and digits, whatever it is', () => {
    const texts = fc
      .array(fc.oneof(fc.constantFrom(...trouble, 'zorblax', 'revenue', ' '), fc.string({ unit: 'binary' })))
      .map((parts) => parts.join(''));
    fc.assert(
      fc.property(texts, (typed) => {
        const answer = answerQuestion(knowledge, typed);
        const missing = answer.status === 'unknown' ? answer.missing : [];
        for (const what of missing) {
          expect(what.kind === 'word' ? what.word : '').toMatch(/^[\p{L}\p{N}'’]*$/u);
        }
      }),
      { numRuns: 60 },
    );
  });
});
