import { describe, expect, it } from 'vitest';
import { startTestStandIn, token } from '../discord/connected-bot.ts';

async function request(url: string, init: RequestInit = {}) {
  const response = await fetch(url, { headers: { authorization: `Bot ${token}` }, ...init });
  return { status: response.status, body: await response.json() };
}

describe('the stand-in for the REST API', () => {
  it.each(['/v10/nothing', '/v9/users/@me', '/v10/channels/1/messages'])(
    'knows no route %s',
    async (path) => {
      const { apiUrl } = await startTestStandIn();
      expect(await request(apiUrl + path)).toEqual({
        status: 404,
        body: { message: '404: Not Found', code: 0 },
      });
    },
  );

  const closed = ['/users/@me', '/applications/@me', '/gateway/bot', '/applications/1/commands'];
  const others = ['', 'Bot other', `Bearer ${token}`];
  it.each(closed.flatMap((path) => others.map((authorization) => [path, authorization] as const)))(
    'refuses %s to %j, which is not the bot’s token',
    async (path, authorization) => {
      const { apiUrl } = await startTestStandIn();
      expect(await request(`${apiUrl}/v10${path}`, { headers: { authorization } })).toEqual({
        status: 401,
        body: { message: '401: Unauthorized', code: 0 },
      });
    },
  );

  it('says who the bot is and where the gateway is', async () => {
    const { apiUrl, url, world } = await startTestStandIn();
    const gateway = `${url.replace('http', 'ws')}/gateway`;
    expect((await request(`${apiUrl}/v10/users/@me`)).body).toMatchObject({ id: world.bot.id, bot: true });
    expect((await request(`${apiUrl}/v10/applications/@me`)).body).toMatchObject({ id: world.bot.id });
    expect((await request(`${apiUrl}/v10/gateway`)).body).toEqual({ url: gateway });
    expect((await request(`${apiUrl}/v10/gateway/bot`)).body).toMatchObject({ url: gateway, shards: 1 });
  });

  it('listens on the loopback address alone', async () => {
    const { url } = await startTestStandIn();
    expect(url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
    await expect(fetch(url.replace('127.0.0.1', '127.0.0.2'))).rejects.toThrow('fetch failed');
  });

  const fine = { name: 'fine', description: 'Fine' };
  const required = { type: 3, name: 'must', description: 'Must', required: true };
  const optional = { type: 3, name: 'may', description: 'May' };
  it.each([
    ['a name in capitals', [{ ...fine, name: 'Loud' }], { 0: { name: expect.anything() } }],
    ['a name that is too long', [{ ...fine, name: 'x'.repeat(33) }], { 0: { name: expect.anything() } }],
    ['no description', [{ name: 'fine' }], { 0: { description: expect.anything() } }],
    ['two of one name', [fine, fine], { _errors: expect.anything() }],
    [
      'required after optional',
      [{ ...fine, options: [optional, required] }],
      { 0: { options: expect.anything() } },
    ],
    [
      '26 options',
      [{ ...fine, options: Array.from({ length: 26 }, (_, index) => ({ ...optional, name: `o${index}` })) }],
      { 0: { options: expect.anything() } },
    ],
    [
      'a choice over 100 characters',
      [{ ...fine, options: [{ ...optional, choices: [{ name: 'x', value: 'x'.repeat(101) }] }] }],
      { 0: { options: { 0: { choices: expect.anything() } } } },
    ],
  ])('refuses commands with %s, by the path of the field', async (_what, commands, errors) => {
    const { apiUrl, world, takeViolations } = await startTestStandIn();
    const refused = await request(`${apiUrl}/v10/applications/${world.application.id}/commands`, {
      method: 'PUT',
      headers: { authorization: `Bot ${token}`, 'content-type': 'application/json' },
      body: JSON.stringify(commands),
    });
    expect(refused).toMatchObject({
      status: 400,
      body: { code: 50035, message: 'Invalid Form Body', errors },
    });
    expect(world.commands.size).toBe(0);
    expect(takeViolations()).toHaveLength(1);
  });

  it('refuses the application of another bot', async () => {
    const { apiUrl } = await startTestStandIn();
    const refused = await request(`${apiUrl}/v10/applications/1/commands`);
    expect(refused).toMatchObject({ status: 403, body: { code: 50001 } });
  });

  it('refuses a server that the bot is not in', async () => {
    const { apiUrl, world } = await startTestStandIn();
    const refused = await request(`${apiUrl}/v10/applications/${world.application.id}/guilds/1/commands`);
    expect(refused).toMatchObject({ status: 403, body: { code: 50001 } });
  });
});
