import { MessageFlags } from 'discord.js';
import { CreateMessageInteractionCallbackRequestSchema } from 'discord-api-spec/zod';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { commands } from '../../commands/index.ts';
import type { CheckedClaim } from '../../src/answering/check-claims.ts';
import { compareFindings } from '../../src/answering/compare-findings.ts';
import type { Finding } from '../../src/answering/finding.ts';
import { listTerms } from '../../src/answering/explained-terms.ts';
import { figureTopics } from '../../src/answering/key-figures.ts';
import { titleOf } from '../../src/answering/word-answer.ts';
import { maxChoiceLength, maxContentLength } from '../../src/discord/limits.ts';
import { toPosting, type Reply } from '../../src/discord/reply.ts';
import type { Language } from '../../src/knowledge/language.ts';
import { messageBodySchema } from '../../src/playground/message-body.ts';
import { parseBody, Refusal } from '../../src/playground/refusal.ts';
import { replyToAnswer } from '../../src/replies/answer-reply.ts';
import { replyWithChart } from '../../src/replies/chart-reply.ts';
import { replyWithCheck } from '../../src/replies/check-reply.ts';
import { replyWithComparison } from '../../src/replies/comparison-reply.ts';
import { replyWithFigures } from '../../src/replies/figures-reply.ts';
import { replyWithComputation, replyWithSource } from '../../src/replies/finding-views.ts';
import { replyWithHelp } from '../../src/replies/help-reply.ts';
import { suggestQuestions } from '../../src/replies/suggestions.ts';
import { replyTexts } from '../../src/replies/reply-texts.ts';
import { replyWithSources } from '../../src/replies/source-reply.ts';
import { replyWithTerm } from '../../src/replies/term-reply.ts';
import { writeReply, type Writing } from '../../src/replies/writing.ts';
import { shippedKnowledge } from '../discord/connected-bot.ts';

const knowledge = shippedKnowledge();
const { findings } = knowledge;
const languages: readonly Language[] = ['English', 'Simplified Chinese', 'Traditional Chinese'];

const replySchema = z.object({ data: messageBodySchema });

/** What Discord would refuse of a reply, and what would not fit any more when something is added to it. */
function problemsOf(reply: Reply): string[] {
  const { content, components, flags } = toPosting(reply);
  const flag = flags.reduce<number>((sum, one) => sum | one, 0);
  const data = { content, components, flags: flag, allowed_mentions: { parse: [] } };
  const tooLong = content.length + longestAddition > maxContentLength;
  const unfilled = /undefined|[{}]|NaN/.test(content);
  return [
    ...refusalOf({ type: 4, data }),
    ...(tooLong ? [`${content.length} characters: ${content}`] : []),
    ...(unfilled ? [`not filled in: ${content}`] : []),
  ];
}

function refusalOf(body: unknown): string[] {
  try {
    parseBody(body, replySchema, CreateMessageInteractionCallbackRequestSchema);
    return [];
  } catch (error) {
    if (error instanceof Refusal) return [JSON.stringify(error.errors)];
    throw error;
  }
}

const { factsChanged, sharedBy, aboutMessage } = replyTexts.english;
const id = '9'.repeat(20);
// All that can come under a reply: on which message it is, that the facts have changed, who shared it.
const longestAddition = [
  factsChanged,
  sharedBy(id),
  aboutMessage(`https://discord.com/channels/${id}/${id}/${id}`),
]
  .map((line) => `\n-# ${line}`)
  .join('').length;

/** The problems of a reply in each language. */
function inEach(write: (writing: Writing) => Reply, these: readonly Language[] = languages): string[] {
  return these.flatMap((language) => problemsOf(writeReply({ knowledge, language }, write)));
}

const writtenLanguages = ['English', 'Simplified Chinese'] as const;

const pairs = findings.flatMap((first, index) =>
  findings.slice(index + 1).map((second) => [first, second] as const),
);

describe('every reply is one that Discord takes, in every language', () => {
  it('each fact and each computed figure, for all and for one, with its source and its computation', () => {
    expect(findings.length).toBeGreaterThan(70);
    const problems = findings.flatMap((finding) => {
      const answer = { status: 'answered', findings: [finding] } as const;
      return [
        ...inEach((writing) => replyToAnswer(writing, answer, true)),
        ...inEach((writing) => replyToAnswer(writing, answer, false)),
        ...inEach((writing) => replyWithSource(writing, finding)),
        ...inEach((writing) => replyWithChart(writing, finding, true)),
        ...inEach((writing) => replyWithChart(writing, finding, false)),
        ...(finding.computed ? inEach((writing) => replyWithComputation(writing, finding)) : []),
      ];
    });
    expect(problems).toEqual([]);
  });

  it('each pair of facts as one answer', () => {
    const problems = pairs.flatMap((pair) =>
      inEach(
        (writing) => replyToAnswer(writing, { status: 'answered', findings: pair }, true),
        writtenLanguages,
      ),
    );
    expect(problems).toEqual([]);
  });

  it('each pair of facts set side by side, and each fact beside itself', () => {
    const same = findings.map((finding) => [finding, finding] as const);
    const problems = [...pairs, ...same].flatMap(([first, second]) => {
      const comparison = compareFindings(first, second);
      return inEach((writing) => replyWithComparison(writing, comparison, [first, second]), writtenLanguages);
    });
    expect(problems).toEqual([]);
  });

  it('a choice of the four longest titles, and what comes nearest', () => {
    const problems = writtenLanguages.flatMap((language) => {
      const lengthOf = (finding: Finding) => titleOf(finding, language).length;
      const longest = findings.toSorted((one, other) => lengthOf(other) - lengthOf(one)).slice(0, 4);
      return [
        ...inEach((writing) => replyToAnswer(writing, { status: 'choose', findings: longest }, false)),
        ...inEach((writing) =>
          replyToAnswer(writing, { status: 'unknown', missing: [], nearest: longest.slice(0, 3) }, false),
        ),
      ];
    });
    expect(problems).toEqual([]);
  });

  it('each page of the figures of each topic', () => {
    const topics = [0, ...figureTopics(knowledge).map((_topic, index) => index + 1)];
    expect(topics.length).toBeGreaterThan(4);
    const problems = topics.flatMap((topic) =>
      [0, 1, 2, 3, 4, 99].flatMap((page) =>
        inEach((writing) => replyWithFigures(writing, { topic, page, ephemeral: page % 2 === 0 })),
      ),
    );
    expect(problems).toEqual([]);
  });

  it('each term, the source and the help', () => {
    expect(listTerms(knowledge).length).toBeGreaterThan(20);
    const problems = [
      ...listTerms(knowledge).flatMap((term) => inEach((writing) => replyWithTerm(writing, term))),
      ...inEach(replyWithSources),
      ...inEach((writing) => replyWithHelp(writing, commands)),
    ];
    expect(problems).toEqual([]);
  });

  it('a check of more claims than fit, of which it says how many are left out', () => {
    const longest = findings
      .toSorted((one, other) => other.statement.length - one.statement.length)
      .slice(0, 12);
    const claims: CheckedClaim[] = longest.flatMap((finding) =>
      (['supported', 'contradicted', 'open'] as const).map((verdict) => ({
        said: 'x'.repeat(300),
        verdict,
        finding,
      })),
    );
    const write = (writing: Writing) => replyWithCheck(writing, claims);
    expect(inEach(write)).toEqual([]);
    expect(writeReply({ knowledge, language: 'English' }, write).content).toMatch(/…and \d+ more\./);
  });
});

describe('every reply', () => {
  it('in Chinese has no button or heading in English', () => {
    for (const finding of findings) {
      const { rows = [], content } = writeReply({ knowledge, language: 'Simplified Chinese' }, (writing) =>
        replyToAnswer(writing, { status: 'answered', findings: [finding] }, true),
      );
      const labels = rows.flatMap(({ components }) =>
        components.map((component) => ('label' in component ? component.label : '')),
      );
      for (const label of labels) expect(label).toMatch(/\p{Script=Han}/u);
      expect(content).toMatch(/\p{Script=Han}/u);
    }
  });

  it('for one user alone has a button to share it, and for all one to delete it', () => {
    for (const isPrivate of [true, false]) {
      const reply = writeReply({ knowledge, language: 'English' }, (writing) =>
        replyToAnswer(writing, { status: 'choose', findings: findings.slice(0, 2) }, isPrivate),
      );
      expect(reply.ephemeral).toBe(isPrivate);
      const labels = JSON.stringify(reply.rows);
      expect(labels.includes('Share in this channel')).toBe(isPrivate);
      expect(labels.includes('Delete')).toBe(!isPrivate);
      const flags: readonly MessageFlags[] = toPosting(reply).flags;
      expect(flags.includes(MessageFlags.Ephemeral)).toBe(isPrivate);
    }
  });
});

describe('every suggestion', () => {
  it('fits into an entry and cuts no figure, whatever is typed', () => {
    const typed = [
      '',
      'r',
      'cloud',
      'net profit',
      'jack ma',
      '阿里云',
      '净利',
      ...findings.map(({ title }) => title),
    ];
    for (const language of languages) {
      for (const text of typed) {
        for (const { name, value } of suggestQuestions(text, { knowledge, language })) {
          expect(name.length).toBeLessThanOrEqual(maxChoiceLength);
          expect(value.length).toBeLessThanOrEqual(maxChoiceLength);
          expect(name).not.toMatch(/…|\.\.\.$/);
        }
      }
    }
  });
});
