import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readEnvironment } from '../src/environment.ts';
import { StartError } from '../src/start-error.ts';

const unset = {
  token: undefined,
  guildId: undefined,
  apiUrl: undefined,
  playgroundPort: 3_000,
  logLevel: 'warn',
};

describe('the environment', () => {
  it('is read from its five variables', () => {
    const variables = {
      DISCORD_TOKEN: 'abc.def-_ghi',
      DISCORD_GUILD_ID: '123456789012345678',
      DISCORD_API_URL: 'http://127.0.0.1:1234/api/',
      PLAYGROUND_PORT: '4000',
      LOG_LEVEL: 'debug',
      PATH: '/bin',
    };
    expect(readEnvironment(variables)).toEqual({
      token: 'abc.def-_ghi',
      guildId: '123456789012345678',
      apiUrl: 'http://127.0.0.1:1234/api',
      playgroundPort: 4_000,
      logLevel: 'debug',
    });
  });

  it.each(['', '  ', '\t\n', undefined])('takes a blank variable (%j) as unset', (blank) => {
    const names = ['DISCORD_TOKEN', 'DISCORD_GUILD_ID', 'DISCORD_API_URL', 'PLAYGROUND_PORT', 'LOG_LEVEL'];
    expect(readEnvironment(Object.fromEntries(names.map((name) => [name, blank])))).toEqual(unset);
  });

  it('drops the space that was copied along with a value', () => {
    expect(readEnvironment({ DISCORD_TOKEN: ' abc.def\r\n' }).token).toBe('abc.def');
  });

  it.each([
    ['DISCORD_TOKEN', 'Bot abc', 'holds a character that no bot token has: copy the token again.'],
    ['DISCORD_TOKEN', 'abc…', 'holds a character that no bot token has: copy the token again.'],
    ['DISCORD_GUILD_ID', 'my server', 'must be the id of a server: 17 to 20 digits.'],
    ['DISCORD_API_URL', 'discord.com', 'must be an http or https address, such as https://discord.com/api.'],
    ['DISCORD_API_URL', 'file:///x', 'must be an http or https address, such as https://discord.com/api.'],
    ['PLAYGROUND_PORT', '65536', 'must be a port: 0 to 65535, where 0 is any that is free.'],
    ['PLAYGROUND_PORT', 'http', 'must be a port: 0 to 65535, where 0 is any that is free.'],
    ['PLAYGROUND_PORT', '-1', 'must be a port: 0 to 65535, where 0 is any that is free.'],
    ['LOG_LEVEL', 'loud', 'must be fatal, error, warn, info, debug, trace or silent.'],
  ])('names %s when it is %j', (name, value, problem) => {
    expect(() => readEnvironment({ [name]: value })).toThrow(new StartError(`${name} ${problem}`));
  });

  it('reports all wrong variables at once, a line each', () => {
    expect(() => readEnvironment({ DISCORD_GUILD_ID: 'x', LOG_LEVEL: 'y', DISCORD_TOKEN: 'a b' })).toThrow(
      /^DISCORD_TOKEN .+\nDISCORD_GUILD_ID .+\nLOG_LEVEL .+$/,
    );
  });

  it('never repeats a value in a message, whatever the variables hold', () => {
    const value = fc.string({ minLength: 6, maxLength: 80, unit: 'binary' }).map((text) => `${text}§secret`);
    const variables = fc.record({
      DISCORD_TOKEN: value,
      DISCORD_GUILD_ID: value,
      DISCORD_API_URL: value,
      LOG_LEVEL: value,
    });
    fc.assert(
      fc.property(variables, (wrong) => {
        expect(() => readEnvironment(wrong)).toThrow(/^(?!.*secret)DISCORD_TOKEN /s);
      }),
    );
  });
});
