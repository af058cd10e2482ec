import { toTraditionalChinese } from '../answering/chinese-script.ts';
import type { IndexedKnowledge } from '../answering/index-knowledge.ts';
import type { Reply, Row } from '../discord/reply.ts';
import { writtenFor, type Language, type WrittenLanguage } from '../knowledge/language.ts';
import { replyTexts, type ReplyTexts } from './reply-texts.ts';

/** What a reply is written from, and in which language. */
export type Writing = {
  readonly knowledge: IndexedKnowledge;
  readonly language: WrittenLanguage;
  readonly texts: ReplyTexts;
};

/** Writes a reply in a language: `write` does it in the language that texts are written in, and the script follows. */
export function writeReply(
  { knowledge, language }: { readonly knowledge: IndexedKnowledge; readonly language: Language },
  write: (writing: Writing) => Reply,
): Reply {
  const written = writtenFor(language);
  const reply = write({ knowledge, language: written, texts: replyTexts[written] });
  return language === 'Traditional Chinese' ? inTraditionalChinese(reply) : reply;
}

function inTraditionalChinese({ content, rows = [], ...rest }: Reply): Reply {
  return {
    ...rest,
    content: toTraditionalChinese(content),
    rows: rows.map(rowInTraditionalChinese),
  };
}

function rowInTraditionalChinese(row: Row): Row {
  return {
    ...row,
    components: row.components.map((component) => {
      if ('label' in component && component.label !== undefined) {
        return { ...component, label: toTraditionalChinese(component.label) };
      }
      if (!('options' in component)) return component;
      const { placeholder = '', options } = component;
      return {
        ...component,
        placeholder: toTraditionalChinese(placeholder),
        options: options.map((option) => ({ ...option, label: toTraditionalChinese(option.label) })),
      };
    }),
  };
}
