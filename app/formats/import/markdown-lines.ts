import type { Furniture, SourceLine } from '#app/domain/treaty/outline';
import { splitLines } from './decode';

/** The words of a Markdown file line by line, and its markup with the column at which each piece stood. */
export interface MarkdownLines {
  readonly lines: SourceLine[];
  readonly markup: Furniture[];
}

interface Cut {
  readonly from: number;
  readonly to: number;
}

const HEADING = /^ {0,3}(#{1,6})(?=[^#]|$)\s*/;
const CLOSING_HASHES = /\s#+\s*$/;
const QUOTE = /^ {0,3}(?:>\s?)+/;
// A list marker before a label of the instrument's own ("- (a) ...") is markup; "1. ..." is the label itself.
const BULLET_BEFORE_LABEL = /^\s*[-*+]\s+(?=\*{0,2}_{0,2}[(（]?\s?[\p{L}\p{Nd}]{1,5}\s?[)）.])/u;
const BULLET = /^\s*[*+](?=\s+\S)/;
const RULE = /^\s{0,3}(?:(?:\*\s*){3,}|(?:-\s*){3,}|(?:_\s*){3,}|={3,})$/;
const HTML_LINE = /^\s*<(?:meta|link|!--|!doctype|\/?(?:div|p|center|br|hr|a)\b)[^<>]*>\s*$/i;
const ESCAPED = /[\\`*_{}[\]()#+\-.!>|~]/;

const LONGEST_LINK = 2000;

/** Where a link or picture that begins at `at` has its markup, or null. Looks no further than the line. */
function linkAt(line: string, at: number): { cuts: [Cut, Cut]; inner: number } | null {
  const open = line.charAt(at) === '!' ? 1 : 0;
  const near = line.slice(at, at + LONGEST_LINK);
  const close = near.indexOf(']', open);
  if (close < 0 || near.slice(open + 1, close).includes('[')) return null;
  const after = near.charAt(close + 1);
  const end = after === '(' ? near.indexOf(')', close) : after === '[' ? near.indexOf(']', close + 1) : -1;
  if (end < 0) return null;
  const cuts: [Cut, Cut] = [
    { from: at, to: at + open + 1 },
    { from: at + close, to: at + end + 1 },
  ];
  return { cuts, inner: at + open + 1 };
}

const WORD = /[\p{L}\p{Nd}]/u;

/** The pieces of inline markup in a line from `start` on. Emphasis counts only when it is closed on the line. */
function inlineCuts(line: string, start: number): Cut[] {
  const cuts: Cut[] = [];
  const open = new Map<string, Cut>();
  let at = start;
  // Links do not nest, so there is at most one whose end lies ahead.
  let closing: Cut | null = null;
  while (at < line.length) {
    const char = line.charAt(at);
    if (char === '\\' && ESCAPED.test(line.charAt(at + 1))) {
      cuts.push({ from: at, to: at + 1 });
      at += 2;
      continue;
    }
    if (char === '[' || (char === '!' && line.charAt(at + 1) === '[')) {
      const link = linkAt(line, at);
      if (link) {
        cuts.push(...link.cuts);
        closing = link.cuts[1];
        at = link.inner;
        continue;
      }
    }
    if (closing?.from === at) {
      at = closing.to;
      closing = null;
      continue;
    }
    if (char === '*' || char === '_') {
      let length = 1;
      while (line.charAt(at + length) === char && length < 3) length += 1;
      const marker = char.repeat(length);
      const cut = { from: at, to: at + length };
      const before = open.get(marker);
      const [left, right] = [line.charAt(at - 1), line.charAt(at + length)];
      const mayClose = before && /\S/.test(left) && !(char === '_' && WORD.test(right));
      // As CommonMark has it, "a*," and "x_y" begin nothing. Closing is laxer: "*inter alia,*including" is common.
      const begins = /\S/.test(right) && (!/[\p{P}\p{S}]/u.test(right) || left === '' || /[\s\p{P}\p{S}]/u.test(left));
      const mayOpen = begins && !(char === '_' && WORD.test(left));
      if (mayClose) {
        cuts.push(before, cut);
        open.delete(marker);
      } else if (mayOpen) open.set(marker, cut);
      at += length;
      continue;
    }
    at += 1;
  }
  return cuts;
}

function cutsOf(line: string): { cuts: Cut[]; level: number } {
  if (RULE.test(line) || HTML_LINE.test(line)) return { cuts: [{ from: 0, to: line.length }], level: 0 };
  const cuts: Cut[] = [];
  let start = QUOTE.exec(line)?.[0].length ?? 0;
  if (start > 0) cuts.push({ from: 0, to: start });
  const heading = HEADING.exec(line.slice(start));
  if (heading) {
    cuts.push({ from: start, to: start + heading[0].length });
    start += heading[0].length;
    const closing = CLOSING_HASHES.exec(line);
    if (closing && closing.index >= start) cuts.push({ from: closing.index, to: line.length });
  } else {
    const bullet = BULLET_BEFORE_LABEL.exec(line.slice(start)) ?? null;
    if (bullet) {
      cuts.push({ from: start, to: start + bullet[0].length });
      start += bullet[0].length;
    } else start += BULLET.exec(line.slice(start))?.[0].length ?? 0;
  }
  cuts.push(...inlineCuts(line, start));
  return { cuts: cuts.sort((a, b) => a.from - b.from), level: heading?.[1]?.length ?? 0 };
}

/** The words of a Markdown text without its markup, which is declared piece by piece so that nothing goes uncounted. */
export function markdownLines(text: string): MarkdownLines {
  const markup: Furniture[] = [];
  const lines = splitLines(text).map((raw, i): SourceLine => {
    const { cuts, level } = cutsOf(raw);
    let words = '';
    let at = 0;
    for (const cut of cuts) {
      if (cut.from < at) continue;
      words += raw.slice(at, cut.from);
      const piece = raw.slice(cut.from, cut.to);
      if (piece.trim() !== '') markup.push({ what: 'markup', text: piece, line: i + 1, column: cut.from });
      at = cut.to;
    }
    words += raw.slice(at);
    const indent = /^\s*/.exec(raw)?.[0].replace(/\t/g, '    ').length ?? 0;
    return { text: words, line: i + 1, hints: { indent, ...(level > 0 ? { headingLevel: level } : {}) } };
  });
  return { lines, markup };
}
