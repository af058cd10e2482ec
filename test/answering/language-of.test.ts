import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toTraditionalChinese } from '../../src/answering/chinese-script.ts';
import { languageOf } from '../../src/answering/language-of.ts';

describe('the language of a question', () => {
  it.each([
    "What was Alibaba's revenue?",
    'Q1 FY2026?',
    '',
    ' ',
    '¿Cuánto ganó?',
    'выручка?',
    '🐼？',
    '売り上げ'.slice(1, 2),
  ])('is English where it holds no Chinese character: %j', (question) => {
    expect(languageOf(question)).toBe('English');
  });

  it.each([
    '阿里巴巴这个季度的总收入是多少？',
    '阿里Q1 revenue多少',
    'What is 淘宝闪购?',
    '市值',
    '皇后的里程碑是什么',
  ])('is Simplified Chinese where no character is written in Traditional alone: %s', (question) => {
    expect(languageOf(question)).toBe('Simplified Chinese');
  });

  it.each(['9月1日阿里股價收盤上漲百分之幾？', '雲 revenue?', '馬云的花名', '淘寶', '營收年增率多少?'])(
    'is Traditional Chinese where one character is written in Traditional alone: %s',
    (question) => {
      expect(languageOf(question)).toBe('Traditional Chinese');
    },
  );

  it('is that of compatibility characters too', () => {
    expect(languageOf('\u{f901}')).toBe('Simplified Chinese');
    expect(languageOf('\u{f902}')).toBe('Traditional Chinese');
  });

  it('is the same whatever stands around the Chinese', () => {
    const around = fc.string({ unit: fc.constantFrom('a', 'Z', ' ', '9', '?', '\n', '😀', 'é') });
    const questions = ['阿里云收入', '阿里雲收入'] as const;
    fc.assert(
      fc.property(around, around, fc.constantFrom(...questions), (before, after, question) => {
        expect(languageOf(before + question + after)).toBe(languageOf(question));
      }),
    );
  });
});

describe('the conversion into Traditional Chinese', () => {
  it.each([
    ['吴泳铭', '吳泳銘'],
    ['风清扬', '風清揚'],
    ['饿了么', '餓了麼'],
    ['飞猪', '飛豬'],
    ['阿里云', '阿里雲'],
    ['2.61万亿港元', '2.61萬億港元'],
    ['“双重突破”', '「雙重突破」'],
    ['行业周期', '行業週期'],
    ["Alibaba's 2%", "Alibaba's 2%"],
  ])('writes %s as %s', (simplified, traditional) => {
    expect(toTraditionalChinese(simplified)).toBe(traditional);
  });
});
