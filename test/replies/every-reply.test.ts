import { MessageFlags } from 'discord.js';
import { CreateMessageInteractionCallbackRequestSchema } from 'discord-api-spec/zod';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { commands } from '../../commands/index.ts';
import type { CheckedClaim } from '../../src/answering/check-claims.ts';
import { compareFindings } from '../../src/answering/compare-findings.ts';
import { listTerms } from '../../src/answering/explained-terms.ts';
import { figureTopics } from '../../src/answering/key-figures.ts';
import { maxChoiceLength, maxContentLength } from '../../src/discord/limits.ts';
import { toPosting, type Reply } from '../../src/discord/reply.ts';
import type { Language } from '../../src/knowledge/language.ts';
import { messageBodySchema } from '../../src/playground/message-body.ts';
import { parseBody } from '../../src/playground/refusal.ts';
import { replyToAnswer } from '../../src/replies/answer-reply.ts';
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

/** Fails where Discord would refuse a reply, or where what is added to it later would not fit any more. */
function expectFit(reply: Reply): void {
  const { content, components, flags } = toPosting(reply);
  const flag = flags.reduce<number>((sum, one) => sum | one, 0);
  const data = { content, components, flags: flag, allowed_mentions: { parse: [] } };
  parseBody({ type: 4, data }, replySchema, CreateMessageInteractionCallbackRequestSchema);
  expect(content.length + longestAddition).toBeLessThanOrEqual(maxContentLength);
  expect(content).not.toMatch(/undefined|\{|\}|NaN/);
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

function inEach(write: (writing: Writing) => Reply, these = languages): void {
  for (const language of these) expectFit(writeReply({ knowledge, language }, write));
}

const pairs = findings.flatMap((first, index) =>
  findings.slice(index).map((second) => [first, second] as const),
);

describe('every reply is one that Discord takes, in every language', () => {
  it('each fact and each computed figure, for all and for one, with its source and its computation', () => {
    expect(findings.length).toBeGreaterThan(70);
    for (const finding of findings) {
      for (const isPrivate of [true, false]) {
        inEach((writing) => replyToAnswer(writing, { status: 'answered', findings: [finding] }, isPrivate));
      }
      inEach((writing) => replyWithSource(writing, finding));
      if (finding.computed) inEach((writing) => replyWithComputation(writing, finding));
    }
  });

  it('each pair of facts as one answer', () => {
    for (const [first, second] of pairs) {
      if (first === second) continue;
      const answer = { status: 'answered', findings: [first, second] } as const;
      inEach((writing) => replyToAnswer(writing, answer, true), ['English', 'Simplified Chinese']);
    }
  });

  it('each pair of facts set side by side', () => {
    for (const [first, second] of pairs) {
      const comparison = compareFindings(first, second);
      inEach(
        (writing) => replyWithComparison(writing, comparison, [first, second]),
        ['English', 'Simplified Chinese'],
      );
    }
  });

  it('a choice of the four longest titles, and what comes nearest', () => {
    for (const language of ['title', 'chinese'] as const) {
      const lengthOf = (finding: (typeof findings)[number]) =>
        (language === 'title' ? finding.title : finding.chinese.title).length;
      const longest = findings.toSorted((one, other) => lengthOf(other) - lengthOf(one)).slice(0, 4);
      inEach((writing) => replyToAnswer(writing, { status: 'choose', findings: longest }, false));
      inEach((writing) =>
        replyToAnswer(writing, { status: 'unknown', missing: [], nearest: longest.slice(0, 3) }, false),
      );
    }
  });

  it('each page of the figures of each topic, and each term', () => {
    const topics = figureTopics(knowledge).length;
    expect(topics).toBeGreaterThan(3);
    for (let topic = 0; topic <= topics; topic += 1) {
      for (let page = 1; page <= 5; page += 1) {
        inEach((writing) => replyWithFigures(writing, { topic, page, ephemeral: page % 2 === 0 }));
      }
    }
    expect(listTerms(knowledge).length).toBeGreaterThan(20);
    for (const term of listTerms(knowledge)) inEach((writing) => replyWithTerm(writing, term));
  });

  it('the source and the help', () => {
    inEach(replyWithSources);
    inEach((writing) => replyWithHelp(writing, commands));
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
    inEach((writing) => replyWithCheck(writing, claims));
    const { content } = writeReply({ knowledge, language: 'English' }, (writing) =>
      replyWithCheck(writing, claims),
    );
    expect(content).toMatch(/…and \d+ more\./);
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
        for (const { name, value } of suggestQuestions(text, { knowledge, language, commands })) {
          expect(name.length).toBeLessThanOrEqual(maxChoiceLength);
          expect(value.length).toBeLessThanOrEqual(maxChoiceLength);
          expect(name).not.toMatch(/…|\.\.\.$/);
        }
      }
    }
  });
});
