import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { KnowledgeError, readKnowledge } from '../../src/knowledge/read-knowledge.ts';
import { knowledgeFolder } from '../../src/package-folder.ts';
import { addLine, readChangedKnowledge, replaceInFile, reportOnChange } from './changed-knowledge.ts';

const article = 'alibaba-2025-06';

/** A sound fact file, which the tests break in one place each. */
const soundFacts = `topic: Added
facts:
  - id: added
    about: alibaba
    measure: revenue
    title: An added fact
    period: 2025-Q2
    value: { amount: 12.5, scale: billion, unit: CNY, bound: more than }
    change: { amount: 7, basis: year over year, chinese: 同比 }
    claim: reported figure
    statement: It was {value}, up {change}.
    explanation: No article says so.
    cites: [3]
    answers: [why]
    mentions: [revenue]
    asked: [phrase that was added]
    chinese:
      title: 新增事实
      statement: 数额{value}，同比增长{change}。
      explanation: 没有文章这样说。
`;

const soundSource = `id: added
company: alibaba
title: Added
publisher: Nobody
date: 2025-09-01
disclaimer: None.
paragraphs:
  - { number: 1, sha256: ${'a'.repeat(64)} }
`;

const soundComputed = `- id: computed
  about: alibaba
  measure: net-margin
  title: Computed
  period: 2025-Q2
  compute: { operation: share, of: net-profit, in: revenue }
  statement: It was {result}.
  asked: [phrase of the computed]
  chinese: { title: 计算, statement: "为{result}。" }
`;

/** What is wrong; the text that is replaced and by what; the line that is named, and what is said of it. */
type Breach = readonly [what: string, old: string, replacement: string, line: number, message: RegExp];

const breachesInFacts: readonly Breach[] = [
  ['an unknown key', 'cites:', 'note: x\n    cites:', 3, /"note"/],
  ['a misspelt unit', 'unit: CNY', 'unit: yuan', 8, /unit.*"CNY"/],
  ['a misspelt bound', 'bound: more than', 'bound: over', 8, /bound.*"more than"/],
  ['a misspelt kind of claim', 'claim: reported figure', 'claim: rumour', 10, /claim.*"reported figure"/],
  ['a figure that is no number', 'amount: 12.5', 'amount: twelve', 8, /amount.*number/],
  ['a value without its unit', ', unit: CNY', '', 8, /unit/],
  ['an id with capitals', 'id: added', 'id: Added', 3, /write an id in lower case with hyphens/],
  ['no citation', '    cites: [3]\n', '', 3, /cites/],
  ['an empty citation', 'cites: [3]', 'cites: []', 13, /cites/],
  ['a paragraph that is cited twice', '[3]', '[3, 3]', 13, /a paragraph is cited once/],
  [
    'a move that ends where it began',
    'change:',
    'from: { amount: 12.5, unit: CNY }\n    change:',
    9,
    /two ends/,
  ],
  ['a paragraph that the source does not have', '[3]', '[3, 99]', 13, /source\.yaml has no paragraph 99$/],
  ['a change without its basis', ', basis: year over year', '', 9, /basis/],
  [
    'a value without its measure',
    '    measure: revenue\n',
    '',
    3,
    /a fact with a value .+ names its measure/,
  ],
  ['a title too long for a reply', 'An added fact', 'x'.repeat(81), 6, /title.*80/],
  ['a statement too long for a reply', 'It was', 'It was '.repeat(60), 11, /statement.*350/],
  ['an explanation too long for a reply', 'No article', 'x'.repeat(501), 12, /explanation.*350/],
  ['a phrase too long for a question', 'phrase that', 'x'.repeat(81), 16, /asked.*80/],
  ['a blank explanation', 'No article says so.', '"  "', 12, /explanation/],
  ['a period in other words', '2025-Q2', 'last summer', 7, /"last summer" is not a period: write 2025, /],
  [
    'a value that the statement does not show',
    'was {value}',
    'was high',
    11,
    /not show the figure \{value\}$/,
  ],
  ['a change that the statement does not show', 'up {change}', 'up', 11, /not show the figure \{change\}$/],
  ['a value that the Chinese does not show', '数额{value}', '数额很大', 19, /not show the figure \{value\}$/],
  ['no Chinese', '      statement: 数额{value}，同比增长{change}。\n', '', 18, /chinese\.statement/],
  ['a title too long in Chinese', '新增事实', '长'.repeat(81), 18, /title.*80/],
  ['a change without its Chinese basis', ', chinese: 同比', '', 9, /change\.chinese/],
  [
    'a misspelt placeholder',
    'No article',
    'At {valeu} no article',
    12,
    /\{valeu\} is no figure: write \{value\}/,
  ],
  [
    'a brace without its other',
    'No article',
    'At {value no article',
    12,
    /12 +\{ is no figure: write \{value\}/,
  ],
  [
    'a placeholder for what it lacks',
    'An added',
    'From {from} an added',
    6,
    /\{from\}.*"added-\d+" has no from$/,
  ],
  [
    'what another fact lacks',
    '没有文章',
    '在{share-price.change}没有文章',
    20,
    /"share-price" has no change$/,
  ],
  [
    'a figure written out',
    'No article',
    'RMB 5 billion. No article',
    12,
    /"RMB 5" is written out: write \{value\}/,
  ],
  ['a percentage written out', '没有文章', '增长5%。没有文章', 20, /"5%" is written out: write \{value\}/],
  [
    'a statement too long with its figures',
    'It was',
    'It was '.repeat(46),
    11,
    /statement has 35\d characters; at most 350 fit$/,
  ],
  [
    'a remark without its speaker',
    'claim: reported figure',
    'claim: remark',
    3,
    /a remark names its speaker/,
  ],
  [
    'a speaker of what is no remark',
    'cites:',
    'speaker: jack-ma\n    cites:',
    13,
    /a remark names its speaker/,
  ],
  ['a fact about an unknown term', 'alibaba', 'alibabba', 4, /vocabulary has no entry "alibabba"$/],
  ['an unknown measure', 'measure: revenue', 'measure: revenu', 5, /vocabulary has no entry "revenu"$/],
  ['an unknown aspect', '[why]', '[why, whyy]', 14, /vocabulary has no entry "whyy"$/],
  ['an unknown term among its mentions', '[revenue]', '[revenu]', 15, /vocabulary has no entry "revenu"$/],
  [
    'an unknown term that narrows it',
    'mentions: [',
    'narrowed-by: [nothing, ',
    15,
    /has no entry "nothing"$/,
  ],
  [
    'the id of another fact',
    'id: added',
    'id: net-profit',
    3,
    /"net-profit" is already used by .+results\.yaml$/,
  ],
  [
    'a phrase of another fact',
    'phrase that was added',
    'Stock - Code!',
    16,
    /"Stock - Code!" is already used by listing$/,
  ],
];

const breachesInVocabulary: readonly (readonly [string, string, string, RegExp])[] = [
  [
    'a duplicate id',
    'places',
    'id: tencent, name: Added place',
    /"tencent" is already used by .+companies\.yaml$/,
  ],
  [
    'an alias that two terms have',
    'topics',
    'id: added-topic, name: Added topic, words: ["Jack, MA"]',
    /"Jack, MA" is already used by jack-ma$/,
  ],
  [
    'a name that is an alias of another term',
    'measures',
    'id: added-measure, name: TENCENT',
    /"tencent" is already used by tencent$/i,
  ],
  [
    'a Chinese name that another term has',
    'people',
    'id: added-person, name: Added person, chinese: 腾讯',
    /"腾讯" is already used by tencent$/,
  ],
  [
    'a business of no company',
    'businesses',
    'id: added-unit, name: Added unit, of: alibabba',
    /no company "alibabba"$/,
  ],
  [
    'a word that is an everyday word',
    'aspects',
    'id: added-aspect, name: whatever',
    /"whatever" is already used by added-aspect$/,
  ],
];

const breachesInComputed: readonly Breach[] = [
  ['an unknown operation', 'operation: share', 'operation: divide', 6, /'share'/],
  ['an operation without its second input', ', in: revenue', '', 6, /in/],
  [
    'a placeholder in a title',
    'title: Computed',
    'title: Computed {result}',
    4,
    /title here shows no figure/,
  ],
  ['no place for the result in Chinese', '为{result}', '为高', 9, /chinese\.statement.*needs \{result\}/],
  [
    'a statement without a place for the result',
    'It was {result}',
    'It was 17%',
    7,
    /the statement needs \{result\}/,
  ],
  ['an unknown key', 'asked:', 'claim: plan\n  asked:', 1, /"claim"/],
];

const breachesInInputs: readonly Breach[] = [
  ['an input that does not exist', 'of: net-profit', 'of: net-loss', 6, /there is no fact "net-loss"$/],
  ['an input without a value', 'of: net-profit', 'of: listing', 6, /"listing" has no value to compute with$/],
  [
    'a level before a change that is not given',
    'share, of: net-profit, in: revenue',
    'level before the change, of: share-price',
    6,
    /"share-price" has no change to compute with$/,
  ],
  [
    'a level from which something rose that is not given',
    'of: net-profit',
    'of: net-profit.from',
    6,
    /"net-profit" has no from to compute with$/,
  ],
  [
    'an increase that no growth is given for',
    'share, of: net-profit, in: revenue',
    'increase, of: share-price',
    6,
    /"share-price" has no change to compute with$/,
  ],
  [
    'an average of what has no span',
    'share, of: net-profit, in: revenue',
    'average, of: revenue, per: year',
    6,
    /"revenue" has no period of a number of years, quarters or months to compute with$/,
  ],
  [
    'a time from what has no month',
    'share, of: net-profit, in: revenue',
    'time between, from: listing, to: jack-ma-board',
    6,
    /"listing" has no month to compute with$/,
  ],
  ['a share of another unit', 'in: revenue', 'in: market-value', 6, /CNY and HKD cannot be computed with/],
  [
    'a sum in two scales',
    'share, of: net-profit, in: revenue',
    'sum, of: share-price, and: market-value',
    6,
    /HKD and trillion HKD cannot be computed with one another$/,
  ],
  ['the id of a fact', 'id: computed', 'id: revenue', 1, /"revenue" is already used by .+results\.yaml$/],
  [
    'a phrase of a fact',
    'phrase of the computed',
    'stock code',
    8,
    /"stock code" is already used by listing$/,
  ],
  ['an unknown term', 'about: alibaba', 'about: alibabba', 2, /vocabulary has no entry "alibabba"$/],
  ['an unknown measure', 'net-margin', 'net-margarine', 3, /vocabulary has no entry "net-margarine"$/],
];

const breachesInSource: readonly Breach[] = [
  ['an unknown company', 'company: alibaba', 'company: alibabba', 2, /vocabulary has no entry "alibabba"$/],
  ['a date that no calendar has', '2025-09-01', '2025-02-30', 5, /write a date as 2025-09-01/],
  ['no publisher', 'publisher: Nobody\n', '', 1, /publisher/],
  ['no paragraphs', `\n  - { number: 1, sha256: ${'a'.repeat(64)} }`, ' []', 7, /paragraphs/],
  ['a fingerprint that is none', 'a'.repeat(64), 'abc', 8, /sha256/],
  [
    'an exception of nothing',
    'paragraphs:',
    'exceptions: [{ text: x, reason: y }]\nparagraphs:',
    7,
    /an exception names a fact, or the paragraph/,
  ],
];

/** Breaks a sound file in one place, and gives its ids and phrases a number, so that many such files load together. */
function breakFile(sound: string, [, old, replacement]: Breach, number: number): string {
  if (sound.split(old).length !== 2) throw new Error(`The sound file holds this not once: ${old}`);
  return sound
    .replace(old, () => replacement)
    .replaceAll(/\b(?:added|computed)\b/g, (word) => `${word}-${number}`);
}

/** A name that sorts behind those of the shipped files, so that a duplicate is reported here and not there. */
function brokenFile(index: number): string {
  return `${article}/facts/z-broken-${index + 1}.yaml`;
}

function linesOn(report: readonly string[], file: string): string[] {
  return report.filter((line) => line.startsWith(`${file}:`));
}

describe('the shipped knowledge', () => {
  const knowledge = readKnowledge(knowledgeFolder());

  it('loads', () => {
    expect(knowledge.articles.map(({ source }) => source.id)).toEqual([article]);
    expect(knowledge.articles[0]?.facts.length).toBeGreaterThan(50);
    expect(knowledge.vocabulary.companies.map(({ id }) => id)).toContain('alibaba');
  });

  it('keeps with each fact the topic of its file', () => {
    expect(knowledge.articles[0]?.facts.find(({ id }) => id === 'revenue')).toMatchObject({
      topic: 'Results',
    });
  });

  it('is frozen all the way down', () => {
    const loose: string[] = [];
    const visit = (value: unknown, path: string) => {
      if (typeof value !== 'object' || value === null) return;
      if (!Object.isFrozen(value)) loose.push(path);
      for (const [key, inner] of Object.entries(value)) visit(inner, `${path}.${key}`);
    };
    visit(knowledge, 'knowledge');
    expect(loose).toEqual([]);
  });

  it('knows how often English words are spoken', () => {
    const { wordFrequencies } = knowledge;
    expect(wordFrequencies.get('the')).toBeGreaterThan(wordFrequencies.get('revenue') ?? Infinity);
    expect(wordFrequencies.get('i')).toBeGreaterThan(1_000_000);
  });
});

describe('a sound addition', () => {
  it('loads: a fact, a computed figure, a term and an article', () => {
    const { articles, vocabulary } = readChangedKnowledge((copy) => {
      writeFileSync(join(copy, article, 'facts/added.yaml'), soundFacts);
      addLine(join(copy, article, 'computed.yaml'), soundComputed);
      addLine(join(copy, 'vocabulary/people.yaml'), '- { id: added-person, name: Added person, words: [] }');
      mkdirSync(join(copy, 'added'));
      writeFileSync(join(copy, 'added/source.yaml'), soundSource);
    });
    expect(articles.map(({ source }) => source.id)).toEqual(['added', article]);
    expect(articles[1]?.facts.find(({ id }) => id === 'added')).toMatchObject({
      topic: 'Added',
      period: { kind: 'dates', from: '2025-04-01', to: '2025-06-30' },
      value: { amount: 12.5, scale: 'billion', unit: 'CNY', bound: 'more than' },
      change: { amount: 7, bound: 'exactly', basis: 'year over year', chinese: '同比' },
      statement: 'It was more than RMB 12.5 billion, up 7%.',
      chinese: { statement: '数额超过125亿元，同比增长7%。' },
    });
    expect(articles[1]?.computed.map(({ id }) => id)).toContain('computed');
    expect(vocabulary.people.map(({ id }) => id)).toContain('added-person');
  });

  it('may write a year as a bare number, and may leave out what has a default', () => {
    const { articles } = readChangedKnowledge((copy) => {
      const optional = /^ {4}(?:measure|value|change|answers|mentions|asked): .*\n/gm;
      const facts = soundFacts
        .replaceAll(optional, '')
        .replace('2025-Q2', '2025')
        .replaceAll(/.\{value\}.*\{change\}/g, '');
      writeFileSync(join(copy, article, 'facts/added.yaml'), facts);
    });
    expect(articles[0]?.facts.find(({ id }) => id === 'added')).toMatchObject({
      period: { kind: 'dates', from: '2025-01-01', to: '2025-12-31' },
      asked: [],
      answers: [],
      mentions: [],
      'narrowed-by': [],
    });
  });
});

describe('a broken fact', () => {
  let sharedReport: readonly string[] = [];

  beforeAll(() => {
    sharedReport = reportOnChange((copy) => {
      for (const [index, breach] of breachesInFacts.entries()) {
        writeFileSync(join(copy, brokenFile(index)), breakFile(soundFacts, breach, index + 1));
      }
    });
  });

  it.each(breachesInFacts.map((breach, index) => [breach[0], breach, index] as const))(
    'is reported with its file and line: %s',
    (_what, [, , , line, message], index) => {
      const file = brokenFile(index);
      expect(linesOn(sharedReport, file)).toEqual([expect.stringMatching(message)]);
      expect(linesOn(sharedReport, file)[0]).toMatch(new RegExp(`^${file}:${line} {2}\\S`));
    },
  );

  it('is reported together with all others, and nothing else is', () => {
    expect(sharedReport).toHaveLength(breachesInFacts.length);
  });

  // Only where all facts could be read is it known that one does not exist.
  it('is reported when it shows the figure of a fact that does not exist', () => {
    const report = reportOnChange((copy) => {
      const facts = soundFacts.replace('没有文章', '在{gone.value}没有文章');
      writeFileSync(join(copy, article, 'facts/added.yaml'), facts);
    });
    expect(report).toEqual([`${article}/facts/added.yaml:20  there is no fact "gone"`]);
  });

  it.each(['2025-02-30', '2025-06-31', '2025-13', '2025-00'])(
    'is reported when its period is %s, which no calendar has',
    (period) => {
      const report = reportOnChange((copy) => {
        writeFileSync(join(copy, article, 'facts/added.yaml'), soundFacts.replace('2025-Q2', period));
      });
      expect(report).toEqual([
        expect.stringMatching(`^${article}/facts/added\\.yaml:7 .*"${period}" is not a period: write 2025`),
      ]);
    },
  );
});

describe('a broken vocabulary', () => {
  let lines: readonly number[] = [];
  let sharedReport: readonly string[] = [];

  beforeAll(() => {
    sharedReport = reportOnChange((copy) => {
      lines = breachesInVocabulary.map(([, file, term]) =>
        addLine(join(copy, `vocabulary/${file}.yaml`), `- { ${term} }`),
      );
    });
  });

  it.each(breachesInVocabulary.map((breach, index) => [breach[0], breach, index] as const))(
    'is reported with its file and line: %s',
    (_what, [, file, , message], index) => {
      // A word that is an everyday word too is reported where it stands second: in everyday.yaml.
      const place =
        file === 'aspects' ? 'vocabulary/everyday.yaml:' : `vocabulary/${file}.yaml:${lines[index]}  `;
      const reported = sharedReport.filter((line) => line.startsWith(place));
      expect(reported).toEqual([expect.stringMatching(message)]);
    },
  );

  it('is reported with all its breaches at once, and nothing else is', () => {
    expect(sharedReport).toHaveLength(breachesInVocabulary.length);
  });

  it('is reported for an entry that its schema refuses, in every file of it', () => {
    const files = ['aspects', 'businesses', 'companies', 'measures', 'people', 'places', 'topics'];
    const places: string[] = [];
    const refused = reportOnChange((copy) => {
      for (const file of files) {
        const path = `vocabulary/${file}.yaml`;
        const of = file === 'businesses' ? 'of: alibaba, ' : '';
        const line = addLine(
          join(copy, path),
          `- { id: added-${file}, name: Added ${file}, ${of}wordz: [x] }`,
        );
        places.push(`${path}:${line}  `);
      }
    });
    expect(refused.toSorted()).toEqual(
      places.toSorted().map((place) => expect.stringMatching(new RegExp(`^${place}.*"wordz"`))),
    );
  });

  it('is reported when an aspect implies one that does not exist', () => {
    const report = reportOnChange((copy) =>
      addLine(join(copy, 'vocabulary/aspects.yaml'), '- { id: added-aspect, name: Added, implies: nothing }'),
    );
    expect(report).toEqual([expect.stringMatching(/^vocabulary\/aspects\.yaml:\d+ {2}.*"nothing"/)]);
  });
});

describe('a broken computed figure', () => {
  it.each(breachesInComputed)('is reported with its file and line: %s', (...breach) => {
    const [, , , line, message] = breach;
    let first = 0;
    const report = reportOnChange((copy) => {
      first = addLine(join(copy, article, 'computed.yaml'), breakFile(soundComputed, breach, 1));
    });
    expect(report).toEqual([expect.stringMatching(message)]);
    expect(report[0]).toMatch(new RegExp(`^${article}/computed\\.yaml:${first + line - 1} {2}\\S`));
  });

  it('is reported for each input that is missing or has nothing to compute with, and for what is taken', () => {
    const places: string[] = [];
    const report = reportOnChange((copy) => {
      for (const [index, breach] of breachesInInputs.entries()) {
        const first = addLine(join(copy, article, 'computed.yaml'), breakFile(soundComputed, breach, index));
        places.push(`${article}/computed.yaml:${first + breach[3] - 1}  `);
      }
    });
    expect(report).toEqual(breachesInInputs.map(([, , , , message]) => expect.stringMatching(message)));
    expect(report.map((line, index) => line.startsWith(places[index] ?? '?'))).not.toContain(false);
  });
});

describe('a broken source', () => {
  it('is reported with its file and line, each of several', () => {
    const report = reportOnChange((copy) => {
      for (const [index, breach] of breachesInSource.entries()) {
        mkdirSync(join(copy, `added-${index}`));
        writeFileSync(join(copy, `added-${index}/source.yaml`), breakFile(soundSource, breach, index));
      }
    });
    for (const [index, [, , , line, message]] of breachesInSource.entries()) {
      const reported = linesOn(report, `added-${index}/source.yaml`);
      expect(reported).toEqual([expect.stringMatching(message)]);
      expect(reported[0]).toContain(`source.yaml:${line}  `);
    }
    expect(report).toHaveLength(breachesInSource.length);
  });
});

describe('a file', () => {
  it('is reported as missing by its name', () => {
    const report = reportOnChange((copy) => {
      rmSync(join(copy, 'vocabulary/people.yaml'));
      rmSync(join(copy, article, 'source.yaml'));
    });
    expect(report.toSorted()).toEqual([
      `${article}/source.yaml:1  this file is missing`,
      'vocabulary/people.yaml:1  this file is missing',
    ]);
  });

  it('is reported when it is empty', () => {
    const report = reportOnChange((copy) => {
      writeFileSync(join(copy, article, 'facts/added.yaml'), '');
    });
    expect(report).toEqual([expect.stringMatching(`^${article}/facts/added\\.yaml:1 {2}\\S`)]);
  });

  it.each([
    ['a colon in a text without quotes', 'title: An added fact', 'title: An added: fact', 6],
    ['a key that stands twice', 'title: An added fact', 'title: One\n    title: Two', 7],
    ['a tab for spaces', '    title:', '\ttitle:', 6],
    ['a bracket that nothing closes', 'cites: [3]', 'cites: [3', 14],
    ['a text that begins with an asterisk', 'title: An added fact', 'title: *Added', 6],
  ])('is reported when it is not YAML: %s', (_what, old, replacement, line) => {
    const report = reportOnChange((copy) => {
      writeFileSync(join(copy, article, 'facts/added.yaml'), soundFacts.replace(old, replacement));
    });
    expect(report).not.toEqual([]);
    expect(report[0]).toMatch(new RegExp(`^${article}/facts/added\\.yaml:${line} {2}this is not YAML: \\S`));
    expect(linesOn(report, `${article}/facts/added.yaml`)).toEqual(report);
  });
});

describe('a report', () => {
  it('holds the problems of several files at once, each once', () => {
    const report = reportOnChange((copy) => {
      replaceInFile(join(copy, article, 'source.yaml'), 'company: alibaba', 'company: alibabba');
      addLine(join(copy, 'vocabulary/people.yaml'), '- { id: tencent, name: Added person }');
      addLine(
        join(copy, article, 'computed.yaml'),
        soundComputed.replace('about: alibaba', 'about: alibabba'),
      );
      writeFileSync(join(copy, article, 'facts/added-1.yaml'), soundFacts.replace('[3]', '[99]'));
      writeFileSync(join(copy, article, 'facts/added-2.yaml'), soundFacts.replace('title:', 'titel:'));
    });
    expect(report.map((line) => line.replace(/:\d+ .*/, '')).toSorted()).toEqual([
      `${article}/computed.yaml`,
      `${article}/facts/added-1.yaml`,
      `${article}/facts/added-2.yaml`,
      `${article}/facts/added-2.yaml`,
      `${article}/source.yaml`,
      'vocabulary/people.yaml',
    ]);
  });

  it('holds a wrong citation even where a vocabulary file is refused', () => {
    const report = reportOnChange((copy) => {
      addLine(join(copy, 'vocabulary/people.yaml'), '- { id: added-person, name: Added person, wordz: [] }');
      writeFileSync(join(copy, article, 'facts/added.yaml'), soundFacts.replace('[3]', '[99]'));
    });
    expect(report).toEqual(
      expect.arrayContaining([
        expect.stringContaining('vocabulary/people.yaml:'),
        expect.stringContaining(`${article}/facts/added.yaml:13  `),
      ]),
    );
  });

  it('blames nothing on a file whose only fault is that it names a fact of a refused file', () => {
    const report = reportOnChange((copy) => {
      const results = join(copy, article, 'facts/results.yaml');
      replaceInFile(results, 'title: Net profit', 'note: x\n    title: Net profit');
    });
    expect(report).toEqual([expect.stringMatching(`^${article}/facts/results\\.yaml:\\d+ {2}.*"note"`)]);
  });

  it('tells of a folder without any article', () => {
    expect(reportOnChange((copy) => rmSync(join(copy, article), { recursive: true }))).toEqual([
      expect.stringContaining('there is no article folder with a source.yaml'),
    ]);
  });

  it('tells of a knowledge folder that is not there', () => {
    expect(() => readKnowledge(join(knowledgeFolder(), 'nowhere'))).toThrow(KnowledgeError);
  });
});

describe('what does not go together', () => {
  it('is reported where a figure would be computed from two units', () => {
    const report = reportOnChange((copy) =>
      addLine(
        join(copy, article, 'computed.yaml'),
        soundComputed.replace('of: net-profit', 'of: market-value'),
      ),
    );
    expect(report).toEqual([
      expect.stringMatching(/computed\.yaml:\d+ {2}HKD and CNY cannot be computed with one another$/),
    ]);
  });

  it('is reported where an entry of another kind stands for a measure', () => {
    const report = reportOnChange((copy) =>
      addLine(
        join(copy, article, 'computed.yaml'),
        soundComputed.replace('measure: net-margin', 'measure: alibaba'),
      ),
    );
    expect(report).toEqual([
      expect.stringMatching(
        /"alibaba" stands in vocabulary\/companies\.yaml, and here .*measures\.yaml is needed$/,
      ),
    ]);
  });
});
