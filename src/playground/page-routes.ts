import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { Hono } from 'hono';
import { streamSSE } from 'hono/streaming';
import { z } from 'zod';
import { maxContentLength } from '../discord/limits.ts';
import { packagePath } from '../package-folder.ts';
import { actionSchema } from './action.ts';
import type { GatewayServer } from './gateway.ts';
import { channelOf, perform, placeSchema } from './interactions.ts';
import type { User } from './message.ts';
import { canSee, createMessage, saveMessage } from './messages.ts';
import type { ActionResult, CommandView, Example, View, ViewEvent } from './view.ts';
import type { Change, World } from './world.ts';

const sources = 'src/playground/page';
const compiled = 'dist/src/playground/page';

/** The page, and the routes through which it shows the world of the stand-in and acts in it. */
export function createPageRoutes(
  standIn: { readonly world: World; readonly gateway: GatewayServer },
  examples: readonly Example[],
): Hono {
  const { world } = standIn;
  const routes = new Hono();
  const senderSchema = z.object({
    userId: z.string().transform((id) => findUser(world, id)),
    place: placeSchema,
  });

  routes.get('/', async (c) => {
    const html = await readFile(packagePath(`${sources}/index.html`), 'utf8');
    return c.html(html, 200, {
      'content-security-policy': describePolicy(html),
      'referrer-policy': 'no-referrer',
      'x-content-type-options': 'nosniff',
    });
  });
  routes.get('/page/style.css', async (c) =>
    c.body(await readFile(packagePath(`${sources}/style.css`), 'utf8'), 200, { 'content-type': 'text/css' }),
  );
  routes.get('/page/markdown-it.js', async (c) =>
    c.body(await readFile(fileURLToPath(import.meta.resolve('markdown-it/browser')), 'utf8'), 200, script),
  );
  routes.get('/page/:name{[a-z-]+\\.js}', async (c) =>
    c.body(await readFile(packagePath(`${compiled}/${c.req.param('name')}`), 'utf8'), 200, script),
  );

  routes.get('/playground/events', (c) => {
    const user = findUser(world, c.req.query('user'));
    return streamSSE(c, async (stream) => {
      const send = (event: ViewEvent) => void stream.writeSSE({ data: JSON.stringify(event) });
      const watch = (change: Change) => {
        const event = showChange(world, user, change);
        if (event) send(event);
      };
      world.watchers.add(watch);
      send({ type: 'view', view: showWorld(world, user, examples) });
      await new Promise<void>((resolve) => stream.onAbort(resolve));
      world.watchers.delete(watch);
    });
  });

  routes.post('/playground/messages', async (c) => {
    const schema = senderSchema.extend({ content: z.string().min(1).max(maxContentLength) });
    const { userId: user, place, content } = schema.parse(await c.req.json());
    saveMessage(world, { ...createMessage(channelOf(world, place, user), user), content });
    return c.body(null, 204);
  });

  routes.post('/playground/actions', async (c) => {
    const schema = senderSchema.extend({ locale: z.string(), action: actionSchema });
    const { userId: user, place, locale, action } = schema.parse(await c.req.json());
    const result: ActionResult = await perform(standIn, action, { user, place, locale }).then(
      (outcome) => ({ outcome }),
      (error: unknown) => ({ error: error instanceof Error ? error.message : 'Something went wrong' }),
    );
    return c.json(result);
  });
  return routes;
}

const script = { 'content-type': 'text/javascript', 'x-content-type-options': 'nosniff' };

// Nothing from elsewhere, no inline script but the import map, and no string that becomes HTML.
function describePolicy(html: string): string {
  const importMap = /<script type="importmap">(.*?)<\/script>/s.exec(html)?.[1] ?? '';
  const hash = createHash('sha256').update(importMap).digest('base64');
  return [
    "default-src 'none'",
    `script-src 'self' 'sha256-${hash}'`,
    "style-src 'self'",
    "img-src 'self' data:",
    "connect-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
    "require-trusted-types-for 'script'",
    "trusted-types 'none'",
  ].join('; ');
}

function findUser({ user, otherUser }: World, id: string | undefined): User {
  const found = [user, otherUser].find((known) => known.id === id);
  // A page that is older than this world asks for a user of the last one.
  return found ?? user;
}

function showWorld(world: World, user: User, examples: readonly Example[]): View {
  return {
    user,
    users: [world.user, world.otherUser],
    bot: world.bot,
    channels: {
      guild: channelOf(world, 'guild', user),
      direct: channelOf(world, 'direct', user),
      group: channelOf(world, 'group', user),
    },
    commands: showCommands(world),
    messages: [...world.messages.values()].filter((message) => canSee(world, user, message)),
    examples,
  };
}

function showCommands({ commands }: World): readonly CommandView[] {
  return [...commands.values()].flat();
}

function showChange(world: World, user: User, change: Change): ViewEvent | undefined {
  if (change.type === 'commands') return { type: 'commands', commands: showCommands(world) };
  if (change.type === 'message' && !canSee(world, user, change.message)) return undefined;
  return change;
}
