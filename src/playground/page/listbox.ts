import { element } from './element.ts';

export type Entry = {
  readonly label: string;
  readonly detail?: string | undefined;
  readonly isSelected?: boolean;
  readonly pick: () => void;
};

export type Listbox = {
  readonly root: HTMLElement;
  /** Shows the entries for the element that has the focus; `active` is the entry that Enter would pick. */
  show(owner: HTMLElement, entries: readonly Entry[], active?: number): void;
  hide(): void;
  isOpen(): boolean;
  /** Moves, picks and closes by the keyboard; true when the key was meant for the list. */
  handleKey(event: KeyboardEvent): boolean;
};

/** A list of entries under the control of an element that keeps the focus, as the ARIA combobox pattern has it. */
export function createListbox(id: string, label: string): Listbox {
  const root = element('ul', { id, role: 'listbox', 'aria-label': label, class: 'listbox', hidden: true });
  const state: { owner: HTMLElement | undefined; entries: readonly Entry[]; active: number } = {
    owner: undefined,
    entries: [],
    active: -1,
  };
  // A click must not take the focus from the owner.
  root.addEventListener('mousedown', (event) => event.preventDefault());

  function activate(index: number): void {
    state.active = index;
    for (const [at, item] of [...root.children].entries()) item.classList.toggle('active', at === index);
    const item = root.children[index];
    item?.scrollIntoView({ block: 'nearest' });
    if (item) state.owner?.setAttribute('aria-activedescendant', item.id);
    else state.owner?.removeAttribute('aria-activedescendant');
  }

  function hide(): void {
    root.hidden = true;
    root.replaceChildren();
    state.entries = [];
    state.owner?.setAttribute('aria-expanded', 'false');
    state.owner?.removeAttribute('aria-activedescendant');
  }

  return {
    root,
    hide,
    isOpen: () => !root.hidden,
    show(owner, entries, active = -1) {
      if (state.owner !== owner) hide();
      Object.assign(state, { owner, entries });
      owner.setAttribute('aria-controls', id);
      owner.setAttribute('aria-expanded', String(entries.length > 0));
      root.hidden = entries.length === 0;
      root.replaceChildren(
        ...entries.map((entry, index) => {
          const item = element(
            'li',
            { id: `${id}-${index}`, role: 'option', 'aria-selected': String(entry.isSelected ?? false) },
            [
              element('span', { class: 'entry-label' }, [entry.label]),
              entry.detail === undefined
                ? undefined
                : element('span', { class: 'entry-detail' }, [entry.detail]),
            ],
          );
          item.addEventListener('click', entry.pick);
          item.addEventListener('mousemove', () => {
            if (state.active !== index) activate(index);
          });
          return item;
        }),
      );
      activate(Math.min(active, entries.length - 1));
    },
    handleKey(event) {
      const { entries, active } = state;
      if (root.hidden || event.isComposing) return false;
      switch (event.key) {
        case 'ArrowDown':
          activate((active + 1) % entries.length);
          break;
        case 'ArrowUp':
          activate((Math.max(active, 0) + entries.length - 1) % entries.length);
          break;
        case 'Enter':
        case 'Tab':
          if (active === -1 || event.shiftKey) return false;
          entries[active]?.pick();
          break;
        case 'Escape':
          hide();
          break;
        default:
          return false;
      }
      event.preventDefault();
      event.stopPropagation();
      return true;
    },
  };
}

/** Whether a list under an element would have less room than one above it. */
export function isLow(owner: HTMLElement): boolean {
  return owner.getBoundingClientRect().top > window.innerHeight / 2;
}
