import { MessageFlags } from 'discord.js';
import { describe, expect, it, vi } from 'vitest';
import { commands } from '../commands/index.ts';
import { components } from '../components/index.ts';
import type { Setting } from '../src/playground/interactions.ts';
import type { Message } from '../src/playground/message.ts';
import type { StandIn } from '../src/playground/stand-in.ts';
import { connectBot } from './discord/connected-bot.ts';

type Button = { readonly label: string; readonly customId: string };

/** The buttons of a message that can be pressed. */
function buttonsOf({ components: rows }: Message): Button[] {
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

async function ask(standIn: StandIn, question: string, setting: Setting & { private?: boolean } = {}) {
  const { private: isPrivate, ...place } = setting;
  const options = { question, ...(isPrivate !== undefined && { private: isPrivate }) };
  const { message } = await standIn.useCommand({ name: 'ask', options, ...place });
  return message;
}

/** Presses the button with a label, and returns how that was answered with the message that it left. */
async function press(standIn: StandIn, message: Message, label: string, setting: Setting = {}) {
  const button = buttonsOf(message).find((one) => one.label === label);
  if (!button)
    throw new Error(
      `no button ${label} among ${buttonsOf(message)
        .map((one) => one.label)
        .join()}`,
    );
  const outcome = await standIn.act(
    { type: 'button', messageId: message.id, customId: button.customId },
    setting,
  );
  const id = 'messageId' in outcome ? outcome.messageId : '';
  return { kind: outcome.kind, message: standIn.world.messages.get(id) ?? message };
}

const isEphemeral = ({ flags }: Message) => (flags & MessageFlags.Ephemeral) !== 0;

describe('an answer', () => {
  it('offers what is related, how it was computed, its source and its deletion', async () => {
    const { standIn } = await connectBot(commands, { components });
    const message = await ask(standIn, 'net margin?');
    expect(buttonsOf(message).map(({ label }) => label)).toEqual([
      'Net profit',
      'Revenue',
      'Revenue a year ago (implied)',
      'How it was computed',
      'Source',
      'Delete',
    ]);
  });

  it('gives whoever presses a view of their own, which changes in place from then on', async () => {
    const { standIn } = await connectBot(commands, { components });
    const message = await ask(standIn, 'net margin?');
    const user = standIn.world.otherUser;
    const first = await press(standIn, message, 'Net profit', { user });
    expect(first.kind).toBe('posted');
    expect(isEphemeral(first.message)).toBe(true);
    expect(first.message.content).toContain('42.382');
    const next = await press(standIn, first.message, 'Revenue', { user });
    expect(next.kind).toBe('updated');
    expect(next.message.content).toContain('247.652');
    expect(standIn.world.messages.get(message.id)).toEqual(message);
  });

  it('is deleted by whoever asked, and by nobody else', async () => {
    const { standIn } = await connectBot(commands, { components });
    const message = await ask(standIn, 'net margin?');
    const refused = await press(standIn, message, 'Delete', { user: standIn.world.otherUser });
    expect(refused.message.content).toContain('Only the person');
    expect(isEphemeral(refused.message)).toBe(true);
    await press(standIn, message, 'Delete');
    await vi.waitFor(() => expect(standIn.world.messages.has(message.id)).toBe(false));
  });

  it('that was private can be shared, naming who did', async () => {
    const { standIn } = await connectBot(commands, { components });
    const message = await ask(standIn, 'net margin?', { private: true });
    const shared = await press(standIn, message, 'Share in this channel');
    expect(shared.kind).toBe('posted');
    expect(isEphemeral(shared.message)).toBe(false);
    expect(shared.message.content).toBe(`${message.content}\n-# Shared by <@${standIn.world.user.id}>`);
    expect(buttonsOf(shared.message).map(({ label }) => label)).toContain('Delete');
    await press(standIn, shared.message, 'Delete');
    await vi.waitFor(() => expect(standIn.world.messages.has(shared.message.id)).toBe(false));
  });
});
