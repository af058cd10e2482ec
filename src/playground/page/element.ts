type Attributes = Readonly<Record<string, string | number | boolean | undefined>>;
type Child = Node | string | undefined;

/** An element with its attributes (true is an empty one, false and undefined are none) and its children. */
export function element<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  attributes: Attributes = {},
  children: readonly Child[] = [],
): HTMLElementTagNameMap[Tag] {
  const created = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value !== undefined && value !== false)
      created.setAttribute(name, value === true ? '' : String(value));
  }
  created.append(...children.filter((child) => child !== undefined));
  return created;
}

/** A button that does `onClick`, which gets the button. */
export function button(
  attributes: Attributes,
  children: readonly Child[],
  onClick: (button: HTMLButtonElement) => void,
): HTMLButtonElement {
  const created = element('button', { type: 'button', ...attributes }, children);
  created.addEventListener('click', () => onClick(created));
  return created;
}
