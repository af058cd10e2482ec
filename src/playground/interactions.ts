import { randomBytes } from 'node:crypto';
import {
  ApplicationCommandOptionType,
  ApplicationCommandType,
  ChannelType,
  ComponentType,
  InteractionContextType,
  InteractionType,
  PermissionsBitField,
} from 'discord.js';
import { z } from 'zod';
import { interactionTokenLifetimeMs, maxFileSize, responseTimeMs } from '../discord/limits.ts';
import type { Action } from './action.ts';
import { listComponents, type Modal } from './component.ts';
import type { GatewayServer } from './gateway.ts';
import type { Outcome, User } from './message.ts';
import { canSee } from './messages.ts';
import type { Place } from './view.ts';
import { newId, type World } from './world.ts';

export const placeSchema = z.enum(['guild', 'direct', 'group']) satisfies z.ZodType<Place>;

/** Who does it, and where. */
export type Setting = {
  /** The server's channel unless given. */
  readonly place?: Place | undefined;
  /** The world's first user unless given. */
  readonly user?: User | undefined;
  readonly locale?: string | undefined;
  /** What the user may do in the server's channel, as a bit field. */
  readonly permissions?: bigint | undefined;
};

export type OpenInteraction = {
  readonly id: string;
  readonly token: string;
  readonly type: InteractionType;
  readonly createdAt: number;
  readonly channelId: string;
  readonly user: User;
  readonly owners: Readonly<Record<string, string>>;
  /** Of a command: its name and type. */
  readonly command: { readonly name: string; readonly type: ApplicationCommandType } | undefined;
  /** Of a component, and of a modal that one opened: the message that it is on. */
  readonly sourceId: string | undefined;
  /** The ids of the messages that its token opens: the original response and the follow-ups. */
  readonly messageIds: Set<string>;
  /** Set when the bot has responded. */
  isAcknowledged: boolean;
  /** The id of the original response; undefined until there is one. */
  originalId: string | undefined;
  modal: Modal | undefined;
  /** Called when the user sees the outcome: a deferred reply counts when it is filled in. */
  settle(outcome: Outcome): void;
};

/**
 * Does what a user would do. Resolves with what the bot answered; rejects as Discord would say it when no bot is
 * connected, or when none has answered within 3 seconds.
 */
export async function perform(
  { world, gateway }: { world: World; gateway: GatewayServer },
  action: Action,
  setting: Setting = {},
): Promise<Outcome> {
  const { user = world.user, locale = 'en-US' } = setting;
  const place = describePlace(world, { ...setting, user });
  const invocation = describeAction(world, user, action);
  return new Promise((resolve, reject) => {
    const failed = () => reject(new Error('The application did not respond'));
    const interaction: OpenInteraction = {
      id: newId(),
      token: randomBytes(32).toString('base64url'),
      type: invocation.type,
      createdAt: Date.now(),
      channelId: place.channel.id,
      user,
      owners: place.authorizing_integration_owners,
      command: invocation.command,
      sourceId: invocation.sourceId,
      messageIds: new Set(),
      isAcknowledged: false,
      originalId: undefined,
      modal: undefined,
      settle(outcome) {
        clearTimeout(deadline);
        resolve(outcome);
      },
    };
    const deadline = setTimeout(() => {
      // A deferred reply has its own, longer time.
      if (!interaction.isAcknowledged) failed();
    }, responseTimeMs);
    forgetExpired(world);
    world.interactions.set(interaction.token, interaction);
    const event = {
      id: interaction.id,
      token: interaction.token,
      application_id: world.application.id,
      type: invocation.type,
      version: 1,
      locale,
      entitlements: [],
      attachment_size_limit: maxFileSize,
      app_permissions: PermissionsBitField.Default.toString(),
      ...place,
      data: invocation.data,
      ...invocation.message,
    };
    if (!gateway.dispatch('INTERACTION_CREATE', event, event.guild_id)) {
      clearTimeout(deadline);
      failed();
    }
  });
}

function forgetExpired({ interactions }: World): void {
  for (const [token, { createdAt }] of interactions) {
    if (Date.now() - createdAt > interactionTokenLifetimeMs) interactions.delete(token);
  }
}

type Invocation = {
  readonly type: InteractionType;
  readonly data: object;
  readonly message?: object;
  readonly command: OpenInteraction['command'];
  readonly sourceId: string | undefined;
};

function describeAction(world: World, user: User, action: Action): Invocation {
  switch (action.type) {
    case 'command':
    case 'autocomplete': {
      const type = ApplicationCommandType.ChatInput;
      return {
        type:
          action.type === 'command'
            ? InteractionType.ApplicationCommand
            : InteractionType.ApplicationCommandAutocomplete,
        data: describeSlashCommand(world, action),
        command: { name: action.name, type },
        sourceId: undefined,
      };
    }
    case 'message-command': {
      const type = ApplicationCommandType.Message;
      const message = findVisible(world, user, action.messageId);
      return {
        type: InteractionType.ApplicationCommand,
        data: {
          id: findRegistered(world, action.name, type)?.id ?? newId(),
          name: action.name,
          type,
          target_id: message.id,
          resolved: { messages: { [message.id]: message } },
        },
        command: { name: action.name, type },
        sourceId: undefined,
      };
    }
    case 'button':
    case 'select': {
      const message = findVisible(world, user, action.messageId);
      const isThere = listComponents(message.components).some(
        ([component]) =>
          'custom_id' in component &&
          component.custom_id === action.customId &&
          !('disabled' in component && component.disabled),
      );
      if (!isThere) throw new Error(`The message has no component ${action.customId} that can be used`);
      const component_type = action.type === 'button' ? ComponentType.Button : ComponentType.StringSelect;
      const values = action.type === 'select' && { values: action.values };
      return {
        type: InteractionType.MessageComponent,
        data: { custom_id: action.customId, component_type, ...values },
        message: { message },
        command: undefined,
        sourceId: message.id,
      };
    }
    case 'modal': {
      const opener = world.modals.get(action.id);
      if (!opener?.modal) throw new Error('The modal is not open');
      world.modals.delete(action.id);
      const message = world.messages.get(opener.sourceId ?? '');
      return {
        type: InteractionType.ModalSubmit,
        data: describeSubmission(opener.modal, action.values),
        ...(message && { message: { message } }),
        command: undefined,
        sourceId: opener.sourceId,
      };
    }
    default:
      return action satisfies never;
  }
}

function findVisible(world: World, user: User, id: string) {
  const message = world.messages.get(id);
  if (!message || !canSee(world, user, message)) throw new Error('The message is not there any more');
  return message;
}

function findRegistered(world: World, name: string, type: ApplicationCommandType) {
  return [...world.commands.values()]
    .flat()
    .find((command) => command.name === name && command.type === type);
}

function describeSlashCommand(
  world: World,
  action: Extract<Action, { readonly type: 'command' | 'autocomplete' }>,
) {
  const registered = findRegistered(world, action.name, ApplicationCommandType.ChatInput);
  return {
    id: registered?.id ?? newId(),
    name: action.name,
    type: ApplicationCommandType.ChatInput,
    ...(registered?.guild_id !== undefined && { guild_id: registered.guild_id }),
    options: Object.entries(action.options ?? {}).map(([name, value]) => {
      const type = registered?.options?.find((option) => option.name === name)?.type ?? typeOf(value);
      const isFocused = action.type === 'autocomplete' && action.focused === name;
      return isFocused ? { name, type, value, focused: true } : { name, type, value };
    }),
  };
}

function typeOf(value: unknown): ApplicationCommandOptionType {
  if (typeof value === 'boolean') return ApplicationCommandOptionType.Boolean;
  if (typeof value === 'number') return ApplicationCommandOptionType.Number;
  return ApplicationCommandOptionType.String;
}

function describeSubmission(modal: Modal, values: Readonly<Record<string, string | readonly string[]>>) {
  const fill = ({ type, custom_id = '' }: { type: number; custom_id?: string | null | undefined }) => {
    const value = values[custom_id ?? ''];
    return { id: 0, type, custom_id, ...(typeof value === 'string' ? { value } : { values: value ?? [] }) };
  };
  return {
    custom_id: modal.custom_id,
    components: modal.components.flatMap((component, id): object[] => {
      if (component.type === 1) return [{ type: 1, id, components: component.components.map(fill) }];
      if (component.type === 18) return [{ type: 18, id, component: fill(component.component) }];
      return [{ type: 10, id }];
    }),
  };
}

function describePlace(world: World, { place = 'guild', user = world.user, permissions }: Setting) {
  const id = channelOf(world, place, user);
  const invokerPermissions = (permissions ?? PermissionsBitField.Default).toString();
  switch (place) {
    case 'guild':
      return {
        context: InteractionContextType.Guild,
        guild_id: world.guild.id,
        guild: { id: world.guild.id, locale: 'en-US', features: [] },
        guild_locale: 'en-US',
        channel_id: id,
        channel: {
          id,
          type: ChannelType.GuildText,
          name: 'earnings',
          guild_id: world.guild.id,
          permissions: invokerPermissions,
        },
        member: {
          user,
          permissions: invokerPermissions,
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
        guild_id: undefined,
        channel_id: id,
        channel: { id, type: ChannelType.DM, recipients: [user] },
        user,
        // In a direct message with a bot that is installed to servers, Discord says '0' for the server's id.
        authorizing_integration_owners: { 0: '0' },
      };
    case 'group':
      return {
        context: InteractionContextType.PrivateChannel,
        guild_id: undefined,
        channel_id: id,
        channel: { id, type: ChannelType.GroupDM, name: null, recipients: [user] },
        user,
        authorizing_integration_owners: { 1: user.id },
      };
    default:
      return place satisfies never;
  }
}

/** The id of the channel that a user sees in a place; each user has direct messages of their own. */
export function channelOf(world: World, place: Place, user: User): string {
  if (place !== 'direct') return world.channels[place];
  const id = world.directChannels.get(user.id) ?? newId();
  world.directChannels.set(user.id, id);
  return id;
}
