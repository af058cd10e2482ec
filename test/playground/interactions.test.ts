import {
  AttachmentBuilder,
  Client,
  Events,
  GatewayIntentBits,
  MessageFlags,
  type ChatInputCommandInteraction,
} from 'discord.js';
import { describe, expect, it, onTestFinished } from 'vitest';
import { createUser } from '../../src/playground/world.ts';
import { startTestStandIn, token } from '../discord/connected-bot.ts';

/** A stand-in and a plain discord.js client that handles each slash command with `run`. */
async function connectClient(run: (interaction: ChatInputCommandInteraction) => Promise<unknown>) {
  const standIn = await startTestStandIn();
  const client = new Client({ intents: [GatewayIntentBits.Guilds], rest: { api: standIn.apiUrl } });
  onTestFinished(() => client.destroy());
  const outcomes: Promise<unknown>[] = [];
  client.on(Events.InteractionCreate, (interaction) => {
    if (interaction.isChatInputCommand()) outcomes.push(run(interaction).catch((error: unknown) => error));
  });
  await client.login(token);
  return { standIn, outcome: async () => outcomes.at(-1) };
}

describe('the stand-in for interactions', () => {
  it('sends what a user did, in the words of Discord', async () => {
    const { standIn } = await connectClient(async (interaction) =>
      interaction.reply(
        [
          interaction.user.username,
          interaction.locale,
          interaction.inCachedGuild(),
          interaction.toString(),
        ].join(' '),
      ),
    );
    const user = createUser('lin', 'Lin');
    const { message } = await standIn.useCommand({
      name: 'ask',
      options: { question: 'Hi' },
      user,
      locale: 'zh-CN',
    });
    expect(message.content).toBe('lin zh-CN true /ask question:Hi');
  });

  it('takes a deferred reply and resolves when it is filled in', async () => {
    const { standIn } = await connectClient(async (interaction) => {
      await interaction.deferReply({ flags: MessageFlags.Ephemeral });
      await interaction.editReply('later');
    });
    const { message } = await standIn.useCommand({ name: 'test' });
    expect(message).toMatchObject({ content: 'later', flags: MessageFlags.Ephemeral });
  });

  it('returns, edits and deletes the original reply and follow-ups', async () => {
    const { standIn, outcome } = await connectClient(async (interaction) => {
      const { resource } = await interaction.reply({ content: 'first', withResponse: true });
      const fetched = await interaction.fetchReply();
      const edited = await interaction.editReply('second');
      const followUp = await interaction.followUp('third');
      const fetchedFollowUp = await interaction.fetchReply(followUp.id);
      await interaction.deleteReply();
      const gone = await interaction.fetchReply().catch((error: unknown) => error);
      return {
        texts: [resource?.message, fetched, edited, fetchedFollowUp].map((message) => message?.content),
        gone,
      };
    });
    await standIn.useCommand({ name: 'test' });
    expect(await outcome()).toMatchObject({
      texts: ['first', 'first', 'second', 'third'],
      gone: { status: 404, code: 10008 },
    });
  });

  it('takes files, and gives them out again', async () => {
    const { standIn } = await connectClient(async (interaction) =>
      interaction.reply({ files: [new AttachmentBuilder(Buffer.from('a,b'), { name: 'table 1.csv' })] }),
    );
    const { message } = await standIn.useCommand({ name: 'test' });
    const [attachment] = message.attachments;
    expect(attachment).toMatchObject({ filename: 'table 1.csv', size: 3 });
    const response = await fetch(standIn.url + attachment?.url);
    expect(await response.text()).toBe('a,b');
  });

  it.each([
    ['an empty message', { content: '' }, { code: 50006 }],
    [
      'content over 2,000 characters',
      { content: 'x'.repeat(2_001) },
      {
        code: 50035,
        rawError: {
          errors: {
            data: {
              content: {
                _errors: [{ code: 'BASE_TYPE_MAX_LENGTH', message: 'Must be 2000 or fewer in length.' }],
              },
            },
          },
        },
      },
    ],
  ])('refuses %s', async (_what, reply, refusal) => {
    const { standIn, outcome } = await connectClient(async (interaction) => {
      try {
        return await interaction.reply(reply);
      } catch (error) {
        await interaction.reply('the other way');
        return error;
      }
    });
    await standIn.useCommand({ name: 'test' });
    expect(await outcome()).toMatchObject({ status: 400, ...refusal });
    expect(standIn.takeViolations()).toMatchObject([{ status: 400 }]);
  });

  it('refuses a second response to one interaction', async () => {
    const { standIn, outcome } = await connectClient(async (interaction) => {
      await interaction.reply('first');
      interaction.replied = false;
      return interaction.reply('second');
    });
    await standIn.useCommand({ name: 'test' });
    expect(await outcome()).toMatchObject({ status: 400, code: 40060 });
  });

  it('refuses a response after three seconds, when the user was told that none came', async () => {
    const { standIn, outcome } = await connectClient(async (interaction) => {
      await new Promise((resolve) => setTimeout(resolve, 3_100));
      return interaction.reply('late');
    });
    await expect(standIn.useCommand({ name: 'test' })).rejects.toThrow('The application did not respond');
    expect(await outcome()).toMatchObject({ status: 404, code: 10062 });
  });

  it('says that no application responded when no bot is connected', async () => {
    const standIn = await startTestStandIn();
    await expect(standIn.useCommand({ name: 'ask' })).rejects.toThrow('The application did not respond');
  });
});
