import { request } from 'node:http';
import { once } from 'node:events';
import { describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { startTestStandIn } from '../discord/connected-bot.ts';

/** The status of an answer; node:http, because fetch sets Host and Origin itself. */
async function ask(url: string, headers: Record<string, string>): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    request(url, { headers }, (response) => {
      response.resume();
      resolve(response.statusCode);
    })
      .on('error', reject)
      .end();
  });
}

describe('requests to the stand-in', () => {
  it('are taken by its own address, with its own page as their origin or with none', async () => {
    const { url } = await startTestStandIn();
    const { host, port } = new URL(url);
    expect(await ask(url, { host })).toBe(200);
    expect(await ask(url, { host, origin: url })).toBe(200);
    expect(await ask(url, { host: `localhost:${port}`, origin: `http://localhost:${port}` })).toBe(200);
  });

  it.each([
    ['another host, as DNS rebinding makes it', { host: 'evil.example' }],
    ['another port', { host: '127.0.0.1:1' }],
    ['a foreign page', { origin: 'https://evil.example' }],
    ['a page without an origin', { origin: 'null' }],
    ['a page of another local server', { origin: 'http://127.0.0.1:1' }],
  ])('are refused from %s, over HTTP and to the gateway', async (_what, foreign) => {
    const { url } = await startTestStandIn();
    const headers = { host: new URL(url).host, ...foreign };
    expect(await ask(url, headers)).toBe(403);
    expect(await ask(`${url}/api/v10/gateway`, headers)).toBe(403);
    const socket = new WebSocket(`${url.replace('http', 'ws')}/gateway`, { headers });
    const [error] = await once(socket, 'error');
    expect(String(error)).toContain('401');
  });

  it('cannot make the page load or run anything from elsewhere', async () => {
    const { url } = await startTestStandIn();
    const policy = (await fetch(url)).headers.get('content-security-policy');
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("require-trusted-types-for 'script'");
    expect(policy).not.toMatch(/unsafe|https?:|\*/);
  });
});
