import type { Choice } from '../message.ts';
import type { CommandView, OptionView } from '../view.ts';
import { button, element } from './element.ts';
import { createListbox, type Entry } from './listbox.ts';
import { readOption, type OptionValue } from './option-value.ts';
import type { Words } from './words.ts';

const slashCommand = 1;
const booleanOption = 5;
const maxLength = 2_000;

type Options = Readonly<Record<string, OptionValue>>;

export type ComposerContext = {
  readonly words: Words;
  readonly channel: string;
  readonly commands: () => readonly CommandView[];
  readonly post: (content: string) => void;
  readonly run: (name: string, options: Options) => void;
  readonly suggest: (
    name: string,
    options: Readonly<Record<string, unknown>>,
    focused: string,
  ) => Promise<readonly Choice[]>;
};

type Field = {
  readonly option: OptionView;
  readonly frame: HTMLElement;
  readonly input: HTMLInputElement;
  /** What was picked from a list; undefined when the text was typed. */
  picked: Choice | undefined;
};

/** The message box: a plain message, or a command that is completed and prompted for its options. */
export function createComposer(context: ComposerContext): { root: HTMLElement; focus(): void } {
  const { words } = context;
  const list = createListbox('completions', words.commands);
  const about = element('div', { class: 'about', id: 'about-option', 'aria-live': 'polite' });
  const error = element('p', { class: 'composer-error', role: 'alert' });
  const label = `${words.messagePlaceholder} ${context.channel}`;
  const text = element('textarea', {
    rows: 1,
    role: 'combobox',
    'aria-label': label,
    'aria-autocomplete': 'list',
    'aria-expanded': 'false',
    placeholder: label,
    autocomplete: 'off',
  });
  const filling = element('div', { class: 'filling', hidden: true });
  const root = element('form', { class: 'composer', 'aria-label': label, novalidate: true }, [
    element('div', { class: 'popup' }, [about, list.root]),
    error,
    element('div', { class: 'bar' }, [
      text,
      filling,
      element('button', { type: 'submit', class: 'send', 'aria-label': words.send, title: words.send }, [
        '➤',
      ]),
    ]),
  ]);
  const state: { command: CommandView | undefined; fields: readonly Field[]; asked: number } = {
    command: undefined,
    fields: [],
    asked: 0,
  };

  function completeCommand(): void {
    fit();
    error.textContent = '';
    const typed = /^\/(\S*)$/.exec(text.value)?.[1];
    const whole = /^\/(\S+)\s+(.*)$/s.exec(text.value);
    const named =
      whole &&
      findCommands('').find((command) => labelOf(command, words) === whole[1] || command.name === whole[1]);
    if (named) return beginCommand(named, whole[2]);
    if (typed === undefined) {
      about.replaceChildren();
      return list.hide();
    }
    const entries = findCommands(typed).map((command) => ({
      label: `/${labelOf(command, words)}`,
      detail: describe(command, words),
      pick: () => beginCommand(command),
    }));
    about.replaceChildren(entries.length === 0 ? words.noCommands : words.commands);
    return list.show(text, entries, 0);
  }

  function findCommands(typed: string): readonly CommandView[] {
    const start = typed.toLowerCase();
    return context
      .commands()
      .filter(({ type }) => type === slashCommand)
      .filter((command) => [command.name, labelOf(command, words)].some((name) => name.startsWith(start)));
  }

  function beginCommand(command: CommandView, rest = ''): void {
    list.hide();
    state.command = command;
    state.fields = [];
    text.hidden = true;
    text.value = '';
    filling.hidden = false;
    filling.replaceChildren(
      button(
        { class: 'chip', 'aria-label': `/${labelOf(command, words)}: ${words.removeCommand}` },
        [`/${labelOf(command, words)}`],
        leaveCommand,
      ),
    );
    for (const option of command.options ?? []) if (option.required) addField(option);
    const [first] = state.fields;
    if (!first) about.replaceChildren(describe(command, words));
    if (first) first.input.value = rest;
    showRemaining();
    focus();
    if (first && rest !== '') void complete(first);
  }

  function leaveCommand(): void {
    state.command = undefined;
    state.fields = [];
    filling.hidden = true;
    text.hidden = false;
    error.textContent = '';
    about.replaceChildren();
    list.hide();
    text.focus();
  }

  function remainingOptions(): readonly OptionView[] {
    const named = new Set(state.fields.map(({ option }) => option.name));
    return (state.command?.options ?? []).filter(({ name }) => !named.has(name));
  }

  function showRemaining(): void {
    filling.querySelector('.remaining')?.remove();
    const remaining = remainingOptions().map((option) =>
      button(
        {
          class: 'add',
          'aria-label': `${words.add}: ${labelOf(option, words)}`,
          title: describe(option, words),
          tabindex: -1,
        },
        [`+ ${labelOf(option, words)}`],
        () => addField(option).input.focus(),
      ),
    );
    if (remaining.length > 0) filling.append(element('span', { class: 'remaining' }, remaining));
  }

  function addField(option: OptionView): Field {
    const name = labelOf(option, words);
    const input = element('input', {
      role: 'combobox',
      'aria-label': name,
      'aria-autocomplete': 'list',
      'aria-expanded': 'false',
      'aria-required': String(option.required ?? false),
      'aria-describedby': 'about-option',
      autocomplete: 'off',
      size: 4,
    });
    const frame = element('label', { class: 'option' }, [
      element('span', { class: 'option-name' }, [name]),
      input,
    ]);
    const field: Field = { option, frame, input, picked: undefined };
    state.fields = [...state.fields, field];
    filling.append(frame);
    showRemaining();
    input.addEventListener('focus', () => {
      showAbout(field);
      void complete(field);
    });
    input.addEventListener('blur', () => list.hide());
    input.addEventListener('input', () => {
      field.picked = undefined;
      input.removeAttribute('aria-invalid');
      error.textContent = '';
      void complete(field);
    });
    input.addEventListener('keydown', (event) => handleFieldKey(event, field));
    return field;
  }

  function removeField(field: Field): void {
    const index = state.fields.indexOf(field);
    state.fields = state.fields.filter((other) => other !== field);
    field.frame.remove();
    showRemaining();
    const previous = state.fields[index - 1];
    if (previous) previous.input.focus();
    else leaveCommand();
  }

  function handleFieldKey(event: KeyboardEvent, field: Field): void {
    if (list.handleKey(event) || event.isComposing) return;
    if (event.key === 'Escape') leaveCommand();
    else if (event.key === 'Backspace' && field.input.value === '') {
      event.preventDefault();
      removeField(field);
    } else if (event.key === 'Tab' && !event.shiftKey && field === state.fields.at(-1)) {
      // The next option is one Tab away, as in Discord; without one, Tab goes on to the button.
      const [next] = remainingOptions();
      if (!next || field.input.value === '') return;
      event.preventDefault();
      addField(next).input.focus();
    }
  }

  function showAbout({ option }: Field): void {
    const need = option.required ? words.required : words.optional;
    about.replaceChildren(
      element('strong', {}, [labelOf(option, words)]),
      element('span', { class: 'kind' }, [`${typeName(option, words)}, ${need}`]),
      element('span', {}, [describe(option, words)]),
    );
  }

  async function complete(field: Field): Promise<void> {
    const { option, input } = field;
    const fits = ({ name }: Choice) =>
      field.picked !== undefined || name.toLowerCase().includes(input.value.toLowerCase());
    const known = knownChoices(option, words);
    if (known) return showChoices(field, known.filter(fits), 0);
    if (!option.autocomplete || !state.command) return list.hide();
    state.asked += 1;
    const { asked } = state;
    const filled = Object.fromEntries(
      state.fields.map((other) => [other.option.name, other.picked?.value ?? other.input.value]),
    );
    const choices = await context.suggest(state.command.name, filled, option.name);
    // An answer that comes after the next key is of no use any more.
    if (asked !== state.asked || document.activeElement !== input) return undefined;
    return showChoices(field, choices, -1);
  }

  function showChoices(field: Field, choices: readonly Choice[], active: number): void {
    const entries = choices.map((choice): Entry => ({
      label: choice.name,
      isSelected: field.picked?.value === choice.value,
      pick() {
        field.picked = choice;
        field.input.value = choice.name;
        field.input.removeAttribute('aria-invalid');
        error.textContent = '';
        list.hide();
      },
    }));
    showAbout(field);
    list.show(field.input, entries, active);
    if (entries.length === 0) about.append(element('span', { class: 'kind' }, [words.noChoices]));
  }

  function submit(): void {
    const { command } = state;
    if (!command) return postText();
    const options: Record<string, OptionValue> = {};
    for (const { option, input, picked } of state.fields) {
      const read = readOption(option, { picked, typed: input.value }, words);
      if ('problem' in read) {
        error.textContent = `${labelOf(option, words)}: ${read.problem}`;
        input.setAttribute('aria-invalid', 'true');
        return input.focus();
      }
      if (read.value !== undefined) options[option.name] = read.value;
    }
    leaveCommand();
    return context.run(command.name, options);
  }

  function postText(): void {
    const content = text.value.trim();
    if (content === '') return;
    if (content.length > maxLength) {
      error.textContent = words.tooLong;
      return;
    }
    text.value = '';
    fit();
    context.post(content);
  }

  function fit(): void {
    text.rows = Math.min(text.value.split('\n').length, 8);
  }

  function focus(): void {
    const [first] = state.fields;
    const target = state.command ? (first?.input ?? filling.querySelector<HTMLElement>('.chip')) : text;
    target?.focus();
  }

  text.addEventListener('input', completeCommand);
  text.addEventListener('keydown', (event) => {
    if (list.handleKey(event)) return;
    if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    submit();
  });
  text.addEventListener('blur', () => list.hide());
  root.addEventListener('submit', (event) => {
    event.preventDefault();
    submit();
  });
  // A chip is a button: Enter on it would remove the command of one without options, where it is to run.
  filling.addEventListener('keydown', (event) => {
    if (event.target instanceof Element && event.target.matches('.chip')) {
      if (event.key === 'Escape' || event.key === 'Backspace') leaveCommand();
      else if (event.key === 'Enter') {
        event.preventDefault();
        submit();
      }
    }
  });
  return { root, focus };
}

type Named = Pick<OptionView, 'name' | 'name_localizations' | 'description' | 'description_localizations'>;

function labelOf(
  { name, name_localizations }: Pick<Named, 'name' | 'name_localizations'>,
  { locale }: Words,
): string {
  return name_localizations?.[locale] ?? name;
}

function describe({ description, description_localizations }: Named, { locale }: Words): string {
  return description_localizations?.[locale] ?? description;
}

function typeName({ type }: OptionView, words: Words): string {
  switch (type) {
    case 3:
      return words.text;
    case 4:
      return words.integer;
    case booleanOption:
      return words.boolean;
    case 10:
      return words.number;
    default:
      return words.other;
  }
}

function knownChoices({ type, choices }: OptionView, words: Words): readonly Choice[] | undefined {
  if (type === booleanOption) {
    return [
      { name: 'True', value: 'true' },
      { name: 'False', value: 'false' },
    ];
  }
  if (!choices?.length) return undefined;
  return choices.map((choice) => ({ name: labelOf(choice, words), value: choice.value }));
}
