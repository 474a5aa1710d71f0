import type { Body, Block, List, TextSpan } from '#app/domain/concern/body';

/** Characters that can start a construct anywhere in a line. */
const INLINE = /[\\`*_[\]<>~|#]/g;
/** "&" only where it could be read as a character reference. */
const REFERENCE = /&(?=[#a-z0-9])/gi;
/** What starts a block at the beginning of a line: headings, lists, quotes, rules, setext underlines, fences. */
const MARK = /^([+\-=:])/;
const NUMBERED = /^(\d{1,9})([.)])/;

/** Words inside a line, whatever they hold: they can start no markup. Line ends become spaces. */
export function inline(text: string): string {
  return text
    .replace(/\s*\n\s*/g, ' ')
    .replace(INLINE, '\\$&')
    .replace(REFERENCE, '\\&');
}

/** The same at the beginning of a line, where more characters mean something. */
export function line(escaped: string): string {
  return escaped.replace(/^\s+/, '').replace(MARK, '\\$1').replace(NUMBERED, '$1\\$2');
}

/** A destination between angle brackets, for addresses that passed `safeLink` and for our own anchors. */
function destination(href: string): string {
  return `<${href.replace(/[<>\\\s]/g, encodeURIComponent)}>`;
}

export const link = (text: string, href: string): string => `[${inline(text)}](${destination(href)})`;

const OPEN_AIR = /^$|[\s([“«]$/;
const CLOSE_AIR = /^$|^[\s.,;:!?)\]”»]/;

/** Emphasis only where CommonMark is sure to read it as emphasis: better plain words than stray asterisks. */
function emphasised(span: TextSpan, escaped: string, before: string, after: string): string {
  const mark = `${span.b ? '**' : ''}${span.i ? '*' : ''}`;
  const [, lead = '', core = '', trail = ''] = /^(\s*)([^]*?)(\s*)$/.exec(escaped) ?? [];
  const open = lead !== '' || OPEN_AIR.test(before);
  const close = trail !== '' || CLOSE_AIR.test(after);
  return mark && core && open && close ? `${lead}${mark}${core}${mark}${trail}` : escaped;
}

/** The lines of a run of spans; a line feed in a span is a hard line break. */
function spanLines(spans: readonly TextSpan[]): string[] {
  const lines: TextSpan[][] = [[]];
  for (const span of spans)
    span.t.split('\n').forEach((t, at) => {
      if (at > 0) lines.push([]);
      if (t !== '') lines.at(-1)!.push({ ...span, t });
    });
  return lines.map((parts) => {
    let done = '';
    parts.forEach((span, at) => {
      const text = span.href ? link(span.t, span.href) : inline(span.t);
      done += emphasised(span, text, done, parts[at + 1]?.t ?? '');
    });
    return line(done.trimEnd());
  });
}

const HARD_BREAK = '\\\n';
/** Lines of one paragraph; an empty one would end it. */
const paragraph = (lines: readonly string[]): string => lines.filter((text) => text !== '').join(HARD_BREAK);

const prefixed = (text: string, prefix: string): string =>
  text
    .split('\n')
    .map((one) => `${prefix}${one}`.trimEnd())
    .join('\n');

/** A block of words as a quotation, "> " before every line. */
export const quoted = (text: string): string =>
  prefixed(paragraph(text.split('\n').map((one) => line(inline(one)))), '> ');

/** `other` marks keep a list from growing together with the one before it. */
function listText({ ordered, items }: List, other: boolean): string {
  return items
    .map(({ c, sub }, at) => {
      const mark = ordered ? `${at + 1}${other ? ')' : '.'} ` : other ? '* ' : '- ';
      const inner = [paragraph(spanLines(c)), ...(sub ? [listText(sub, false)] : [])].filter(Boolean).join('\n');
      return `${mark}${inner.split('\n').join(`\n${' '.repeat(mark.length)}`)}`;
    })
    .join('\n');
}

function blockText(block: Block, other: boolean): string {
  if (block.k === 'list') return listText(block, other);
  const text = paragraph(spanLines(block.c));
  return block.k === 'quote' ? prefixed(text, '> ') : text;
}

/** Blocks of a body, to be joined by blank lines; empty ones are left out. */
export function bodyBlocks(body: Body): string[] {
  const texts: string[] = [];
  let other = false;
  body.blocks.forEach((block, at) => {
    other = block.k === 'list' && body.blocks[at - 1]?.k === 'list' && !other;
    const text = blockText(block, other);
    if (text !== '') texts.push(text);
  });
  return texts;
}
