import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createLog } from '../src/log.ts';

function logTo(lines: string[], token: string) {
  return createLog({ level: 'info', token }, { write: (line) => lines.push(line) });
}

describe('the log', () => {
  it('never shows the token, wherever it was', () => {
    const tokens = fc.stringMatching(/^[\w.~+/=-]{12,80}$/).map((text) => `${text}~token~`);
    fc.assert(
      fc.property(tokens, (token) => {
        const lines: string[] = [];
        const log = logTo(lines, token);
        const cause = new Error(`cause ${token}`);
        log.error({ err: new Error(`Bot ${token} was refused`, { cause }) }, token);
        log.error(new Error(token));
        log.info({ deep: [{ [token]: token }], err: { token } }, `%s and ${token}`, token);
        expect(lines).toHaveLength(3);
        for (const line of lines) {
          expect(line).not.toContain('~token~');
          expect(JSON.parse(line)).toHaveProperty('level');
        }
      }),
    );
  });

  it('keeps the type, message, stack, code and status of an error and nothing else', () => {
    const lines: string[] = [];
    const error = Object.assign(new TypeError('bad'), {
      code: 'E',
      status: 400,
      requestBody: { json: 'a question' },
    });
    logTo(lines, 'some-token').error({ err: error });
    expect(Object.keys(JSON.parse(lines[0] ?? '').err)).toEqual([
      'type',
      'message',
      'stack',
      'code',
      'status',
    ]);
  });
});
