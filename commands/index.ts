import type { Command } from '../src/discord/command.ts';
import { answerThis } from './answer-this.ts';
import { ask } from './ask.ts';
import { chart } from './chart.ts';
import { checkThis } from './check-this.ts';
import { compare } from './compare.ts';
import { explain } from './explain.ts';
import { figures } from './figures.ts';
import { help } from './help.ts';
import { source } from './source.ts';

/** The one list: what is registered, dispatched, tested and shown by /help. */
export const commands: readonly Command[] = [
  ask,
  figures,
  compare,
  chart,
  explain,
  source,
  help,
  answerThis,
  checkThis,
];
