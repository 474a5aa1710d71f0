import { canonicalise } from '#app/domain/treaty/canonical';
import { eIdOf, eIdRegister } from '#app/domain/treaty/eid';
import type { Provision, ProvisionKind, Uncertain } from '#app/domain/treaty/outline';
import { numberOf } from './akn-kinds';

/** A provision while the file is walked: its own words and its children in the order in which they stand. */
export interface Build {
  readonly kind: ProvisionKind;
  /** The file's own eId; empty when it has none. */
  readonly own: string;
  label: string;
  heading: string;
  readonly parts: (string | Build)[];
}
export const newBuild = (kind: ProvisionKind, own = ''): Build => ({ kind, own, label: '', heading: '', parts: [] });

const RESERVED = /^(?:preamble|conclusions|annex)$/;
// A name with neither number nor underscore could be one of our pages' own.
const USABLE = /^[A-Za-z][A-Za-z0-9_.-]{0,199}$/;
export const usable = (eId: string): boolean => USABLE.test(eId) && (/[\d_]/.test(eId) || RESERVED.test(eId));

const join = (parts: readonly (string | Build)[]): string =>
  parts
    .map((part) => (typeof part === 'string' ? canonicalise(part) : ''))
    .filter(Boolean)
    .join('\n');

/** Own words that stand between two children become an unnumbered provision among them. */
function arranged(build: Build): { text: string; children: Build[]; closing: string } {
  const is = (part: string | Build) => typeof part !== 'string';
  const first = build.parts.findIndex(is);
  if (first < 0) return { text: join(build.parts), children: [], closing: '' };
  const last = build.parts.findLastIndex(is);
  const children: Build[] = [];
  let between: string[] = [];
  for (const part of build.parts.slice(first, last + 1)) {
    if (typeof part === 'string') {
      if (canonicalise(part) !== '') between.push(part);
      continue;
    }
    if (between.length > 0) children.push({ ...newBuild(children.at(-1)?.kind ?? 'paragraph'), parts: between });
    between = [];
    children.push(part);
  }
  return { text: join(build.parts.slice(0, first)), children, closing: join(build.parts.slice(last + 1)) };
}

/** The provisions that the builds come to, each with the file's own eId or one by our rule, and what was odd about them. */
export function finishBuilds(roots: readonly Build[]): { provisions: Provision[]; uncertain: Uncertain[] } {
  const uncertain: Uncertain[] = [];
  const claim = eIdRegister();
  const owners = new Map<string, Build>();
  const gather = (one: Build): void => {
    if (usable(one.own) && !owners.has(one.own)) owners.set(claim(one.own), one);
    for (const part of one.parts) if (typeof part !== 'string') gather(part);
  };
  roots.forEach(gather);

  const list = (builds: readonly Build[], parent: string | null): Provision[] => {
    const places = new Map<ProvisionKind, number>();
    return builds.map((one) => {
      const place = (places.get(one.kind) ?? 0) + 1;
      places.set(one.kind, place);
      const label = canonicalise(one.label);
      const { number, ascii } = numberOf(label);
      const mine = owners.get(one.own) === one;
      const eId = mine ? one.own : claim(eIdOf(parent, one.kind, ascii, place));
      if (!mine && one.own !== '' && owners.has(one.own)) {
        uncertain.push({ what: `The file gives the eId ${one.own} twice.`, where: eId });
      }
      const { text, children, closing } = arranged(one);
      return {
        eId,
        kind: one.kind,
        number,
        ...(label === '' ? {} : { label }),
        heading: canonicalise(one.heading),
        text,
        ...(closing === '' ? {} : { closing }),
        children: list(children, eId),
      };
    });
  };
  return { provisions: list(roots, null), uncertain };
}
