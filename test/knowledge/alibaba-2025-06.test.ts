import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readKnowledge } from '../../src/knowledge/read-knowledge.ts';
import { operandsOf } from '../../src/knowledge/schema.ts';
import { knowledgeFolder } from '../../src/package-folder.ts';

const { articles } = readKnowledge(knowledgeFolder());
const article = articles.find(({ source }) => source.id === 'alibaba-2025-06');
if (!article) throw new Error('The knowledge holds no article alibaba-2025-06');
const { source, facts, computed } = article;

const factsOn = (paragraph: number) => facts.filter(({ cites }) => cites.includes(paragraph));

/** What the article tells, the paragraph that tells it, and what the text of a fact on it must show. */
const items: readonly (readonly [what: string, paragraph: number, shown: RegExp])[] = [
  ['the publisher', 0, /Deep News/],
  ['the date', 0, /1 September 2025/],
  ['the title', 0, /Alibaba's Dual Strategic Breakthrough/],
  ['the dual breakthrough', 1, /dual breakthrough.*(?:AI|technolog).*consumer/is],
  ['the cosmic ambitions', 1, /cosmic ambitions/i],
  ['the aim of artificial general intelligence', 1, /artificial general intelligence/i],
  ['the everyday marketplace and its wider door for traffic', 1, /everyday marketplace.*traffic/is],
  ['the quarter by its fiscal name', 2, /(?:first quarter of fiscal 2026|Q1 FY2026)/i],
  ['the three months that it covers', 2, /three months.*30 June 2025/is],
  ['that the results were better than expected', 2, /better than expected/i],
  ['the listing', 2, /09988/],
  ['the share price', 2, /HK\$137\.1(?!\d)/],
  ['the market value', 2, /HK\$2\.61 trillion/],
  [
    'the opening move of 1 September',
    2,
    /opened nearly 15% higher.*1 September|1 September.*opened nearly 15% higher/is,
  ],
  ['the closing move of 1 September', 2, /closed .*18\.5%.*1 September|1 September.*closed .*18\.5%/is],
  ['the highest level since March', 2, /highest level since March/i],
  ['revenue and its growth', 3, /revenue.*247\.652 billion.*2% year over year/is],
  ['net profit and its growth', 3, /net profit.*42\.382 billion.*76% year over year/is],
  ['the judgement that the report is impressive', 3, /impressive/i],
  ['why the market reacted', 3, /look past.*future growth/is],
  ['the two engines for growth', 3, /two engines/i],
  [
    'that the strategy is a dual breakthrough in AI + Cloud and Taobao Flash Purchase',
    3,
    /AI \+ Cloud.*Taobao Flash Purchase/is,
  ],
  ["Jack Ma's code name", 4, /Feng Qingyang/],
  ["Jack Ma's departure as chairman", 4, /chair.*September 2019/is],
  ["Jack Ma's departure from the board", 4, /board.*September 2020/is],
  ["Jack Ma's standing", 4, /crucial player|key figure/i],
  ["Jack Ma's return", 4, /return|came back/i],
  ['that the shares have climbed since his return', 4, /since .*return.*upward|climbed since/is],
  ['the kickoff meeting in April', 5, /Alibaba Cloud's kickoff meeting.*April/is],
  ['what Jack Ma said of technology and daily life', 5, /technology.*daily life/is],
  ['what Jack Ma said of AI and people', 5, /AI.*(?:serve people|replace)/is],
  ['what Taobao changed', 6, /Taobao/],
  ['what Alipay changed', 6, /financ.*Alipay|Alipay.*financ/is],
  ['the debate on the Jack Ma era', 6, /era|\bage\b/i],
  ['what is expected of Alibaba now', 6, /lead innovation with hard technology/i],
  [
    "the responsibility of Alibaba Cloud's means and engineers",
    6,
    /(?:responsibility|duty).*Alibaba Cloud/is,
  ],
  ['the wish not to be constrained by others', 6, /constrained by others/i],
  ['past AI spending and its span', 7, /past four quarters.*more than RMB 100 billion/is],
  ['what the past spending went into', 7, /AI infrastructure and AI product development/i],
  ['planned spending and its span', 7, /more than RMB 380 billion.*next three years/is],
  ['what the planned spending goes into', 7, /cloud and AI hardware infrastructure/i],
  ['the aim of a technological moat', 7, /technological moat/i],
  ['the aim of a Chinese-style ecosystem', 7, /Chinese-style technology ecosystem/i],
  [
    'cloud revenue and its growth',
    8,
    /33\.398 billion.*26% year over year|26% year over year.*33\.398 billion/is,
  ],
  ['the three-year high of cloud revenue', 8, /three-year high/i],
  ["AI's share of external commercial revenue", 8, /more than 20%.*external commercial revenue/is],
  ['that the ambition shows results', 8, /results/i],
  ['Pinduoduo and its low prices', 9, /Pinduoduo.*low prices/is],
  ['Douyin and its traffic', 9, /Douyin.*traffic/is],
  ['Meituan and instant retail', 9, /Meituan.*instant retail/is],
  ['that nobody rules e-commerce alone any more', 9, /no longer ruled by one|no single/i],
  ['that old models need reshaping', 9, /need.*reshaping/is],
  ['the parties of the food delivery war', 10, /Meituan, JD\.com and Ele\.me/],
  ['what the delivery war merges', 10, /local services, near-field retail and far-field e-commerce/i],
  ['that it is about the entry to instant retail', 10, /entry point to instant retail/is],
  ['what decides the delivery war', 10, /supply chain.*user experience.*ecosystem/is],
  ['the merger of Ele.me and Taobao Flash Purchase', 11, /merged Ele\.me with Taobao Flash Purchase/i],
  ['Fliggy and the China E-commerce Group', 11, /Fliggy.*Alibaba China E-commerce Group/is],
  ["Ele.me's subsidy and its month", 11, /Ele\.me.*more than RMB 10 billion.*late April/is],
  ["Taobao Flash Purchase's subsidy, its month and its span", 11, /July.*RMB\s50\s+billion over 12 months/is],
  ['who gets the subsidy', 11, /consumers and merchants/i],
  ["Ele.me's share before and after", 12, /from 13% to 28% in the second quarter/i],
  ['that the share is from reports', 12, /according to reports/i],
  ['the biggest winner', 12, /biggest winner/i],
  ['sales and marketing expense', 12, /sales and marketing expense.*53\.2 billion/is],
  ['instant retail revenue and its growth', 12, /14\.784 billion.*12% year over year/is],
  ['monthly active users', 12, /more than 300 million monthly active users/i],
  ['their growth against before April', 12, /200% more than before April/i],
  ['that the money was not spent in vain', 12, /not in vain/i],
  ['the flywheel', 13, /flywheel.*e-commerce/is],
  ['the ecosystem synergy', 13, /synergy/i],
  ['the victory of technology plus consumption', 14, /technology.*consumption/is],
  ["Alibaba's CEO", 14, /Eddie Wu.*CEO/is],
  [
    "Eddie Wu's two opportunities",
    14,
    /two historic strategic opportunities.*AI and cloud.*lifestyle services/is,
  ],
  ['that the opportunities reinforce each other', 15, /complementary/i],
  [
    'how AI and cloud help the marketplace',
    15,
    /AI makes the supply chain more efficient.*user experience/is,
  ],
  ['how the marketplace helps AI and cloud', 15, /scenarios.*commercial\s+loops/is],
  ['that both converge', 16, /converge/i],
  ['the conclusion', 16, /balance.*industry cycles.*long-term/is],
  ['the disclaimer', 17, /not financial advice/i],
];

/** Figures that look alike, told apart by what they are figures of: all that a fact says of them. */
const figures = [
  [
    'revenue',
    3,
    {
      value: { amount: 247.652, scale: 'billion', unit: 'CNY', bound: 'exactly' },
      change: { amount: 2, basis: 'year over year' },
    },
  ],
  [
    'net-profit',
    3,
    {
      value: { amount: 42.382, scale: 'billion', unit: 'CNY', bound: 'exactly' },
      change: { amount: 76, basis: 'year over year' },
    },
  ],
  ['share-price', 2, { value: { amount: 137.1, unit: 'HKD', bound: 'exactly' } }],
  ['market-value', 2, { value: { amount: 2.61, scale: 'trillion', unit: 'HKD', bound: 'exactly' } }],
  [
    'share-price',
    2,
    { change: { amount: 15, bound: 'nearly' }, period: { from: '2025-09-01', to: '2025-09-01' } },
  ],
  [
    'share-price',
    2,
    { change: { amount: 18.5, bound: 'exactly' }, period: { from: '2025-09-01', to: '2025-09-01' } },
  ],
  [
    'investment',
    7,
    {
      value: { amount: 100, scale: 'billion', unit: 'CNY', bound: 'more than' },
      period: { direction: 'past', months: 12 },
      claim: 'reported figure',
    },
  ],
  [
    'investment',
    7,
    {
      value: { amount: 380, scale: 'billion', unit: 'CNY', bound: 'more than' },
      period: { direction: 'next', months: 36 },
      claim: 'plan',
    },
  ],
  [
    'revenue',
    8,
    {
      about: 'alibaba-cloud',
      value: { amount: 33.398, scale: 'billion', unit: 'CNY', bound: 'exactly' },
      change: { amount: 26, basis: 'year over year' },
    },
  ],
  [
    'external-commercial-revenue',
    8,
    { about: 'alibaba-cloud', value: { amount: 20, unit: 'percent', bound: 'more than' } },
  ],
  [
    'subsidy',
    11,
    {
      about: 'eleme',
      value: { amount: 10, scale: 'billion', unit: 'CNY', bound: 'more than' },
      period: { from: '2025-04-01', to: '2025-04-30' },
    },
  ],
  [
    'subsidy',
    11,
    {
      about: 'taobao-flash-purchase',
      value: { amount: 50, scale: 'billion', unit: 'CNY', bound: 'exactly' },
      claim: 'plan',
    },
  ],
  [
    'market-share',
    12,
    {
      about: 'eleme',
      from: { amount: 13, unit: 'percent' },
      value: { amount: 28, unit: 'percent' },
      claim: 'third-party report',
    },
  ],
  [
    'sales-and-marketing-expense',
    12,
    { value: { amount: 53.2, scale: 'billion', unit: 'CNY', bound: 'exactly' } },
  ],
  [
    'revenue',
    12,
    {
      about: 'instant-retail',
      value: { amount: 14.784, scale: 'billion', unit: 'CNY', bound: 'exactly' },
      change: { amount: 12, basis: 'year over year' },
    },
  ],
  [
    'monthly-active-users',
    12,
    {
      about: 'taobao-flash-purchase',
      value: { amount: 300, scale: 'million', unit: 'users', bound: 'more than' },
      change: { amount: 200, basis: 'against before April 2025' },
    },
  ],
] as const;

describe('the fact base of the article', () => {
  it.each(items)('holds %s, citing paragraph %i', (_what, paragraph, shown) => {
    const texts = factsOn(paragraph).map(({ statement, explanation }) => `${statement} ${explanation}`);
    expect(texts.filter((text) => shown.test(text))).not.toEqual([]);
  });

  it.each(figures)(
    'tells the figure of %s in paragraph %i apart from those that look like it: %j',
    (measure, paragraph, told) => {
      const measured = factsOn(paragraph).filter((fact) => fact.measure === measure);
      expect(measured.filter((fact) => tells(fact, told))).not.toEqual([]);
    },
  );

  it('holds no figure twice with two different bounds or units', () => {
    const seen = new Map<string, string>();
    for (const { measure = '', about, period, value } of facts) {
      if (!value) continue;
      const key = `${about} ${measure} ${JSON.stringify(period)} ${value.amount}`;
      const written = JSON.stringify(value);
      expect(seen.get(key) ?? written).toBe(written);
      seen.set(key, written);
    }
  });

  it('cites every paragraph, and keeps the source: title, publisher, date, disclaimer', () => {
    const cited = new Set(facts.flatMap(({ cites }) => cites));
    expect([...cited].toSorted((one, other) => one - other)).toEqual(
      Array.from({ length: 18 }, (_, number) => number),
    );
    expect(source.paragraphs.map(({ number }) => number)).toEqual(
      Array.from({ length: 18 }, (_, number) => number),
    );
    expect(source).toMatchObject({
      company: 'alibaba',
      title: "Alibaba's Dual Strategic Breakthrough",
      publisher: 'Deep News',
      date: '2025-09-01',
      disclaimer: expect.stringMatching(/not financial advice/i),
    });
  });

  it('reports what people said and does not quote it', () => {
    const remarks = facts.filter(({ claim }) => claim === 'remark');
    expect(new Set(remarks.map(({ speaker }) => speaker))).toEqual(new Set(['jack-ma', 'eddie-wu']));
    for (const { statement } of remarks) expect(statement).not.toMatch(/["“”]/);
  });

  it('computes what the article does not print', () => {
    const operations = computed.map(({ compute }) =>
      [compute.operation, ...operandsOf(compute).map(({ fact, figure }) => `${fact}.${figure}`)].join(' '),
    );
    expect(operations).toEqual([
      'share net-profit.value revenue.value',
      'share sales-and-marketing.value revenue.value',
      'share cloud-revenue.value revenue.value',
      'share instant-retail-revenue.value revenue.value',
      'level before the change revenue.value',
      'level before the change net-profit.value',
      'level before the change cloud-revenue.value',
      'level before the change instant-retail-revenue.value',
      'level before the change monthly-active-users.value',
      'difference eleme-market-share.value eleme-market-share.from',
      'multiple eleme-market-share.value eleme-market-share.from',
      'average ai-spending-plan.value',
      'multiple ai-spending-plan.value ai-spending-past.value',
      'average flash-purchase-subsidy.value',
      'average ai-spending-past.value',
      'multiple ai-spending-plan.value ai-spending-past.value',
      'multiple flash-purchase-subsidy.value eleme-subsidy.value',
      'multiple cloud-revenue.value instant-retail-revenue.value',
      'multiple sales-and-marketing.value instant-retail-revenue.value',
      'multiple sales-and-marketing.value cloud-revenue.value',
      'multiple sales-and-marketing.value net-profit.value',
      'difference sales-and-marketing.value net-profit.value',
      'increase revenue.value',
      'increase net-profit.value',
      'increase cloud-revenue.value',
      'increase instant-retail-revenue.value',
      'increase monthly-active-users.value',
      'difference share-closing-move.change share-opening-move.change',
      'difference net-profit.change revenue.change',
      'difference cloud-revenue.change revenue.change',
      'difference cloud-revenue.change instant-retail-revenue.change',
      'sum flash-purchase-subsidy.value eleme-subsidy.value',
      'sum cloud-revenue.value instant-retail-revenue.value',
      'difference revenue.value cloud-revenue.value',
      'rest of the whole ai-revenue-share.value',
      'rest of the whole eleme-market-share.value',
      'time between jack-ma-chairman.period jack-ma-board.period',
      'number of shares market-value.value share-price.value',
    ]);
  });
});

const articleFile = new URL('../../../shared/article.txt', import.meta.url);
const isThere = existsSync(articleFile);

describe.skipIf(!isThere)('the fact base beside its article (skipped without ../shared/article.txt)', () => {
  const paragraphs = isThere ? readParagraphs(readFileSync(articleFile, 'utf8')) : [];

  it('has the fingerprint of every paragraph', () => {
    const fingerprints = paragraphs.map((text, number) => ({
      number,
      sha256: createHash('sha256').update(text).digest('hex'),
    }));
    expect(fingerprints).toHaveLength(18);
    expect(source.paragraphs).toEqual(fingerprints);
  });

  it('is in words of its own: no nine in a row are those of the article', () => {
    const printed = new Set(paragraphs.flatMap((text) => runsOfWords(text, 9)));
    const written = [...facts, ...computed].map(({ statement }) => statement);
    written.push(...facts.map(({ explanation }) => explanation));
    expect(written.flatMap((text) => runsOfWords(text, 9)).filter((run) => printed.has(run))).toEqual([]);
  });

  it('gives no figure that the paragraphs which it cites do not give', () => {
    const notGiven = facts.flatMap(({ id, cites, from, value, change }) => {
      const text = cites.map((number) => paragraphs[number] ?? '').join(' ');
      return [from, value, change].flatMap((figure) =>
        figure &&
        !new RegExp(`(?<![\\d.])${String(figure.amount).replace('.', '\\.')}(?![\\d.]\\d|\\d)`).test(text)
          ? [`${id}: ${figure.amount}`]
          : [],
      );
    });
    expect(notGiven).toEqual([]);
  });
});

/** The heading and the numbered paragraphs, each in the form that its fingerprint is made of. */
function readParagraphs(text: string): string[] {
  const blocks = text.split(/\n\s*\n/).map((block) => block.normalize('NFKC').replaceAll(/\s+/g, ' ').trim());
  const first = blocks.findIndex((block) => block.startsWith("Alibaba's latest financial results"));
  const last = blocks.findIndex((block) => block.startsWith('Disclaimer:'));
  return [blocks.slice(first - 2, first).join(' '), ...blocks.slice(first, last + 1)];
}

/** All runs of so many words, without their capitals and punctuation; e-commerce is one word. */
function runsOfWords(text: string, length: number): string[] {
  const words = text
    .toLowerCase()
    .split(/\s+/)
    .map((word) => word.replaceAll(/[^\p{L}\p{N}-]/gu, ''))
    .filter((word) => word !== '');
  return words.slice(length - 1).map((_, start) => words.slice(start, start + length).join(' '));
}

/** Whether an object holds all that another one holds, at any depth. */
function tells(whole: unknown, part: unknown): boolean {
  if (typeof whole !== 'object' || typeof part !== 'object' || !whole || !part) return whole === part;
  const held = new Map<string, unknown>(Object.entries(whole));
  return Object.entries(part).every(([key, value]) => tells(held.get(key), value));
}
