import { fail, ok, type Result } from '#app/domain/result';
import { detectLanguage } from '#app/domain/treaty/language';
import type { Source, Uncertain } from '#app/domain/treaty/outline';
import { decodePage, firstCharacters } from './html-decode';
import { takeFurniture } from './html-furniture';
import { sourceOf, wordsOf } from './html-line';
import { pageLines, SideBySide } from './html-lines';
import { attribute, children, parsePage } from './html-tree';
import type { Element } from './html-tree';
import type { ImportFormat } from './import-format';

const SAMPLE = 20_000;
const MOST_DOUBTS = 50;

/** The language that the page declares, unless its words say otherwise: templates often declare the wrong one. */
function languageOf(root: Element, words: string): string | undefined {
  const body = children(root).find((one) => one.tagName === 'body');
  const declared = attribute(root, 'lang') || attribute(root, 'xml:lang') || (body ? attribute(body, 'lang') : '');
  const [tag] = /^[a-z]{2,3}(?:-[a-z0-9]{2,8}){0,3}$/i.exec(declared.trim()) ?? [];
  const found = detectLanguage(words);
  const same = tag && (found === 'und' || found === tag.toLowerCase().split('-')[0]);
  return same ? tag : found === 'und' ? undefined : found;
}

function read(bytes: Uint8Array): Result<Source> {
  const page = decodePage(bytes);
  if (!page.ok) return page;
  const root = parsePage(page.value.html);
  if (!root.ok) return root;
  try {
    const { lines, pictures } = pageLines(root.value);
    takeFurniture(lines);
    const source = sourceOf(lines);
    const placed = source.lines.filter((line) => line.text !== '' || line.hints);
    const lineOf = (i: number) => `line ${placed[Math.min(i, placed.length - 1)]?.line ?? 1}`;
    const uncertain: Uncertain[] = [...page.value.uncertain];
    if (pictures.count > 0) {
      const what = `${pictures.count === 1 ? 'A picture was' : `${pictures.count} pictures were`} left out, the first one about here.`;
      uncertain.push({ what, where: lineOf(pictures.after) });
    }
    lines.forEach((line, i) => {
      if (line.furniture !== undefined || uncertain.length >= MOST_DOUBTS) return;
      if (line.unexplained) {
        uncertain.push({ what: 'A raised number here leads to no footnote; it was kept as text.', where: lineOf(i) });
      }
      if (line.pieces.some((piece) => piece.what === 'note')) {
        uncertain.push({
          what: 'Words that the page strikes out or sets on a button were left out here.',
          where: lineOf(i),
        });
      }
    });
    const words = lines.filter((line) => line.furniture === undefined).map(wordsOf);
    if (words.every((one) => one.trim() === '')) return fail('unreadable', { detail: 'This page holds no words.' });
    const language = languageOf(root.value, words.join('\n').slice(0, SAMPLE));
    return ok({ ...source, uncertain, ...(language === undefined ? {} : { language }) });
  } catch (error) {
    if (!(error instanceof SideBySide)) throw error;
    return fail('unreadable', {
      detail:
        'This page sets several versions of the text side by side in a table; save the column that you want as a page of its own and import that.',
    });
  }
}

const OPENING =
  /^(?:\s|<\?[^>]*>|<!--[\s\S]*?-->)*<(!doctype\s+html|html|head|body|meta|title|link|[a-z][a-z0-9]*)(?=[\s/>])/i;
const BLOCK =
  /^(?:p|div|h[1-6]|table|ol|ul|section|article|main|header|nav|center|font|span|pre|a|b|strong|blockquote|style|script)$/i;
const ENDS = /<\/(?:p|div|h[1-6]|li|td|section|article|center|pre)\s*>/gi;
const MARKDOWN = /^ {0,3}#{1,6}[^#\n]/m;

/** Web pages: HTML and XHTML, whole or a piece of one. */
export const htmlFormat: ImportFormat = {
  id: 'html',
  name: 'HTML',
  extensions: ['html', 'htm', 'xhtml'],
  sniff: (bytes) => {
    const start = firstCharacters(bytes, 16_384);
    const name = OPENING.exec(start)?.[1]?.toLowerCase();
    if (name === undefined) return false;
    if (/^(?:!doctype\s+html|html)$/.test(name)) return true;
    // Markdown may have tags in it, its first line too.
    const body = BLOCK.test(name) || /^(?:head|body|meta|title|link)$/.test(name);
    return body && (start.match(ENDS) ?? []).length >= 1 && !MARKDOWN.test(start);
  },
  read,
};
