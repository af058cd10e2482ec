import type { Bar, Chart } from './chart.ts';
import { inScriptOf } from '../answering/chinese-script.ts';
import { writtenFor } from '../knowledge/language.ts';
import { chartWords } from './chart-words.ts';

/** What the picture says, for those who cannot see it: every figure in it, in its language. */
export function altTextOf({ language, title, subtitle, hero, body }: Chart): string {
  const words = chartWords[writtenFor(language)];
  const say = ({ label, note, level }: Bar) =>
    `${note === undefined ? label : `${label} · ${note}`}${words.colon}${level.text}`;
  const heading = [title, subtitle].filter((text) => text !== undefined).join(' · ');
  const figure = hero ? [[hero.text, hero.note].filter((text) => text !== '').join(' ')] : [];
  const shown =
    body.kind === 'bars' ? body.bars : body.amounts ? [body.amounts.part, body.amounts.whole] : [];
  const kind = body.kind === 'bars' ? words.barChart : words.shareChart;
  const text = [
    `${kind}${words.colon}${heading}`,
    ...figure,
    ...(shown.length === 0 ? [] : [shown.map(say).join(words.semicolon)]),
  ]
    .join(words.stop)
    .concat(words.stop)
    .trim();
  return inScriptOf(language, text);
}
