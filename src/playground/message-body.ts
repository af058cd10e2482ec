import { MessageFlags } from 'discord.js';
import { z } from 'zod';
import {
  maxAttachments,
  maxComponents,
  maxContentLength,
  maxDisplayLength,
  maxEmbedsLength,
  maxRowButtons,
  maxRows,
} from '../discord/limits.ts';
import {
  listComponents,
  messageComponentSchema,
  modalSchema,
  type Component,
  type Path,
} from './component.ts';

const text = z.string().nullish();

const embedSchema = z.object({
  title: text,
  url: text,
  description: text,
  color: z.int().nullish(),
  author: z.object({ name: text }).nullish(),
  fields: z.array(z.object({ name: z.string(), value: z.string(), inline: z.boolean().nullish() })).nullish(),
  image: z.object({ url: text }).nullish(),
  footer: z.object({ text }).nullish(),
});

type Report = (path: Path, message: string) => void;

/** What a bot sends as a message, with the limits that Discord's description lacks. */
export const messageBodySchema = z
  .object({
    content: z.string().max(maxContentLength).nullish(),
    embeds: z.array(embedSchema).nullish(),
    components: z.array(messageComponentSchema).nullish(),
    attachments: z
      .array(z.object({ id: z.coerce.string(), description: text }))
      .max(maxAttachments)
      .nullish(),
    flags: z.int().nullish(),
    allowed_mentions: z
      .strictObject({
        parse: z.array(z.enum(['roles', 'users', 'everyone'])).optional(),
        roles: z.array(z.string()).max(100).optional(),
        users: z.array(z.string()).max(100).optional(),
        replied_user: z.boolean().optional(),
      })
      .nullish(),
  })
  .superRefine((body, context) => {
    const report: Report = (path, message) => context.addIssue({ code: 'custom', path: [...path], message });
    const components = body.components ?? [];
    if (((body.flags ?? 0) & MessageFlags.IsComponentsV2) === 0) reportLegacy(components, report);
    else reportVersion2(body, report);
    reportParts(components, report);
    reportMentions(body.allowed_mentions ?? {}, report);
    const embedsLength = (body.embeds ?? []).map(measureEmbed).reduce((sum, length) => sum + length, 0);
    if (embedsLength > maxEmbedsLength)
      report(['embeds'], `Embed size exceeds maximum size of ${maxEmbedsLength}`);
  });

export type MessageBody = z.output<typeof messageBodySchema>;

/** What a bot sends to open a modal, with the limits that Discord's description lacks. */
export const modalBodySchema = modalSchema.superRefine(({ components }, context) =>
  reportParts(components, (path, message) => context.addIssue({ code: 'custom', path: [...path], message })),
);

function reportLegacy(components: readonly Component[], report: Report): void {
  if (components.length > maxRows) report(['components'], `Must be ${maxRows} or fewer in length.`);
  for (const [index, { type }] of components.entries()) {
    if (type !== 1) report(['components', index, 'type'], 'Value must be one of {1}.');
  }
}

function reportVersion2(body: Pick<MessageBody, 'content' | 'embeds' | 'components'>, report: Report): void {
  const all = listComponents(body.components ?? []);
  const length = all.reduce(
    (sum, [component]) => sum + (component.type === 10 ? component.content.length : 0),
    0,
  );
  if (all.length > maxComponents) report(['components'], `Must be ${maxComponents} or fewer in length.`);
  if (length > maxDisplayLength)
    report(['components'], `Displayable text exceeds ${maxDisplayLength} characters.`);
  for (const field of ['content', 'embeds'] as const) {
    if (body[field]?.length) report([field], 'The MessageFlags.IS_COMPONENTS_V2 flag excludes this field.');
  }
}

function reportParts(components: readonly Component[], report: Report): void {
  const customIds = new Set<string>();
  for (const [component, path] of listComponents(components)) {
    if ('custom_id' in component && component.custom_id) {
      if (customIds.has(component.custom_id))
        report([...path, 'custom_id'], 'Component custom id cannot be duplicated');
      customIds.add(component.custom_id);
    }
    reportPart(component, (field, message) => report([...path, ...field], message));
  }
}

function reportPart(component: Component, report: Report): void {
  switch (component.type) {
    case 1: {
      const { components } = component;
      const isMixed = components.some(({ type }) => type !== 2) && components.length > 1;
      if (isMixed || components.length > maxRowButtons)
        report(['components'], `A row holds ${maxRowButtons} buttons or one other component.`);
      return;
    }
    case 2: {
      const isLink = component.style === 5;
      if (isLink ? !component.url : component.style < 5 && !component.custom_id)
        report([isLink ? 'url' : 'custom_id'], 'This field is required');
      if (isLink && component.custom_id) report(['custom_id'], 'A link button has no custom id.');
      if (!isLink && component.url) report(['url'], 'Only a link button has a url.');
      if (component.style < 6 && !component.label && !component.emoji)
        report(['label'], 'A button has a label or an emoji.');
      return;
    }
    case 3: {
      const { min_values, max_values, options } = component;
      if ((min_values ?? 1) > (max_values ?? 1)) report(['min_values'], 'Must be at most max_values.');
      if ((max_values ?? 1) > options.length)
        report(['max_values'], 'Must be at most the number of options.');
      if (new Set(options.map(({ value }) => value)).size < options.length)
        report(['options'], 'The specified option value is already used');
      if (options.filter((option) => option.default).length > (max_values ?? 1))
        report(['options'], 'More defaults than max_values.');
      return;
    }
    case 4:
      if ((component.min_length ?? 0) > (component.max_length ?? 4_000))
        report(['min_length'], 'Must be at most max_length.');
      if ((component.value?.length ?? 0) > (component.max_length ?? 4_000))
        report(['value'], 'Must be at most max_length.');
      return;
    default:
  }
}

function reportMentions(
  { parse = [], users, roles }: NonNullable<MessageBody['allowed_mentions']>,
  report: Report,
) {
  const message = 'parse and the list of ids are mutually exclusive.';
  if (parse.includes('users') && users?.length) report(['allowed_mentions', 'users'], message);
  if (parse.includes('roles') && roles?.length) report(['allowed_mentions', 'roles'], message);
}

function measureEmbed({ title, description, author, fields, footer }: z.output<typeof embedSchema>): number {
  const texts = [title, description, author?.name, footer?.text];
  const all = [...texts, ...(fields ?? []).flatMap(({ name, value }) => [name, value])];
  return all.reduce((sum, part) => sum + (part?.length ?? 0), 0);
}
