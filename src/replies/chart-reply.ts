import type { Finding } from '../answering/finding.ts';
import { writeAnswer } from '../answering/word-answer.ts';
import { chartOf } from '../charts/chart-of.ts';
import type { CommandContext } from '../discord/command.ts';
import type { Reply } from '../discord/reply.ts';
import { ownButton, relatedButtons, shareChartButton, viewButtons } from './buttons.ts';
import { createRows } from './rows.ts';
import type { Writing } from './writing.ts';

/** The text that goes with the picture of a finding: all that the picture shows stands in it or in its alternative text. */
export function replyWithChart(writing: Writing, finding: Finding, isPrivate: boolean): Reply {
  const { knowledge, language } = writing;
  return {
    content: writeAnswer(knowledge, { status: 'answered', findings: [finding] }, language),
    ephemeral: isPrivate,
    rows: createRows(relatedButtons(writing, [finding]), [
      ...viewButtons(writing, [finding], 'chart'),
      isPrivate ? shareChartButton(writing, finding) : ownButton(writing, false),
    ]),
  };
}

/** A reply with the picture of a finding, in the language of the user; without it where there is none or drawing failed. */
export async function withPicture(context: CommandContext, finding: Finding, reply: Reply): Promise<Reply> {
  const { knowledge, language, drawChart } = context;
  const chart = chartOf(knowledge, [finding], language);
  const drawn = chart && (await drawChart(chart));
  if (!drawn) return reply;
  const { png, altText } = drawn;
  return { ...reply, files: [{ name: `${finding.id}.png`, content: png, description: altText }] };
}
