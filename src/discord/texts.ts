import type { WrittenLanguage } from '../knowledge/language.ts';

type Texts = {
  readonly commandOutOfDate: string;
  readonly buttonOutOfDate: string;
  /** `option` is shown as the user sees it; `reason` is English. */
  readonly wrongOption: (option: string, reason: string) => string;
  readonly failure: (interactionId: string) => string;
};

/** What is said to a user when a command or a button cannot be carried out. */
export const texts: Readonly<Record<WrittenLanguage, Texts>> = {
  english: {
    commandOutOfDate: 'This command is out of date. Reload Discord (Ctrl+R) and try again.',
    buttonOutOfDate: 'This button is out of date. Ask again to get a new one.',
    wrongOption: (option, reason) => `Please check the option “${option}”: ${reason}.`,
    failure: (id) =>
      `Sorry, something went wrong here. If it happens again, report it with this number: ${id}`,
  },
  chinese: {
    commandOutOfDate: '此命令已过期。请重新加载 Discord（Ctrl+R）后再试。',
    buttonOutOfDate: '此按钮已过期。请重新提问，以获得新的按钮。',
    wrongOption: (option) => `请检查选项“${option}”：这个值不能用。`,
    failure: (id) => `抱歉，这里出了问题。如果再次发生，请附上此编号报告：${id}`,
  },
};
