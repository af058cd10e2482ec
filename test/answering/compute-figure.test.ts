import { describe, expect, it } from 'vitest';
import type { z } from 'zod';
import { computeFigure } from '../../src/answering/compute-figure.ts';
import { indexKnowledge } from '../../src/answering/index-knowledge.ts';
import { citedParagraphs, wordFinding } from '../../src/answering/word-answer.ts';
import { parsePeriod } from '../../src/knowledge/period.ts';
import type { Quantity } from '../../src/knowledge/quantity.ts';
import { readKnowledge } from '../../src/knowledge/read-knowledge.ts';
import { computedFileSchema, type Fact } from '../../src/knowledge/schema.ts';
import { knowledgeFolder } from '../../src/package-folder.ts';

const knowledge = indexKnowledge(readKnowledge(knowledgeFolder()));

function yuan(amount: number, bound: Quantity['bound'] = 'exactly'): Quantity {
  return { amount, scale: 'billion', unit: 'CNY', bound };
}

function percent(amount: number, bound: Quantity['bound'] = 'exactly'): Quantity {
  return { amount, unit: 'percent', bound };
}

function fact(id: string, told: Pick<Fact, 'value' | 'from' | 'change' | 'period'>): Fact {
  return {
    id,
    about: 'alibaba',
    measure: 'revenue',
    title: id,
    claim: 'reported figure',
    cites: [3],
    statement: 'It was so.',
    explanation: 'That is all.',
    chinese: { title: id, statement: '如此。', explanation: '仅此而已。' },
    'narrowed-by': [],
    answers: [],
    mentions: [],
    asked: [],
    ...told,
  };
}

type Operation = z.input<typeof computedFileSchema>[number]['compute'];

function compute(operation: Operation, ...facts: readonly Fact[]) {
  const [figure] = computedFileSchema.parse([
    {
      id: 'figure',
      about: 'alibaba',
      title: 'Figure',
      statement: 'It is {result}.',
      chinese: { title: '数字', statement: '为{result}。' },
      compute: operation,
    },
  ]);
  if (!figure) throw new Error('There is no figure.');
  return computeFigure(figure, new Map(facts.map((input) => [input.id, input])));
}

describe('a share', () => {
  const share = { operation: 'share', of: 'part', in: 'whole' } as const;

  it('is the part in percent of the whole, with its division shown', () => {
    const { text } = compute(
      share,
      fact('part', { value: yuan(33.398) }),
      fact('whole', { value: yuan(247.652) }),
    );
    expect(text.statement).toBe('It is 13.5%.');
    expect(text.explanation).toBe(
      'Computed, not printed in the article: RMB 33.398 billion ÷ RMB 247.652 billion.',
    );
  });

  it('says "about" and gives the range where rounding of the inputs reaches the digit shown', () => {
    const { text } = compute(share, fact('part', { value: yuan(53) }), fact('whole', { value: yuan(248) }));
    expect(text.statement).toBe('It is about 21.4%.');
    expect(text.explanation).toContain(
      'The inputs are rounded, so the true figure lies between 21.1% and 21.7%.',
    );
  });

  it('is recognised in a question as a percentage from its rounded form to the end of its range', () => {
    const { text } = compute(share, fact('part', { value: yuan(53) }), fact('whole', { value: yuan(248) }));
    const [figure] = text.figures;
    expect(figure?.unit).toBe('percent');
    expect(figure?.range.low).toBeCloseTo((100 * 52.5) / 248.5, 6);
    expect(figure?.range.value).toBeCloseTo((100 * 53) / 248, 6);
    expect(figure?.range.high).toBeCloseTo((100 * 53.5) / 247.5, 6);
  });

  it('rests on both facts, the part first', () => {
    const part = fact('part', { value: yuan(1.5) });
    const whole = fact('whole', { value: yuan(3.1) });
    expect(compute(share, whole, part).inputs).toEqual([part, whole]);
  });
});

describe('the level before a change', () => {
  const before = { operation: 'level before the change', of: 'level' } as const;

  it('divides by the growth, and names what the growth is measured against', () => {
    const level = fact('level', {
      value: yuan(247.652),
      change: { amount: 2, bound: 'exactly', basis: 'year over year', chinese: '同比' },
    });
    const { text } = compute(before, level);
    expect(text.statement).toBe('It is about RMB 242.8 billion.');
    expect(text.explanation).toContain('RMB 247.652 billion ÷ 1.02, since the change is +2% year over year.');
  });

  it('carries the rounding of the growth: 2% can be 1.5% to 2.5%', () => {
    const level = fact('level', {
      value: yuan(247.652),
      change: { amount: 2, bound: 'exactly', basis: 'year over year', chinese: '同比' },
    });
    const [figure] = compute(before, level).text.figures;
    expect(figure?.range.low).toBeCloseTo(247.6515e9 / 1.025, 0);
    expect(figure?.range.high).toBeCloseTo(247.6525e9 / 1.015, 0);
  });

  it('needs no "about" where the inputs are exact enough', () => {
    const level = fact('level', {
      value: yuan(110.125),
      change: { amount: 10.125, bound: 'exactly', basis: 'year over year', chinese: '同比' },
    });
    expect(compute(before, level).text.statement).toMatch(/^It is RMB 100(\.0)? billion\.$/);
  });

  it('keeps a lower limit one', () => {
    const users: Quantity = { amount: 300, scale: 'million', unit: 'users', bound: 'more than' };
    const level = fact('level', {
      value: users,
      change: { amount: 200, bound: 'exactly', basis: 'against April', chinese: '较4月' },
    });
    const { text } = compute(before, level);
    expect(text.statement).toBe('It is about 100 million or more.');
    expect(text.explanation).toContain('more than 300 million ÷ 3, since the change is +200% against April.');
    expect(text.explanation).toContain('An input is a lower limit, and so is the result.');
  });
});

describe('a gain', () => {
  const share = fact('share', { from: percent(13), value: percent(28) });

  it('in points is the plain difference, in percentage points and not in percent', () => {
    const { text } = compute({ operation: 'difference', of: 'share', minus: 'share.from' }, share);
    expect(text.statement).toBe('It is 15 percentage points.');
    expect(text.explanation).toBe('Computed, not printed in the article: 28% − 13%.');
    expect(text.figures.map(({ unit }) => unit)).toEqual(['points']);
  });

  it('as a multiple divides the end by the beginning, with two digits', () => {
    const { text } = compute({ operation: 'multiple', of: 'share', in: 'share.from' }, share);
    expect(text.statement).toBe('It is about 2.15 times.');
    expect(text.explanation).toContain('28% ÷ 13%');
    const [figure] = text.figures;
    expect(figure?.range.low).toBeCloseTo(27.5 / 13.5, 6);
    expect(figure?.range.high).toBeCloseTo(28.5 / 12.5, 6);
  });
});

describe('a yearly average', () => {
  const average = { operation: 'average', of: 'plan', per: 'year' } as const;

  it('divides by the years of the span, and keeps "more than" as "or more"', () => {
    const plan = fact('plan', { value: yuan(380, 'more than'), period: parsePeriod('next 3 years') });
    const { text } = compute(average, plan);
    expect(text.statement).toBe('It is about RMB 126.7 billion or more.');
    expect(text.explanation).toBe(
      'Computed, not printed in the article: more than RMB 380 billion ÷ 3 years. An input is a lower limit, and so is the result.',
    );
  });

  it('counts quarters and months as parts of a year', () => {
    const plan = fact('plan', { value: yuan(50, 'more than'), period: parsePeriod('past 8 quarters') });
    expect(compute(average, plan).text.statement).toMatch(/^It is RMB 25 billion or more\.$/);
  });

  it('leaves out "about" where a lower limit divides evenly', () => {
    const plan = fact('plan', { value: yuan(390, 'more than'), period: parsePeriod('next 3 years') });
    expect(compute(average, plan).text.statement).toMatch(/^It is RMB 130(\.0)? billion or more\.$/);
  });

  it('is refused without a span of time', () => {
    const plan = fact('plan', { value: yuan(380), period: parsePeriod('2025-Q2') });
    expect(() => compute(average, plan)).toThrow('plan has no number of years');
  });
});

describe('a multiple', () => {
  const multiple = { operation: 'multiple', of: 'much', in: 'little' } as const;

  it('of two lower limits is open to both sides, and says so', () => {
    const { text } = compute(
      multiple,
      fact('much', { value: yuan(380, 'more than') }),
      fact('little', { value: yuan(100, 'more than') }),
    );
    expect(text.statement).toBe('It is about 3.8 times.');
    expect(text.explanation).toBe(
      'Computed, not printed in the article: more than RMB 380 billion ÷ more than RMB 100 billion. Both inputs are limits, so the true figure may be higher or lower.',
    );
  });

  it('of a lower limit over an exact figure is a lower limit', () => {
    const { text } = compute(
      multiple,
      fact('much', { value: yuan(380, 'more than') }),
      fact('little', { value: yuan(100) }),
    );
    expect(text.statement).toBe('It is 3.8 times or more.');
  });
});

describe('a multiple per year', () => {
  it('sets what comes to a year of each against one another', () => {
    const { text } = compute(
      { operation: 'multiple', of: 'plan', in: 'past', per: 'year' },
      fact('plan', { value: yuan(380, 'more than'), period: parsePeriod('next 3 years') }),
      fact('past', { value: yuan(100), period: parsePeriod('past 8 quarters') }),
    );
    expect(text.statement).toBe('It is about 2.5 times or more.');
    expect(text.explanation).toContain(
      '(more than RMB 380 billion ÷ 3 years) ÷ (RMB 100 billion ÷ 2 years).',
    );
  });
});

describe('a limit among the inputs', () => {
  const [high, low] = ['high', 'low'];
  const of = (bounds: readonly [Quantity['bound'], Quantity['bound']], operation: Operation) =>
    compute(
      operation,
      fact(high, { value: percent(50, bounds[0]) }),
      fact(low, { value: percent(10, bounds[1]) }),
    ).text;
  const sum: Operation = { operation: 'sum', of: high, and: low };
  const difference: Operation = { operation: 'difference', of: high, minus: low };
  const multiple: Operation = { operation: 'multiple', of: high, in: low };

  it.each([
    [sum, 'more than', 'exactly', 'It is 60% or more.'],
    [sum, 'more than', 'more than', 'It is 60% or more.'],
    [sum, 'nearly', 'exactly', 'It is about 60% or a little less.'],
    [sum, 'nearly', 'more than', 'It is about 60%.'],
    [sum, 'about', 'exactly', 'It is about 60%.'],
    [difference, 'more than', 'exactly', 'It is 40 percentage points or more.'],
    [difference, 'exactly', 'more than', 'It is at most 40 percentage points.'],
    [difference, 'exactly', 'nearly', 'It is about 40 percentage points or a little more.'],
    [difference, 'more than', 'more than', 'It is about 40 percentage points.'],
    [difference, 'nearly', 'nearly', 'It is about 40 percentage points.'],
    [multiple, 'more than', 'nearly', 'It is 5 times or more.'],
    [multiple, 'nearly', 'more than', 'It is at most 5 times.'],
  ] as const)('of a %o, %s and %s, is one of the result: %s', (operation, ofHigh, ofLow, statement) => {
    expect(of([ofHigh, ofLow], operation).statement).toBe(statement);
  });

  it('is told of where it turns round, and where two leave the result open', () => {
    expect(of(['exactly', 'more than'], difference).explanation).toMatch(
      /a lower limit, so the result is an upper limit\.$/,
    );
    expect(of(['more than', 'more than'], difference).explanation).toMatch(
      /Both inputs are limits, so the true figure may be higher or lower\.$/,
    );
  });
});

describe('a sum and a difference', () => {
  it('have the digits of the less exact figure', () => {
    const whole = fact('whole', { value: yuan(53.2) });
    const part = fact('part', { value: yuan(42.382) });
    const { text } = compute({ operation: 'difference', of: 'whole', minus: 'part' }, whole, part);
    expect(text.statement).toBe('It is about RMB 10.8 billion.');
    const { text: sum } = compute({ operation: 'sum', of: 'part', and: 'part' }, part);
    expect(sum.statement).toBe('It is RMB 84.764 billion.');
    expect(sum.explanation).toContain('RMB 42.382 billion + RMB 42.382 billion.');
  });

  it('rest on a fact once, even where they take two figures of it', () => {
    const share = fact('share', { from: percent(13), value: percent(28) });
    expect(compute({ operation: 'difference', of: 'share', minus: 'share.from' }, share).inputs).toEqual([
      share,
    ]);
  });
});

describe('the rest of the whole', () => {
  it('is what is missing to a hundred percent', () => {
    const { text } = compute(
      { operation: 'rest of the whole', of: 'part' },
      fact('part', { value: percent(28) }),
    );
    expect(text.statement).toBe('It is 72%.');
    expect(text.explanation).toContain('100% − 28%.');
  });

  it('of a lower limit is an upper limit', () => {
    const part = fact('part', { value: percent(20, 'more than') });
    expect(compute({ operation: 'rest of the whole', of: 'part' }, part).text.statement).toBe(
      'It is at most 80%.',
    );
  });
});

function grown(value: Quantity, amount: number): Fact {
  return fact('level', {
    value,
    change: { amount, bound: 'exactly', basis: 'year over year', chinese: '同比' },
  });
}

describe('an increase', () => {
  const increase = { operation: 'increase', of: 'level' } as const;
  it('is the level without the level before, and carries the rounding of the growth', () => {
    const { text } = compute(increase, grown(yuan(247.652), 2));
    expect(text.statement).toBe('It is about RMB 4.9 billion.');
    expect(text.explanation).toContain(
      'RMB 247.652 billion − RMB 247.652 billion ÷ 1.02, since the change is +2% year over year.',
    );
    expect(text.explanation).toContain('between RMB 3.6 billion and RMB 6.1 billion.');
  });

  it('of a lower limit is a lower limit, though the level before is one too', () => {
    const { text } = compute(increase, grown(yuan(300, 'more than'), 200));
    expect(text.statement).toBe('It is about RMB 200 billion or more.');
  });
});

describe('a planned sum', () => {
  it('is exact, because it is decided and not measured', () => {
    const plan = {
      ...fact('plan', { value: yuan(50), period: parsePeriod('next 12 months') }),
      claim: 'plan' as const,
    };
    const { text } = compute({ operation: 'average', of: 'plan', per: 'month' }, plan);
    expect(text.statement).toBe('It is about RMB 4.2 billion.');
    expect(text.explanation).toBe('Computed, not printed in the article: RMB 50 billion ÷ 12 months.');
  });
});

describe('the time between two events', () => {
  it('is counted in years, from month to month', () => {
    const between = { operation: 'time between', from: 'first', to: 'last' } as const;
    const first = fact('first', { period: parsePeriod('2019-09') });
    const { text } = compute(between, first, fact('last', { period: parsePeriod('2020-09') }));
    expect(text.statement).toBe('It is 1 year.');
    expect(text.explanation).toContain('September 2020 − September 2019.');
    const later = compute(between, first, fact('last', { period: parsePeriod('2021-03') }));
    expect(later.text.statement).toBe('It is 1.5 years.');
  });
});

describe('a number of shares', () => {
  it('is the market value divided by the price of one, in the scale that fits', () => {
    const { text } = compute(
      { operation: 'number of shares', of: 'value', at: 'price' },
      fact('value', { value: { amount: 2.61, scale: 'trillion', unit: 'HKD', bound: 'exactly' } }),
      fact('price', { value: { amount: 137.1, unit: 'HKD', bound: 'exactly' } }),
    );
    expect(text.statement).toBe('It is about 19.0 billion.');
    expect(text.explanation).toContain('between 18.9 billion and 19.1 billion.');
  });
});

describe('an input that lacks what is needed', () => {
  it.each([
    ['share', { operation: 'share', of: 'one', in: 'other' }, 'the computation lacks the value of one'],
    [
      'level',
      { operation: 'level before the change', of: 'other' },
      'the computation lacks the change of other',
    ],
    [
      'start',
      { operation: 'multiple', of: 'other', in: 'other.from' },
      'the computation lacks the from of other',
    ],
    ['growth', { operation: 'increase', of: 'other' }, 'the computation lacks the change of other'],
    ['month', { operation: 'time between', from: 'one', to: 'other' }, 'one has no month'],
    ['absent', { operation: 'rest of the whole', of: 'nobody' }, 'the computation lacks the fact nobody'],
  ] as const)('is named: %s', (_, operation, problem) => {
    expect(() => compute(operation, fact('one', {}), fact('other', { value: yuan(1) }))).toThrow(problem);
  });
});

describe('the computed figures of the shipped base', () => {
  const computed = knowledge.findings.filter((finding) => finding.computed);

  it.each([
    ['net-margin', /\b17\.1%/, ['net-profit', 'revenue'], [3]],
    ['sales-and-marketing-share', /\b21\.5%/, ['sales-and-marketing', 'revenue'], [3, 12]],
    ['cloud-share', /\b13\.5%/, ['cloud-revenue', 'revenue'], [3, 8]],
    ['instant-retail-share', /\b6(?:\.0)?%/, ['instant-retail-revenue', 'revenue'], [3, 12]],
    ['revenue-a-year-ago', /\babout RMB 242\.8 billion\b/, ['revenue'], [3]],
    ['net-profit-a-year-ago', /\babout RMB 24\.1 billion\b/, ['net-profit'], [3]],
    ['cloud-revenue-a-year-ago', /\babout RMB 26\.5 billion\b/, ['cloud-revenue'], [8]],
    ['instant-retail-revenue-a-year-ago', /\babout RMB 13\.2 billion\b/, ['instant-retail-revenue'], [12]],
    ['users-before-april', /\babout 100 million or more users\b/, ['monthly-active-users'], [12]],
    ['eleme-share-gain-in-points', /\b15 percentage points\b/, ['eleme-market-share'], [12]],
    ['eleme-share-multiple', /\babout 2\.15 times\b/, ['eleme-market-share'], [12]],
    ['planned-spending-per-year', /\babout RMB 126\.7 billion or more\b/, ['ai-spending-plan'], [7]],
    ['planned-to-past-spending', /\babout 3\.8 times\b/, ['ai-spending-plan', 'ai-spending-past'], [7]],
    ['flash-purchase-subsidy-per-month', /\babout RMB 4\.2 billion\b/, ['flash-purchase-subsidy'], [11]],
    ['past-spending-per-quarter', /\bRMB 25 billion or more\b/, ['ai-spending-past'], [7]],
    [
      'planned-per-year-to-past-spending',
      /\babout 1\.3 times\b/,
      ['ai-spending-plan', 'ai-spending-past'],
      [7],
    ],
    ['subsidy-multiple', /\bat most 5 times\b/, ['flash-purchase-subsidy', 'eleme-subsidy'], [11]],
    [
      'cloud-to-instant-retail-revenue',
      /\bwas 2\.26 times\b/,
      ['cloud-revenue', 'instant-retail-revenue'],
      [8, 12],
    ],
    [
      'sales-and-marketing-to-instant-retail-revenue',
      /\babout 3\.60 times\b/,
      ['sales-and-marketing', 'instant-retail-revenue'],
      [12],
    ],
    [
      'sales-and-marketing-to-cloud-revenue',
      /\bwas 1\.59 times\b/,
      ['sales-and-marketing', 'cloud-revenue'],
      [8, 12],
    ],
    [
      'sales-and-marketing-to-net-profit',
      /\babout 1\.26 times\b/,
      ['sales-and-marketing', 'net-profit'],
      [3, 12],
    ],
    [
      'sales-and-marketing-minus-net-profit',
      /\babout RMB 10\.8 billion\b/,
      ['sales-and-marketing', 'net-profit'],
      [3, 12],
    ],
    ['revenue-increase', /\babout RMB 4\.9 billion\b/, ['revenue'], [3]],
    ['net-profit-increase', /\babout RMB 18\.3 billion\b/, ['net-profit'], [3]],
    ['cloud-revenue-increase', /\babout RMB 6\.9 billion\b/, ['cloud-revenue'], [8]],
    ['instant-retail-revenue-increase', /\babout RMB 1\.6 billion\b/, ['instant-retail-revenue'], [12]],
    ['users-added', /\babout 200 million or more monthly\b/, ['monthly-active-users'], [12]],
    [
      'close-minus-open',
      /\babout 3\.5 percentage points or a little more\b/,
      ['share-closing-move', 'share-opening-move'],
      [2],
    ],
    ['profit-growth-minus-revenue-growth', /\b74 percentage points\b/, ['net-profit', 'revenue'], [3]],
    ['cloud-growth-minus-group-growth', /\b24 percentage points\b/, ['cloud-revenue', 'revenue'], [3, 8]],
    [
      'cloud-growth-minus-instant-retail-growth',
      /\b14 percentage points\b/,
      ['cloud-revenue', 'instant-retail-revenue'],
      [8, 12],
    ],
    ['subsidies-together', /\bRMB 60 billion or more\b/, ['flash-purchase-subsidy', 'eleme-subsidy'], [11]],
    [
      'cloud-and-instant-retail-revenue',
      /\bRMB 48\.182 billion\b/,
      ['cloud-revenue', 'instant-retail-revenue'],
      [8, 12],
    ],
    ['revenue-apart-from-cloud', /\bRMB 214\.254 billion\b/, ['revenue', 'cloud-revenue'], [3, 8]],
    ['external-revenue-apart-from-ai', /\bat most 80%/, ['ai-revenue-share'], [8]],
    ['delivery-share-of-others', /\b72%/, ['eleme-market-share'], [12]],
    ['years-from-chair-to-board', /\b1 year after\b/, ['jack-ma-chairman', 'jack-ma-board'], [4]],
    ['shares-outstanding', /\babout 19\.0 billion shares\b/, ['market-value', 'share-price'], [2]],
  ])('hold %s, with the facts and the paragraphs that it rests on', (id, figure, inputs, paragraphs) => {
    const finding = knowledge.findings.find((other) => other.id === id);
    expect(finding?.statement).toMatch(figure);
    expect(finding?.facts.map((input) => input.id)).toEqual(inputs);
    expect(finding && citedParagraphs(finding)).toEqual(paragraphs);
  });

  it('all say that they are computed, and show the arithmetic on the figures of the facts', () => {
    for (const finding of computed) {
      expect(finding.explanation).toMatch(/^Computed, not printed in the article: .*\d.* [÷−+] .*\d/);
      expect(wordFinding(knowledge, finding, 'English')).toMatch(/ · computed$/);
    }
  });

  it('all leave no placeholder behind', () => {
    expect(computed.filter(({ statement }) => /[{}]|NaN|Infinity|undefined/.test(statement))).toEqual([]);
  });

  it('tell of a limit wherever an input is one', () => {
    const limited = computed.filter(({ facts }) => facts.some(({ value }) => value?.bound === 'more than'));
    expect(limited.length).toBeGreaterThan(5);
    for (const { statement, explanation } of limited) {
      expect(`${statement} ${explanation}`).toMatch(/or more|at most|may be higher or lower/);
    }
  });
});
