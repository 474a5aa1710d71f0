import { citation } from './citation';
import type { CitationWords } from './citation';
import type { Block, SpannedProvision } from './canonical';
import type { Beside } from './parallel';

/** What the rendered text says beside the treaty's own words, in one language. */
export interface RenderWords {
  /** "Raise a concern on Article 28(4)"; the citation is plain characters, not HTML. */
  readonly raise: (citation: string) => string;
  readonly citation?: CitationWords;
  /** The same provisions in another language, to stand beside these. */
  readonly beside?: Beside;
}

export interface RenderedText {
  /** Canonical characters; blocks are stretches of them, joined by one "\n". */
  readonly characters: string;
  /** Reading order, parents first, as `layOut` gives them. */
  readonly provisions: readonly SpannedProvision[];
  /** Becomes the page's h1 before the first provision. */
  readonly title?: string;
}

const NOTHING_BESIDE = '<div class="beside is-missing" aria-hidden="true">–</div>';
const HEADED = new Set<string>(['preamble', 'part', 'title', 'chapter', 'section', 'article', 'annex', 'conclusions']);
const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
  // As it stands a parser turns it into a line feed; offsets would still agree, the quote would not.
  '\r': '&#13;',
  // A parser drops it, and every offset after it would be wrong.
  '\0': '\ufffd',
};

/** Characters as they may stand in HTML text and in quoted attributes; the parsed text has as many UTF-16 units. */
export function escapeHtml(characters: string): string {
  return characters.replace(/[&<>"'\r\0]/g, (one) => ESCAPES[one] ?? '');
}

/**
 * The HTML of a text, for the inside of `section.treaty`: nested provisions whose `id` is the eId. Quotable characters
 * stand only in elements with `data-s` (the UTF-16 offset of their first character), one text node each; labels, and the
 * tools after a provision's first words, never do. The same input gives the same bytes. The places of the counts are
 * comments that `withCounts` fills. Linear in characters and provisions.
 */
export function renderTreaty(text: RenderedText, words: RenderWords): string {
  const html: string[] = [];
  const open: { provision: SpannedProvision; heads: number }[] = [];
  const cite = citations(text.provisions, words.citation);

  const close = () => {
    const top = open.pop();
    if (!top) return;
    for (const block of top.provision.blocks) {
      if (block.role === 'closing') html.push(quotable(text.characters, block, 'p', 'p-closing'));
    }
    if (words.beside) html.push(words.beside.closing.get(top.provision.eId) ?? '');
    html.push(HEADED.has(top.provision.kind) ? '</section>' : '</div>');
  };

  if (text.title) html.push(`<div class="treaty-title"><h1>${escapeHtml(text.title)}</h1></div>`);
  for (const provision of text.provisions) {
    while (open.length > 0 && (open.at(-1)?.provision.depth ?? 0) >= provision.depth) close();
    const above = open.at(-1)?.heads ?? 0;
    const headed = hasHeading(provision);
    html.push(opening(provision));
    if (provision.label !== '' || provision.number !== '') {
      if (!HEADED.has(provision.kind)) html.push(`<span class="p-number">${escapeHtml(labelOf(provision))}</span>`);
    }
    if (headed) html.push(heading(text.characters, provision, Math.min(6, above + 2)));
    const own = provision.blocks.filter((block) => block.role === 'text');
    const [first, ...rest] = own;
    if (first && !headed) html.push(quotable(text.characters, first, 'p', 'p-text'));
    html.push(tools(provision.eId, cite(provision), words));
    for (const block of headed ? own : rest) html.push(quotable(text.characters, block, 'p', 'p-text'));
    if (words.beside) html.push(words.beside.own.get(provision.eId) ?? NOTHING_BESIDE);
    open.push({ provision, heads: above + (headed ? 1 : 0) });
  }
  while (open.length > 0) close();
  return html.join('');
}

/**
 * The rendered text with the links of one revision in it: for each eId a plain anchor such as "3 concerns"; provisions
 * that are not in the map get none. Linear in the length of `html`.
 */
export function withCounts(
  html: string,
  counts: ReadonlyMap<string, { readonly count: number; readonly href: string; readonly text: string }>,
): string {
  return html.replace(/<!--count ([^>]*)-->/g, (_, escaped: string) => {
    const one = counts.get(unescape(escaped));
    if (!one || one.count === 0) return '';
    return `<a class="p-count" href="${escapeHtml(one.href)}">${escapeHtml(one.text)}</a>`;
  });
}

/**
 * How many concerns lie on each provision itself, by eId: what `p-count` shows. A concern that touches several
 * provisions counts once on each; the whole-treaty ones count on none. Only placements on the text at hand may come in.
 */
export function countConcerns(
  concerns: readonly { readonly placements: readonly { readonly eIds: readonly string[] }[] }[],
): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { placements } of concerns) {
    const touched = placements.length === 1 ? placements[0]?.eIds : new Set(placements.flatMap((p) => p.eIds));
    for (const eId of touched ?? []) counts.set(eId, (counts.get(eId) ?? 0) + 1);
  }
  return counts;
}

function opening({ eId, kind, number, label }: SpannedProvision): string {
  const bare = number === '' && label === '' ? ' p-unnumbered' : '';
  return `<${HEADED.has(kind) ? 'section' : 'div'} class="provision p-${escapeHtml(kind)}${bare}" id="${escapeHtml(eId)}">`;
}

/** A heading sets its label apart by itself: "Article 5:" loses the colon, "1." before a paragraph keeps its full stop. */
export const labelOf = ({ label, number, kind }: SpannedProvision): string =>
  HEADED.has(kind) ? label.replace(/[\s.:–—-]+$/u, '') || number : label || number;

function hasHeading(provision: SpannedProvision): boolean {
  if (provision.blocks.some((block) => block.role === 'heading')) return true;
  return HEADED.has(provision.kind) && labelOf(provision) !== '';
}

function heading(characters: string, provision: SpannedProvision, level: number): string {
  const label = HEADED.has(provision.kind) ? labelOf(provision) : '';
  const titles = provision.blocks
    .filter((block) => block.role === 'heading')
    .map((block) => quotable(characters, block, 'span', 'p-title'))
    .join('<br>');
  const named = label === '' ? '' : `<span class="p-label">${escapeHtml(label)}</span>`;
  return `<h${level} class="p-heading">${named}${named && titles ? ' ' : ''}${titles}</h${level}>`;
}

function quotable(characters: string, block: Block, element: 'p' | 'span', name: string): string {
  const inside = escapeHtml(characters.slice(block.start, block.end));
  return `<${element} class="${name}" data-s="${block.start}">${inside}</${element}>`;
}

function tools(eId: string, cited: string, words: RenderWords): string {
  const id = escapeHtml(eId);
  const raise = escapeHtml(words.raise(cited));
  return (
    `<span class="p-tools"><!--count ${id}--><button type="button" class="p-raise" data-eid="${id}"` +
    ` data-cite="${escapeHtml(cited)}" aria-label="${raise}">+</button></span>`
  );
}

/** `citation` looks through the whole list on every call; it is given only those that it can need: forebears and their like. */
function citations(provisions: readonly SpannedProvision[], words?: CitationWords): (one: SpannedProvision) => string {
  const byId = new Map(provisions.map((one) => [one.eId, one]));
  const inside = new Map<string | null, SpannedProvision[]>();
  for (const one of provisions) {
    const siblings = inside.get(one.parent);
    if (siblings) siblings.push(one);
    else inside.set(one.parent, [one]);
  }
  return (one) => {
    const near: SpannedProvision[] = [];
    const seen = new Set<string>();
    for (let at: SpannedProvision | undefined = one; at && !seen.has(at.eId);) {
      seen.add(at.eId);
      near.push(...(at.number === '' ? (inside.get(at.parent) ?? []) : [at]));
      at = at.parent === null ? undefined : byId.get(at.parent);
    }
    return citation(near, one.eId, words);
  };
}

function unescape(html: string): string {
  return html.replace(/&(amp|lt|gt|quot|#39);/g, (whole) => {
    const found = Object.entries(ESCAPES).find(([, escaped]) => escaped === whole);
    return found ? found[0] : whole;
  });
}
