import type { Provision, ProvisionKind, Uncertain } from './outline';
import { canonicalise } from './canonical';
import { eIdOf, eIdRegister } from './eid';
import type { Unit } from './lines';

/** A provision while it is being put together. */
export interface Draft {
  readonly kind: ProvisionKind;
  readonly number: string;
  readonly ascii: string;
  readonly label: string;
  readonly line: number;
  readonly column: number;
  /** A person said what it is: it is not doubted. */
  settled: boolean;
  readonly parent: Draft | null;
  heading: string;
  texts: string[];
  closings: string[];
  readonly children: Draft[];
}

export const draft = (
  kind: ProvisionKind,
  parent: Draft | null,
  line: number,
  more: Partial<Pick<Draft, 'number' | 'ascii' | 'label' | 'heading' | 'column' | 'settled'>> = {},
): Draft => ({
  kind,
  number: more.number ?? '',
  ascii: more.ascii ?? '',
  label: more.label ?? '',
  heading: more.heading ?? '',
  line,
  column: more.column ?? 0,
  settled: more.settled ?? false,
  parent,
  texts: [],
  closings: [],
  children: [],
});

/** The last words of a draft's own or its last descendant's, in reading order. */
export function lastWords(one: Draft): string {
  const closing = one.closings.at(-1);
  if (closing !== undefined) return closing;
  const child = one.children.at(-1);
  if (child) return lastWords(child);
  return one.texts.at(-1) ?? one.heading;
}

/** A doubt about a draft, before eIds are known. */
export interface Doubt {
  readonly what: string;
  readonly about: Draft | Unit;
}

/** Gives every draft its eId and canonical words; duplicates get a suffix and a doubt. */
export function finish(
  roots: readonly Draft[],
  doubts: readonly Doubt[],
): { provisions: Provision[]; uncertain: Uncertain[] } {
  const claim = eIdRegister();
  const ids = new Map<unknown, string>();
  const repeated: Uncertain[] = [];
  const join = (pieces: readonly string[]) => pieces.map(canonicalise).filter(Boolean).join('\n');
  const visit = (one: Draft, parent: string | null, place: number): Provision => {
    const wanted = eIdOf(parent, one.kind, one.ascii, place);
    const eId = claim(wanted);
    if (eId !== wanted && one.ascii !== '') {
      const what = `The number ${one.number} stands here twice (${wanted}).`;
      if (!one.settled) repeated.push({ what, where: eId, line: one.line });
    }
    ids.set(one, eId);
    const text = join(one.texts);
    const closing = join(one.closings);
    const places = new Map<ProvisionKind, number>();
    const children = one.children.map((child) => {
      const next = (places.get(child.kind) ?? 0) + 1;
      places.set(child.kind, next);
      return visit(child, eId, next);
    });
    return {
      eId,
      kind: one.kind,
      number: canonicalise(one.number),
      ...(one.label === '' ? {} : { label: canonicalise(one.label) }),
      heading: canonicalise(one.heading),
      text,
      ...(closing === '' ? {} : { closing }),
      children,
      line: one.line,
      ...(one.column > 0 ? { column: one.column } : {}),
    };
  };
  const places = new Map<ProvisionKind, number>();
  const provisions = roots.map((root) => {
    const next = (places.get(root.kind) ?? 0) + 1;
    places.set(root.kind, next);
    return visit(root, null, next);
  });
  const settled = ({ about }: Doubt) => ('settled' in about ? about.settled : about.as !== undefined);
  const uncertain = doubts
    .filter((doubt) => !settled(doubt))
    .map(({ what, about }) => ({ what, where: ids.get(about) ?? `line ${about.line}`, line: about.line }));
  return { provisions, uncertain: [...uncertain, ...repeated] };
}
