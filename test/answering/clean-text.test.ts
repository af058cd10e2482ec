import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cleanText } from '../../src/answering/clean-text.ts';

/** Text that is rich in what cleaning deals with: mentions, links, emoji, odd quotes and dashes, both Chinese scripts. */
const messyText = fc
  .array(
    fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 6 }),
      fc.constantFrom(
        '<@123>',
        '<#9>',
        '<:pepe:12>',
        '<',
        '@',
        '1',
        '>',
        ':',
        'a',
        '@here',
        'https://',
        'x.y/z',
        ':smile:',
        '👍🏽',
        '🇨🇳',
        '❤️',
        '’',
        '“',
        '—',
        '…',
        '´',
        '營收',
        '雲',
        '云',
        '２４７',
        '％',
        '\r\n',
        '\n',
        '\u2028',
      ),
    ),
    { maxLength: 20 },
  )
  .map((parts) => parts.join(''));

const invisible = /[\p{Cf}\p{Cc}]/gu;

describe('cleaning a text', () => {
  it.each([
    ['ＢＡＢＡ　２４７．６％', 'BABA 247.6%'],
    ['﹩５０ ﬁgure', '$50 figure'],
  ])('turns full-width and joined signs into ordinary ones: %s', (typed, cleaned) => {
    expect(cleanText(typed)).toBe(cleaned);
  });

  it.each([
    ['阿里雲的營收', '阿里云的营收'],
    ['淨利潤與銷售費用', '净利润与销售费用'],
    ['餓了麼的市場份額', '饿了么的市场份额'],
    ['阿里云的营收', '阿里云的营收'],
  ])('turns Traditional Chinese into Simplified: %s', (typed, cleaned) => {
    expect(cleanText(typed)).toBe(cleaned);
  });

  it.each([
    ['what’s Alibaba‘s revenue ʼ `', "what's Alibaba's revenue ' '"],
    ['“cosmic” «ambitions» „here“', '"cosmic" "ambitions" "here"'],
    ['2024–2025 — a−b ‑ ―', '2024-2025 - a-b - -'],
  ])('makes quotes and dashes straight: %s', (typed, cleaned) => {
    expect(cleanText(typed)).toBe(cleaned);
  });

  it.each([
    '<@123456789012345678>',
    '<@!123456789012345678>',
    '<@&123456789012345678>',
    '<#123456789012345678>',
    '<:pepe:123456789012345678>',
    '<a:party:123456789012345678>',
    '<t:1756684800:R>',
    '</ask:123456789012345678>',
    '@everyone',
    '@here',
    'https://example.com/a?b=c#revenue',
    'http://example.com/net-profit',
    '🚀',
    '🇨🇳',
    '❤️',
    ':rocket:',
  ])('puts a space in the place of %s, which carries no words', (noise) => {
    expect(cleanText(`cloud${noise} revenue`)).toMatch(/^cloud +revenue$/);
  });

  it.each([
    ['zero-width space', '\u200b'],
    ['zero-width joiner', '\u200d'],
    ['soft hyphen', '\u00ad'],
    ['byte order mark', '\ufeff'],
    ['right-to-left override', '\u202e'],
    ['NUL', '\u0000'],
    ['escape', '\u001b'],
  ])('drops a %s without cutting the word in two', (_, mark) => {
    expect(cleanText(`re${mark}venue`)).toBe('revenue');
  });

  it('keeps capitals, and keeps every kind of line break as one', () => {
    expect(cleanText('BABA\nQ1\r\nFY26\rcloud\u2028AI')).toBe('BABA\nQ1\nFY26\ncloud\nAI');
  });

  it('takes a tab for a space', () => {
    expect(cleanText('net\tprofit')).toBe('net profit');
  });

  it('leaves plain English and Simplified Chinese as they are', () => {
    const plain = "What was Alibaba's net profit, in yuan? (Q1 FY2026) 阿里巴巴的净利润是多少?";
    expect(cleanText(plain)).toBe(plain);
  });

  it('never throws, and lets no unseen character through, whatever is typed', () => {
    fc.assert(
      fc.property(fc.oneof(messyText, fc.string({ unit: 'binary', maxLength: 200 })), (typed) => {
        expect(cleanText(typed).replaceAll('\n', '')).not.toMatch(invisible);
      }),
      { numRuns: 150 },
    );
  });

  it('finds nothing more to clean in a visible text that it has cleaned', () => {
    fc.assert(
      fc.property(messyText, (typed) => {
        const once = cleanText(typed.replaceAll(invisible, ' '));
        expect(cleanText(once)).toBe(once);
      }),
      { numRuns: 150 },
    );
  });
});
