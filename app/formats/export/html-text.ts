import type { Body, List, TextSpan } from '#app/domain/concern/body';

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Words for element content and quoted attributes alike. */
export const escapeHtml = (text: string): string => text.replace(/[&<>"']/g, (mark) => ENTITIES[mark]!);

/** Escaped words with line ends as `<br>`. */
export const htmlLines = (text: string): string => escapeHtml(text).replaceAll('\n', '<br>');

/** A link out of the document. `href` has passed `safeLink` or is our own; the target learns nothing of the reader. */
export const htmlLink = (href: string, escapedText: string): string =>
  `<a href="${escapeHtml(href)}" rel="noreferrer noopener">${escapedText}</a>`;

function spanHtml({ t, b, i, href }: TextSpan): string {
  let html = htmlLines(t);
  if (i) html = `<em>${html}</em>`;
  if (b) html = `<strong>${html}</strong>`;
  return href ? htmlLink(href, html) : html;
}

const spansHtml = (spans: readonly TextSpan[]): string => spans.map(spanHtml).join('');

function listHtml({ ordered, items }: List): string {
  const tag = ordered ? 'ol' : 'ul';
  const rows = items.map(({ c, sub }) => `<li dir="auto">${spansHtml(c)}${sub ? listHtml(sub) : ''}</li>`);
  return `<${tag}>${rows.join('')}</${tag}>`;
}

/** A body as HTML made from the model alone; each block finds its own direction. */
export function bodyHtml(body: Body): string {
  return body.blocks
    .map((block) => {
      if (block.k === 'list') return listHtml(block);
      const html = `<p dir="auto">${spansHtml(block.c)}</p>`;
      return block.k === 'quote' ? `<blockquote>${html}</blockquote>` : html;
    })
    .join('\n');
}
