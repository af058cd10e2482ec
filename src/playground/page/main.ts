import type { Action } from '../action.ts';
import type { Message, Outcome } from '../message.ts';
import type { CommandView, Example, Place, View, ViewEvent } from '../view.ts';
import type { Press } from './component-view.ts';
import { createComposer } from './composer.ts';
import { button, element } from './element.ts';
import { createListbox, isLow } from './listbox.ts';
import { createMarkdownParser } from './markdown.ts';
import { createFailureView, createMessageView, createPendingView } from './message-view.ts';
import { openModal } from './modal-view.ts';
import { createMarkdownRenderer } from './render-markdown.ts';
import { createSettings } from './settings.ts';
import { act, postMessage, watch, type Sender } from './server.ts';
import { wordsOf, type Words } from './words.ts';

const messageCommand = 3;
const places = ['guild', 'direct', 'group'] as const;

const parseMarkdown = createMarkdownParser();
const state: {
  view: View | undefined;
  place: Place;
  locale: string;
  stopWatching: () => void;
  readonly dismissed: Set<string>;
} = {
  view: undefined,
  place: 'guild',
  locale: localStorage.getItem('locale') ?? 'en-US',
  stopWatching: () => undefined,
  dismissed: new Set(),
};

showTheme(
  localStorage.getItem('theme') ?? (matchMedia('(prefers-color-scheme: light)').matches ? 'light' : 'dark'),
);
window.addEventListener('resize', () => document.querySelector('.messages') && scrollToEnd());
watchAs(undefined);

function watchAs(userId: string | undefined): void {
  state.stopWatching();
  state.stopWatching = watch(userId, {
    onEvent: receive,
    onState: (isConnected) => document.body.classList.toggle('offline', !isConnected),
  });
}

function receive(event: ViewEvent): void {
  if (event.type === 'view') {
    state.view = event.view;
    return showPage(event.view);
  }
  if (!state.view) return undefined;
  switch (event.type) {
    case 'commands':
      state.view = { ...state.view, commands: event.commands };
      return showMessages(state.view);
    case 'deletion':
      state.view = { ...state.view, messages: state.view.messages.filter(({ id }) => id !== event.id) };
      findShown(event.id)?.remove();
      return undefined;
    case 'message':
      return receiveMessage(state.view, event.message);
    default:
      return event satisfies never;
  }
}

function receiveMessage(view: View, message: Message): void {
  const isKnown = view.messages.some(({ id }) => id === message.id);
  const messages = isKnown
    ? view.messages.map((known) => (known.id === message.id ? message : known))
    : [...view.messages, message];
  state.view = { ...view, messages };
  if (message.channel_id !== view.channels[state.place] || state.dismissed.has(message.id)) return;
  const shown = findShown(message.id);
  const list = findList();
  const wasAtEnd = isAtEnd();
  const fresh = showMessage(state.view, message);
  if (shown) {
    const focused = document.activeElement;
    const customId = focused && shown.contains(focused) && focused.getAttribute('data-custom-id');
    shown.replaceWith(fresh);
    if (customId) fresh.querySelector<HTMLElement>(`[data-custom-id="${CSS.escape(customId)}"]`)?.focus();
  } else {
    list.querySelector('.welcome')?.remove();
    if (message.author.bot) list.querySelector('.pending')?.remove();
    list.append(fresh);
  }
  // Whoever reads further up stays there.
  if (wasAtEnd) scrollToEnd();
}

function showPage(view: View): void {
  const words = wordsOf(state.locale);
  document.documentElement.lang = state.locale;
  document.title = words.title;
  const composer = createComposer({
    words,
    channel: channelName(words),
    commands: () => state.view?.commands ?? [],
    post: (content) => void postMessage(sender(view), content),
    run: (name, options) => void runCommand(view, name, options),
    suggest: async (name, options, focused) => {
      const result = await act(sender(view), { type: 'autocomplete', name, options, focused });
      return 'outcome' in result && result.outcome.kind === 'choices' ? result.outcome.choices : [];
    },
  });
  document.body.replaceChildren(
    element('nav', { class: 'sidebar', 'aria-label': words.places }, [
      element('h1', {}, [words.title]),
      ...places.map((place) => createPlaceButton(view, place, words)),
    ]),
    element('main', {}, [
      element('header', {}, [
        element('h2', {}, [channelName(words)]),
        createSettings(
          { words, view, locale: state.locale },
          { onUser: watchAs, onLocale: setLocale, onTheme: setTheme },
        ),
      ]),
      element('p', { class: 'offline-note', role: 'status' }, [words.offline]),
      element('ol', {
        class: 'messages',
        role: 'log',
        tabindex: 0,
        'aria-label': `${words.messages}: ${channelName(words)}`,
        'aria-live': 'polite',
      }),
      composer.root,
    ]),
  );
  // A picture has its height when it is loaded, which is after it was scrolled to.
  findList().addEventListener('load', scrollToEnd, { capture: true });
  showMessages(view);
  composer.focus();
}

function createPlaceButton(view: View, place: Place, words: Words): HTMLElement {
  return button(
    { class: 'place', 'aria-current': place === state.place ? 'page' : undefined },
    [element('span', { 'aria-hidden': 'true' }, [place === 'guild' ? '#' : '@']), ` ${words[place]}`],
    () => {
      state.place = place;
      showPage(state.view ?? view);
    },
  );
}

function channelName(words: Words): string {
  return `${state.place === 'guild' ? '#' : '@'}${words[state.place]}`;
}

function showMessages(view: View): void {
  const here = view.messages.filter(
    ({ id, channel_id }) => channel_id === view.channels[state.place] && !state.dismissed.has(id),
  );
  const items = here.map((message) => showMessage(view, message));
  findList().replaceChildren(...(items.length === 0 ? [createWelcome(view)] : items));
  scrollToEnd();
}

function createWelcome(view: View): HTMLElement {
  const words = wordsOf(state.locale);
  const examples = view.examples.filter(({ locale }) => locale === words.locale);
  return element('li', { class: 'welcome' }, [
    element('div', { class: 'welcome-mark', 'aria-hidden': 'true' }, [state.place === 'guild' ? '#' : '@']),
    element('h3', {}, [`${words.welcome} ${channelName(words)}`]),
    element('p', {}, [words.introduction]),
    element(
      'div',
      { class: 'examples' },
      examples.map((example) => createExample(view, example)),
    ),
  ]);
}

function createExample(view: View, { command, options }: Example): HTMLElement {
  return button(
    { class: 'example' },
    [Object.values(options).join(' ')],
    () => void runCommand(view, command, options),
  );
}

function showMessage(view: View, message: Message): HTMLLIElement {
  const words = wordsOf(state.locale);
  const menu = view.commands.filter(({ type }) => type === messageCommand);
  return createMessageView(message, {
    words,
    render: createMarkdownRenderer(parseMarkdown, { words, users: view.users }),
    find: (id) => state.view?.messages.find((known) => known.id === id),
    press: (source, press) => void pressComponent(view, source, press),
    dismiss({ id }) {
      state.dismissed.add(id);
      findShown(id)?.remove();
      document.querySelector<HTMLElement>('.composer textarea')?.focus();
    },
    openMenu: menu.length === 0 ? undefined : (target, anchor) => openMenu({ view, menu, target, anchor }),
  });
}

async function runCommand(
  view: View,
  name: string,
  options: Readonly<Record<string, unknown>>,
): Promise<void> {
  await runInChannel(view, `/${name}`, { type: 'command', name, options });
}

async function runInChannel(view: View, label: string, action: Action): Promise<void> {
  const words = wordsOf(state.locale);
  const pending = createPendingView(view.user, label, words);
  const list = findList();
  list.querySelector('.welcome')?.remove();
  list.append(pending);
  scrollToEnd();
  const outcome = await tryTo(view, action);
  pending.remove();
  if (!outcome) {
    list.append(createFailureView({ user: view.user, command: label, text: words.noResponse }, words));
    scrollToEnd();
  }
}

async function pressComponent(view: View, message: Message, { customId, values }: Press): Promise<void> {
  const target = { messageId: message.id, customId };
  const outcome = await tryTo(
    view,
    values ? { type: 'select', ...target, values } : { type: 'button', ...target },
  );
  if (!outcome) showFailure(message.id);
}

function showFailure(messageId: string): void {
  const note = element('p', { class: 'failed', role: 'alert' }, [wordsOf(state.locale).failed]);
  const shown = findShown(messageId)?.querySelector('.message-main');
  shown?.querySelector('.failed')?.remove();
  const wasAtEnd = isAtEnd();
  shown?.append(note);
  if (wasAtEnd) scrollToEnd();
}

/** What the application answered; undefined when it did not. A modal is shown. */
async function tryTo(view: View, action: Action): Promise<Outcome | undefined> {
  const result = await act(sender(view), action).catch(() => ({ error: '' }));
  if ('error' in result) return undefined;
  const { outcome } = result;
  if (outcome.kind === 'modal') {
    const words = wordsOf(state.locale);
    const render = createMarkdownRenderer(parseMarkdown, { words, users: view.users });
    openModal(outcome.modal, { words, render }, (values) => {
      const label = outcome.modal.title;
      void runInChannel(view, label, { type: 'modal', id: outcome.id, values });
    });
  }
  return outcome;
}

function openMenu({
  view,
  menu,
  target,
  anchor,
}: {
  view: View;
  menu: readonly CommandView[];
  target: Message;
  anchor: HTMLElement;
}): void {
  const { locale, more } = wordsOf(state.locale);
  const list = createListbox(`menu-${target.id}`, more);
  list.root.classList.add('menu');
  list.root.classList.toggle('upward', isLow(anchor));
  const keys = new AbortController();
  const close = () => {
    keys.abort();
    list.hide();
    list.root.remove();
  };
  const entries = menu.map(({ name, name_localizations }) => ({
    label: name_localizations?.[locale] ?? name,
    pick() {
      close();
      document.querySelector<HTMLElement>('.composer textarea')?.focus();
      void runInChannel(view, name, { type: 'message-command', name, messageId: target.id });
    },
  }));
  anchor.after(list.root);
  anchor.focus();
  list.show(anchor, entries, 0);
  const { signal } = keys;
  anchor.addEventListener(
    'keydown',
    (event) => {
      if (event.key === 'Escape') close();
      else list.handleKey(event);
    },
    { signal },
  );
  anchor.addEventListener('blur', close, { signal });
}

function sender({ user }: View): Sender {
  return { userId: user.id, place: state.place, locale: state.locale };
}

function setLocale(locale: string): void {
  state.locale = locale;
  localStorage.setItem('locale', locale);
  if (state.view) showPage(state.view);
}

function setTheme(theme: string): void {
  localStorage.setItem('theme', theme);
  showTheme(theme);
}

function showTheme(theme: string): void {
  document.documentElement.dataset['theme'] = theme;
}

function findList(): HTMLElement {
  const list = document.querySelector<HTMLElement>('.messages');
  if (!list) throw new Error('The page is not shown yet');
  return list;
}

function findShown(id: string): HTMLElement | undefined {
  return document.querySelector<HTMLElement>(`.message[data-id="${CSS.escape(id)}"]`) ?? undefined;
}

function isAtEnd(): boolean {
  const { scrollHeight, scrollTop, clientHeight } = findList();
  return scrollHeight - scrollTop - clientHeight < 200;
}

function scrollToEnd(): void {
  const list = findList();
  list.scrollTop = list.scrollHeight;
}
