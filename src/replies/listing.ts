import { citedParagraphs, textsOf } from '../answering/word-answer.ts';
import type { Finding } from '../answering/finding.ts';
import { maxChoiceLength } from '../discord/limits.ts';
import { formatQuantity } from '../knowledge/format-quantity.ts';
import type { WrittenLanguage } from '../knowledge/language.ts';

const marks = { english: { colon: ': ', comma: ', ' }, chinese: { colon: '：', comma: '，' } } as const;

/** A finding as an entry of a list: its title and its figures, as many as fit. A figure is left out, never cut. */
export function listingOf(finding: Finding, language: WrittenLanguage): string {
  const { title } = textsOf(finding, language);
  const entries = figuresOf(finding, language).map((figures) => title + marks[language].colon + figures);
  return entries.find(({ length }) => length <= maxChoiceLength) ?? title;
}

/** The figures of a finding: with what the change is held against, without that, the value alone. */
function figuresOf({ quantity, result, facts, computed }: Finding, language: WrittenLanguage): string[] {
  if (result) return [result[language]];
  const [fact] = computed ? [] : facts;
  const start = fact?.from ? `${formatQuantity(fact.from, language)} → ` : '';
  const value = quantity === undefined ? [] : [start + formatQuantity(quantity, language)];
  if (!fact?.change) return value;
  const { amount, bound, basis, chinese } = fact.change;
  const size = formatQuantity({ amount: Math.abs(amount), unit: 'percent', bound }, language);
  const change = size.replace(/(?=\d)/, amount < 0 ? '−' : '+');
  const against = language === 'english' ? `${change} ${basis}` : chinese + change;
  return [against, change].map((text) => [...value, text].join(marks[language].comma)).concat(value);
}

/** A finding as a line of a list: its title, all its figures and its paragraphs. */
export function lineOf(finding: Finding, language: WrittenLanguage): string {
  const { colon } = marks[language];
  const [figures] = figuresOf(finding, language);
  const figure = figures === undefined ? '' : colon + figures;
  return `- **${textsOf(finding, language).title}**${figure} · ${paragraphsOf(finding, language)}`;
}

/** The paragraphs that a finding rests on, as short as a list needs them. */
export function paragraphsOf(finding: Finding, language: WrittenLanguage): string {
  const numbers = citedParagraphs(finding);
  return language === 'english' ? `par.\u00a0${numbers.join(', ')}` : `第${numbers.join('、')}段`;
}
