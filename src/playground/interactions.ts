import { randomBytes } from 'node:crypto';
import {
  ApplicationCommandOptionType,
  ApplicationCommandType,
  ChannelType,
  InteractionContextType,
  InteractionType,
  PermissionsBitField,
} from 'discord.js';
import { responseTimeMs } from '../discord/limits.ts';
import type { GatewayServer } from './gateway.ts';
import type { Message, MessageBody } from './messages.ts';
import { newId, type User, type World } from './world.ts';

type Place = 'guild' | 'direct' | 'group';

export type CommandUse = {
  readonly name: string;
  /** By option name. Sent as they are, so that what a forged request holds can be sent too. */
  readonly options?: Readonly<Record<string, unknown>>;
  /** The server's channel unless given. */
  readonly place?: Place;
  /** The world's first user unless given. */
  readonly user?: User;
  readonly locale?: string;
};

export type Posted = {
  readonly message: Message;
  /** The body that the bot sent, with what a message does not show, such as `allowed_mentions`. */
  readonly sent: MessageBody;
};

export type OpenInteraction = {
  readonly id: string;
  readonly token: string;
  readonly createdAt: number;
  readonly channelId: string;
  readonly user: User;
  readonly owners: Readonly<Record<string, string>>;
  /** The original response and the follow-ups, by id. */
  readonly messages: Map<string, Message>;
  /** The id of the original response; undefined until the bot has responded. */
  originalId: string | undefined;
  /** Called with the original response, when it is posted or when a deferred one is filled in. */
  onReply(posted: Posted): void;
};

/**
 * Uses a slash command as a user would. Resolves with the reply that the bot posted; rejects as Discord would say it
 * when no bot is connected or none has replied within 3 seconds.
 */
export async function useCommand(world: World, gateway: GatewayServer, use: CommandUse): Promise<Posted> {
  return new Promise((resolve, reject) => {
    const failed = () => reject(new Error('The application did not respond'));
    const deadline = setTimeout(failed, responseTimeMs);
    const { place = 'guild', user = world.user, locale = 'en-US' } = use;
    const setting = describePlace(world, place, user);
    const interaction: OpenInteraction = {
      id: newId(),
      token: randomBytes(32).toString('base64url'),
      createdAt: Date.now(),
      channelId: setting.channel.id,
      user,
      owners: setting.authorizing_integration_owners,
      messages: new Map(),
      originalId: undefined,
      onReply(posted) {
        clearTimeout(deadline);
        resolve(posted);
      },
    };
    world.interactions.set(interaction.token, interaction);
    const isDelivered = gateway.dispatch('INTERACTION_CREATE', {
      id: interaction.id,
      token: interaction.token,
      application_id: world.application.id,
      type: InteractionType.ApplicationCommand,
      version: 1,
      locale,
      entitlements: [],
      attachment_size_limit: 10 * 1024 * 1024,
      app_permissions: permissions,
      ...setting,
      data: describeCommand(world, use),
    });
    if (!isDelivered) {
      clearTimeout(deadline);
      failed();
    }
  });
}

const permissions = PermissionsBitField.Default.toString();

function describeCommand(world: World, { name, options = {} }: CommandUse) {
  const registered = [...world.commands.values()].flat().find((command) => command.name === name);
  return {
    id: registered?.id ?? newId(),
    name,
    type: ApplicationCommandType.ChatInput,
    ...(registered?.guild_id !== undefined && { guild_id: registered.guild_id }),
    options: Object.entries(options).map(([optionName, value]) => ({
      name: optionName,
      type: registered?.options?.find((option) => option.name === optionName)?.type ?? typeOf(value),
      value,
    })),
  };
}

function typeOf(value: unknown): ApplicationCommandOptionType {
  if (typeof value === 'boolean') return ApplicationCommandOptionType.Boolean;
  if (typeof value === 'number') return ApplicationCommandOptionType.Number;
  return ApplicationCommandOptionType.String;
}

function describePlace(world: World, place: Place, user: User) {
  const id = world.channels[place];
  switch (place) {
    case 'guild':
      return {
        context: InteractionContextType.Guild,
        guild_id: world.guild.id,
        guild: { id: world.guild.id, locale: 'en-US', features: [] },
        guild_locale: 'en-US',
        channel_id: id,
        channel: { id, type: ChannelType.GuildText, name: 'earnings', guild_id: world.guild.id, permissions },
        member: {
          user,
          permissions,
          roles: [],
          nick: null,
          avatar: null,
          joined_at: '2025-01-01T00:00:00.000Z',
          deaf: false,
          mute: false,
          flags: 0,
        },
        authorizing_integration_owners: { 0: world.guild.id },
      };
    case 'direct':
      return {
        context: InteractionContextType.BotDM,
        channel_id: id,
        channel: { id, type: ChannelType.DM, recipients: [user] },
        user,
        // In a direct message with a bot that is installed to servers, Discord says '0' for the server's id.
        authorizing_integration_owners: { 0: '0' },
      };
    case 'group':
      return {
        context: InteractionContextType.PrivateChannel,
        channel_id: id,
        channel: { id, type: ChannelType.GroupDM, name: null, recipients: [user] },
        user,
        authorizing_integration_owners: { 1: user.id },
      };
    default:
      return place satisfies never;
  }
}
