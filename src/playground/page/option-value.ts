import type { Choice } from '../message.ts';
import type { OptionView } from '../view.ts';
import type { Words } from './words.ts';

export type OptionValue = string | number | boolean;

/** What an option is given; undefined where it is left out. */
type Read = { readonly value: OptionValue | undefined } | { readonly problem: string };

/** Reads what was typed or picked for an option, with the checks that Discord makes before it sends a command. */
export function readOption(
  option: OptionView,
  { picked, typed }: { picked: Choice | undefined; typed: string },
  words: Words,
): Read {
  const text = typed.trim();
  if (text === '') return option.required ? { problem: words.missing } : { value: undefined };
  if (picked && option.type !== 5) return { value: picked.value };
  if (option.choices?.length) return readChoice(option.choices, text, words);
  switch (option.type) {
    case 3:
      return withinRange(option, text.length, words) ?? { value: text };
    case 4:
      if (!/^[-+]?\d{1,15}$/.test(text)) return { problem: words.notInteger };
      return withinRange(option, Number(text), words) ?? { value: Number(text) };
    case 5:
      if (!['true', 'false'].includes(text.toLowerCase())) return { problem: words.notChoice };
      return { value: text.toLowerCase() === 'true' };
    case 10:
      if (!Number.isFinite(Number(text))) return { problem: words.notNumber };
      return withinRange(option, Number(text), words) ?? { value: Number(text) };
    default:
      return { value: text };
  }
}

function readChoice(choices: readonly Choice[], text: string, words: Words): Read {
  const chosen = choices.find(({ name, value }) => [name, String(value)].includes(text));
  return chosen ? { value: chosen.value } : { problem: words.notChoice };
}

function withinRange(option: OptionView, measure: number, words: Words): { problem: string } | undefined {
  const min = option.min_length ?? option.min_value;
  const max = option.max_length ?? option.max_value;
  if (measure >= (min ?? -Infinity) && measure <= (max ?? Infinity)) return undefined;
  const bounds = [min === undefined ? '' : `≥ ${min}`, max === undefined ? '' : `≤ ${max}`];
  return { problem: `${words.outOfRange} ${bounds.filter((bound) => bound !== '').join(', ')}` };
}
