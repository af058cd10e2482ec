import type { View } from '../view.ts';
import { button, element } from './element.ts';
import { nameOf } from './user-name.ts';
import { languages, type Words } from './words.ts';

type Changes = {
  readonly onUser: (id: string) => void;
  readonly onLocale: (locale: string) => void;
  readonly onTheme: (theme: string) => void;
};

/** Who one is, in which language and in which theme. */
export function createSettings(
  { words, view, locale }: { words: Words; view: View; locale: string },
  { onUser, onLocale, onTheme }: Changes,
): HTMLElement {
  const users = view.users.map((user) => [user.id, nameOf(user)] as const);
  const locales = [...languages].map(([id, { name }]) => [id, name] as const);
  const theme = button(
    { class: 'theme', 'aria-label': words.theme, title: words.theme },
    [words[nextTheme()]],
    () => {
      onTheme(nextTheme());
      theme.textContent = words[nextTheme()];
    },
  );
  return element('div', { class: 'settings', role: 'group', 'aria-label': words.settings }, [
    createChoice({ label: words.user, entries: users, chosen: view.user.id }, onUser),
    createChoice({ label: words.language, entries: locales, chosen: locale }, onLocale),
    theme,
  ]);
}

function createChoice(
  {
    label,
    entries,
    chosen,
  }: { label: string; entries: readonly (readonly [string, string])[]; chosen: string },
  onChange: (value: string) => void,
): HTMLElement {
  const select = element(
    'select',
    { 'aria-label': label },
    entries.map(([value, name]) => element('option', { value, selected: value === chosen }, [name])),
  );
  select.addEventListener('change', () => onChange(select.value));
  return element('label', { class: 'setting' }, [element('span', {}, [label]), select]);
}

function nextTheme(): 'dark' | 'light' {
  return document.documentElement.dataset['theme'] === 'dark' ? 'light' : 'dark';
}
