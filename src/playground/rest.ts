import {
  ApplicationCommandType,
  InteractionResponseType,
  InteractionType,
  MessageFlags,
  MessageType,
} from 'discord.js';
import {
  ApplicationCommandAutocompleteCallbackRequestSchema,
  CreateMessageInteractionCallbackRequestSchema,
  IncomingWebhookRequestPartialSchema,
  IncomingWebhookUpdateRequestPartialSchema,
  ModalInteractionCallbackRequestSchema,
  UpdateMessageInteractionCallbackRequestSchema,
} from 'discord-api-spec/zod';
import { Hono, type Context } from 'hono';
import { z } from 'zod';
import {
  interactionTokenLifetimeMs,
  maxAttachments,
  maxChoiceLength,
  maxFileSize,
  maxRequestSize,
  maxUserInstallFollowUps,
  responseTimeMs,
} from '../discord/limits.ts';
import type { OpenInteraction } from './interactions.ts';
import { messageBodySchema, modalBodySchema } from './message-body.ts';
import type { Message } from './message.ts';
import { createMessage, deleteMessage, saveMessage, writeMessage, type SentFile } from './messages.ts';
import { parseBody, refusals, Refusal } from './refusal.ts';
import {
  commandsSchema,
  commandsSpec,
  overwriteCommands,
  type RegisteredCommand,
} from './registered-commands.ts';
import { newId, type World } from './world.ts';

/** Discord's REST API as far as a bot with slash commands uses it; `gatewayUrl` gives what the bot connects to. */
export function createRest(world: World, gatewayUrl: () => string): Hono {
  return new Hono()
    .route('/api/v10', createTokenRoutes(world))
    .route('/api/v10', createBotRoutes(world, gatewayUrl))
    .get('/attachments/:id/:name', (c) => {
      const file = world.files.get(c.req.param('id'));
      if (!file) throw refusals.notFound();
      return c.body(file.content, 200, {
        'content-type': file.type,
        // What a bot sends is shown, never run.
        'content-security-policy': "default-src 'none'; sandbox",
        'x-content-type-options': 'nosniff',
      });
    })
    .notFound((c) => refuse(c, refusals.notFound()))
    .onError((error, c) => {
      if (!(error instanceof Refusal)) throw error;
      // Of a wrong request alone: a wrong token or a reply that comes too late says nothing about what was sent.
      if (error.status === 400 && error.code !== refusals.alreadyAcknowledged().code)
        world.violations.push(error);
      return refuse(c, error);
    });
}

function refuse(c: Context, { status, code, message, errors }: Refusal): Response {
  return c.json({ message, code, ...(errors && { errors }) }, status);
}

// What needs the bot's token.
function createBotRoutes(world: World, gatewayUrl: () => string): Hono {
  const routes = new Hono();

  for (const path of ['/gateway/bot', '/users/*', '/applications/*']) {
    routes.use(path, async (c, next) => {
      if (c.req.header('authorization') !== `Bot ${world.token}`) throw refusals.unauthorized();
      await next();
    });
  }
  routes.get('/gateway', (c) => c.json({ url: gatewayUrl() }));
  routes.get('/gateway/bot', (c) =>
    c.json({
      url: gatewayUrl(),
      shards: 1,
      session_start_limit: { total: 1_000, remaining: 1_000, reset_after: 0, max_concurrency: 1 },
    }),
  );
  routes.get('/users/@me', (c) => c.json(world.bot));
  routes.get('/applications/@me', (c) => c.json({ ...world.application, bot: world.bot }));

  for (const path of [
    '/applications/:application/commands',
    '/applications/:application/guilds/:guild/commands',
  ]) {
    routes.use(path, async (c, next) => {
      const application = c.req.param('application');
      const guild = c.req.param('guild') ?? world.guild.id;
      if (application !== world.application.id || guild !== world.guild.id) throw refusals.missingAccess();
      await next();
    });
    routes.get(path, (c) => {
      const commands = world.commands.get(c.req.param('guild') ?? 'global') ?? [];
      const isLocalized = c.req.query('with_localizations') === 'true';
      return c.json(isLocalized ? commands : commands.map(withoutLocalizations));
    });
    routes.put(path, async (c) => {
      const { body } = await readBody(c);
      return c.json(
        overwriteCommands(world, c.req.param('guild'), parseBody(body, commandsSchema, commandsSpec)),
      );
    });
  }
  return routes;
}

function withoutLocalizations(command: RegisteredCommand) {
  return { ...command, name_localizations: undefined, description_localizations: undefined };
}

// What the interaction's own token opens.
function createTokenRoutes(world: World): Hono {
  const routes = new Hono();

  routes.post('/interactions/:id/:token/callback', async (c) => {
    const interaction = world.interactions.get(c.req.param('token'));
    if (interaction?.id !== c.req.param('id') || Date.now() - interaction.createdAt > responseTimeMs) {
      throw refusals.unknownInteraction();
    }
    const { body, files } = await readBody(c);
    if (interaction.isAcknowledged) throw refusals.alreadyAcknowledged();
    const message = respond(world, interaction, { body, files });
    interaction.isAcknowledged = true;
    if (c.req.query('with_response') !== 'true') return c.body(null, 204);
    return c.json({
      interaction: {
        id: interaction.id,
        type: interaction.type,
        ...(message && {
          response_message_id: message.id,
          response_message_loading: (message.flags & MessageFlags.Loading) !== 0,
          response_message_ephemeral: (message.flags & MessageFlags.Ephemeral) !== 0,
        }),
      },
      ...(message && { resource: { type: responseSchema.parse(body).type, message } }),
    });
  });

  routes.post('/webhooks/:application/:token', async (c) => {
    const interaction = findInteraction(world, c);
    const { body, files } = await readBody(c);
    const sent = parseBody(body, messageBodySchema, IncomingWebhookRequestPartialSchema);
    const original = world.messages.get(interaction.originalId ?? '');
    const followUps = interaction.messageIds.size - 1;
    const isUserInstalledAlone = !('0' in interaction.owners);
    if (isUserInstalledAlone && followUps >= maxUserInstallFollowUps) throw refusals.tooManyFollowUps();
    const reply: Message = {
      ...createReply(world, interaction, (sent.flags ?? 0) & MessageFlags.Ephemeral),
      ...(original && {
        type: MessageType.Reply,
        message_reference: { message_id: original.id, channel_id: original.channel_id },
      }),
    };
    return c.json(save(world, interaction, writeMessage(world, reply, { body: sent, files })));
  });

  const messagePath = '/webhooks/:application/:token/messages/:message';
  routes.get(messagePath, (c) => c.json(findMessage(world, findInteraction(world, c), c)));
  routes.patch(messagePath, async (c) => {
    const interaction = findInteraction(world, c);
    const message = findMessage(world, interaction, c);
    const { body, files } = await readBody(c);
    const sent = parseBody(body, messageBodySchema, IncomingWebhookUpdateRequestPartialSchema);
    return c.json(save(world, interaction, edit(world, message, { body: sent, files })));
  });
  routes.delete(messagePath, (c) => {
    const interaction = findInteraction(world, c);
    const { id } = findMessage(world, interaction, c);
    interaction.messageIds.delete(id);
    deleteMessage(world, id);
    return c.body(null, 204);
  });
  return routes;
}

const responseSchema = z.object({ type: z.enum(InteractionResponseType) });
const replySchema = z.object({ data: messageBodySchema });
// EPHEMERAL is the only flag that a deferred reply may have; Components V2 comes with the edit.
const deferralSchema = z.object({
  data: z.object({ flags: z.literal([0, MessageFlags.Ephemeral]).default(0) }).default({ flags: 0 }),
});
const modalResponseSchema = z.object({ data: modalBodySchema });
const choicesSchema = z.object({
  data: z.object({
    choices: z
      .array(z.object({ name: z.string(), value: z.union([z.string().max(maxChoiceLength), z.number()]) }))
      .default([]),
  }),
});

type Sent = { readonly body: unknown; readonly files: readonly SentFile[] };

/** Carries out what a bot answers, and returns the message that it made or changed. */
function respond(world: World, interaction: OpenInteraction, { body, files }: Sent): Message | undefined {
  const { type } = parseBody(body, responseSchema);
  if (!allowedResponses(interaction).includes(type)) {
    parseBody(body, z.object({ type: z.never('The interaction cannot be answered with this type.') }));
  }
  switch (type) {
    case InteractionResponseType.ChannelMessageWithSource: {
      const { data } = parseBody(body, replySchema, CreateMessageInteractionCallbackRequestSchema);
      const reply = createReply(world, interaction, (data.flags ?? 0) & MessageFlags.Ephemeral);
      const message = writeMessage(world, reply, { body: data, files });
      interaction.originalId = message.id;
      return save(world, interaction, message);
    }
    case InteractionResponseType.DeferredChannelMessageWithSource: {
      const { data } = parseBody(body, deferralSchema, CreateMessageInteractionCallbackRequestSchema);
      const message = createReply(world, interaction, data.flags | MessageFlags.Loading);
      interaction.originalId = message.id;
      interaction.messageIds.add(message.id);
      saveMessage(world, message);
      return message;
    }
    case InteractionResponseType.DeferredMessageUpdate: {
      parseBody(body, z.unknown(), UpdateMessageInteractionCallbackRequestSchema);
      openSource(interaction);
      interaction.settle({ kind: 'acknowledged' });
      return undefined;
    }
    case InteractionResponseType.UpdateMessage: {
      const { data } = parseBody(body, replySchema, UpdateMessageInteractionCallbackRequestSchema);
      const source = world.messages.get(openSource(interaction));
      if (!source) throw refusals.unknownMessage();
      return save(world, interaction, edit(world, source, { body: data, files }));
    }
    case InteractionResponseType.Modal: {
      const { data: modal } = parseBody(body, modalResponseSchema, ModalInteractionCallbackRequestSchema);
      const id = newId();
      interaction.modal = modal;
      world.modals.set(id, interaction);
      interaction.settle({ kind: 'modal', id, modal });
      return undefined;
    }
    case InteractionResponseType.ApplicationCommandAutocompleteResult: {
      const { data } = parseBody(body, choicesSchema, ApplicationCommandAutocompleteCallbackRequestSchema);
      interaction.settle({ kind: 'choices', choices: data.choices });
      return undefined;
    }
    default:
      throw refusals.invalidJson();
  }
}

function allowedResponses({ type, sourceId }: OpenInteraction): readonly InteractionResponseType[] {
  const { ChannelMessageWithSource, DeferredChannelMessageWithSource, DeferredMessageUpdate, UpdateMessage } =
    InteractionResponseType;
  if (type === InteractionType.ApplicationCommandAutocomplete) {
    return [InteractionResponseType.ApplicationCommandAutocompleteResult];
  }
  return [
    ChannelMessageWithSource,
    DeferredChannelMessageWithSource,
    ...(sourceId === undefined ? [] : [DeferredMessageUpdate, UpdateMessage]),
    ...(type === InteractionType.ModalSubmit ? [] : [InteractionResponseType.Modal]),
  ];
}

// To a component, the original response is the message that it is on once the bot has chosen to update that.
function openSource(interaction: OpenInteraction): string {
  const { sourceId = '' } = interaction;
  interaction.originalId = sourceId;
  interaction.messageIds.add(sourceId);
  return sourceId;
}

function createReply(world: World, interaction: OpenInteraction, flags: number): Message {
  const { id, type, user, owners, command, sourceId, channelId } = interaction;
  const isMenu = command?.type === ApplicationCommandType.Message;
  return {
    ...createMessage(channelId, world.bot),
    flags,
    application_id: world.application.id,
    webhook_id: world.application.id,
    interaction_metadata: { id, type, user, authorizing_integration_owners: owners },
    ...(command && {
      type: isMenu ? MessageType.ContextMenuCommand : MessageType.ChatInputCommand,
      interaction: { id, type, name: command.name, user },
    }),
    ...(sourceId !== undefined && {
      type: MessageType.Reply,
      message_reference: { message_id: sourceId, channel_id: channelId },
    }),
  };
}

function edit(world: World, message: Message, sent: Parameters<typeof writeMessage>[2]): Message {
  const isFirst = (message.flags & MessageFlags.Loading) !== 0;
  // Whether a message is ephemeral is settled when it is made.
  const flags = (sent.body.flags ?? 0) & (MessageFlags.SuppressEmbeds | MessageFlags.IsComponentsV2);
  const edited = writeMessage(world, message, { ...sent, body: { ...sent.body, flags } });
  return isFirst ? edited : { ...edited, edited_timestamp: new Date().toISOString() };
}

function save(world: World, interaction: OpenInteraction, message: Message): Message {
  interaction.messageIds.add(message.id);
  saveMessage(world, message);
  if (message.id === interaction.originalId) {
    interaction.settle({
      kind: message.id === interaction.sourceId ? 'updated' : 'posted',
      messageId: message.id,
    });
  }
  return message;
}

function findInteraction(world: World, c: Context): OpenInteraction {
  const interaction = world.interactions.get(c.req.param('token') ?? '');
  const isOpen =
    interaction?.isAcknowledged && Date.now() - interaction.createdAt < interactionTokenLifetimeMs;
  if (!isOpen || c.req.param('application') !== world.application.id) throw refusals.unknownWebhook();
  return interaction;
}

function findMessage(world: World, { messageIds, originalId = '' }: OpenInteraction, c: Context): Message {
  const named = c.req.param('message') ?? '';
  const id = named === '@original' ? originalId : named;
  const message = messageIds.has(id) && world.messages.get(id);
  if (!message) throw refusals.unknownMessage();
  return message;
}

async function readBody(c: Context): Promise<Sent> {
  if (Number(c.req.header('content-length') ?? 0) > maxRequestSize) throw refusals.requestTooLarge();
  if (!c.req.header('content-type')?.startsWith('multipart/form-data')) {
    return { body: parseJson(await c.req.text()), files: [] };
  }
  const form = await c.req.formData();
  const payload = form.get('payload_json');
  const files = await Promise.all(
    [...form.entries()].flatMap(([name, part]) => (typeof part === 'string' ? [] : [readFile(name, part)])),
  );
  if (files.length > maxAttachments) throw refusals.requestTooLarge();
  return { body: parseJson(typeof payload === 'string' ? payload : ''), files };
}

async function readFile(field: string, part: File): Promise<SentFile> {
  if (part.size > maxFileSize) throw refusals.requestTooLarge();
  const number = /^files\[(\d+)\]$/.exec(field)?.[1] ?? '';
  return { number, name: part.name, type: part.type, content: await part.arrayBuffer() };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw refusals.invalidJson();
  }
}
