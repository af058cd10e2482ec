import { readdirSync } from 'node:fs';
import { basename } from 'node:path';
import { MessageFlags, REST, Routes } from 'discord.js';
import { describe, expect, it } from 'vitest';
import { commands } from '../commands/index.ts';
import { connectBot, startTestStandIn, token } from './discord/connected-bot.ts';

const question = 'How much revenue did Alibaba make?';

describe('the list of commands', () => {
  it('holds every file in commands/', () => {
    const files = readdirSync(new URL('../commands', import.meta.url)).map((file) => basename(file, '.ts'));
    const names = commands.map(({ data }) => data.name.toLowerCase().replaceAll(' ', '-'));
    expect(names.toSorted()).toEqual(files.filter((file) => file !== 'index').toSorted());
  });

  it('is within the limits of Discord', async () => {
    const standIn = await startTestStandIn();
    const rest = new REST({ api: standIn.apiUrl }).setToken(token);
    const body = commands.map(({ data }) => data);
    await expect(
      rest.put(Routes.applicationCommands(standIn.world.application.id), { body }),
    ).resolves.toHaveLength(commands.length);
  });
});

describe('/ask', () => {
  it('answers with the cited figure for all to see', async () => {
    const { standIn } = await connectBot(commands);
    const { message } = await standIn.useCommand({ name: 'ask', options: { question } });
    expect(message.content).toContain('247.652');
    expect(message.flags & MessageFlags.Ephemeral).toBe(0);
  });

  it('answers a Chinese question in Chinese, in the characters of the question', async () => {
    const { standIn } = await connectBot(commands);
    const reply = async (asked: string) =>
      (await standIn.useCommand({ name: 'ask', options: { question: asked } })).message.content;
    expect(await reply('阿里巴巴的净利润是多少？')).toContain('净利润为423.82亿元，同比增长76%');
    expect(await reply('阿里巴巴的淨利潤是多少？')).toContain('淨利潤為423.82億元，同比增長76%');
  });

  it('answers the asker alone when asked to', async () => {
    const { standIn } = await connectBot(commands);
    const { message } = await standIn.useCommand({ name: 'ask', options: { question, private: true } });
    expect(message.flags & MessageFlags.Ephemeral).toBeTruthy();
  });

  it('tells the asker alone what it does not know', async () => {
    const { standIn } = await connectBot(commands);
    const options = { question: 'What was the revenue of Tencent?' };
    const { message } = await standIn.useCommand({ name: 'ask', options });
    expect(message.flags & MessageFlags.Ephemeral).toBeTruthy();
  });

  it('takes questions of up to 2,000 characters', () => {
    expect(commands.find(({ data }) => data.name === 'ask')?.data).toMatchObject({
      options: [
        { name: 'question', required: true, autocomplete: true, min_length: 1, max_length: 2_000 },
        { name: 'private', required: false },
      ],
    });
  });
});
