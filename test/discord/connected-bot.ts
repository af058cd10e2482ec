import type { DestinationStream } from 'pino';
import { expect, onTestFinished } from 'vitest';
import { indexKnowledge, type IndexedKnowledge } from '../../src/answering/index-knowledge.ts';
import { createChartDrawer, type ChartDrawer } from '../../src/charts/draw-charts.ts';
import type { Command, CommandContext } from '../../src/discord/command.ts';
import type { Component } from '../../src/discord/component.ts';
import { createGateway, type Gateway } from '../../src/discord/gateway.ts';
import { readKnowledge } from '../../src/knowledge/read-knowledge.ts';
import type { Text } from '../../src/discord/locale.ts';
import { createLog, type Log } from '../../src/log.ts';
import { knowledgeFolder } from '../../src/package-folder.ts';
import { startStandIn, type StandIn, type StandInSettings } from '../../src/playground/stand-in.ts';

export const token = 'stand-in.token.of-the-bot';

export type ConnectedBot = {
  readonly standIn: StandIn;
  readonly gateway: Gateway;
  /** The lines that the bot has logged so far. */
  readonly logged: readonly string[];
  /** The close codes with which the connection was lost for good. */
  readonly lost: readonly number[];
};

type BotSettings = {
  readonly components: readonly Component[];
  readonly drawChart: ChartDrawer['drawChart'];
  readonly heartbeatIntervalMs: number;
};

/** The real discord.js client with `commands` and `components`, connected to a stand-in of its own; both stop with the test. */
export async function connectBot(
  commands: readonly Command[],
  { components = [], drawChart = sharedDrawer.drawChart, ...settings }: Partial<BotSettings> = {},
): Promise<ConnectedBot> {
  const standIn = await startTestStandIn(settings);
  const { log, logged } = createTestLog();
  const lost: number[] = [];
  const gateway = createGateway({
    commands,
    components,
    knowledge: shippedKnowledge(),
    drawChart,
    log,
    apiUrl: standIn.apiUrl,
    onLost: (closeCode) => lost.push(closeCode),
  });
  onTestFinished(() => gateway.stop());
  await gateway.connect(token);
  return { standIn, gateway, logged, lost };
}

/** A stand-in that stops with the test, and fails it if it had to refuse something that the test did not take. */
export async function startTestStandIn(settings: Omit<StandInSettings, 'token'> = {}): Promise<StandIn> {
  const standIn = await startStandIn({ token, ...settings });
  onTestFinished(async () => {
    await standIn.stop();
    expect(standIn.takeViolations(), 'beyond what Discord takes').toEqual([]);
  });
  return standIn;
}

export function createTestLog(): { log: Log; logged: string[] } {
  const logged: string[] = [];
  const destination: DestinationStream = { write: (line) => logged.push(line) };
  return { log: createLog({ level: 'info', token }, destination), logged };
}

/** What a command gets from a user whose Discord is in English. */
export function createContext(): CommandContext {
  return {
    knowledge: shippedKnowledge(),
    language: 'English',
    commands: [],
    drawChart: sharedDrawer.drawChart,
  };
}

/** The project's own knowledge, read once in a file of tests, for it is frozen. */
export function shippedKnowledge(): IndexedKnowledge {
  shared.knowledge ??= indexKnowledge(readKnowledge(knowledgeFolder()));
  return shared.knowledge;
}

/** A text that is the same in each language, for commands whose texts do not matter. */
export function sameText(text: string): Text {
  return { english: text, chinese: text };
}

/** Loads what pictures are drawn with, as the program does at its start: a first picture without it may come too late. */
export async function warmUpPictures(): Promise<void> {
  await sharedDrawer.warmUp();
}

const sharedDrawer = createChartDrawer();
const shared: { knowledge?: IndexedKnowledge } = {};
