import { setTimeout as sleep } from 'node:timers/promises';
import {
  ApplicationCommandType,
  ComponentType,
  MessageFlags,
  type AutocompleteInteraction,
  type ButtonInteraction,
  type ChatInputCommandInteraction,
  type Interaction,
  type Message,
  type MessageContextMenuCommandInteraction,
  type StringSelectMenuInteraction,
} from 'discord.js';
import { inScriptOf } from '../answering/chinese-script.ts';
import type { IndexedKnowledge } from '../answering/index-knowledge.ts';
import type { ChartDrawer } from '../charts/draw-charts.ts';
import { writtenFor } from '../knowledge/language.ts';
import type { Log } from '../log.ts';
import { OptionsError, type Choice, type Command, type CommandContext } from './command.ts';
import type { Component, ComponentMessage } from './component.ts';
import { splitCustomId } from './custom-id.ts';
import { maxChoices, responseTimeMs } from './limits.ts';
import { languageOfLocale } from './locale.ts';
import { toPosting, toUpdate, type Reply, type Response } from './reply.ts';
import { texts } from './texts.ts';

/** What the picture may take of the time that Discord waits for the reply. */
const maxDrawingMs = responseTimeMs / 2;

export type Dispatching = {
  readonly commands: readonly Command[];
  readonly components: readonly Component[];
  readonly knowledge: IndexedKnowledge;
  readonly drawChart: ChartDrawer['drawChart'];
  readonly log: Log;
};

/** Of what arrives, what this app has an answer to. */
type Answerable =
  | ChatInputCommandInteraction
  | MessageContextMenuCommandInteraction
  | ButtonInteraction
  | StringSelectMenuInteraction;

/**
 * Answers an interaction: runs the command or the component that it names and sends what comes of it. The one error
 * boundary: never rejects, what goes wrong is logged, and the user gets a short line.
 */
export async function dispatch(interaction: Interaction, dispatching: Dispatching): Promise<void> {
  const { log } = dispatching;
  const logged = { interactionId: interaction.id };
  try {
    if (interaction.isAutocomplete()) {
      await interaction.respond(findChoices(interaction, dispatching).slice(0, maxChoices));
    } else if (isAnswerable(interaction)) {
      await send(interaction, await findResponse(interaction, dispatching));
    }
  } catch (error) {
    log.error({ err: error, ...logged }, 'A reply could not be sent');
  }
}

function isAnswerable(interaction: Interaction): interaction is Answerable {
  return (
    interaction.isChatInputCommand() ||
    interaction.isMessageContextMenuCommand() ||
    interaction.isButton() ||
    interaction.isStringSelectMenu()
  );
}

async function send(interaction: Answerable, response: Response): Promise<void> {
  if (response.kind === 'post') {
    await interaction.reply(toPosting(response.reply));
    return;
  }
  if (!interaction.isMessageComponent()) throw new TypeError('A command has no message to change');
  if (response.kind === 'update') {
    await interaction.update(toUpdate(response.reply));
  } else {
    // With the interaction's own token: the bot may not be in the channel.
    await interaction.deferUpdate();
    await interaction.deleteReply();
  }
}

async function findResponse(interaction: Answerable, dispatching: Dispatching): Promise<Response> {
  const { id, locale } = interaction;
  const name = interaction.isMessageComponent()
    ? splitCustomId(interaction.customId).name
    : interaction.commandName;
  const language = languageOfLocale(locale);
  const say = texts[writtenFor(language)];
  const toUser = (content: string): Response => ({
    kind: 'post',
    reply: { content: inScriptOf(language, content), ephemeral: true },
  });
  try {
    if (interaction.isMessageComponent()) {
      return (await pressComponent(interaction, dispatching)) ?? toUser(say.buttonOutOfDate);
    }
    const reply = await runCommand(interaction, dispatching);
    return reply ? { kind: 'post', reply } : toUser(say.commandOutOfDate);
  } catch (error) {
    if (error instanceof OptionsError) return toUser(say.wrongOption(error.option, error.message));
    dispatching.log.error({ err: error, interactionId: id, name }, 'A command or a component failed');
    return toUser(say.failure(id));
  }
}

async function runCommand(
  interaction: ChatInputCommandInteraction | MessageContextMenuCommandInteraction,
  dispatching: Dispatching,
): Promise<Reply | undefined> {
  const { commandName, commandType } = interaction;
  const command = dispatching.commands.find(
    ({ data }) =>
      data.name === commandName && (data.type ?? ApplicationCommandType.ChatInput) === commandType,
  );
  const context = contextOf(interaction, dispatching);
  if (command?.kind === 'slash' && interaction.isChatInputCommand()) {
    return command.run(
      Object.fromEntries(interaction.options.data.map(({ name, value }) => [name, value])),
      context,
    );
  }
  if (command?.kind === 'message' && interaction.isMessageContextMenuCommand()) {
    const { content, url } = interaction.targetMessage;
    return command.run({ content, url }, context);
  }
  return undefined;
}

async function pressComponent(
  interaction: ButtonInteraction | StringSelectMenuInteraction,
  dispatching: Dispatching,
): Promise<Response | undefined> {
  const { customId, message, user } = interaction;
  const { name, parts } = splitCustomId(customId);
  const component = dispatching.components.find((known) => known.name === name);
  return component?.run(parts, {
    ...contextOf(interaction, dispatching),
    message: describeMessage(message),
    userId: user.id,
    isInvoker: message.interactionMetadata?.user.id === user.id,
    values: interaction.isStringSelectMenu() ? interaction.values : [],
  });
}

function describeMessage({ content, components, flags }: Message): ComponentMessage {
  const rows = components.flatMap((component) => {
    const row = component.toJSON();
    return row.type === ComponentType.ActionRow ? [row] : [];
  });
  return { content, rows, isEphemeral: flags.has(MessageFlags.Ephemeral) };
}

/** Discord waits for no second try, so a list that cannot be made is empty. */
function findChoices(interaction: AutocompleteInteraction, dispatching: Dispatching): readonly Choice[] {
  const { id, commandName, options } = interaction;
  const { name, value } = options.getFocused(true);
  try {
    const command = dispatching.commands.find(({ data }) => data.name === commandName);
    const suggest = command?.kind === 'slash' ? command.suggest.get(name) : undefined;
    return suggest?.(value, contextOf(interaction, dispatching)) ?? [];
  } catch (error) {
    dispatching.log.error({ err: error, interactionId: id, name: commandName }, 'An autocomplete failed');
    return [];
  }
}

function contextOf(
  { id, locale }: Interaction,
  { knowledge, commands, drawChart, log }: Dispatching,
): CommandContext {
  return {
    knowledge,
    commands,
    language: languageOfLocale(locale),
    async drawChart(chart) {
      try {
        return await Promise.race([drawChart(chart), failAfter(maxDrawingMs)]);
      } catch (error) {
        log.error({ err: error, interactionId: id }, 'A picture could not be drawn');
        return undefined;
      }
    },
  };
}

async function failAfter(milliseconds: number): Promise<never> {
  await sleep(milliseconds, undefined, { ref: false });
  throw new Error(`Drawing took more than ${milliseconds} ms`);
}
