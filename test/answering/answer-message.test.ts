import { describe, expect, it } from 'vitest';
import { answerMessage } from '../../src/answering/answer-message.ts';
import { sentencesOf } from '../../src/answering/sentences.ts';
import { shippedKnowledge } from '../discord/connected-bot.ts';

const knowledge = shippedKnowledge();

function answer(message: string): string[] {
  const given = answerMessage(knowledge, message);
  return given.status === 'answered' ? given.findings.map(({ id }) => id) : [given.status];
}

describe('a message', () => {
  it('that is a question is answered', () => {
    expect(answer('what was the net profit')).toEqual(['net-profit']);
  });

  it.each([
    'Hey team, morning all! Had a look at the numbers. How fast did Alibaba Cloud grow? Lunch at 12.',
    '大家早。昨天聊了很久。阿里云收入增长了多少？中午一起吃饭。',
  ])('is answered by the question in its midst: %s', (message) => {
    expect(answer(message)).toEqual(['cloud-revenue']);
  });

  it('is not answered by what it only says', () => {
    expect(answer('Tencent made 180bn. Was the profit of Tencent up?')).toEqual(['unknown']);
    expect(answer('good morning')).toEqual(['unknown']);
  });

  it('of any length is read', () => {
    expect(answer(`${'Long talk. '.repeat(400)}How fast did Alibaba Cloud grow?`)).toEqual(['cloud-revenue']);
  });
});

describe('the sentences of a text', () => {
  it('end at their marks and at line breaks, not at the point of a figure or a name', () => {
    expect(sentencesOf('Ele.me rose to 28.5%. Really? Yes!\nMore。对吗？对')).toEqual([
      'Ele.me rose to 28.5%.',
      'Really?',
      'Yes!',
      'More。',
      '对吗？',
      '对',
    ]);
  });
});
