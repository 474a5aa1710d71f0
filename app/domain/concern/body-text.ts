import type { Block, Body, List, TextSpan } from './body';
import { nestRows, type ListRow } from './body-lists';
import { normaliseBody } from './body-normal';
import { cleanCharacters, isVisible, plainCharacters } from './characters';

/** The words of spans; a link whose words are not its address is followed by the address in brackets. */
function spansText(spans: readonly TextSpan[]): string {
  let text = '';
  for (let at = 0; at < spans.length;) {
    const href = spans[at]!.href;
    let words = '';
    for (; at < spans.length && spans[at]!.href === href; at++) words += spans[at]!.t;
    const shown = words.trim().replace(/\/$/, '');
    const target = href?.replace(/^mailto:/, '').replace(/\/$/, '');
    text += words;
    if (target !== undefined && shown !== target && shown !== href) text += ` (${href?.replace(/^mailto:/, '')})`;
  }
  return text;
}

function listLines(list: List, indent: string): string[] {
  return list.items.flatMap((item, at) => {
    const mark = list.ordered ? `${at + 1}. ` : '- ';
    const words = spansText(item.c).replaceAll('\n', `\n${indent}${' '.repeat(mark.length)}`);
    return [`${indent}${mark}${words}`.trimEnd(), ...(item.sub ? listLines(item.sub, `${indent}  `) : [])];
  });
}

function blockText(block: Block): string {
  if (block.k === 'list') return listLines(block, '').join('\n');
  const text = spansText(block.c);
  return block.k === 'quote' ? text.replace(/^/gm, '> ') : text;
}

/**
 * Plain text: blocks parted by a blank line, items by "- " or "1. " (two spaces more for each level), quotes by "> ",
 * link addresses in brackets. `bodyFromText` reads it back, without bold, italic and links.
 */
export function bodyText(body: Body): string {
  return body.blocks.map(blockText).join('\n\n');
}

const BULLET = /^( *)[-*•] +(?=\S)/;
const NUMBER = /^( *)(\d{1,3})[.)] +(?=\S)/;

/**
 * Lines as a list, or undefined when they are not one. Numbers count only when they run 1, 2, 3 ... at their level:
 * "2. Article 5" alone must keep its number, and a list would renumber it.
 */
function listRows(lines: readonly string[]): ListRow[] | undefined {
  const rows: ListRow[] = [];
  const next: number[] = [];
  for (const line of lines) {
    const numbered = NUMBER.exec(line);
    const mark = numbered ?? BULLET.exec(line);
    if (!mark) {
      const last = rows.at(-1);
      if (!last || !/^ /.test(line)) return undefined;
      rows[rows.length - 1] = { ...last, c: [{ t: `${last.c[0]!.t}\n${line.trim()}` }] };
      continue;
    }
    const level = Math.min(Math.floor(mark[1]!.length / 2), rows.length === 0 ? 0 : rows.at(-1)!.level + 1);
    next.length = Math.min(next.length, level + 1);
    if (numbered && Number(numbered[2]) !== (next[level] ?? 1)) return undefined;
    next[level] = numbered ? (next[level] ?? 1) + 1 : 1;
    rows.push({ level, ordered: numbered !== null, c: [{ t: line.slice(mark[0].length) }] });
  }
  return rows;
}

/** One paragraph's lines may change kind: "We ask:" followed at once by "- this" is a paragraph and a list. */
function blocksOf(paragraph: string): Block[] {
  const lines = paragraph.split('\n');
  if (lines.every((line) => line.startsWith('>')))
    return [{ k: 'quote', c: [{ t: lines.map((line) => line.replace(/^> ?/, '')).join('\n') }] }];
  const start = lines.findIndex((line) => BULLET.test(line) || NUMBER.test(line));
  const rows = start < 0 ? undefined : listRows(lines.slice(start));
  if (!rows) return [{ k: 'p', c: [{ t: paragraph }] }];
  const lists = nestRows(rows).map((list): Block => ({ k: 'list', ...list }));
  return start === 0 ? lists : [{ k: 'p', c: [{ t: lines.slice(0, start).join('\n') }] }, ...lists];
}

/**
 * A body from the plain textarea of a page without JavaScript. A blank line starts a new paragraph, other line ends
 * stay; "- " and "1. " make lists, "> " quotes; addresses stay text. Forbidden characters are dropped. Takes any
 * string; the result may exceed `LIMITS` (see `bodyFromFields`).
 */
export function bodyFromText(text: string): Body {
  const paragraphs = plainCharacters(cleanCharacters(text)).split(/\n[^\S\n]*(?:\n[^\S\n]*)*\n/);
  return normaliseBody({ v: 1, blocks: paragraphs.flatMap(blocksOf) });
}

/** Whether a body shows nothing at all. */
export function isEmptyBody(body: Body): boolean {
  const shows = (spans: readonly TextSpan[]) => spans.some((span) => isVisible(span.t));
  const lists = (list: List): boolean =>
    list.items.some((item) => shows(item.c) || (item.sub ? lists(item.sub) : false));
  return !body.blocks.some((block) => (block.k === 'list' ? lists(block) : shows(block.c)));
}
