import { MessageFlags, type ChatInputCommandInteraction } from 'discord.js';
import type { Log } from '../log.ts';
import { OptionsError, type Command, type CommandContext, type Reply } from './command.ts';

export type Dispatching = {
  readonly commands: readonly Command[];
  readonly context: CommandContext;
  readonly log: Log;
};

/** Runs the command that an interaction names and sends its reply. Never rejects: what goes wrong is logged. */
export async function dispatch(
  interaction: ChatInputCommandInteraction,
  dispatching: Dispatching,
): Promise<void> {
  const { content, ephemeral = false } = await findReply(interaction, dispatching);
  try {
    await interaction.reply({
      content,
      allowedMentions: { parse: [] },
      flags: ephemeral
        ? [MessageFlags.SuppressEmbeds, MessageFlags.Ephemeral]
        : [MessageFlags.SuppressEmbeds],
    });
  } catch (error) {
    dispatching.log.error({ err: error, interactionId: interaction.id }, 'A reply could not be sent');
  }
}

async function findReply(
  interaction: ChatInputCommandInteraction,
  { commands, context, log }: Dispatching,
): Promise<Reply> {
  const { id, commandName, options } = interaction;
  const command = commands.find(({ data }) => data.name === commandName);
  if (!command) return toAsker('This command is out of date. Reload Discord (Ctrl+R) and try again.');
  try {
    return await command.run(
      Object.fromEntries(options.data.map(({ name, value }) => [name, value])),
      context,
    );
  } catch (error) {
    if (error instanceof OptionsError) return toAsker(error.message);
    log.error({ err: error, interactionId: id, command: commandName }, 'A command failed');
    return toAsker(
      `Sorry, something went wrong here. If it happens again, report it with this number: ${id}`,
    );
  }
}

function toAsker(content: string): Reply {
  return { content, ephemeral: true };
}
