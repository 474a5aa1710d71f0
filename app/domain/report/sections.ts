import { CATEGORIES } from '../concern/taxonomy';
import type { ProvisionKind } from '../treaty/outline';
import { cleanLine } from './clean';
import type { PlacedEntry } from './entries';
import type { ReportInput, ReportPlacementInput, ReportProvisionInput } from './input';
import type { ReportEntry, ReportSection } from './model';

/** Kinds that get a section of their own: what people cite. Smaller ones belong to the one around them. */
const SECTION_KINDS: readonly ProvisionKind[] = ['article', 'preamble', 'annex', 'conclusions'];
const AROUND_KINDS: readonly ProvisionKind[] = ['part', 'title', 'chapter', 'section'];

type Provisions = ReadonlyMap<string, ReportProvisionInput>;

/** A provision with those around it, innermost first: an eId holds the eIds above it ("chp_IV__art_28__para_4"). */
function withAround(eId: string, provisions: Provisions): ReportProvisionInput[] {
  const parts = eId.split('__');
  return parts.flatMap((_, at) => provisions.get(parts.slice(0, parts.length - at).join('__')) ?? []);
}

function sectionOf(placement: ReportPlacementInput, provisions: Provisions) {
  const around = withAround(placement.eIds[0] ?? '', provisions);
  const own = around.find(({ kind }) => SECTION_KINDS.includes(kind)) ?? around[0];
  const above = own && around.slice(around.indexOf(own) + 1).find(({ kind }) => AROUND_KINDS.includes(kind));
  return { own, above };
}

function byProvision(placed: readonly PlacedEntry[], input: ReportInput): Omit<ReportSection, 'anchor'>[] {
  const provisions: Provisions = new Map(input.provisions.map((provision) => [provision.eId, provision]));
  const heading = ({ citation, heading }: ReportProvisionInput) =>
    cleanLine(input.words.heading(cleanLine(citation), cleanLine(heading)));
  const sections = new Map<string, { heading: string; context: string; entries: ReportEntry[] }>();
  for (const { entry, first } of placed) {
    const { own, above } = first === null ? { own: undefined, above: undefined } : sectionOf(first, provisions);
    const key = first === null ? '' : (own?.eId ?? first.citation);
    const found = sections.get(key);
    if (found) found.entries.push(entry);
    else
      sections.set(key, {
        heading: first === null ? input.words.wholeTreaty : own ? heading(own) : entry.citation,
        context: above ? heading(above) : '',
        entries: [entry],
      });
  }
  return [...sections.values()];
}

function byCategory(placed: readonly PlacedEntry[], input: ReportInput): Omit<ReportSection, 'anchor'>[] {
  return CATEGORIES.flatMap(({ id }) => {
    const entries = placed.flatMap(({ entry }) => (entry.category.id === id ? [entry] : []));
    return entries.length > 0 ? [{ heading: input.words.categories[id], context: '', entries }] : [];
  });
}

/** Entries under headings; takes them in reading order and keeps that order inside every section. */
export function toSections(placed: readonly PlacedEntry[], input: ReportInput): ReportSection[] {
  const sections = input.options.order === 'category' ? byCategory(placed, input) : byProvision(placed, input);
  return sections.map((section, at) => ({ anchor: `section-${at + 1}`, ...section }));
}
