import type { Command } from '../src/discord/command.ts';
import { ask } from './ask.ts';
import { figures } from './figures.ts';
import { source } from './source.ts';

/** The one list: what is registered, dispatched, tested and shown by /help. */
export const commands: readonly Command[] = [ask, figures, source];
