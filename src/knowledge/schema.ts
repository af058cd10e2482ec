import { z } from 'zod';
import { parsePeriod, type Period } from './period.ts';
import { boundSchema, quantitySchema } from './quantity.ts';

/**
 * The schemas of all files in `knowledge/`. They are strict, so that a misspelt key is an error, and they are the one
 * place where a length is limited: what fits here fits into a reply, so nothing is ever cut when it is sent.
 */

/**
 * The longest texts, in characters and with their figures filled in. An answer holds at most two findings, each with
 * statement, explanation and a citation of some 240 characters, in the 2,000 characters of a Discord message.
 */
export const longestText = { title: 80, statement: 350, explanation: 350 } as const;

const id = z
  .string()
  // The custom id of a button holds it, in 100 characters.
  .max(64)
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'write an id in lower case with hyphens, such as net-profit');

const words = z.array(z.string().trim().min(1).max(80)).default([]);

const isoDate = z.iso.date('write a date as 2025-09-01');

// YAML reads a bare year as a number.
const period = z.union([z.string(), z.int().transform(String)]).transform((text, context): Period => {
  const parsed = parsePeriod(text);
  if (parsed) return parsed;
  context.addIssue({
    code: 'custom',
    message: `"${text}" is not a period: write 2025, 2025-Q2, 2025-04, 2025-09-01, or "next 3 years"`,
  });
  return z.NEVER;
});

const term = z.strictObject({
  id,
  name: z.string().min(1).max(60),
  chinese: z.string().min(1).max(30).optional(),
  words,
});

const company = term.extend({ 'fiscal-year-starts': z.int().min(1).max(12).default(1) });
const business = term.extend({ of: id });
const aspect = term.extend({
  /** A fact that does not tell this is no answer to a question that asks it. */
  hard: z.boolean().default(false),
  /** The wider aspect that this one is a case of: a growth rate is a growth. */
  implies: id.optional(),
});

/** One file of `vocabulary/` each: companies.yaml and so on. */
export const vocabularySchemas = {
  companies: z.array(company),
  businesses: z.array(business),
  people: z.array(term),
  places: z.array(term),
  measures: z.array(term),
  topics: z.array(term),
  aspects: z.array(aspect),
  everyday: z.strictObject({ english: z.array(z.string()), chinese: z.array(z.string()) }),
} as const;

const exception = z
  .strictObject({
    fact: id.optional(),
    paragraph: z.int().min(0).optional(),
    /** What the check names in quotes, or "paragraph 3" for a citation. */
    text: z.string().min(1),
    reason: z.string().min(1).max(200),
  })
  .refine(
    ({ fact: factId, paragraph }) => (factId === undefined) !== (paragraph === undefined),
    'an exception names a fact, or the paragraph of what no fact holds',
  );

export const sourceSchema = z.strictObject({
  id,
  company: id,
  title: z.string().min(1).max(150),
  publisher: z.string().min(1).max(60),
  date: isoDate,
  disclaimer: z.string().min(1).max(300),
  paragraphs: z
    .array(z.strictObject({ number: z.int().min(0), sha256: z.string().regex(/^[0-9a-f]{64}$/) }))
    .min(1),
  /** What `check --source` is to let pass, each with its reason. */
  exceptions: z.array(exception).default([]),
});

/** What kind of statement a fact is: who vouches for it, and whether it has happened. */
const claimSchema = z.enum([
  'reported figure',
  'reported event',
  'plan',
  'third-party report',
  'remark',
  "writer's view",
]);

const change = z.strictObject({
  amount: z.number(),
  bound: boundSchema.default('exactly'),
  basis: z.string().min(1).max(60),
  /** The basis in Chinese, as it stands before a percentage: 同比. */
  chinese: z.string().min(1).max(30),
});

const text = z.string().trim().min(1);
const cites = z
  .array(z.int().min(0))
  .min(1)
  .max(4)
  .refine((numbers) => new Set(numbers).size === numbers.length, 'a paragraph is cited once');

const fact = z
  .strictObject({
    id,
    about: id,
    measure: id.optional(),
    'narrowed-by': z.array(id).default([]),
    title: text,
    period: period.optional(),
    from: quantitySchema.optional(),
    value: quantitySchema.optional(),
    change: change.optional(),
    claim: claimSchema,
    speaker: id.optional(),
    statement: text,
    explanation: text,
    chinese: z.strictObject({ title: text, statement: text, explanation: text }),
    cites,
    answers: z.array(id).default([]),
    mentions: z.array(id).default([]),
    asked: words,
  })
  .refine((entry) => (entry.claim === 'remark') === (entry.speaker !== undefined), {
    path: ['speaker'],
    message: 'a remark names its speaker, and nothing else does',
  })
  .refine((entry) => entry.measure !== undefined || (!entry.value && !entry.change), {
    path: ['measure'],
    message: 'a fact with a value or a change names its measure',
  })
  .refine(({ from, value }) => from === undefined || from.amount !== value?.amount, {
    path: ['from'],
    message: 'a move has two ends that differ: "from" is where the value began',
  });

export const factFileSchema = z.strictObject({
  topic: z.string().min(1).max(40),
  /** The topic in Chinese; it is called by its English name without. */
  chinese: z.string().min(1).max(20).optional(),
  facts: z.array(fact).min(1),
});

/** The figures that a fact can hold, by the names that placeholders and computations have for them. */
export const figureNames = ['from', 'value', 'change'] as const;
export type FigureName = (typeof figureNames)[number];

/** What a computation takes from a fact. */
export type Operand = { readonly fact: string; readonly figure: FigureName | 'period' };

/** A fact's id stands for its value; `eleme-market-share.from` and `net-profit.change` for its other figures. */
const figureOfFact = z.string().transform((written, context): Operand => {
  const [factId = '', name = 'value', ...rest] = written.split('.');
  const figure = figureNames.find((known) => known === name);
  if (figure && rest.length === 0) return { fact: factId, figure };
  context.addIssue({
    code: 'custom',
    message: `"${written}" is no figure: write the id of a fact, or id.from, id.change`,
  });
  return z.NEVER;
});

const periodOfFact = id.transform((factId): Operand => ({ fact: factId, figure: 'period' }));

const per = z.enum(['year', 'quarter', 'month']);

const twoSentences = z
  .string()
  .trim()
  .max(400)
  .refine((written) => [...written.matchAll(/[.!?](?=\s|$)|[。！？]/g)].length === 2, 'write two sentences');
const explainedTexts = { name: z.string().min(1).max(60), text: twoSentences };

/** Terms that a reader may want explained. An id of the vocabulary stands for all the words of its entry. */
export const termFileSchema = z.array(
  z.strictObject({
    id,
    ...explainedTexts,
    chinese: z.strictObject(explainedTexts),
    /** The fact or the computed figure that the term matters to. */
    fact: id,
    words,
  }),
);

const operation = z.discriminatedUnion('operation', [
  z.strictObject({ operation: z.literal('share'), of: figureOfFact, in: figureOfFact }),
  // With `per`, what each comes to in that time is compared.
  z.strictObject({
    operation: z.literal('multiple'),
    of: figureOfFact,
    in: figureOfFact,
    per: per.optional(),
  }),
  z.strictObject({ operation: z.literal('number of shares'), of: figureOfFact, at: figureOfFact }),
  z.strictObject({ operation: z.literal('sum'), of: figureOfFact, and: figureOfFact }),
  z.strictObject({ operation: z.literal('difference'), of: figureOfFact, minus: figureOfFact }),
  z.strictObject({ operation: z.literal('rest of the whole'), of: figureOfFact }),
  z.strictObject({ operation: z.literal('average'), of: figureOfFact, per }),
  z.strictObject({ operation: z.literal('level before the change'), of: figureOfFact }),
  z.strictObject({ operation: z.literal('increase'), of: figureOfFact }),
  z.strictObject({ operation: z.literal('time between'), from: periodOfFact, to: periodOfFact }),
]);

const computedTexts = {
  title: text.max(longestText.title).regex(/^[^{}]*$/, 'a title here shows no figure'),
  statement: text
    .max(longestText.statement)
    .refine((written) => /^[^{}]*\{result\}[^{}]*$/.test(written), 'the statement needs {result}, once'),
};

/** A figure that code computes from facts. `{result}` in the statement stands for the computed figure. */
export const computedFileSchema = z.array(
  z.strictObject({
    id,
    about: id,
    measure: id.optional(),
    ...computedTexts,
    chinese: z.strictObject(computedTexts),
    period: period.optional(),
    compute: operation,
    asked: words,
  }),
);

/** Example questions by the id of what answers them. */
export const exampleFileSchema = z.record(id, z.array(z.string().trim().min(1).max(500)).min(1));

/** What an operation computes with, in order. */
export function operandsOf(compute: Operation): Operand[] {
  return Object.values(compute).flatMap((entry) => (typeof entry === 'object' ? [entry] : []));
}

export type Term = z.output<typeof term>;
export type Company = z.output<typeof company>;
export type Aspect = z.output<typeof aspect>;
export type Source = z.output<typeof sourceSchema>;
export type Fact = z.output<typeof fact>;
export type FactFile = z.output<typeof factFileSchema>;
export type ExplainedTerm = z.output<typeof termFileSchema>[number];
export type Operation = z.output<typeof operation>;
export type ComputedFigure = z.output<typeof computedFileSchema>[number];
