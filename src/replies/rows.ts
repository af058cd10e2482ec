import {
  ButtonStyle,
  ComponentType,
  type APIButtonComponentWithCustomId,
  type APIStringSelectComponent,
} from 'discord.js';
import { maxRowButtons } from '../discord/limits.ts';
import type { Row } from '../discord/reply.ts';

export type Button = APIButtonComponentWithCustomId;

/** A button; `main` is for what most people will press. */
export function createButton(
  label: string,
  customId: string,
  { disabled = false, main = false }: { readonly disabled?: boolean; readonly main?: boolean } = {},
): Button {
  return {
    type: ComponentType.Button,
    style: main ? ButtonStyle.Primary : ButtonStyle.Secondary,
    label,
    custom_id: customId,
    ...(disabled && { disabled }),
  };
}

/** Groups of buttons as rows: each group begins a row, and goes on in another where it does not fit into one. */
export function createRows(...groups: readonly (readonly Button[])[]): Row[] {
  return groups.flatMap((buttons) =>
    Array.from({ length: Math.ceil(buttons.length / maxRowButtons) }, (_, index) => ({
      type: ComponentType.ActionRow as const,
      components: buttons.slice(index * maxRowButtons, (index + 1) * maxRowButtons),
    })),
  );
}

/** A select has a row of its own. */
export function createSelectRow(select: APIStringSelectComponent): Row {
  return { type: ComponentType.ActionRow, components: [select] };
}
