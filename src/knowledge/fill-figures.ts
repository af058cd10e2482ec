import { formatQuantity } from './format-quantity.ts';
import type { WrittenLanguage } from './language.ts';
import type { Quantity } from './quantity.ts';
import { figureNames, type Fact, type FigureName } from './schema.ts';

/** The texts of a fact in one language. */
export type FactTexts = Pick<Fact, 'title' | 'statement' | 'explanation'>;

/** For the person who writes a text. */
export const howToWrite =
  "write {value}, {from}, {change}, or another fact's figure such as {cloud-revenue.value}";

/** A fact's figure as it is printed; undefined where the fact has none. A change is one in percent. */
export function figureOf({ from, value, change }: Fact, name: FigureName): Quantity | undefined {
  const figures = { from, value, change: change && { ...change, unit: 'percent' as const } };
  return figures[name];
}

/** The texts of a fact in a language, as they are written. */
export function textsIn(fact: Fact, language: WrittenLanguage): FactTexts {
  return language === 'english' ? fact : fact.chinese;
}

type Filling = {
  readonly fact: Fact;
  /** All facts of the article, by id. */
  readonly facts: ReadonlyMap<string, Fact>;
  readonly language: WrittenLanguage;
};

/** A text with its figures. What cannot be filled stays as it is: in words what is wrong, and facts that do not exist. */
type FilledText = {
  readonly filled: string;
  readonly problems: readonly string[];
  readonly unknownFacts: readonly string[];
};

/**
 * Fills the placeholders of a text with figures as they are printed in its language: `{value}`, `{from}`, `{change}` of
 * the fact that the text belongs to, `{cloud-revenue.value}` of another one.
 */
export function fillFigures(text: string, { fact, facts, language }: Filling): FilledText {
  const problems: string[] = [];
  const unknownFacts: string[] = [];
  const filled = text.replaceAll(
    /\{(?:([^{}]*)\.)?([^{}.]*)\}|[{}]/g,
    (placeholder, id: string = fact.id, figure) => {
      const name = figureNames.find((known) => known === figure);
      const owner = id === fact.id ? fact : facts.get(id);
      const quantity = owner && name && figureOf(owner, name);
      if (quantity) return formatQuantity(quantity, language);
      if (!name) problems.push(`${placeholder} is no figure: ${howToWrite}`);
      else if (owner) problems.push(`${placeholder}: the fact "${id}" has no ${name}`);
      else unknownFacts.push(id);
      return placeholder;
    },
  );
  return { filled, problems, unknownFacts };
}

/** A fact whose texts show its figures, in both languages. */
export function withFigures(fact: Fact, facts: ReadonlyMap<string, Fact>): Fact {
  const fill = (language: WrittenLanguage): FactTexts => {
    const { title, statement, explanation } = textsIn(fact, language);
    const fillText = (text: string) => fillFigures(text, { fact, facts, language }).filled;
    return { title: fillText(title), statement: fillText(statement), explanation: fillText(explanation) };
  };
  return { ...fact, ...fill('english'), chinese: fill('chinese') };
}
