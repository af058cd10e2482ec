import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { defineCommand, OptionsError } from '../../src/discord/command.ts';
import { createContext } from './connected-bot.ts';

const echo = defineCommand({
  name: 'echo',
  description: 'Says what it was given',
  options: z.object({
    loud: z.boolean().default(false).describe('Whether to shout'),
    text: z.string().min(1).max(20).describe('What to say'),
    times: z.int().min(1).max(3).optional().describe('How often'),
    factor: z.number().min(0.5).optional().describe('How much'),
    tone: z.enum(['kind', 'dry']).optional().describe('In which tone'),
  }),
  run: (options) => ({ content: JSON.stringify(options) }),
});

describe('a command declaration', () => {
  it('becomes the JSON that Discord gets, required options first', () => {
    expect(echo.data).toEqual({
      name: 'echo',
      description: 'Says what it was given',
      options: [
        { type: 3, name: 'text', description: 'What to say', required: true, min_length: 1, max_length: 20 },
        { type: 5, name: 'loud', description: 'Whether to shout', required: false },
        { type: 4, name: 'times', description: 'How often', required: false, min_value: 1, max_value: 3 },
        { type: 10, name: 'factor', description: 'How much', required: false, min_value: 0.5 },
        {
          type: 3,
          name: 'tone',
          description: 'In which tone',
          required: false,
          choices: [
            { name: 'kind', value: 'kind' },
            { name: 'dry', value: 'dry' },
          ],
        },
      ],
    });
  });

  it.each([
    ['without a description', z.object({ text: z.string() })],
    ['of a type that Discord lacks', z.object({ texts: z.array(z.string()).describe('Several') })],
  ])('is refused when it has an option %s', (_reason, options) => {
    expect(() =>
      defineCommand({ name: 'bad', description: 'Bad', options, run: () => ({ content: '' }) }),
    ).toThrow(z.ZodError);
  });
});

describe('running a command', () => {
  it('gives the handler the parsed options with their defaults, and nothing that was not declared', () => {
    expect(echo.run({ text: 'hi', extra: 1 }, createContext())).toEqual({
      content: '{"loud":false,"text":"hi"}',
    });
  });

  it('names the option that is wrong', () => {
    expect(() => echo.run({ text: 'hi', times: 9 }, createContext())).toThrow(
      'Please check the option “times”: Too big',
    );
  });

  it('ends in a reply or in one short line for the user, whatever it is given', () => {
    const context = createContext();
    const options = fc.record(
      { text: fc.anything(), times: fc.anything(), loud: fc.anything(), tone: fc.anything() },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(fc.oneof(options, fc.anything()), (rawOptions) => {
        expect(outcomeOf(() => echo.run(rawOptions, context))).toMatch(/^(\{.*\}|Please check .{1,150})$/);
      }),
    );
  });
});

function outcomeOf(run: () => unknown): string {
  try {
    return JSON.stringify(run());
  } catch (error) {
    if (error instanceof OptionsError) return error.message;
    throw error;
  }
}
