import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { defineCustomId, splitCustomId } from '../../src/discord/custom-id.ts';

const place = defineCustomId(
  'place',
  z.object({
    id: z.string(),
    view: z.enum(['map', 'list']),
    page: z.string().regex(/^\d+$/).transform(Number),
  }),
);

describe('a custom id', () => {
  it('carries the state of its button, in the order of its fields', () => {
    expect(place.write({ view: 'map', page: '3', id: 'paris' })).toBe('place:paris:map:3');
  });

  it('is read as it was written', () => {
    const state = fc.record({
      id: fc.stringMatching(/^[a-z0-9-]{1,60}$/),
      view: fc.constantFrom('map' as const, 'list' as const),
      page: fc.nat(99_999),
    });
    fc.assert(
      fc.property(state, ({ id, view, page }) => {
        const { name, parts } = splitCustomId(place.write({ id, view, page: String(page) }));
        expect(name).toBe('place');
        expect(place.read(parts)).toEqual({ id, view, page });
      }),
    );
  });

  it.each([
    'place',
    'place:paris',
    'place:paris:globe:3',
    'place:paris:map:three',
    'place:paris:map:3:more',
    '',
  ])('of another release or forged is not read: %s', (customId) => {
    expect(place.read(splitCustomId(customId).parts)).toBeUndefined();
  });

  it('that Discord would refuse, or that would be read as another, is not written', () => {
    expect(() => place.write({ id: 'x'.repeat(88), view: 'map', page: '1' })).not.toThrow();
    expect(() => place.write({ id: 'x'.repeat(89), view: 'map', page: '1' })).toThrow(RangeError);
    expect(() => place.write({ id: 'a:b', view: 'map', page: '1' })).toThrow(RangeError);
  });
});
