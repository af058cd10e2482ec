import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { MessageFlags } from 'discord.js';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { WebSocketServer } from 'ws';
import { commands } from '../commands/index.ts';
import { startTestStandIn, token } from './discord/connected-bot.ts';

type Settings = {
  readonly variables?: Readonly<Record<string, string>>;
  readonly dotenv?: string;
  /** Code that runs in the bot's process before it. */
  readonly preload?: string;
  /** The program's own folder; this checkout unless given. */
  readonly program?: string;
};

const checkout = fileURLToPath(new URL('..', import.meta.url));

/** Starts the real program in an empty folder, where no .env of the developer's is read. */
function startBot({ variables = {}, dotenv = '', preload = '', program = checkout }: Settings) {
  const folder = mkdtempSync(join(tmpdir(), 'footnote-'));
  writeFileSync(join(folder, '.env'), dotenv);
  const before = `data:text/javascript,${encodeURIComponent(preload)}`;
  const bot = spawn(
    process.execPath,
    [`--import=${import.meta.resolve('tsx')}`, `--import=${before}`, join(program, 'src/main.ts')],
    { cwd: folder, env: { PATH: process.env['PATH'], ...variables } },
  );
  const output = { text: '' };
  for (const stream of [bot.stdout, bot.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      output.text += text;
    });
  }
  const ended = once(bot, 'close').then(([code, signal]: unknown[]) => ({
    code,
    signal,
    output: output.text,
  }));
  onTestFinished(async () => {
    bot.kill('SIGKILL');
    await ended;
    rmSync(folder, { recursive: true });
  });
  return {
    ended,
    stop: (signal: 'SIGTERM' | 'SIGINT' | 'SIGKILL') => bot.kill(signal),
    /** Waits until the output holds `pattern`, and returns what does. */
    prints: async (pattern: RegExp) =>
      vi.waitFor(() => {
        const found = pattern.exec(output.text)?.[0];
        if (found === undefined) throw new Error(`Not printed yet: ${output.text}`);
        return found;
      }, 60_000),
    isReady: async () => vi.waitFor(() => expect(output.text).toContain('Footnote is ready'), 60_000),
  };
}

async function startConnectedBot(settings: Settings = {}) {
  const standIn = await startTestStandIn();
  const variables = { DISCORD_TOKEN: token, DISCORD_API_URL: standIn.apiUrl, ...settings.variables };
  return { standIn, bot: startBot({ ...settings, variables }) };
}

describe('the bot process', { timeout: 120_000 }, () => {
  it('registers its commands and answers /ask over the gateway, for all to see', async () => {
    const { standIn, bot } = await startConnectedBot();
    await bot.isReady();
    expect(standIn.commands().map(({ name }) => name)).toEqual(commands.map(({ data }) => data.name));
    const question = 'How much revenue did Alibaba make?';
    const { message } = await standIn.useCommand({ name: 'ask', options: { question } });
    expect(message.content).toContain('247.652');
    expect(message.flags & MessageFlags.Ephemeral).toBe(0);
  });

  it('registers in the one server that DISCORD_GUILD_ID names', async () => {
    const standIn = await startTestStandIn();
    const guildId = standIn.world.guild.id;
    const bot = startBot({
      dotenv: `DISCORD_TOKEN=${token}\nDISCORD_API_URL=${standIn.apiUrl}\nDISCORD_GUILD_ID=${guildId}`,
    });
    await bot.isReady();
    expect(standIn.commands(guildId).map(({ name }) => name)).toContain('ask');
    expect(standIn.commands()).toEqual([]);
  });

  it.each(['SIGTERM', 'SIGINT'] as const)(
    'ends with 0 on %s, and prints nothing but its log',
    async (signal) => {
      const { bot } = await startConnectedBot({ variables: { LOG_LEVEL: 'trace' } });
      await bot.isReady();
      const asked = Date.now();
      bot.stop(signal);
      const { code, output } = await bot.ended;
      expect(code).toBe(0);
      expect(Date.now() - asked).toBeLessThan(5_000);
      for (const line of output.trim().split('\n')) expect(JSON.parse(line)).toHaveProperty('level');
      expect(output).not.toContain(token);
    },
  );

  it('ends with 0 at once on SIGTERM while it still waits for the API', async () => {
    const silent = createServer();
    const bot = startBot({ variables: { DISCORD_TOKEN: token, DISCORD_API_URL: await listen(silent) } });
    await once(silent, 'request');
    bot.stop('SIGTERM');
    expect(await bot.ended).toMatchObject({ code: 0 });
  });

  it('ends with 0 at once on SIGTERM while it still waits for the gateway', async () => {
    const server = createServer((_request, response) => {
      const session_start_limit = { total: 1, remaining: 1, reset_after: 0, max_concurrency: 1 };
      response.setHeader('content-type', 'application/json');
      response.end(JSON.stringify({ url: apiUrl.replace('http', 'ws'), shards: 1, session_start_limit }));
    });
    const silent = new WebSocketServer({ server });
    const apiUrl = await listen(server);
    const bot = startBot({ variables: { DISCORD_TOKEN: token, DISCORD_API_URL: apiUrl } });
    await once(silent, 'connection');
    const asked = Date.now();
    bot.stop('SIGTERM');
    expect(await bot.ended).toMatchObject({ code: 0 });
    expect(Date.now() - asked).toBeLessThan(2_000);
  });

  it('ends with 0 within five seconds even when what is under way never ends', async () => {
    const { bot } = await startConnectedBot({
      preload: `import { Client } from '${import.meta.resolve('discord.js')}';
        Client.prototype.destroy = () => new Promise(() => undefined);`,
    });
    await bot.isReady();
    const asked = Date.now();
    bot.stop('SIGTERM');
    expect(await bot.ended).toMatchObject({ code: 0 });
    expect(Date.now() - asked).toBeLessThan(5_000);
  });

  it('answers again when it was killed and started anew', async () => {
    const { standIn, bot } = await startConnectedBot();
    await bot.isReady();
    bot.stop('SIGKILL');
    await bot.ended;
    const variables = { DISCORD_TOKEN: token, DISCORD_API_URL: standIn.apiUrl };
    await startBot({ variables }).isReady();
    const { message } = await standIn.useCommand({ name: 'ask', options: { question: 'net profit' } });
    expect(message.content).toContain('42.382');
  });

  it.each(['SIGTERM', 'SIGINT'] as const)(
    'starts the playground when there is no token, prints its address, and leaves nothing listening on %s',
    async (signal) => {
      const bot = startBot({ variables: { PLAYGROUND_PORT: '0' } });
      const url = await bot.prints(/http:\/\/127\.0\.0\.1:\d+/);
      expect(await (await fetch(url)).text()).toContain('<title>Footnote playground</title>');
      bot.stop(signal);
      const { code, output } = await bot.ended;
      expect(code).toBe(0);
      expect(output).toMatch(/^Footnote is in its playground: .+\n.+DISCORD_TOKEN.+\n$/);
      await expect(fetch(url)).rejects.toThrow('fetch failed');
    },
  );

  it('says so when the port of the playground is taken, and takes another', async () => {
    const { port } = new URL(await listen(createServer()));
    const bot = startBot({ variables: { PLAYGROUND_PORT: port } });
    const url = await bot.prints(/http:\/\/127\.0\.0\.1:\d+/);
    expect(new URL(url).port).not.toBe(port);
    await bot.prints(new RegExp(`Port ${port} is taken`));
  });

  it('does not start the playground when there is a token', async () => {
    const port = await findFreePort();
    const { bot } = await startConnectedBot({ variables: { PLAYGROUND_PORT: port } });
    await bot.isReady();
    await expect(fetch(`http://127.0.0.1:${port}`)).rejects.toThrow('fetch failed');
  });

  it('ends with 1 and names the variable when the token is wrong, and never shows it', async () => {
    const wrong = 'mistyped.token.of-the-bot';
    const { bot } = await startConnectedBot({ variables: { DISCORD_TOKEN: wrong, LOG_LEVEL: 'trace' } });
    const { code, output } = await bot.ended;
    expect(code).toBe(1);
    expect(output).toContain('Discord refuses DISCORD_TOKEN');
    expect(output).not.toContain(wrong);
  });

  it('ends with 1 and the report alone when the knowledge base is broken', async () => {
    const program = mkdtempSync(join(tmpdir(), 'footnote-'));
    onTestFinished(() => rmSync(program, { recursive: true }));
    for (const part of ['package.json', 'src', 'commands', 'components']) {
      cpSync(join(checkout, part), join(program, part), { recursive: true });
    }
    mkdirSync(join(program, 'knowledge'));
    symlinkSync(join(checkout, 'node_modules'), join(program, 'node_modules'));
    const { code, output } = await startBot({ program, variables: { DISCORD_TOKEN: token } }).ended;
    expect(code).toBe(1);
    expect(output).toMatch(/^The knowledge base has \d+ problems?:\n/);
    expect(output).not.toMatch(/^ +at /m);
  });

  it('ends with 1 and one line when Discord cannot be reached or a variable is wrong', async () => {
    const unreachable = startBot({
      variables: { DISCORD_TOKEN: token, DISCORD_API_URL: 'http://127.0.0.1:1/api' },
    });
    const misnamed = startBot({ variables: { DISCORD_TOKEN: token, DISCORD_GUILD_ID: 'mine' } });
    expect(await unreachable.ended).toMatchObject({
      code: 1,
      output:
        'Discord cannot be reached (ECONNREFUSED): check the network, and DISCORD_API_URL if it is set.\n',
    });
    expect(await misnamed.ended).toMatchObject({
      code: 1,
      output: 'DISCORD_GUILD_ID must be the id of a server: 17 to 20 digits.\n',
    });
  });

  it.each([
    ['an unhandled rejection', 'Promise.reject(error)', 'unhandledRejection'],
    ['an uncaught exception', '{ throw error; }', 'uncaughtException'],
  ])('logs %s without the token and ends with 1', async (_what, failure, origin) => {
    const { bot } = await startConnectedBot({
      preload: `process.once('SIGUSR2', () => {
        const error = new Error('broken ' + process.env.DISCORD_TOKEN);
        ${failure}
      }); setInterval(() => { if (process.listenerCount('uncaughtException') > 0) process.kill(process.pid, 'SIGUSR2'); }, 20).unref();`,
    });
    const { code, output } = await bot.ended;
    expect(code).toBe(1);
    expect(output).not.toContain(token);
    expect(output).toContain(`"origin":"${origin}"`);
    expect(output).toContain('broken [token]');
  });
});

async function findFreePort(): Promise<string> {
  const server = createServer();
  const { port } = new URL(await listen(server));
  server.close();
  return port;
}

async function listen(server: Server): Promise<string> {
  server.listen(0, '127.0.0.1');
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The server listens on no port');
  return `http://127.0.0.1:${address.port}/api`;
}
