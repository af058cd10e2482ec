import { describe, expect, it } from 'vitest';
import { createCalendar } from '../../src/answering/calendar.ts';
import { createLexicon } from '../../src/answering/lexicon.ts';
import { figureKey, readPrinted } from '../../src/curating/read-printed.ts';
import { readKnowledge } from '../../src/knowledge/read-knowledge.ts';
import { knowledgeFolder } from '../../src/package-folder.ts';

const knowledge = readKnowledge(knowledgeFolder());
const context = { lexicon: createLexicon(knowledge), calendar: createCalendar(knowledge) };
const read = (text: string) => readPrinted(text, context);
const keysIn = (text: string) => read(text).map(({ key }) => key);
const shownIn = (text: string, kind: string) =>
  read(text).flatMap((printed) => (printed.kind === kind ? [printed.text] : []));

describe('what a text prints', () => {
  it.each([
    ['RMB 33.398 billion', '33,398 million yuan'],
    ['RMB 33.398 billion', '¥33.398bn'],
    ['RMB 33.398 billion', '333.98亿元'],
    ['HK$2.61 trillion', 'HK$ 2,610bn'],
    ['26%', '26 percent'],
    ['more than RMB 10 billion', '10+ billion yuan'],
    ['more than 20%', 'over 20%'],
    ['more than 300 million', 'exceeded 300 million'],
    ['nearly 15%', 'almost 15%'],
    ['from 13% to 28%', 'from 13 percent to 28 percent'],
    ['1 September 2025', 'September 1st'],
    ['Q1 FY2026', 'the June 2025 quarter'],
    ['three months ended 30 June 2025', 'three months to June 30'],
    ['three-year', '3 years'],
    ['Ele.me', '饿了么'],
  ])('is the same for "%s" and "%s"', (one, other) => {
    expect(keysIn(one)).not.toEqual([]);
    expect(keysIn(other)).toEqual(keysIn(one));
  });

  it.each([
    ['RMB 33.398 billion', 'RMB 33.397 billion'],
    ['RMB 33.398 billion', 'HK$33.398 billion'],
    ['RMB 33.398 billion', 'RMB 33.398 million'],
    ['more than 20%', '20%'],
    ['more than 20%', 'nearly 20%'],
    ['20%', '20 percentage points'],
    ['from 13% to 28%', 'from 28% to 13%'],
    ['1 September 2025', '2 September 2025'],
    ['three months ended 30 June 2025', 'three months ended 29 June 2025'],
    ['HK09988', 'HK09998'],
    ['Jack Ma', 'Eddie Wu'],
  ])('is not the same for "%s" and "%s"', (one, other) => {
    expect(keysIn(other)).not.toEqual(keysIn(one));
  });

  it('is the same as what a fact holds as a value', () => {
    expect(keysIn('more than 380 billion yuan')).toEqual([
      figureKey({ amount: 380, scale: 'billion', unit: 'CNY', bound: 'more than' }),
    ]);
    expect(keysIn('300 million users')).toContain(
      figureKey({ amount: 300, scale: 'million', unit: 'users', bound: 'exactly' }),
    );
  });

  it('has the date of a dateline without spaces', () => {
    expect(shownIn('Deep News09-01', 'date')).toEqual(['09-01']);
  });

  it('has no date in what a change is measured against', () => {
    expect(
      shownIn('It rose 5% from a year ago, more than in the same quarter of last year.', 'date'),
    ).toEqual([]);
  });

  it('has names: terms of the vocabulary, and words with a capital within a sentence', () => {
    expect(shownIn('The code name of Jack Ma is Feng Qingyang. Nobody else has one.', 'name')).toEqual([
      'Jack Ma',
      'Feng',
      'Qingyang',
    ]);
  });
});
