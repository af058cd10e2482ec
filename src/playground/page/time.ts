import { element } from './element.ts';
import type { Words } from './words.ts';

const styles: Readonly<Record<string, Intl.DateTimeFormatOptions>> = {
  t: { timeStyle: 'short' },
  T: { timeStyle: 'medium' },
  d: { dateStyle: 'short' },
  D: { dateStyle: 'long' },
  f: { dateStyle: 'long', timeStyle: 'short' },
  F: { dateStyle: 'full', timeStyle: 'short' },
};

/** A time in one of Discord's styles: `R` is relative to now. */
export function describeTime(seconds: number, style: string, { locale }: Words): HTMLTimeElement {
  const date = new Date(seconds * 1_000);
  if (Number.isNaN(date.getTime())) return element('time', {}, ['?']);
  const full = new Intl.DateTimeFormat(locale, styles['F']).format(date);
  const text =
    style === 'R' ? describeDistance(seconds - Date.now() / 1_000, locale) : formatDate(date, style, locale);
  return element('time', { datetime: date.toISOString(), title: full, class: 'timestamp' }, [text]);
}

function formatDate(date: Date, style: string, locale: string): string {
  return new Intl.DateTimeFormat(locale, styles[style] ?? styles['f']).format(date);
}

function describeDistance(seconds: number, locale: string): string {
  const units = [
    ['year', 31_536_000],
    ['month', 2_592_000],
    ['day', 86_400],
    ['hour', 3_600],
    ['minute', 60],
  ] as const;
  const format = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' });
  const [unit, length] = units.find(([, size]) => Math.abs(seconds) >= size) ?? (['second', 1] as const);
  return format.format(Math.round(seconds / length), unit);
}
