import { Locale, type APIApplicationCommandOption } from 'discord.js';
import type { Command, SlashCommand } from '../discord/command.ts';
import type { Reply } from '../discord/reply.ts';
import type { WrittenLanguage } from '../knowledge/language.ts';
import type { Writing } from './writing.ts';

/** What the app can be asked: every command with its options. For the asker alone. */
export function replyWithHelp({ language, texts }: Writing, commands: readonly Command[]): Reply {
  const lines = commands.map((command) => {
    const shown =
      command.kind === 'slash'
        ? [`/${nameOf(command.data, language)}`, ...optionsOf(command.data, language)].join(' ')
        : texts.inMenu(nameOf(command.data, language));
    return `- **${shown}**${texts.colon}${command.description[language]}`;
  });
  return {
    content: [texts.help, ...lines, `-# ${texts.disclaimer}`].join('\n'),
    ephemeral: true,
  };
}

function nameOf(
  { name, name_localizations: names }: Command['data'] | APIApplicationCommandOption,
  language: WrittenLanguage,
): string {
  return language === 'english' ? name : (names?.[Locale.ChineseCN] ?? name);
}

function optionsOf({ options = [] }: SlashCommand['data'], language: WrittenLanguage): string[] {
  return options.map((option) => {
    const name = nameOf(option, language);
    return option.required ? `<${name}>` : `[${name}]`;
  });
}
