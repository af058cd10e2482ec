import { InteractionResponseType, MessageFlags } from 'discord.js';
import { Hono, type Context } from 'hono';
import { z } from 'zod';
import { interactionTokenLifetimeMs, responseTimeMs } from '../discord/limits.ts';
import type { OpenInteraction, Posted } from './interactions.ts';
import { createLoadingMessage, messageBodySchema, writeMessage, type Message } from './messages.ts';
import { commandsSchema, overwriteCommands, type RegisteredCommand } from './registered-commands.ts';
import { parseBody, refusals, Refusal } from './refusal.ts';
import type { StoredFile, World } from './world.ts';

const responseSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal(InteractionResponseType.ChannelMessageWithSource), data: messageBodySchema }),
  z.object({
    type: z.literal(InteractionResponseType.DeferredChannelMessageWithSource),
    data: z.object({ flags: z.int().default(0) }).default({ flags: 0 }),
  }),
]);

/** Discord's REST API as far as a bot with slash commands uses it; `gatewayUrl` gives what the bot connects to. */
export function createRest(world: World, gatewayUrl: () => string): Hono {
  return new Hono()
    .route('/api/v10', createTokenRoutes(world))
    .route('/api/v10', createBotRoutes(world, gatewayUrl))
    .get('/attachments/:id/:name', (c) => {
      const file = world.files.get(c.req.param('id'));
      if (!file) throw refusals.notFound();
      return c.body(file.content, 200, { 'content-type': file.type });
    })
    .notFound((c) => refuse(c, refusals.notFound()))
    .onError((error, c) => {
      if (error instanceof Refusal) return refuse(c, error);
      throw error;
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
      return c.json(overwriteCommands(world, c.req.param('guild'), parseBody(commandsSchema, body)));
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
    if (interaction.originalId !== undefined) throw refusals.alreadyAcknowledged();
    const response = parseBody(responseSchema, body);
    const message = respond(world, interaction, { ...response, files });
    if (c.req.query('with_response') !== 'true') return c.body(null, 204);
    return c.json({
      interaction: {
        id: interaction.id,
        type: 2,
        response_message_id: message.id,
        response_message_loading: (message.flags & MessageFlags.Loading) !== 0,
        response_message_ephemeral: (message.flags & MessageFlags.Ephemeral) !== 0,
      },
      resource: { type: response.type, message },
    });
  });

  routes.post('/webhooks/:application/:token', async (c) => {
    const interaction = findInteraction(world, c);
    const { body, files } = await readBody(c);
    const sent = parseBody(messageBodySchema, body);
    const message = writeMessage(world, createLoadingMessage(world, interaction, 0), { body: sent, files });
    post(interaction, { message, sent });
    return c.json(message);
  });

  const messagePath = '/webhooks/:application/:token/messages/:message';
  routes.get(messagePath, (c) => c.json(findMessage(findInteraction(world, c), c)));
  routes.patch(messagePath, async (c) => {
    const interaction = findInteraction(world, c);
    const message = findMessage(interaction, c);
    const { body, files } = await readBody(c);
    const sent = parseBody(messageBodySchema, body);
    const edited = {
      ...writeMessage(world, message, { body: sent, files }),
      edited_timestamp: new Date().toISOString(),
    };
    post(interaction, { message: edited, sent });
    return c.json(edited);
  });
  routes.delete(messagePath, (c) => {
    const interaction = findInteraction(world, c);
    interaction.messages.delete(findMessage(interaction, c).id);
    return c.body(null, 204);
  });
  return routes;
}

function respond(
  world: World,
  interaction: OpenInteraction,
  { type, data, files }: z.output<typeof responseSchema> & { files: readonly StoredFile[] },
): Message {
  if (type === InteractionResponseType.DeferredChannelMessageWithSource) {
    const loading = createLoadingMessage(world, interaction, data.flags);
    interaction.originalId = loading.id;
    interaction.messages.set(loading.id, loading);
    return loading;
  }
  const message = writeMessage(world, createLoadingMessage(world, interaction, 0), { body: data, files });
  interaction.originalId = message.id;
  post(interaction, { message, sent: data });
  return message;
}

function post(interaction: OpenInteraction, posted: Posted): void {
  const { id } = posted.message;
  interaction.messages.set(id, posted.message);
  if (id === interaction.originalId) interaction.onReply(posted);
}

function findInteraction(world: World, c: Context): OpenInteraction {
  const interaction = world.interactions.get(c.req.param('token') ?? '');
  const isOpen =
    interaction?.originalId !== undefined && Date.now() - interaction.createdAt < interactionTokenLifetimeMs;
  if (!isOpen || c.req.param('application') !== world.application.id) throw refusals.unknownWebhook();
  return interaction;
}

function findMessage({ messages, originalId = '' }: OpenInteraction, c: Context): Message {
  const id = c.req.param('message') ?? '';
  const message = messages.get(id === '@original' ? originalId : id);
  if (!message) throw refusals.unknownMessage();
  return message;
}

async function readBody(c: Context): Promise<{ body: unknown; files: readonly StoredFile[] }> {
  if (!c.req.header('content-type')?.startsWith('multipart/form-data')) {
    return { body: parseJson(await c.req.text()), files: [] };
  }
  const form = await c.req.formData();
  const payload = form.get('payload_json');
  const parts = [...form.values()].filter((part) => typeof part !== 'string');
  const files = await Promise.all(
    parts.map(async (part) => ({
      name: part.name,
      type: part.type,
      content: await part.arrayBuffer(),
    })),
  );
  return { body: parseJson(typeof payload === 'string' ? payload : ''), files };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw refusals.invalidJson();
  }
}
