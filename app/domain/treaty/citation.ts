import type { SpannedProvision } from './canonical';
import type { ProvisionKind } from './outline';

/** What a citation says in one language: words for the levels; "{n}" stands for the number. */
export interface CitationWords {
  readonly levels: Readonly<Partial<Record<ProvisionKind, string>>>;
  /** A provision that carries no number, by its place among its like: "Preamble, paragraph 3". */
  readonly unnumbered: string;
  readonly separator: string;
}

/** English; other languages bring their own table. */
export const CITATION_EN: CitationWords = {
  levels: {
    preamble: 'Preamble',
    recital: 'recital {n}',
    part: 'Part {n}',
    title: 'Title {n}',
    chapter: 'Chapter {n}',
    section: 'Section {n}',
    article: 'Article {n}',
    annex: 'Annex {n}',
    conclusions: 'Closing words',
    paragraph: 'paragraph {n}',
  },
  unnumbered: 'paragraph {n}',
  separator: ', ',
};

const INSIDE = new Set<ProvisionKind>(['paragraph', 'point', 'subpoint']);
const ABOVE = new Set<ProvisionKind>(['part', 'title', 'chapter', 'section']);

type Cited = Pick<SpannedProvision, 'eId' | 'kind' | 'number' | 'parent'>;

/** The provision and everything around it, outermost first; empty for an unknown eId. */
function line(provisions: readonly Cited[], eId: string): Cited[] {
  const byId = new Map(provisions.map((p) => [p.eId, p]));
  const path: Cited[] = [];
  for (let at = byId.get(eId); at && !path.includes(at); at = at.parent === null ? undefined : byId.get(at.parent)) {
    path.unshift(at);
  }
  return path;
}

const place = (provisions: readonly Cited[], one: Cited): number =>
  provisions.filter((p) => p.parent === one.parent && p.kind === one.kind).findIndex((p) => p.eId === one.eId) + 1;

const fill = (pattern: string, number: string): string => pattern.replace('{n}', number).trim();

function cite(provisions: readonly Cited[], path: readonly Cited[], words: CitationWords): string {
  const parts: string[] = [];
  for (const one of path) {
    if (INSIDE.has(one.kind)) {
      const last = parts.length - 1;
      const bracket = `(${one.number})`;
      if (one.number === '') parts.push(fill(words.unnumbered, String(place(provisions, one))));
      else if (last < 0) parts.push(fill(words.levels[one.kind] ?? '{n}', one.number));
      else parts[last] += bracket;
      continue;
    }
    const pattern = words.levels[one.kind] ?? '{n}';
    if (one.number !== '') parts.push(pattern.includes('{n}') ? fill(pattern, one.number) : `${pattern} ${one.number}`);
    else if (one.kind === 'recital') parts.push(fill(words.unnumbered, String(place(provisions, one))));
    else parts.push(fill(pattern, ''));
  }
  return parts.join(words.separator);
}

/**
 * How a person cites a provision: "Article 28(4)(a)(i)", "Preamble, paragraph 3", "Chapter IV, Section 2",
 * "Annex I, Article 2". Levels above an article are left out of an article's citation, because articles are numbered
 * through. The empty string for an eId that is not among the provisions.
 */
export function citation(provisions: readonly Cited[], eId: string, words: CitationWords = CITATION_EN): string {
  const path = line(provisions, eId);
  const numbered = path.some((p) => p.kind === 'article' || INSIDE.has(p.kind));
  return cite(
    provisions,
    path.filter((p) => !(numbered && ABOVE.has(p.kind) && path.some((q) => q.kind === 'article'))),
    words,
  );
}

/** The citation without what the place on the page already tells: "28(4)(a)", "Preamble 3", "IV". For tight margins. */
export function shortCitation(provisions: readonly Cited[], eId: string): string {
  const path = line(provisions, eId);
  const last = path.at(-1);
  if (!last) return '';
  const article = path.findIndex((p) => p.kind === 'article');
  const number = (one: Cited) => one.number || String(place(provisions, one));
  if (article >= 0) {
    const [head, ...inside] = path.slice(article) as [Cited, ...Cited[]];
    return number(head) + inside.map((p) => `(${number(p)})`).join('');
  }
  if (last.kind === 'recital') return `Preamble ${number(last)}`;
  return ABOVE.has(last.kind) ? number(last) : cite(provisions, path, CITATION_EN);
}
