import { fail, ok, type Result } from '#app/domain/result';
import { detectLanguage } from '#app/domain/treaty/language';
import type { Source } from '#app/domain/treaty/outline';
import { finishBuilds } from './akn-build';
import { isProvision } from './akn-kinds';
import { showAttributes, Walk } from './akn-walk';
import { firstCharacters } from './html-decode';
import type { ImportFormat } from './import-format';
import { childElements, childNamed, findAll, parseXml, rootName, type XmlElement } from './xml-tree';

const DOCUMENTS = new Set(['act', 'bill', 'doc', 'statement', 'amendment']);

/** ISO 639-2 codes, which Akoma Ntoso uses, as BCP 47 has them: "eng" is "en". */
function languageOf(document: XmlElement): string | undefined {
  const meta = childNamed(document, 'meta');
  const named = meta ? findAll(meta, (one) => one.name === 'FRBRlanguage')[0]?.attributes.get('language') : undefined;
  const code = named ?? document.attributes.get('lang');
  try {
    return code === undefined ? undefined : Intl.getCanonicalLocales(code)[0];
  } catch {
    return undefined;
  }
}

function read(bytes: Uint8Array): Result<Source> {
  const root = parseXml(bytes);
  if (!root.ok) return root;
  const [document] = childElements(root.value);
  if (!document || !DOCUMENTS.has(document.name)) {
    const what = document ? `a “${document.name.slice(0, 40)}”` : 'nothing';
    return fail('unreadable', {
      detail: `This Akoma Ntoso file holds ${what}, not an act, a bill, a statement or another single text.`,
    });
  }
  showAttributes(document);
  const walk = new Walk();
  const meta = childNamed(document, 'meta');
  const kept = meta ? childNamed(meta, 'notes') : undefined;
  const notes = kept ? childElements(kept).filter((one) => one.name === 'note') : [];
  const parts = childElements(document).filter((one) => one !== meta);
  for (const one of [...notes, ...parts]) walk.lines.lay(withoutMeta(one));
  for (const note of notes) walk.lines.takeOut(note, 'footnote');
  const roots = walk.document(document, null);
  const { provisions, uncertain } = finishBuilds(roots);
  const raw = walk.lines.text();
  const language = languageOf(document);
  const structured = findAll(document, isProvision).length > 0;
  const source = { lines: walk.lines.lines(), furniture: walk.lines.furniture, raw, uncertain: walk.doubts };
  if (!structured) return ok({ ...source, ...(language === undefined ? {} : { language }) });
  const spoken = language ?? detectLanguage(raw);
  return ok({ ...source, outline: { title: walk.title, language: spoken, provisions, furniture: [], uncertain } });
}

/** Descriptions of the file in inner documents are no text. */
function withoutMeta(element: XmlElement): XmlElement {
  for (const one of childElements(element)) {
    if (one.name === 'meta') one.children.length = 0;
    else withoutMeta(one);
  }
  return element;
}

/** Akoma Ntoso (LegalDocML) 3 and 2: it brings its own structure. */
export const akomaNtosoFormat: ImportFormat = {
  id: 'akoma-ntoso',
  name: 'Akoma Ntoso',
  extensions: ['akn', 'xml'],
  sniff: (bytes) => rootName(firstCharacters(bytes, 16_384))?.toLowerCase() === 'akomantoso',
  read,
};
