import { z } from 'zod';

// What the spec has accepted is read here: only the fields that the stand-in and the page look at.
const text = z.string().nullish();
const flag = z.boolean().nullish();
const count = z.int().nullish();
const emoji = z.object({ id: text, name: z.string() }).nullish();
const media = z.object({ url: z.string() });
const picture = z.object({ media, description: text, spoiler: flag });

const buttonSchema = z.object({
  type: z.literal(2),
  style: z.int(),
  label: text,
  emoji,
  custom_id: text,
  url: text,
  disabled: flag,
});
const selectSchema = z.object({
  type: z.literal(3),
  custom_id: z.string(),
  placeholder: text,
  min_values: count,
  max_values: count,
  required: flag,
  disabled: flag,
  options: z.array(
    z.object({ label: z.string(), value: z.string(), description: text, emoji, default: flag }),
  ),
});
const textInputSchema = z.object({
  type: z.literal(4),
  custom_id: z.string(),
  style: z.int(),
  label: text,
  value: text,
  placeholder: text,
  required: flag,
  min_length: count,
  max_length: count,
});
// Selects of users, roles and channels, uploads, checkboxes: shown as a note that the playground does not play them.
const unplayedSchema = z.object({
  type: z.literal([5, 6, 7, 8, 19, 21, 22, 23]),
  custom_id: z.string(),
});
const rowSchema = z.object({
  type: z.literal(1),
  components: z.array(z.union([buttonSchema, selectSchema, textInputSchema, unplayedSchema])),
});
const textDisplaySchema = z.object({ type: z.literal(10), content: z.string() });
const thumbnailSchema = z.object({ type: z.literal(11), ...picture.shape });
const sectionSchema = z.object({
  type: z.literal(9),
  components: z.array(textDisplaySchema),
  accessory: z.union([buttonSchema, thumbnailSchema]),
});
const gallerySchema = z.object({ type: z.literal(12), items: z.array(picture) });
const fileSchema = z.object({ type: z.literal(13), file: media });
const separatorSchema = z.object({ type: z.literal(14), divider: flag });
const blocks = [
  rowSchema,
  textDisplaySchema,
  sectionSchema,
  gallerySchema,
  fileSchema,
  separatorSchema,
] as const;
const containerSchema = z.object({
  type: z.literal(17),
  accent_color: count,
  components: z.array(z.union(blocks)),
});
const labelSchema = z.object({
  type: z.literal(18),
  label: z.string(),
  description: text,
  component: z.union([textInputSchema, selectSchema, unplayedSchema]),
});

export const messageComponentSchema = z.union([...blocks, containerSchema]);

export const modalSchema = z.object({
  custom_id: z.string(),
  title: z.string(),
  components: z.array(z.union([rowSchema, labelSchema, textDisplaySchema])),
});

export type Button = z.output<typeof buttonSchema>;
export type Select = z.output<typeof selectSchema>;
export type TextInput = z.output<typeof textInputSchema>;
type Row = z.output<typeof rowSchema>;
export type Picture = z.output<typeof picture>;
export type MessageComponent = z.output<typeof messageComponentSchema>;
export type Modal = z.output<typeof modalSchema>;
type ModalComponent = Modal['components'][number];
export type Component =
  | MessageComponent
  | ModalComponent
  | Row['components'][number]
  | z.output<typeof thumbnailSchema>
  | z.output<typeof labelSchema>['component'];

export type Path = readonly (string | number)[];

/** All components, nested ones too, each with its path. */
export function listComponents(
  components: readonly Component[],
  path: Path = ['components'],
): (readonly [Component, Path])[] {
  return components.flatMap((component, index) => {
    const here = [...path, index];
    const inner =
      'components' in component ? listComponents(component.components, [...here, 'components']) : [];
    const single = 'accessory' in component ? [[component.accessory, [...here, 'accessory']] as const] : [];
    const labelled = 'component' in component ? [[component.component, [...here, 'component']] as const] : [];
    return [[component, here] as const, ...inner, ...single, ...labelled];
  });
}
