import type { Outline, Provision, ProvisionKind } from './outline';

// Soft hyphen, zero-width space, word joiner, byte-order mark. The joiners U+200C and U+200D change how Arabic, Persian
// and Indic words are written and stay; direction marks stay too, they are part of how a mixed line reads.
const INVISIBLE = /[\u00ad\u200b\u2060\ufeff]/g;
const SPACES = /[\s\u0085]+/g;
// Ligatures of Latin type (\ufb01 for "fi") and the shapes of Arabic letters are a matter of type, not of words.
const TYPE = /[\ufb00-\ufb06\ufb50-\ufbb1\ufbd3-\ufbff\ufe80-\ufefc]/g;

/** The string in NFC without invisible characters, ligatures written out, its spaces as they were. */
export function visible(s: string): string {
  return s
    .replace(INVISIBLE, '')
    .replace(TYPE, (one) => one.normalize('NFKC'))
    .normalize('NFC');
}

/**
 * The string in canonical characters: NFC, no soft hyphens or zero-width spaces, no ligatures, single spaces, trimmed.
 * Idempotent.
 */
export function canonicalise(s: string): string {
  return visible(s).replace(SPACES, ' ').trim();
}

/** A stretch of a text that belongs to one provision itself. Offsets are UTF-16 units of the canonical characters. */
export interface Block {
  readonly role: 'heading' | 'text' | 'closing';
  readonly start: number;
  readonly end: number;
}

/** A provision as spans of its text's canonical characters. */
export interface SpannedProvision {
  readonly eId: string;
  readonly kind: ProvisionKind;
  readonly number: string;
  /** The label as the source had it; empty when there is none. */
  readonly label: string;
  /** eId of the provision around it. */
  readonly parent: string | null;
  /** 0 for the outermost. */
  readonly depth: number;
  /** Its place in reading order, 0-based: its index in the list. */
  readonly ordinal: number;
  /** The whole of it, children included, half-open. Equal to `end` when it holds no words at all. */
  readonly start: number;
  readonly end: number;
  /** Its own words, without its children's, in reading order. */
  readonly blocks: readonly Block[];
}

/**
 * The text's canonical characters, that is every heading, paragraph and closing in reading order joined by "\n", and
 * its provisions as spans of them: flat, in reading order, parents first. Labels are never among the characters.
 */
export function layOut(outline: Pick<Outline, 'provisions'>): { characters: string; provisions: SpannedProvision[] } {
  const pieces: string[] = [];
  const flat: (SpannedProvision & { end: number; start: number })[] = [];
  let length = 0;

  const add = (role: Block['role'], words: string, blocks: Block[]) => {
    for (const piece of words.split('\n')) {
      if (piece === '') continue;
      if (pieces.length > 0) length += 1;
      pieces.push(piece);
      blocks.push({ role, start: length, end: length + piece.length });
      length += piece.length;
    }
  };
  const visit = (provision: Provision, parent: string | null, depth: number): void => {
    const blocks: Block[] = [];
    const mine = {
      eId: provision.eId,
      kind: provision.kind,
      number: provision.number,
      label: provision.label ?? '',
      parent,
      depth,
      ordinal: flat.length,
      start: -1,
      end: -1,
      blocks,
    };
    flat.push(mine);
    const piecesBefore = pieces.length;
    const lengthBefore = length;
    add('heading', provision.heading, blocks);
    add('text', provision.text, blocks);
    for (const child of provision.children) visit(child, provision.eId, depth + 1);
    add('closing', provision.closing ?? '', blocks);
    const empty = pieces.length === piecesBefore;
    mine.start = empty || piecesBefore === 0 ? lengthBefore : lengthBefore + 1;
    mine.end = length;
  };
  for (const provision of outline.provisions) visit(provision, null, 0);
  return { characters: pieces.join('\n'), provisions: flat };
}
