import { describe, expect, it } from 'vitest';
import { computeFigure } from '../../src/answering/compute-figure.ts';
import { indexKnowledge } from '../../src/answering/index-knowledge.ts';
import { citedParagraphs, wordFinding } from '../../src/answering/word-answer.ts';
import { parsePeriod } from '../../src/knowledge/period.ts';
import type { Quantity } from '../../src/knowledge/quantity.ts';
import { readKnowledge } from '../../src/knowledge/read-knowledge.ts';
import type { ComputedFigure, Fact } from '../../src/knowledge/schema.ts';
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

function compute(operation: ComputedFigure['compute'], ...facts: readonly Fact[]) {
  const figure: ComputedFigure = {
    id: 'figure',
    about: 'alibaba',
    title: 'Figure',
    asked: [],
    statement: 'It is {result}.',
    chinese: { title: '数字', statement: '为{result}。' },
    compute: operation,
  };
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
    expect(text.explanation).toContain('The input is a lower limit, and so is the result.');
  });
});

describe('a gain', () => {
  const share = fact('share', { from: percent(13), value: percent(28) });

  it('in points is the plain difference, in percentage points and not in percent', () => {
    const { text } = compute({ operation: 'gain in points', of: 'share' }, share);
    expect(text.statement).toBe('It is 15 percentage points.');
    expect(text.explanation).toBe('Computed, not printed in the article: 28% − 13%.');
    expect(text.figures.map(({ unit }) => unit)).toEqual(['points']);
  });

  it('as a multiple divides the end by the beginning, with two digits', () => {
    const { text } = compute({ operation: 'multiple of the level before', of: 'share' }, share);
    expect(text.statement).toBe('It is about 2.15 times.');
    expect(text.explanation).toContain('28% ÷ 13%');
    const [figure] = text.figures;
    expect(figure?.range.low).toBeCloseTo(27.5 / 13.5, 6);
    expect(figure?.range.high).toBeCloseTo(28.5 / 12.5, 6);
  });
});

describe('a yearly average', () => {
  const average = { operation: 'yearly average', of: 'plan' } as const;

  it('divides by the years of the span, and keeps "more than" as "or more"', () => {
    const plan = fact('plan', { value: yuan(380, 'more than'), period: parsePeriod('next 3 years') });
    const { text } = compute(average, plan);
    expect(text.statement).toBe('It is about RMB 126.7 billion or more.');
    expect(text.explanation).toBe(
      'Computed, not printed in the article: more than RMB 380 billion ÷ 3 years. The input is a lower limit, and so is the result.',
    );
  });

  it('counts quarters and months as parts of a year', () => {
    const plan = fact('plan', { value: yuan(50), period: parsePeriod('past 8 quarters') });
    expect(compute(average, plan).text.statement).toMatch(/^It is RMB 25(\.0)? billion\.$/);
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
      'Computed, not printed in the article: more than RMB 380 billion ÷ more than RMB 100 billion. Both inputs are lower limits, so the true ratio may be higher or lower.',
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

describe('an input that lacks what is needed', () => {
  it.each([
    ['share', { operation: 'share', of: 'one', in: 'other' }, 'the computation lacks the value of one'],
    [
      'level',
      { operation: 'level before the change', of: 'other' },
      'the computation lacks the change of other',
    ],
    [
      'gain',
      { operation: 'gain in points', of: 'other' },
      'the computation lacks the starting value of other',
    ],
    [
      'multiple',
      { operation: 'multiple of the level before', of: 'other' },
      'the computation lacks the starting value of other',
    ],
    ['absent', { operation: 'gain in points', of: 'nobody' }, 'the computation lacks the fact nobody'],
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
  ])('hold %s, with the facts and the paragraphs that it rests on', (id, figure, inputs, paragraphs) => {
    const finding = knowledge.findings.find((other) => other.id === id);
    expect(finding?.statement).toMatch(figure);
    expect(finding?.facts.map((input) => input.id)).toEqual(inputs);
    expect(finding && citedParagraphs(finding)).toEqual(paragraphs);
  });

  it('are thirteen', () => {
    expect(computed).toHaveLength(13);
  });

  it('all say that they are computed, and show the arithmetic on the figures of the facts', () => {
    for (const finding of computed) {
      expect(finding.explanation).toMatch(/^Computed, not printed in the article: .*\d.* [÷−] .*\d/);
      expect(wordFinding(knowledge, finding, 'English')).toMatch(/ · computed$/);
    }
  });

  it('all leave no placeholder behind', () => {
    expect(computed.filter(({ statement }) => /[{}]|NaN|Infinity|undefined/.test(statement))).toEqual([]);
  });

  it('say "or more" or that the ratio is open wherever an input is a lower limit', () => {
    const bounded = computed.filter(({ facts }) => facts.some(({ value }) => value?.bound === 'more than'));
    expect(bounded.map(({ id }) => id)).toEqual([
      'users-before-april',
      'planned-spending-per-year',
      'planned-to-past-spending',
    ]);
    for (const { statement, explanation } of bounded) {
      expect(`${statement} ${explanation}`).toMatch(/or more|may be higher or lower/);
    }
  });
});
