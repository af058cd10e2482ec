import type { Component } from '../src/discord/component.ts';
import { deleteMessage } from './delete-message.ts';
import { shareAnswer, shareChart } from './share-answer.ts';
import { chooseTopic, turnFigures } from './show-figures.ts';
import { showFinding } from './show-finding.ts';

/** The one list of what can be pressed or chosen from, however old the message is that it is on. */
export const components: readonly Component[] = [
  showFinding,
  turnFigures,
  chooseTopic,
  shareAnswer,
  shareChart,
  deleteMessage,
];
