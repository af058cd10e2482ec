import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { toTraditionalChinese } from '../../src/answering/chinese-script.ts';
import { defineCommand, defineMessageCommand, OptionsError } from '../../src/discord/command.ts';
import { createContext, sameText } from './connected-bot.ts';

const described = (description: string) => ({
  description,
  chinese: { name: `汉${description.length}`, description: '中文' },
});
const inChinese = (text: string) => ({ 'zh-CN': text, 'zh-TW': toTraditionalChinese(text) });
const localized = (description: string) => ({
  name_localizations: inChinese(`汉${description.length}`),
  description,
  description_localizations: inChinese('中文'),
});

const echo = defineCommand({
  name: { english: 'echo', chinese: '回声' },
  description: { english: 'Says what it was given', chinese: '说出所给的内容' },
  options: z.object({
    loud: z.boolean().default(false).meta(described('Whether to shout')),
    text: z.string().min(1).max(20).meta(described('What to say')),
    times: z.int().min(1).max(3).optional().meta(described('How often')),
    factor: z.number().min(0.5).optional().meta(described('How much')),
    tone: z
      .enum(['kind', 'dry'])
      .optional()
      .meta({
        ...described('In which tone'),
        choices: { kind: { english: 'Kind', chinese: '亲切' }, dry: { english: 'Dry', chinese: '冷淡' } },
      }),
  }),
  suggest: { text: (typed) => [{ name: `${typed}!`, value: typed }] },
  run: (options) => ({ content: JSON.stringify(options) }),
});

describe('a command declaration', () => {
  it('becomes the JSON that Discord gets, in both languages, required options first', () => {
    expect(echo.data).toEqual({
      name: 'echo',
      name_localizations: inChinese('回声'),
      description: 'Says what it was given',
      description_localizations: inChinese('说出所给的内容'),
      options: [
        {
          type: 3,
          name: 'text',
          ...localized('What to say'),
          required: true,
          autocomplete: true,
          min_length: 1,
          max_length: 20,
        },
        { type: 5, name: 'loud', ...localized('Whether to shout'), required: false },
        {
          type: 4,
          name: 'times',
          ...localized('How often'),
          required: false,
          min_value: 1,
          max_value: 3,
        },
        { type: 10, name: 'factor', ...localized('How much'), required: false, min_value: 0.5 },
        {
          type: 3,
          name: 'tone',
          ...localized('In which tone'),
          required: false,
          choices: [
            { name: 'Kind', name_localizations: inChinese('亲切'), value: 'kind' },
            { name: 'Dry', name_localizations: inChinese('冷淡'), value: 'dry' },
          ],
        },
      ],
    });
  });

  it.each([
    ['without a description', z.object({ text: z.string() })],
    ['without Chinese texts', z.object({ text: z.string().describe('A text') })],
    ['of a type that Discord lacks', z.object({ texts: z.array(z.string()).meta(described('Several')) })],
  ])('is refused when it has an option %s', (_reason, options) => {
    const name = sameText('bad');
    expect(() => defineCommand({ name, description: name, options, run: () => ({ content: '' }) })).toThrow(
      z.ZodError,
    );
  });

  it('is refused when a choice has no name', () => {
    const name = sameText('bad');
    const options = z.object({ tone: z.enum(['kind']).meta(described('In which tone')) });
    expect(() => defineCommand({ name, description: name, options, run: () => ({ content: '' }) })).toThrow(
      'The choice kind has no name',
    );
  });

  it('of a message’s menu has a name in both languages and nothing else', () => {
    const name = { english: 'Count words', chinese: '数词' };
    expect(
      defineMessageCommand({ name, description: sameText('Counts'), run: () => ({ content: '' }) }).data,
    ).toEqual({
      type: 3,
      name: 'Count words',
      name_localizations: inChinese('数词'),
    });
  });
});

describe('running a command', () => {
  it('gives the handler the parsed options with their defaults, and nothing that was not declared', () => {
    expect(echo.run({ text: 'hi', extra: 1 }, createContext())).toEqual({
      content: '{"loud":false,"text":"hi"}',
    });
  });

  it('names the option that is wrong, and why', () => {
    expect(outcomeOf(() => echo.run({ text: 'hi', times: 9 }, createContext()))).toMatch(
      /^times: Too big: .+/,
    );
  });

  it('ends in a reply or in a short reason, whatever it is given', () => {
    const context = createContext();
    const options = fc.record(
      { text: fc.anything(), times: fc.anything(), loud: fc.anything(), tone: fc.anything() },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(fc.oneof(options, fc.anything()), (rawOptions) => {
        expect(outcomeOf(() => echo.run(rawOptions, context))).toMatch(/^(\{.*\}|\w*: .{1,150})$/);
      }),
    );
  });
});

function outcomeOf(run: () => unknown): string {
  try {
    return JSON.stringify(run());
  } catch (error) {
    if (error instanceof OptionsError) return `${error.option}: ${error.message}`;
    throw error;
  }
}
