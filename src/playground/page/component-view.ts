import type { Button, Component, Picture, Select } from '../component.ts';
import type { Message } from '../message.ts';
import { button, element } from './element.ts';
import { createListbox, isLow } from './listbox.ts';
import type { RenderMarkdown } from './render-markdown.ts';
import type { Words } from './words.ts';

export type Press = { readonly customId: string; readonly values?: readonly string[] };

export type ComponentContext = {
  readonly words: Words;
  readonly render: RenderMarkdown;
  readonly press: (press: Press) => void;
};

const buttonStyles = ['', 'primary', 'secondary', 'success', 'danger', 'secondary', 'primary'];

/** The components of a message as Discord shows them. */
export function createComponents(message: Message, context: ComponentContext): HTMLElement[] {
  return message.components.map((component) => createComponent(component, message, context));
}

function createComponent(component: Component, message: Message, context: ComponentContext): HTMLElement {
  const inner = (part: Component) => createComponent(part, message, context);
  switch (component.type) {
    case 1:
      return element('div', { class: 'row' }, component.components.map(inner));
    case 2:
      return createButton(component, context);
    case 3:
      return createSelect(component, context.words, (values) =>
        context.press({ customId: component.custom_id, values }),
      );
    case 9:
      return element('div', { class: 'section' }, [
        element('div', {}, component.components.map(inner)),
        inner(component.accessory),
      ]);
    case 10:
      return element('div', { class: 'content', dir: 'auto' }, [context.render(component.content)]);
    case 11:
      return createPicture(component, message);
    case 12:
      return element(
        'div',
        { class: 'gallery' },
        component.items.map((item) => createPicture(item, message)),
      );
    case 13:
      return element('a', { class: 'file', href: findUrl(component.file.url, message), download: true }, [
        component.file.url.replace('attachment://', ''),
      ]);
    case 14:
      return element('hr', { class: component.divider === false ? 'spacer' : 'divider' });
    case 17: {
      const view = element('div', { class: 'container' }, component.components.map(inner));
      if (component.accent_color) view.style.borderInlineStartColor = colour(component.accent_color);
      return view;
    }
    default:
      return element('p', { class: 'unplayed' }, [context.words.unplayed]);
  }
}

function colour(value: number): string {
  return `#${value.toString(16).padStart(6, '0')}`;
}

function createButton(component: Button, { words, press }: ComponentContext): HTMLElement {
  const { style, label, emoji, custom_id: customId, url, disabled } = component;
  const children = [emoji?.id ? undefined : emoji?.name, label]
    .filter((part) => typeof part === 'string')
    .join(' ');
  const text = element('bdi', {}, [children]);
  const look = `button ${buttonStyles[style] ?? 'secondary'}`;
  if (style === 5 && url && /^https?:\/\//i.test(url)) {
    return element('a', { class: look, href: url, target: '_blank', rel: 'noopener noreferrer' }, [
      text,
      ' ↗',
    ]);
  }
  return button(
    {
      class: look,
      disabled: disabled ?? style >= 5,
      'data-custom-id': customId ?? undefined,
      ...(!children && { 'aria-label': words.unplayed }),
    },
    [text],
    () => {
      if (customId) press({ customId });
    },
  );
}

/** A select of strings; `onChange` gets the chosen values, at once where one may be chosen, else when it closes. */
export function createSelect(
  select: Select,
  words: Words,
  onChange: (values: readonly string[]) => void,
): HTMLElement {
  const { custom_id: customId, placeholder, options, disabled } = select;
  const [min, max] = [select.min_values ?? 1, select.max_values ?? 1];
  const chosen = new Set(options.filter((option) => option.default).map(({ value }) => value));
  const label = placeholder ?? words.choose;
  const list = createListbox(`select-${crypto.randomUUID()}`, label);
  if (max > 1) list.root.setAttribute('aria-multiselectable', 'true');
  const text = element('span', { class: 'select-text' });
  const control = button(
    {
      class: 'select',
      role: 'combobox',
      'aria-haspopup': 'listbox',
      'aria-expanded': 'false',
      'aria-label': label,
      disabled: disabled ?? false,
      'data-custom-id': customId,
    },
    [text, element('span', { 'aria-hidden': 'true' }, ['▾'])],
    () => (list.isOpen() ? close() : open()),
  );
  const before = { values: [...chosen].join('\n') };

  function describe(): void {
    const labels = options.filter(({ value }) => chosen.has(value)).map((option) => option.label);
    text.textContent = labels.length === 0 ? label : labels.join(', ');
    text.classList.toggle('placeholder', labels.length === 0);
  }
  function open(active = 0): void {
    const entries = options.map(({ value, label: name, description, emoji }, index) => ({
      label: [emoji?.id ? undefined : emoji?.name, name]
        .filter((part) => part !== undefined && part !== null)
        .join(' '),
      detail: description ?? undefined,
      isSelected: chosen.has(value),
      pick: () => pick(value, index),
    }));
    list.root.classList.toggle('upward', isLow(control));
    list.show(control, entries, active);
  }
  function pick(value: string, index: number): void {
    if (max === 1) {
      chosen.clear();
      chosen.add(value);
      return close();
    }
    if (!chosen.delete(value) && chosen.size < max) chosen.add(value);
    describe();
    return open(index);
  }
  function close(): void {
    list.hide();
    describe();
    const values = [...chosen].join('\n');
    if (values === before.values || chosen.size < min) return;
    before.values = values;
    onChange([...chosen]);
  }
  control.addEventListener('keydown', (event) => {
    if (list.isOpen() && (event.key === 'Escape' || event.key === 'Tab')) {
      event.stopPropagation();
      close();
    } else if (!list.handleKey(event) && !list.isOpen() && event.key.startsWith('Arrow')) {
      event.preventDefault();
      open();
    }
  });
  control.addEventListener('blur', () => {
    if (list.isOpen()) close();
  });
  describe();
  return element('div', { class: 'select-box' }, [control, list.root]);
}

function createPicture({ media, description }: Picture, message: Message): HTMLElement {
  const src = findUrl(media.url, message);
  return src === undefined
    ? element('span', { class: 'unplayed' }, [description ?? media.url])
    : element('img', { src, alt: description ?? '' });
}

// A picture from another host is not fetched.
function findUrl(url: string, { attachments }: Message): string | undefined {
  return attachments.find(({ filename }) => url === `attachment://${filename}`)?.url;
}
