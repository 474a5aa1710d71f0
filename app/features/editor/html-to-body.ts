import type { Block, Body, TextSpan } from '#app/domain/concern/body';
import { nestRows, type ListRow } from '#app/domain/concern/body-lists';
import { normaliseBody } from '#app/domain/concern/body-normal';
import { cleanCharacters } from '#app/domain/concern/characters';
import { absoluteLink } from './typed-link';

/** Their words are not for reading, or are a program's. */
const DROPPED = new Set(
  (
    'script style template noscript noembed noframes head title meta link base object embed applet iframe frame ' +
    'frameset audio video canvas map select datalist input button textarea option xmp plaintext img picture'
  ).split(' '),
);
const BLOCKS = new Set(
  (
    'address article aside body blockquote caption center dd details dialog dir div dl dt fieldset figcaption figure ' +
    'footer form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu nav ol p pre section summary table tbody ' +
    'tfoot thead tr ul'
  ).split(' '),
);
const HTML = 'http://www.w3.org/1999/xhtml';
/** Pages are rarely 100 deep; deeper ones are made to exhaust the stack. Their words are kept as one text. */
const DEEPEST = 200;

interface Look {
  readonly b: boolean;
  readonly i: boolean;
  readonly href?: string | undefined;
  /** White space counts. */
  readonly pre: boolean;
  readonly quote: boolean;
  /** Inside a table's cell: everything in a row stays on its line. */
  readonly cell: boolean;
}

/** Collects spans until a block ends; list rows gather until something else than a list comes. */
class Collector {
  readonly blocks: Block[] = [];
  private spans: TextSpan[] = [];
  private rows: ListRow[] = [];
  /** The item that is open: what ends a block inside it is a line break. */
  item: { level: number; ordered: boolean; started: boolean } | undefined;

  text(raw: string, look: Look): void {
    const text = look.pre ? raw : raw.replace(/[ \t\r\n\f]+/g, ' ');
    const before = this.spans.at(-1)?.t;
    const opening = before === undefined || /[ \n]$/.test(before);
    const t = cleanCharacters(look.pre || !opening ? text : text.replace(/^ /, ''));
    if (t === '') return;
    this.spans.push({
      t,
      ...(look.b && { b: true as const }),
      ...(look.i && { i: true as const }),
      ...(look.href !== undefined && { href: look.href }),
    });
  }

  /** Two in a row are how many pages part paragraphs. */
  lineBreak(quote: boolean): void {
    if (this.spans.at(-1)?.t === '\n' && !this.item) this.endBlock(quote);
    else this.spans.push({ t: '\n' });
  }

  endBlock(quote: boolean): void {
    const c = this.spans;
    this.spans = [];
    if (!c.some((span) => span.t.trim() !== '')) return;
    if (!this.item) {
      this.endList();
      this.blocks.push({ k: quote ? 'quote' : 'p', c });
      return;
    }
    const { level, ordered, started } = this.item;
    const last = this.rows.at(-1);
    if (started && last?.level === level)
      this.rows[this.rows.length - 1] = { ...last, c: [...last.c, { t: '\n' }, ...c] };
    else this.rows.push({ level, ordered, c });
    this.item.started = true;
  }

  endList(): void {
    for (const list of nestRows(this.rows)) this.blocks.push({ k: 'list', ...list });
    this.rows = [];
  }
}

/** Pasted styles come under another name, see `paste.ts`. */
const styleOf = (element: Element) =>
  (element.getAttribute('data-style') ?? element.getAttribute('style') ?? '').toLowerCase();

function lookOf(element: Element, tag: string, look: Look): Look {
  const style = styleOf(element);
  const weight = /font-weight:\s*(\w+)/.exec(style)?.[1];
  const slant = /font-style:\s*(\w+)/.exec(style)?.[1];
  return {
    b: weight ? /^bold/.test(weight) || Number(weight) >= 600 : look.b || /^(?:b|strong|h[1-6])$/.test(tag),
    i: slant ? slant !== 'normal' : look.i || tag === 'i' || tag === 'em',
    href: tag === 'a' ? (absoluteLink(element.getAttribute('href') ?? '') ?? look.href) : look.href,
    pre: look.pre || tag === 'pre' || /white-space:\s*(?:pre|break-spaces)/.test(style),
    quote: look.quote || tag === 'blockquote',
    cell: look.cell || tag === 'td' || tag === 'th',
  };
}

/** Word writes its lists as paragraphs that say their level, with the mark as text. */
function wordListItem(element: Element): { level: number; mark: Element; ordered: boolean } | undefined {
  const level = /mso-list:[^;]*level(\d+)/.exec(styleOf(element))?.[1];
  const mark = level && [...element.querySelectorAll('span')].find((span) => /mso-list:\s*ignore/.test(styleOf(span)));
  if (!level || !mark) return undefined;
  return { level: Math.max(0, Number(level) - 1), mark, ordered: /^[\s(]*\w{1,4}[.)]/.test(mark.textContent ?? '') };
}

function walk(node: Node, look: Look, out: Collector, depth: number, listLevel: number): void {
  if (node.nodeType === 3) {
    out.text(node.nodeValue ?? '', look);
    return;
  }
  if (node.nodeType !== 1) return;
  const element = node as Element;
  const tag = element.localName.toLowerCase();
  if (element.namespaceURI !== HTML || DROPPED.has(tag) || element.hasAttribute('hidden')) return;
  if (/display:\s*none|mso-hide:\s*all|mso-list:\s*ignore/.test(styleOf(element))) return;
  if (tag === 'br') {
    if (look.cell) out.text(' ', look);
    else out.lineBreak(look.quote);
    return;
  }
  const inner = lookOf(element, tag, look);
  if (depth > DEEPEST) {
    out.text(element.textContent ?? '', inner);
    return;
  }
  const isList = tag === 'ul' || tag === 'ol' || tag === 'menu' || tag === 'dir';
  if (look.cell) {
    if (BLOCKS.has(tag)) out.text(' ', look);
    for (const child of element.childNodes) walk(child, inner, out, depth + 1, 0);
    return;
  }
  const word = wordListItem(element);
  const isItem = word !== undefined || (tag === 'li' && listLevel > 0);
  const isBlock = BLOCKS.has(tag);
  if (isBlock) out.endBlock(look.quote);
  const outer = out.item;
  if (isItem) {
    const ordered = word ? word.ordered : element.parentElement?.localName === 'ol';
    out.item = { level: word ? word.level : listLevel - 1, ordered, started: false };
  } else if (isList && listLevel === 0 && !outer) out.endList();
  if ((tag === 'td' || tag === 'th') && element.previousElementSibling) out.text(' | ', { ...inner, pre: true });
  for (const child of element.childNodes) walk(child, inner, out, depth + 1, isList ? listLevel + 1 : listLevel);
  if (isBlock) out.endBlock(inner.quote);
  if (isItem) out.item = outer;
  if (isList && listLevel === 0 && !outer) out.endList();
}

/**
 * A pasted page reduced to what a body can say: paragraphs, quotes, lists, bold, italic, safe links. Everything else
 * becomes its text (tables: a line a row) or nothing (images, styles, scripts, drawings, comments). The document must be
 * inert (from DOMParser): it is only read.
 */
export function bodyFromDocument(source: Document): Body {
  const out = new Collector();
  const look: Look = { b: false, i: false, pre: false, quote: false, cell: false };
  walk(source.body, look, out, 0, 0);
  out.endBlock(false);
  out.endList();
  return normaliseBody({ v: 1, blocks: out.blocks });
}
