import type { Command } from '../src/discord/command.ts';
import { ask } from './ask.ts';

/** The one list: what is registered, dispatched and tested. */
export const commands: readonly Command[] = [ask];
