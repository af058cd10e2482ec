import { REST } from 'discord.js';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { commands } from '../../commands/index.ts';
import { defineCommand, type Command, type SlashCommand } from '../../src/discord/command.ts';
import { registerCommands } from '../../src/discord/registration.ts';
import { toStartError } from '../../src/discord/start-failure.ts';
import type { StandIn } from '../../src/playground/stand-in.ts';
import { sameText, startTestStandIn, token } from './connected-bot.ts';

const described = { description: 'An option', chinese: { name: '选项', description: '一个选项' } };

async function register(standIn: StandIn, list: readonly Command[], guildId?: string): Promise<boolean> {
  return registerCommands({
    rest: new REST({ api: standIn.apiUrl }).setToken(token),
    applicationId: standIn.world.application.id,
    guildId,
    commands: list,
  });
}

function commandOf(name: string, option: z.ZodType = z.string().meta(described)): SlashCommand {
  return defineCommand({
    name: sameText(name),
    description: sameText('A test'),
    options: z.object({ option }),
    run: () => ({ content: 'done' }),
  });
}

function inIndonesian(id: string): readonly Command[] {
  const command = commandOf('test');
  return [{ ...command, data: { ...command.data, name_localizations: { id } } }];
}

describe('registration', () => {
  it('puts the commands everywhere, for servers and users, when no server is named', async () => {
    const standIn = await startTestStandIn();
    expect(await register(standIn, commands)).toBe(true);
    expect(standIn.commands()).toHaveLength(commands.length);
    for (const command of standIn.commands())
      expect(command).toMatchObject({ contexts: [0, 1, 2], integration_types: [0, 1] });
    expect(standIn.commands(standIn.world.guild.id)).toEqual([]);
  });

  it('puts them into the named server alone, without the fields that only global commands have', async () => {
    const standIn = await startTestStandIn();
    const { id } = standIn.world.guild;
    expect(await register(standIn, commands, id)).toBe(true);
    expect(standIn.commands(id)).toHaveLength(commands.length);
    for (const command of standIn.commands(id)) expect(command).toMatchObject({ contexts: null });
    expect(standIn.commands()).toEqual([]);
  });

  it.each(['everywhere', 'in one server'])(
    'leaves commands alone that are registered %s as declared',
    async (scope) => {
      const standIn = await startTestStandIn();
      const guildId = scope === 'everywhere' ? undefined : standIn.world.guild.id;
      const list = [commandOf('second', z.boolean().default(true).meta(described)), ...commands];
      await register(standIn, list, guildId);
      const before = standIn.commands(guildId);
      expect(await register(standIn, list.toReversed(), guildId)).toBe(false);
      expect(standIn.commands(guildId)).toBe(before);
    },
  );

  it('is not misled by what Discord adds or by the order in which it answers', async () => {
    const standIn = await startTestStandIn();
    await register(standIn, commands);
    const answered = standIn.commands().map((command) => ({
      ...command,
      dm_permission: true,
      contexts: [2, 0, 1],
      integration_types: [1, 0],
      options: command.options?.map((option) => ({ autocomplete: false, choices: [], ...option })),
    }));
    standIn.world.commands.set('global', answered);
    expect(await register(standIn, commands)).toBe(false);
  });

  it.each([
    ['an option is added', [commandOf('other'), commandOf('test', z.string().max(5).meta(described))]],
    ['a limit is lifted', [commandOf('other'), commandOf('test')]],
    ['an option becomes optional', [commandOf('test', z.string().max(9).optional().meta(described))]],
    [
      'a description changes',
      [
        commandOf(
          'test',
          z
            .string()
            .max(9)
            .meta({ ...described, description: 'Another' }),
        ),
      ],
    ],
    ['a command is gone', []],
  ])('registers anew when %s', async (_change, changed) => {
    const standIn = await startTestStandIn();
    await register(standIn, [commandOf('test', z.string().max(9).meta(described))]);
    expect(await register(standIn, changed)).toBe(true);
    expect(standIn.commands().map(({ name }) => name)).toEqual(changed.map(({ data }) => data.name));
    expect(await register(standIn, changed)).toBe(false);
  });

  it('notices a changed Indonesian name, whose key looks like the id that Discord adds', async () => {
    const standIn = await startTestStandIn();
    await register(standIn, inIndonesian('tanya'));
    expect(await register(standIn, inIndonesian('tanya'))).toBe(false);
    expect(await register(standIn, inIndonesian('bertanya'))).toBe(true);
  });

  it('fails with the name of the variable when the app is not in the named server', async () => {
    const standIn = await startTestStandIn();
    const error: unknown = await register(standIn, commands, '123456789012345678').catch(
      (reason: unknown) => reason,
    );
    expect(toStartError(error).message).toBe(
      'DISCORD_GUILD_ID is the id of a server that the app has not been added to.',
    );
  });

  it('fails with what Discord said about the fields when it refuses a command', async () => {
    const standIn = await startTestStandIn();
    const error: unknown = await register(standIn, [commandOf('Loud')]).catch((reason: unknown) => reason);
    expect(toStartError(error).message).toMatch(/^Discord answered 400 to PUT \/api\/v10\/.*0\.name.*$/);
    expect(standIn.takeViolations()).toHaveLength(1);
  });
});
