import type { Component, Modal, TextInput } from '../component.ts';
import { createSelect } from './component-view.ts';
import { button, element } from './element.ts';
import type { RenderMarkdown } from './render-markdown.ts';
import type { Words } from './words.ts';

type Values = Record<string, string | string[]>;

/** Shows a modal; `onSubmit` gets what was filled in, by custom id. Escape and Cancel close it without a word. */
export function openModal(
  modal: Modal,
  { words, render }: { words: Words; render: RenderMarkdown },
  onSubmit: (values: Values) => void,
): void {
  const values: Values = {};
  const fields = modal.components.flatMap((component): Node[] => {
    if (component.type === 10) return [element('div', { class: 'content' }, [render(component.content)])];
    if (component.type === 1) {
      return component.components.map((part) =>
        createField({ label: 'label' in part ? part.label : '', part }, values, words),
      );
    }
    const { label, description, component: part } = component;
    return [createField({ label, description, part }, values, words)];
  });
  const cancel = button({ class: 'button secondary' }, [words.cancel], () => dialog.close());
  const form = element('form', { method: 'dialog' }, [
    element('h2', { id: 'modal-title' }, [element('bdi', {}, [modal.title])]),
    ...fields,
    element('div', { class: 'modal-actions' }, [
      cancel,
      element('button', { type: 'submit', class: 'button primary' }, [words.submit]),
    ]),
  ]);
  const dialog = element('dialog', { class: 'modal', 'aria-labelledby': 'modal-title' }, [form]);
  form.addEventListener('submit', () => onSubmit(values));
  dialog.addEventListener('close', () => dialog.remove());
  document.body.append(dialog);
  dialog.showModal();
  form.querySelector<HTMLElement>('input, textarea, .select')?.focus();
}

type Field = {
  readonly label: string | null | undefined;
  readonly description?: string | null | undefined;
  readonly part: Component;
};

function createField({ label, description, part }: Field, values: Values, words: Words): HTMLElement {
  const isRequired = 'required' in part && part.required !== false;
  const control = createControl(part, values, words);
  return element(part.type === 4 ? 'label' : 'div', { class: 'field' }, [
    element('span', { class: 'field-label' }, [
      label ?? '',
      isRequired ? element('span', { class: 'required', 'aria-hidden': 'true' }, [' *']) : undefined,
    ]),
    description ? element('span', { class: 'field-description' }, [description]) : undefined,
    control,
  ]);
}

function createControl(part: Component, values: Values, words: Words): HTMLElement {
  if (part.type === 4) return createTextInput(part, values);
  if (part.type !== 3) return element('p', { class: 'unplayed' }, [words.unplayed]);
  values[part.custom_id] = part.options.filter((option) => option.default).map(({ value }) => value);
  return createSelect(part, words, (chosen) => {
    values[part.custom_id] = [...chosen];
  });
}

function createTextInput(input: TextInput, values: Values): HTMLElement {
  const attributes = {
    name: input.custom_id,
    required: input.required !== false,
    minlength: input.min_length ?? undefined,
    maxlength: input.max_length ?? 4_000,
    placeholder: input.placeholder ?? undefined,
  };
  const control =
    input.style === 2 ? element('textarea', { ...attributes, rows: 4 }) : element('input', attributes);
  control.value = input.value ?? '';
  values[input.custom_id] = control.value;
  control.addEventListener('input', () => {
    values[input.custom_id] = control.value;
  });
  return control;
}
