import { monitorEventLoopDelay, performance } from 'node:perf_hooks';
import { indexKnowledge } from '../src/answering/index-knowledge.ts';
import { chartOf } from '../src/charts/chart-of.ts';
import { createChartDrawer } from '../src/charts/draw-charts.ts';
import { readKnowledge } from '../src/knowledge/read-knowledge.ts';
import { knowledgeFolder } from '../src/package-folder.ts';

/** How long pictures take, how long they hold up everything else, and what memory they need. Run with `npm run bench:charts`. */

const count = 200;

const knowledge = indexKnowledge(readKnowledge(knowledgeFolder()));
const languages = ['English', 'Simplified Chinese', 'Traditional Chinese'] as const;
const charts = languages.flatMap((language) =>
  knowledge.findings.flatMap((finding) => chartOf(knowledge, [finding], language) ?? []),
);
const drawer = createChartDrawer();
const delay = monitorEventLoopDelay({ resolution: 1 });

const memoryBefore = megabytes();
const warmUpStart = performance.now();
await drawer.warmUp();
const warmUp = performance.now() - warmUpStart;
const memoryWarm = megabytes();

// Each once, so that the characters of all of them have been unpacked.
await Promise.all(charts.map((chart) => drawer.drawChart(chart)));

delay.enable();
const times: number[] = [];
let bytes = 0;
await Array.from({ length: count }).reduce(async (drawnBefore: Promise<void>, _, index) => {
  await drawnBefore;
  const chart = charts[index % charts.length];
  if (!chart) throw new Error('the base has no charts');
  const start = performance.now();
  const { png } = await drawer.drawChart(chart);
  times.push(performance.now() - start);
  bytes += png.length;
}, Promise.resolve());
delay.disable();

print(`${charts.length} charts, ${count} pictures of 1600 x 900, one after another`);
print(`warm-up         ${milliseconds(warmUp)}`);
print(`median          ${milliseconds(percentile(times, 0.5))}`);
print(`p95             ${milliseconds(percentile(times, 0.95))}`);
print(
  `event loop held ${milliseconds(delay.percentile(99) / 1e6)} (p99), ${milliseconds(delay.max / 1e6)} (longest)`,
);
print(`size            ${Math.round(bytes / count / 1000)} kB on average`);
print(`memory (RSS)    ${memoryBefore} MB before, ${memoryWarm} MB warm, ${megabytes()} MB after`);

function percentile(values: readonly number[], share: number): number {
  return values.toSorted((one, other) => one - other)[Math.floor(values.length * share)] ?? 0;
}

function megabytes(): number {
  return Math.round(process.memoryUsage().rss / 1e6);
}

function milliseconds(value: number): string {
  return `${value.toFixed(1)} ms`;
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}
