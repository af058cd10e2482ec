import { periodKey, type Period } from '../knowledge/period.ts';
import { tokenise, type Token } from '../knowledge/tokenise.ts';
import type { TermKind } from '../knowledge/knowledge.ts';
import { cleanText } from './clean-text.ts';
import { rarityOf, spotPhrase, type Lexicon } from './lexicon.ts';
import { readNumbers, type NumberMention } from './read-numbers.ts';
import type { Calendar } from './calendar.ts';
import { readPeriods, type PeriodMention } from './read-periods.ts';
import { repairSpelling, type SpellingIndex } from './repair-spelling.ts';
import { stem } from './stem.ts';

/**
 * One thing that a text says: a term of the vocabulary, a time, or a word that the vocabulary does not know.
 * Everyday words are no items.
 */
export type Item = {
  /** What it is compared by: the term's id, "period:...", or "word:..." with the stem. */
  readonly key: string;
  readonly kind: TermKind | 'period' | 'word' | 'unknown word';
  readonly text: string;
  /** How much it tells, from 0 to 1. */
  readonly rarity: number;
  readonly hard: boolean;
  /** Where it stands in the text. */
  readonly start: number;
  readonly end: number;
};

/** Everyday words that turn round what is asked: "not AI" is not AI. */
const negations = new Set(
  'not no non isnt without except excluding ex apart besides outside aside minus less else other rest but 不 非 没 除 外 其 他 余 剩'.split(
    ' ',
  ),
);

type Place = { readonly start: number; readonly end: number };

/** What a text was understood to say. */
export type Reading = {
  readonly text: string;
  /** Its words with their spelling mended, apart from everyday words and those of the times. */
  readonly words: readonly Token[];
  readonly items: readonly Item[];
  readonly periods: readonly PeriodMention[];
  readonly numbers: readonly NumberMention[];
  /** The thing that is counted in "how many orders". */
  readonly counted: Item | undefined;
  /** It asks nothing open, but holds something to be true or asks whether it is ("cloud grew 30%, right?"). */
  readonly isCheck: boolean;
};

/** What reading needs to know of the knowledge base. */
export type ReadingContext = {
  readonly lexicon: Lexicon;
  readonly spelling: SpellingIndex;
  readonly calendar: Calendar;
};

/** Reads a question, or any other text, into items, times and numbers. */
export function readQuestion(question: string, context: ReadingContext): Reading {
  const text = cleanText(question);
  const { lexicon, calendar } = context;
  const periods = readPeriods(text, calendar);
  const tokens = repairSpelling(
    lexicon,
    context.spelling,
    tokenise(text).filter((token) => !periods.some((mention) => isWithin(token, mention))),
  );
  const phraseItems: Item[] = [];
  const leftOver: Token[] = [];
  const words: Token[] = [];
  for (let index = 0; index < tokens.length;) {
    const spotted = spotPhrase(lexicon, tokens, index);
    const token = tokens[index];
    if (spotted === undefined) {
      if (token) leftOver.push(token);
      if (token) words.push(token);
      index += 1;
      continue;
    }
    const phrase = tokens.slice(spotted.from, spotted.to);
    words.push(...phrase.filter(({ word }) => spotted.meaning !== 'everyday' || negations.has(word)));
    if (spotted.meaning !== 'everyday') {
      const { id, kind, hard, implies } = spotted.meaning;
      const place = { start: phrase[0]?.start ?? 0, end: phrase.at(-1)?.end ?? 0 };
      const item = {
        kind,
        text: text.slice(place.start, place.end),
        rarity: rarityOf(
          lexicon,
          phrase.map(({ word }) => word),
        ),
        ...place,
      };
      phraseItems.push({ key: id, hard: hard ?? false, ...item });
      if (implies !== undefined) phraseItems.push({ key: implies, hard: false, ...item });
    }
    index = spotted.to;
  }

  const numbers = readNumbers(text).filter(
    ({ start, end }) =>
      !periods.some((mention) => overlaps({ start, end }, mention)) &&
      !phraseItems.some((item) => item.start <= start && item.end >= end),
  );
  const unknownTokens = leftOver.filter(
    (token) => !/^\d+[a-z]*$/.test(token.word) && !numbers.some((number) => overlaps(token, number)),
  );
  const items = [
    ...phraseItems,
    ...periods.flatMap((mention) => periodItems(mention, calendar, text)),
    ...joinChinese(unknownTokens).map((token) => unknownItem(lexicon, token, text)),
  ]
    .toSorted((one, other) => one.start - other.start)
    .filter((item, index, sorted) => isAsking(item, index, sorted, text) && !isExcluded(item, text));
  return {
    text,
    words,
    items,
    periods,
    numbers,
    counted: findCounted(text, items),
    isCheck: !openQuestion.test(text),
  };
}

function isWithin(inner: Place, outer: Place): boolean {
  return inner.start >= outer.start && inner.end <= outer.end;
}

function overlaps(one: Place, other: Place): boolean {
  return one.start < other.end && other.start < one.end;
}

/** Unknown Chinese characters that stand side by side are one unknown word. */
function joinChinese(tokens: readonly Token[]): Token[] {
  const joined: Token[] = [];
  for (const token of tokens) {
    const last = joined.at(-1);
    if (last && last.end === token.start && isHan(last.word) && isHan(token.word)) {
      joined[joined.length - 1] = { word: last.word + token.word, start: last.start, end: token.end };
    } else joined.push(token);
  }
  return joined;
}

function isHan(word: string): boolean {
  return /^\p{Script=Han}/u.test(word);
}

function unknownItem(lexicon: Lexicon, token: Token, text: string): Item {
  // A short word that nobody knows is chatter or shorthand sooner than a name, unless it is written like one.
  const isShort = token.word.length < 5 && !/^\p{Lu}/u.test(text.slice(token.start));
  const isEnglish = lexicon.frequencies.has(token.word) || lexicon.frequencies.has(stem(token.word));
  const isKnown = isHan(token.word) || isEnglish || isShort || token.word.length < 3;
  return {
    key: `word:${stem(token.word)}`,
    kind: isKnown ? 'word' : 'unknown word',
    text: text.slice(token.start, token.end),
    rarity: rarityOf(lexicon, [token.word]),
    hard: false,
    start: token.start,
    end: token.end,
  };
}

/** A time tells about as much as a measure does. */
const periodRarity = 0.8;

function periodItems(mention: PeriodMention, calendar: Calendar, text: string): Item[] {
  const { period, relation, start, end } = mention;
  const base = { text: text.slice(start, end), rarity: periodRarity, hard: false, start, end };
  if (isGrowthBasis(mention, calendar)) return [{ key: 'growth', kind: 'aspect', ...base }];
  return [{ key: periodItemKey(period, relation), kind: 'period', ...base }];
}

/** "Than last year" and "from a year ago" ask for the growth, and not for another period. */
export function isGrowthBasis({ period, relation }: PeriodMention, { latestQuarter }: Calendar): boolean {
  if (relation !== 'versus' || period === 'elsewhere' || period.kind !== 'dates') return false;
  return period.from.slice(0, 4) === String(Number(latestQuarter.from.slice(0, 4)) - 1);
}

function periodItemKey(period: Period | 'elsewhere', relation: PeriodMention['relation']): string {
  const prefix = relation === 'before' ? 'before' : 'period';
  return period === 'elsewhere' ? 'period:elsewhere' : `${prefix}:${periodKey(period)}`;
}

const openQuestion =
  /\b(?:what|whats|which|who|whos|whose|when|where|why|how|hows)\b|什么|谁|多少|几|哪|怎|何|啥/iu;

const clauseBreak = /[.,;:!?\n。，；：！？、]|\s-\s|\s(?:and|but|or)\s|以及|还有/u;

/**
 * "When", "who" and "where" ask only at the start or the end of their clause; elsewhere they join clauses ("did the
 * stock rise when the results came out").
 */
function isAsking(item: Item, index: number, sorted: readonly Item[], text: string): boolean {
  if (item.kind !== 'aspect' || !/^(?:when|who|where)(?:'?s)?$/i.test(item.text)) return true;
  const sameClause = (other: Item) =>
    !clauseBreak.test(text.slice(Math.min(item.end, other.end), Math.max(item.start, other.start)));
  const isContent = (other: Item) => other.kind !== 'aspect' && sameClause(other);
  const isFirst =
    !sorted.slice(0, index).some(isContent) &&
    !/^\W*(?:did|does|do|is|was|were|are|has|have|how|what|why)\b/i.test(clauseBefore(text, item.start));
  const isLast = !/\w/.test((text.slice(item.end).split(clauseBreak)[0] ?? '').trim());
  return isFirst || isLast;
}

/** "The group's sales, not the cloud arm's" is not about the cloud. */
function isExcluded({ kind, start }: Item, text: string): boolean {
  if (!['company', 'business', 'person', 'place'].includes(kind)) return false;
  return /(?:\b(?:not|besides|except|excluding|other than|apart from|aside from|rather than|instead of)\s+(?:for\s+|just\s+|only\s+)?(?:the\s+)?|除了|不是|而非)$/iu.test(
    text.slice(Math.max(0, start - 30), start),
  );
}

function clauseBefore(text: string, start: number): string {
  return text.slice(0, start).split(clauseBreak).at(-1) ?? '';
}

/** Scales and currencies may stand between "how many" and what is counted. */
function findCounted(text: string, items: readonly Item[]): Item | undefined {
  const match =
    /\b(?:how many|number of|how mny|howmany)\s+(?:(?:billions?|millions?|bn|of|the|new|more|different)\s+)*/i.exec(
      text,
    );
  if (!match) return undefined;
  const start = match.index + match[0].length;
  return items.find(
    (item) => item.start <= start + 1 && item.end > start && item.kind !== 'aspect' && item.kind !== 'period',
  );
}

/** The part of a reading that lies between two places of its text, with places counted from its own start. */
export function sliceReading(reading: Reading, start: number, end: number): Reading {
  const slice = <Part extends Place>(parts: readonly Part[]) =>
    parts
      .filter((part) => isWithin(part, { start, end }))
      .map((part) => ({ ...part, start: part.start - start, end: part.end - start }));
  const text = reading.text.slice(start, end);
  const [counted] = reading.counted ? slice([reading.counted]) : [];
  return {
    text,
    words: slice(reading.words),
    items: slice(reading.items),
    periods: slice(reading.periods),
    numbers: slice(reading.numbers),
    counted,
    isCheck: !openQuestion.test(text),
  };
}
