import { MessageFlags } from 'discord.js';
import type { Setting } from '../../src/playground/interactions.ts';
import type { Message } from '../../src/playground/message.ts';
import type { StandIn } from '../../src/playground/stand-in.ts';

type Shown = { readonly label: string; readonly customId: string };

/** The buttons of a message that can be pressed. */
function buttonsOf({ components: rows }: Message): Shown[] {
  return rows.flatMap((row) =>
    row.type === 1
      ? row.components.flatMap((component) =>
          component.type === 2 && !component.disabled
            ? [{ label: component.label ?? '', customId: component.custom_id ?? '' }]
            : [],
        )
      : [],
  );
}

/** What is written on the buttons of a message that can be pressed. */
export function labelsOf(message: Message): string[] {
  return buttonsOf(message).map(({ label }) => label);
}

export function isEphemeral({ flags }: Message): boolean {
  return (flags & MessageFlags.Ephemeral) !== 0;
}

/** How the app answered, with the message that it posted or changed. */
type Answered = { readonly kind: string; readonly message: Message };

/** Presses the button of a message that has a label. Rejects where there is none. */
export async function press(
  standIn: StandIn,
  { message, label }: { message: Message; label: string },
  setting: Setting,
): Promise<Answered> {
  const button = buttonsOf(message).find((one) => one.label === label);
  if (!button) throw new Error(`there is no button "${label}", only: ${labelsOf(message).join(', ')}`);
  return pressId(standIn, { message, customId: button.customId }, setting);
}

/** Presses the button of a message that has a custom id. */
export async function pressId(
  standIn: StandIn,
  { message, customId }: { message: Message; customId: string },
  setting: Setting = {},
): Promise<Answered> {
  const outcome = await standIn.act({ type: 'button', messageId: message.id, customId }, setting);
  return { kind: outcome.kind, message: findMessage(standIn, outcome) ?? message };
}

/** Chooses the entry of a message's select that has a label. */
export async function choose(
  standIn: StandIn,
  { message, label }: { message: Message; label: string },
  setting: Setting,
): Promise<Answered> {
  const selects = message.components
    .flatMap((row) => (row.type === 1 ? row.components : []))
    .flatMap((component) => (component.type === 3 ? [component] : []));
  const [chosen] = selects.flatMap(({ custom_id: customId, options }) =>
    options.filter((option) => option.label === label).map(({ value }) => ({ customId, values: [value] })),
  );
  if (!chosen) throw new Error(`there is no select with "${label}"`);
  const outcome = await standIn.act({ type: 'select', messageId: message.id, ...chosen }, setting);
  return { kind: outcome.kind, message: findMessage(standIn, outcome) ?? message };
}

/** Uses a message command on a message, and returns the reply. */
export async function useOn(
  standIn: StandIn,
  { message, name }: { message: Message; name: string },
  setting: Setting,
): Promise<Message> {
  const outcome = await standIn.act({ type: 'message-command', name, messageId: message.id }, setting);
  const reply = findMessage(standIn, outcome);
  if (!reply) throw new Error(`"${name}" was answered with ${outcome.kind}, not with a message`);
  return reply;
}

function findMessage(
  { world }: StandIn,
  outcome: { readonly kind: string; readonly messageId?: string },
): Message | undefined {
  return outcome.messageId === undefined ? undefined : world.messages.get(outcome.messageId);
}
