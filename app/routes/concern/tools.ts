import { createElement } from 'react';
import { concernEn } from '#app/domain/words/concern.en';
import { editorEn } from '#app/domain/words/editor.en';
import { taxonomyEn } from '#app/domain/words/taxonomy.en';
import { postForm, type Submit } from '#app/features/concern/submit';
import type { ComposerType, Tools } from '#app/features/concern/tools';
import { Composer } from '#app/features/editor/composer';

const Writing: ComposerType = (props) => createElement(Composer, { ...props, words: editorEn });

/** A key by which the server knows a form that is posted twice. */
export const submissionKey = (): string => crypto.randomUUID();

/** What every thread and form about concerns is handed: words, the editor, the addresses of one review. */
export function concernTools(slug: string): Pick<Tools, 'words' | 'taxonomy' | 'Composer' | 'submissionKey' | 'links'> {
  const base = `/reviews/${slug}`;
  return {
    words: concernEn,
    taxonomy: taxonomyEn,
    Composer: Writing,
    submissionKey,
    links: {
      thread: (number) => `${base}/concerns/${number}`,
      passage: (placement) => `${base}/read${placement.eIds[0] ? `#${placement.eIds[0]}` : ''}`,
      history: (number, reply) =>
        `${base}/concerns/${number}/history${reply ? `?reply=${encodeURIComponent(reply)}` : ''}`,
    },
  };
}

/** Posts a form to where the answer is JSON, whatever page the form would lead to without scripts. */
export const submitTo =
  (address: string): Submit =>
  (_actionUrl, form) =>
    postForm(address, form);
