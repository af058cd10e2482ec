import { execFileSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import {
  ActionRowBuilder,
  ApplicationCommandOptionType,
  ApplicationCommandType,
  AttachmentBuilder,
  ButtonBuilder,
  ButtonStyle,
  Client,
  Events,
  GatewayIntentBits,
  LabelBuilder,
  MessageFlags,
  ModalBuilder,
  REST,
  StringSelectMenuBuilder,
  TextInputBuilder,
  TextInputStyle,
  type ApplicationCommandDataResolvable,
  type Interaction,
} from 'discord.js';
import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { commands } from '../../commands/index.ts';
import { registerCommands } from '../../src/discord/registration.ts';
import type { StandIn, StandInSettings } from '../../src/playground/stand-in.ts';
import { connectBot, startTestStandIn, token } from '../discord/connected-bot.ts';
import { findBrowser, launchBrowser, noBrowser } from './browser.ts';

const executablePath = findBrowser();
const isCi = process.env['CI'] !== undefined;
if (executablePath === undefined) console.warn(noBrowser);

describe('the browser for the page', () => {
  it.runIf(isCi)('is there in CI, where nothing may pass by being skipped', () => {
    expect(executablePath ?? noBrowser).not.toBe(noBrowser);
  });
});

describe.skipIf(executablePath === undefined)('the page', { timeout: 90_000 }, () => {
  const shared: { browser?: Browser } = {};

  beforeAll(async () => {
    const checkout = fileURLToPath(new URL('../..', import.meta.url));
    const compiler = join(
      dirname(createRequire(import.meta.url).resolve('typescript/package.json')),
      'bin/tsc',
    );
    execFileSync(process.execPath, [compiler, '-p', 'src/playground/page'], { cwd: checkout });
    shared.browser = await launchBrowser(executablePath ?? '');
  }, 120_000);
  afterAll(() => shared.browser?.close());

  /** The page of a stand-in. It fails the test on an error in the page and on a request to any other host. */
  async function openPage({ url }: StandIn, viewport = { width: 1_280, height: 800 }): Promise<Page> {
    if (!shared.browser) throw new Error('The browser did not start');
    const context = await shared.browser.newContext({ viewport, locale: 'en-US' });
    const page = await context.newPage();
    page.setDefaultTimeout(30_000);
    const wrongs: string[] = [];
    page.on('pageerror', ({ message }) => wrongs.push(message));
    page.on('console', (line) => {
      if (line.type() === 'error') wrongs.push(line.text());
    });
    page.on('request', (request) => {
      if (!request.url().startsWith(url) && !request.url().startsWith('data:')) wrongs.push(request.url());
    });
    onTestFinished(async () => {
      await context.close();
      expect(wrongs).toEqual([]);
    });
    await page.goto(url);
    await page.getByRole('combobox', { name: 'Message #earnings' }).waitFor();
    return page;
  }

  /** A page beside a plain discord.js client that has `list` registered and answers with `run`. */
  async function openWithBot(
    list: readonly ApplicationCommandDataResolvable[],
    run: (interaction: Interaction) => Promise<unknown>,
    settings: Omit<StandInSettings, 'token'> = {},
  ) {
    const standIn = await startTestStandIn(settings);
    const client = new Client({ intents: [GatewayIntentBits.Guilds], rest: { api: standIn.apiUrl } });
    onTestFinished(() => client.destroy());
    client.on(Events.InteractionCreate, (interaction) => void run(interaction).catch(() => undefined));
    await client.login(token);
    const ready = client.isReady()
      ? client
      : await new Promise<Client<true>>((resolve) => client.once(Events.ClientReady, resolve));
    await ready.application.commands.set(list);
    return { standIn, client, page: await openPage(standIn) };
  }

  it('asks through the keyboard alone, and shows the reply that Discord would show', async () => {
    const { standIn, gateway: _gateway } = await connectBot(commands);
    const rest = new REST({ api: standIn.apiUrl }).setToken(token);
    const applicationId = standIn.world.application.id;
    await registerCommands({ rest, applicationId, guildId: undefined, commands });
    const page = await openPage(standIn);
    await page.keyboard.type('/a');
    expect(await page.getByRole('option', { name: '/ask' }).textContent()).toContain(
      'Ask an earnings question',
    );
    await page.keyboard.press('Enter');
    expect(await page.getByRole('combobox', { name: 'question' }).getAttribute('aria-required')).toBe('true');
    expect(await page.locator('.about').textContent()).toContain('text, required');
    await page.keyboard.type('How much revenue did Alibaba make?');
    await page.keyboard.press('Enter');
    const reply = messages(page).first();
    await expect.poll(() => reply.textContent()).toContain('247.652');
    expect(await reply.textContent()).toContain('Reader used /ask');
    expect(await reply.locator('.badge').textContent()).toBe('APP');
    expect(await reply.locator('.subtext').textContent()).toContain('Deep News');
    expect(await page.locator(':focus').getAttribute('aria-label')).toBe('Message #earnings');
  });

  it('says which option is required before it sends anything', async () => {
    const { page } = await openWithBot([lookUp], async () => undefined);
    await page.keyboard.type('/look ');
    await page.keyboard.press('Enter');
    expect(await page.getByRole('alert').textContent()).toBe(
      'figure: This option is required. Specify a value.',
    );
    expect(await page.getByRole('combobox', { name: 'figure' }).getAttribute('aria-invalid')).toBe('true');
    await page.keyboard.press('Escape');
    expect(await page.getByRole('combobox', { name: 'Message #earnings' }).isVisible()).toBe(true);
  });

  it('shows autocomplete while one types, sends the picked entry’s value, and free text as it is', async () => {
    const { page } = await openWithBot([lookUp], async (interaction) => {
      if (interaction.isAutocomplete()) {
        const typed = interaction.options.getFocused();
        await interaction.respond(
          ['Revenue', 'Net profit', 'Cloud revenue']
            .filter((name) => name.toLowerCase().includes(typed))
            .map((name) => ({ name, value: `id:${name}` })),
        );
      } else if (interaction.isChatInputCommand()) {
        await interaction.reply(
          `${interaction.options.getString('figure')} ${interaction.options.getInteger('count')}`,
        );
      }
    });
    await page.keyboard.type('/look rev');
    await expect.poll(() => options(page).allTextContents()).toEqual(['Revenue', 'Cloud revenue']);
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    expect(await page.getByRole('combobox', { name: 'figure' }).getAttribute('aria-activedescendant')).toBe(
      'completions-1',
    );
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    await page.keyboard.type('many');
    await page.keyboard.press('Enter');
    expect(await page.getByRole('alert').textContent()).toBe('count: Your input is not a valid integer.');
    await page.keyboard.press('Control+A');
    await page.keyboard.type('3');
    await page.keyboard.press('Enter');
    await expect
      .poll(() => messages(page).last().locator('.content').textContent())
      .toBe('id:Cloud revenue 3');
    await page.keyboard.type('/look my own words');
    await page.keyboard.press('Enter');
    await expect
      .poll(() => messages(page).last().locator('.content').textContent())
      .toBe('my own words null');
  });

  it('presses a button that changes its message, chooses from a select, and fills in a modal', async () => {
    const { page } = await openWithBot([panel], async (interaction) => {
      if (interaction.isChatInputCommand()) {
        const row = new ActionRowBuilder<ButtonBuilder>().addComponents(
          new ButtonBuilder().setCustomId('next').setLabel('Next').setStyle(ButtonStyle.Primary),
          new ButtonBuilder().setCustomId('form').setLabel('Note').setStyle(ButtonStyle.Secondary),
          new ButtonBuilder().setURL('https://example.com').setLabel('Out').setStyle(ButtonStyle.Link),
        );
        const select = new StringSelectMenuBuilder()
          .setCustomId('topic')
          .setPlaceholder('Topic')
          .addOptions(
            { label: 'Cloud', value: 'cloud', description: 'What it earns' },
            { label: 'Retail', value: 'retail' },
          );
        await interaction.reply({
          content: 'Page 1',
          components: [row, new ActionRowBuilder<StringSelectMenuBuilder>().addComponents(select)],
        });
      } else if (interaction.isButton() && interaction.customId === 'next') {
        await interaction.update('Page 2');
      } else if (interaction.isButton()) {
        const input = new TextInputBuilder().setCustomId('text').setStyle(TextInputStyle.Short);
        const label = new LabelBuilder().setLabel('Your note').setTextInputComponent(input);
        await interaction.showModal(
          new ModalBuilder().setCustomId('note').setTitle('A note').addLabelComponents(label),
        );
      } else if (interaction.isStringSelectMenu()) {
        await interaction.reply({
          content: `Chosen: ${interaction.values.join()}`,
          flags: MessageFlags.Ephemeral,
        });
      } else if (interaction.isModalSubmit()) {
        await interaction.reply(`Noted: ${interaction.fields.getTextInputValue('text')}`);
      }
    });
    await page.keyboard.type('/panel');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Next' }).press('Enter');
    await expect.poll(() => messages(page).first().locator('.content').textContent()).toContain('Page 2');
    expect(await page.locator(':focus').textContent()).toBe('Next');
    expect(await page.getByRole('link', { name: 'Out' }).getAttribute('rel')).toContain('noopener');

    await page.getByRole('combobox', { name: 'Topic' }).focus();
    await page.keyboard.press('ArrowDown');
    expect(await options(page).allTextContents()).toEqual(['CloudWhat it earns', 'Retail']);
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await expect.poll(() => messages(page).last().locator('.content').textContent()).toBe('Chosen: retail');

    await page.getByRole('button', { name: 'Note', exact: true }).click();
    await page.getByRole('dialog', { name: 'A note' }).getByLabel('Your note').fill('from the form');
    await page.keyboard.press('Enter');
    await expect
      .poll(() => messages(page).last().locator('.content').textContent())
      .toBe('Noted: from the form');
  });

  it('shows an ephemeral reply to its user alone, until it is dismissed', async () => {
    const { page } = await openWithBot([panel], async (interaction) => {
      if (interaction.isChatInputCommand())
        await interaction.reply({ content: 'psst', flags: MessageFlags.Ephemeral });
    });
    await page.keyboard.type('/panel');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Enter');
    await expect.poll(() => messages(page).last().textContent()).toContain('Only you can see this');
    await page.getByLabel('You are').selectOption('Colleague');
    await page.getByText('Welcome to #earnings').waitFor();
    expect(await messages(page).count()).toBe(0);
    await page.getByLabel('You are').selectOption('Reader');
    await page.getByRole('button', { name: 'Dismiss message' }).click();
    await expect.poll(() => messages(page).count()).toBe(0);
  });

  it('runs a message command on a plain message, by keyboard, and shows files with their alternative text', async () => {
    const { page } = await openWithBot(
      [{ name: 'Count words', type: ApplicationCommandType.Message }],
      async (interaction) => {
        if (!interaction.isMessageContextMenuCommand()) return;
        const count = interaction.targetMessage.content.split(' ').length;
        const files = [
          new AttachmentBuilder(pixel, { name: 'bar.png', description: 'A bar of 3' }),
          new AttachmentBuilder(Buffer.from('a,b'), { name: 'table.csv' }),
        ];
        await interaction.reply({ content: `${count} words`, files });
      },
    );
    await page.keyboard.type('one two three');
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Apps for this message' }).press('Enter');
    await page.getByRole('option', { name: 'Count words' }).waitFor();
    await page.keyboard.press('Enter');
    await expect.poll(() => messages(page).last().locator('.content').textContent()).toBe('3 words');
    await page.getByAltText('A bar of 3').waitFor();
    await expect.poll(() => page.evaluate(`document.querySelector('.picture img').naturalWidth`)).toBe(1);
    expect(await page.getByRole('link', { name: 'Download table.csv' }).isVisible()).toBe(true);
  });

  it('shows hostile text inert', async () => {
    const { page } = await openWithBot([panel], async (interaction) => {
      if (interaction.isChatInputCommand())
        await interaction.reply({ content: hostile, allowedMentions: { parse: [] } });
    });
    await page.keyboard.insertText(hostile);
    await page.keyboard.press('Enter');
    await expect.poll(() => messages(page).count()).toBe(1);
    await page.keyboard.type('/panel');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Enter');
    await expect.poll(() => messages(page).count()).toBe(2);
    for (const text of await messages(page).locator('.content').allTextContents()) {
      expect(text).toContain('<img src=x onerror=alert(1)>');
      expect(text).toContain('@everyone');
    }
    expect(await page.locator('.content').locator('img, script, iframe, .mention').count()).toBe(0);
    const links = await page
      .locator('.content a')
      .evaluateAll((anchors) => anchors.map((anchor) => anchor.getAttribute('href')));
    expect(links).toEqual(['https://example.com/', 'https://example.com/']);
    // What a right-to-left override turns around ends with the content that holds it.
    expect(await page.evaluate(`getComputedStyle(document.querySelector('.content')).unicodeBidi`)).toBe(
      'isolate',
    );
  });

  it('offers examples while the channel is empty, in the language that is chosen', async () => {
    const examples = [
      { locale: 'en-US', command: 'panel', options: { text: 'In English' } },
      { locale: 'zh-CN', command: 'panel', options: { text: '用中文' } },
    ];
    const { page } = await openWithBot(
      [panel],
      async (interaction) => {
        if (interaction.isChatInputCommand()) await interaction.reply(interaction.locale);
      },
      { examples },
    );
    expect(await page.getByRole('button', { name: 'In English' }).count()).toBe(1);
    await page.getByLabel('Language').selectOption('中文');
    await page.getByRole('button', { name: '用中文' }).click();
    await expect.poll(() => messages(page).last().locator('.content').textContent()).toBe('zh-CN');
    expect(await page.locator('html').getAttribute('lang')).toBe('zh-CN');
  });

  it('keeps what is said in a direct message from everyone else', async () => {
    const { page } = await openWithBot([panel], async (interaction) => {
      if (interaction.isChatInputCommand())
        await interaction.reply(interaction.inGuild() ? 'in a server' : 'in private');
    });
    await page.getByRole('button', { name: 'Footnote', exact: true }).click();
    await page.keyboard.type('/panel');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Enter');
    await expect.poll(() => messages(page).last().locator('.content').textContent()).toBe('in private');
    await page.getByLabel('You are').selectOption('Colleague');
    await page.getByText('Welcome to').waitFor();
    expect(await messages(page).count()).toBe(0);
  });

  it('says that the application did not respond when no bot is there, and answers again when one is', async () => {
    const { page, client, standIn } = await openWithBot([panel], async () => undefined);
    await client.destroy();
    await page.keyboard.type('/panel');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Enter');
    await page.getByText('The application did not respond').waitFor();
    const again = new Client({ intents: [GatewayIntentBits.Guilds], rest: { api: standIn.apiUrl } });
    onTestFinished(() => again.destroy());
    again.on(Events.InteractionCreate, (interaction) => {
      if (interaction.isChatInputCommand()) void interaction.reply('back');
    });
    await again.login(token);
    await page.keyboard.type('/panel');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Enter');
    await expect.poll(() => messages(page).last().locator('.content').textContent()).toBe('back');
  });

  it('does not scroll sideways on a phone', async () => {
    const standIn = await startTestStandIn();
    const page = await openPage(standIn, { width: 390, height: 800 });
    await page.keyboard.insertText(`${'long'.repeat(100)} https://example.com/${'path'.repeat(50)}`);
    await page.keyboard.press('Enter');
    await expect.poll(() => messages(page).count()).toBe(1);
    const excess = await page
      .locator('html, main, .messages')
      .evaluateAll((parts) => parts.map(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth));
    expect(excess).toEqual([0, 0, 0]);
  });
});

// Not those of the settings, which are options of the browser's own selects.
function options(page: Page): Locator {
  return page.locator('.listbox').getByRole('option');
}

function messages(page: Page): Locator {
  return page
    .getByRole('log')
    .getByRole('listitem')
    .filter({ has: page.locator('.content') });
}

const lookUp = {
  name: 'look',
  description: 'Looks a figure up',
  options: [
    {
      type: ApplicationCommandOptionType.String,
      name: 'figure',
      description: 'Which',
      required: true,
      autocomplete: true,
    },
    { type: ApplicationCommandOptionType.Integer, name: 'count', description: 'How many' },
  ],
} as const;

const panel = { name: 'panel', description: 'Shows a panel' };

const hostile = [
  '<img src=x onerror=alert(1)> <script>alert(2)</script>',
  '[click](javascript:alert(3)) <javascript:alert(4)> [data](data:text/html,x)',
  '@everyone \u202Egnp.exe',
  '[fine](https://example.com/)',
].join(' ');

const pixel = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);
