import type { ProvisionKind } from './outline';

const NAMES: Readonly<Record<ProvisionKind, string>> = {
  preamble: 'preamble',
  recital: 'rec',
  part: 'part',
  title: 'title',
  chapter: 'chp',
  section: 'sec',
  article: 'art',
  paragraph: 'para',
  point: 'point',
  subpoint: 'subpoint',
  annex: 'annex',
  conclusions: 'conclusions',
};
const ALONE = new Set<ProvisionKind>(['preamble', 'annex', 'conclusions']);

/**
 * The eId of a provision by the Akoma Ntoso naming convention: the parent's eId, "__", the short name of the kind and
 * its number in ASCII; a provision without number takes its place among its like (1-based).
 */
export function eIdOf(parent: string | null, kind: ProvisionKind, ascii: string, place: number): string {
  const number = ascii.replace(/[^A-Za-z0-9-]+/g, '');
  const own = number !== '' ? `${NAMES[kind]}_${number}` : ALONE.has(kind) ? NAMES[kind] : `${NAMES[kind]}_${place}`;
  return parent === null ? own : `${parent}__${own}`;
}

/** Gives out each eId once: the eId itself, or with "-2", "-3", ... when it is taken. */
export function eIdRegister(): (eId: string) => string {
  const taken = new Set<string>();
  const next = new Map<string, number>();
  return (eId) => {
    let free = eId;
    let n = next.get(eId) ?? 2;
    while (taken.has(free)) {
      free = `${eId}-${n}`;
      n += 1;
    }
    next.set(eId, n);
    taken.add(free);
    return free;
  };
}
