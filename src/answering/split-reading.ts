import type { IndexedKnowledge } from './index-knowledge.ts';
import { sliceReading, type Item, type Reading } from './read-question.ts';
import { isName } from './lexicon.ts';

/** A part of a question. Context is what was said or pasted before the question, and asks nothing. */
export type Part = {
  readonly reading: Reading;
  /** Names somebody itself, and does not only speak of whom the rest names. */
  readonly namesSomebody: boolean;
  readonly isContext: boolean;
};

const breaks = {
  sentences: /[?!\n。？！;；]+|\.+(?!\w)|\s-+\s/g,
  clauses:
    /[,?!\n。？！，、;；&+]+|\.+(?!\w)|\s-+\s|\s(?:and|plus|also|then|but|as well as|or)\s|和|以及|还有|与/g,
} as const;

/**
 * Cuts a reading into the parts that say anything. A part that names nobody speaks of whom the parts before it name,
 * so it is given those names. Where only some parts end in a question mark, the others are context.
 */
export function splitReading(reading: Reading, by: keyof typeof breaks): Part[] {
  const names = reading.items.filter(({ kind }) => isName(kind) && kind !== 'place');
  const isMarked = ({ end }: Place) => /^["'”)\s]*[?？]/.test(reading.text.slice(end));
  const places = placesOf(reading.text, breaks[by]);
  const someMarked = by === 'sentences' && places.some(isMarked);
  return places.flatMap((place) => {
    const part = sliceReading(reading, place.start, place.end);
    if (!saysAnything(part)) return [];
    const namesSomebody = part.items.some(({ kind }) => isName(kind));
    return [
      {
        reading: namesSomebody
          ? part
          : { ...part, items: [...names.filter(({ end }) => end <= place.start), ...part.items] },
        namesSomebody,
        isContext: someMarked && !isMarked(place),
      },
    ];
  });
}

/**
 * Cuts a question on two things of a kind ("which grew faster, cloud or instant retail?") into one question on each.
 * Empty where it does not name just two.
 */
export function splitAlternatives({ held }: IndexedKnowledge, reading: Reading): Part[] {
  const kinds: ((item: Item) => boolean)[] = [
    ({ kind, key }) =>
      (kind === 'business' || kind === 'company' || kind === 'person') && !isParent(key, reading),
    ({ kind }) => kind === 'measure',
  ];
  for (const isOfKind of kinds) {
    const keys = [...new Set(reading.items.filter(isOfKind).map(({ key }) => key))];
    const [one, other] = keys;
    if (keys.length !== 2 || one === undefined || other === undefined || !keys.every((key) => held.has(key)))
      continue;
    return [one, other].map((left) => ({
      reading: {
        ...reading,
        items: reading.items.filter((item) => item.key !== left && item.key !== 'comparison'),
        numbers: [],
      },
      namesSomebody: true,
      isContext: false,
    }));
  }
  return [];
}

/** The company is not an alternative to its own business: "Alibaba's cloud". */
function isParent(key: string, { items }: Reading): boolean {
  return (
    items.some((item) => item.key === key && item.kind === 'company') &&
    items.some(({ kind }) => kind === 'business')
  );
}

/**
 * Takes off the guess that people add to a question: "what month was it announced, was it June?". Undefined where
 * there is none.
 */
export function withoutGuess(reading: Reading): Reading | undefined {
  const places = placesOf(reading.text, /[,?!\n。？！，]+|\.+(?!\w)|\s-+\s/g).filter(({ start, end }) =>
    /\S/.test(reading.text.slice(start, end)),
  );
  const last = places.at(-1);
  if (!last || places.length < 2) return undefined;
  const guess = sliceReading(reading, last.start, last.end);
  const question = sliceReading(reading, 0, last.start);
  const asksOpenly = question.items.some(
    ({ kind, hard, key }) => kind === 'aspect' && (hard || key === 'where' || key === 'which'),
  );
  const isGuess =
    guess.items.length > 0 && guess.items.every(({ kind }) => isName(kind) || kind === 'period');
  return asksOpenly && isGuess ? question : undefined;
}

function saysAnything({ items, numbers }: Reading): boolean {
  return (
    numbers.length > 0 || items.some(({ kind }) => kind !== 'aspect' && kind !== 'word' && kind !== 'period')
  );
}

type Place = { readonly start: number; readonly end: number };

function placesOf(text: string, separator: RegExp): Place[] {
  const found = [...text.matchAll(separator)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
  }));
  return [{ end: 0 }, ...found].map(({ end }, index) => ({
    start: end,
    end: found[index]?.start ?? text.length,
  }));
}
