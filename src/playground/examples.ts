import type { Example } from './view.ts';

const questions = {
  'en-US': [
    'How much revenue did Alibaba make?',
    'How fast did Alibaba Cloud grow?',
    'What was the net profit?',
    'What was the revenue of Tencent?',
  ],
  'zh-CN': [
    '阿里巴巴的净利润是多少？',
    '阿里云收入增长了多少？',
    '阿里巴巴的收入是多少？',
    '腾讯的收入是多少？',
  ],
};

/** What the page offers while the channel is empty; one of them is beyond the article, to show how that is said. */
export const examples: readonly Example[] = Object.entries(questions).flatMap(([locale, list]) =>
  list.map((question) => ({ locale, command: 'ask', options: { question } })),
);
