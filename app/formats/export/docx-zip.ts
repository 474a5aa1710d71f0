import { strFromU8, strToU8, unzipSync, zipSync, type Zippable } from 'fflate';

/** A zip entry's time has no zone; this one is the first that it can hold. */
const EPOCH = new Date(1980, 0, 1);

const RELATIONSHIPS = /^(.*?)_rels\/([^/]+)\.rels$/;

/** Random relationship ids become `rIdL1`, `rIdL2`, ... in the order in which they are declared. */
function renumbered(parts: Map<string, string>): void {
  for (const [name, relationships] of [...parts]) {
    const [, folder, file] = RELATIONSHIPS.exec(name) ?? [];
    const owner = `${folder}${file}`;
    const words = parts.get(owner);
    if (file === undefined || words === undefined) continue;
    const names = new Map<string, string>();
    for (const [, id] of relationships.matchAll(/ Id="([^"]+)"/g))
      if (!/^rId\d+$/.test(id!)) names.set(id!, `rIdL${names.size + 1}`);
    parts.set(
      name,
      relationships.replace(/ Id="([^"]+)"/g, (all, id: string) => (names.has(id) ? ` Id="${names.get(id)}"` : all)),
    );
    parts.set(
      owner,
      words.replace(/ r:id="([^"]+)"/g, (all, id: string) => (names.has(id) ? ` r:id="${names.get(id)}"` : all)),
    );
  }
}

/** Bookmarks are numbered through the life of the process; here they start at 1. Patterns hold a "<", which words cannot. */
function rebookmarked(document: string): string {
  const ids = new Map<string, number>();
  const renumber = (id: string): number => ids.get(id) ?? ids.set(id, ids.size + 1).size;
  return document
    .replace(/(<w:bookmark(?:Start|End)\b[^>]*w:id=")(\d+)"/g, (_, tag: string, id: string) => `${tag}${renumber(id)}"`)
    .replace(
      /(<w:bookmarkStart\b[^>]*w:name="_Toc)(\d+)"/g,
      (_, tag: string, id: string) => `${tag}${renumber(`toc ${id}`)}"`,
    )
    .replace(
      /(<w:hyperlink\b[^>]*w:anchor="_Toc)(\d+)"/g,
      (_, tag: string, id: string) => `${tag}${renumber(`toc ${id}`)}"`,
    )
    .replace(
      /(<w:instrText\b[^>]*>PAGEREF _Toc)(\d+)/g,
      (_, tag: string, id: string) => `${tag}${renumber(`toc ${id}`)}`,
    );
}

/**
 * The same DOCX without what changes from one making to the next: times of entries and of the document, random ids.
 * `day` (ISO) becomes the document's created and modified date. Entries are put in order of name after the content types.
 */
export function reproducible(docx: Uint8Array, day: string): Uint8Array {
  const parts = new Map(Object.entries(unzipSync(docx)).map(([name, bytes]) => [name, strFromU8(bytes)]));
  renumbered(parts);
  const main = 'word/document.xml';
  parts.set(main, rebookmarked(parts.get(main) ?? ''));
  const core = parts.get('docProps/core.xml') ?? '';
  parts.set('docProps/core.xml', core.replace(/(<dcterms:(?:created|modified)[^>]*>)[^<]*/g, `$1${day}T00:00:00Z`));
  const first = '[Content_Types].xml';
  const names = [first, ...[...parts.keys()].filter((name) => name !== first).sort()];
  const entries: Zippable = Object.fromEntries(names.map((name) => [name, strToU8(parts.get(name)!)]));
  return zipSync(entries, { mtime: EPOCH, os: 0, level: 6 });
}
