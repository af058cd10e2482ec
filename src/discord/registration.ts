import { isDeepStrictEqual } from 'node:util';
import {
  ApplicationCommandType,
  ApplicationIntegrationType,
  InteractionContextType,
  Routes,
  type REST,
} from 'discord.js';
import { z } from 'zod';
import type { Command } from './command.ts';

export type Registration = {
  readonly rest: REST;
  readonly applicationId: string;
  /** Given: the commands go to this server alone. Undefined: they go everywhere. */
  readonly guildId: string | undefined;
  readonly commands: readonly Command[];
};

/**
 * Registers the commands, to one server or globally, where they differ from those that are registered there;
 * returns whether they did. Throws what the REST client throws.
 */
export async function registerCommands({
  rest,
  applicationId,
  guildId,
  commands,
}: Registration): Promise<boolean> {
  const route =
    guildId === undefined
      ? Routes.applicationCommands(applicationId)
      : Routes.applicationGuildCommands(applicationId, guildId);
  // Discord knows these two fields on global commands only; a server's commands are in that server alone.
  const reach = guildId === undefined ? everywhere : {};
  const declared = commands.map(({ data }) => ({ ...data, ...reach }));
  // Without this parameter Discord leaves the localised names out.
  const query = new URLSearchParams({ with_localizations: 'true' });
  const registered = z.array(commandSchema).parse(await rest.get(route, { query }));

  const ignored = guildId === undefined ? setByDiscord : [...setByDiscord, ...Object.keys(everywhere)];
  if (isDeepStrictEqual(comparable(declared, ignored), comparable(registered, ignored))) return false;
  await rest.put(route, { body: declared });
  return true;
}

const everywhere = {
  contexts: [
    InteractionContextType.Guild,
    InteractionContextType.BotDM,
    InteractionContextType.PrivateChannel,
  ],
  integration_types: [ApplicationIntegrationType.GuildInstall, ApplicationIntegrationType.UserInstall],
};

const setByDiscord = ['id', 'application_id', 'guild_id', 'version', 'dm_permission', 'default_permission'];

const commandSchema = z.looseObject({ name: z.string(), type: z.number().optional() });

function comparable(commands: readonly z.output<typeof commandSchema>[], ignored: readonly string[]) {
  const ordered = commands.toSorted((left, right) => nameOf(left).localeCompare(nameOf(right)));
  return ordered.map((command) => {
    const fields = Object.entries({ type: ApplicationCommandType.ChatInput, ...command });
    // Only at the top: deeper, `id` is the Indonesian name of something.
    return withoutDefaults(Object.fromEntries(fields.filter(([name]) => !ignored.includes(name))));
  });
}

// A slash command and a message command may share a name.
function nameOf({ name, type = ApplicationCommandType.ChatInput }: z.output<typeof commandSchema>): string {
  return `${name} ${type}`;
}

// Discord fills in null, false, empty texts and empty lists where nothing was declared, and orders the numbers of a list as it likes.
function withoutDefaults(value: unknown): unknown {
  if (Array.isArray(value)) {
    const items: unknown[] = value.map(withoutDefaults);
    return items.every((item) => typeof item === 'number')
      ? items.toSorted((left, right) => left - right)
      : items;
  }
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .map(([name, field]) => [name, withoutDefaults(field)])
      .filter(([, field]) => !isDefault(field)),
  );
}

function isDefault(value: unknown): boolean {
  if (typeof value === 'object' && value !== null) return Object.keys(value).length === 0;
  return value === null || value === undefined || value === false || value === '';
}
