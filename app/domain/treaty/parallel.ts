import type { Block, SpannedProvision } from './canonical';
import { escapeHtml, labelOf, type RenderedText } from './render';

/** A text that stands beside another: the same version in another language. */
export interface ParallelText extends RenderedText {
  /** BCP 47. */
  readonly language: string;
  readonly direction: 'ltr' | 'rtl';
}

/**
 * What stands beside each provision of a text, by eId, as HTML without ids, offsets or tools: nothing in it can be quoted
 * or taken for the text itself. `rest`: the provisions that the text has no counterpart for, whole, in reading order.
 */
export interface Beside {
  readonly own: ReadonlyMap<string, string>;
  readonly closing: ReadonlyMap<string, string>;
  readonly rest: string;
}

/** The eIds that both texts have. */
export function aligned(one: readonly SpannedProvision[], other: readonly SpannedProvision[]): Set<string> {
  const there = new Set(other.map(({ eId }) => eId));
  return new Set(one.map(({ eId }) => eId).filter((eId) => there.has(eId)));
}

/** `other` as it stands beside a text whose provisions are `provisions`. Linear in both. */
export function besideOf(provisions: readonly SpannedProvision[], other: ParallelText): Beside {
  const both = aligned(provisions, other.provisions);
  const own = new Map<string, string>();
  const closing = new Map<string, string>();
  const rest: string[] = [];
  const attributes = `lang="${escapeHtml(other.language)}" dir="${other.direction}"`;
  for (const provision of other.provisions) {
    const closes = wordsOf(other, provision, ['closing']);
    const words = label(provision) + wordsOf(other, provision, ['heading', 'text']);
    if (!both.has(provision.eId)) rest.push(words, closes);
    else {
      own.set(provision.eId, `<div class="beside" ${attributes}>${words}</div>`);
      if (closes) closing.set(provision.eId, `<div class="beside" ${attributes}>${closes}</div>`);
    }
  }
  return { own, closing, rest: rest.length > 0 ? `<div ${attributes}>${rest.join('')}</div>` : '' };
}

function label(provision: SpannedProvision): string {
  const shown = labelOf(provision);
  return shown ? `<b class="beside-label">${escapeHtml(shown)}</b> ` : '';
}

const ELEMENT: Readonly<Record<Block['role'], string>> = { heading: 'b', text: 'p', closing: 'p' };

function wordsOf({ characters }: RenderedText, provision: SpannedProvision, roles: readonly Block['role'][]): string {
  return provision.blocks
    .filter((block) => roles.includes(block.role))
    .map(({ role, start, end }) => `<${ELEMENT[role]}>${escapeHtml(characters.slice(start, end))}</${ELEMENT[role]}>`)
    .join('');
}
