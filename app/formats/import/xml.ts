import { fail, ok, type Result } from '#app/domain/result';
import type { Source, SourceLine } from '#app/domain/treaty/outline';
import { firstCharacters } from './html-decode';
import type { ImportFormat } from './import-format';
import { isXmlElement, parseXml, rootName, xmlWords, type XmlElement } from './xml-tree';

const fitting = (lang: string | undefined) =>
  lang && /^[a-z]{2,3}(?:-[A-Za-z0-9]{2,8}){0,3}$/.test(lang) ? lang : undefined;

/**
 * The paragraphs of the Universal Declaration as its publisher writes them: titles and paragraphs on lines of their own;
 * the items of an ordered list carry the number that the page would count.
 */
function declarationLines(root: XmlElement): SourceLine[] | string {
  const lines: SourceLine[] = [];
  let unknown = '';
  const put = (text: string, level: number) => {
    if (lines.length > 0) lines.push({ text: '', line: lines.length + 1 });
    const hints = { paragraph: true, ...(level > 0 ? { headingLevel: level } : {}) };
    lines.push({ text: text.replace(/\s+/g, ' ').trim(), line: lines.length + 1, hints });
  };
  const visit = (element: XmlElement, depth: number, label: string): void => {
    let n = 0;
    let first = label;
    for (const child of element.children) {
      if (!isXmlElement(child)) {
        if (child.value.trim() !== '') unknown ||= element.name;
        continue;
      }
      if (child.name === 'title' || child.name === 'para') {
        put(`${first} ${xmlWords(child)}`, child.name === 'title' ? depth : 0);
        first = '';
      } else if (child.name === 'listitem') {
        n += 1;
        visit(child, depth, child.attributes.get('tag') ?? `${n}.`);
      } else if (/^(?:preamble|article|orderedlist|note)$/.test(child.name)) visit(child, depth + 1, '');
      else unknown ||= child.name;
    }
  };
  visit(root, 1, '');
  return unknown === '' ? lines : unknown;
}

function read(bytes: Uint8Array): Result<Source> {
  const root = parseXml(bytes);
  if (!root.ok) return root;
  const lines = root.value.name === 'udhr' ? declarationLines(root.value) : root.value.name;
  if (typeof lines === 'string') {
    const detail = `This XML file is neither Akoma Ntoso nor a Universal Declaration (“${lines.slice(0, 40)}” is not known); save it as Akoma Ntoso, HTML or plain text.`;
    return fail('unreadable', { detail });
  }
  const language = fitting(root.value.attributes.get('lang'));
  return ok({ lines, ...(language === undefined ? {} : { language }) });
}

/** XML other than Akoma Ntoso: the Universal Declaration of Human Rights as its publisher's files have it. */
export const xmlFormat: ImportFormat = {
  id: 'xml',
  name: 'XML',
  extensions: ['xml'],
  sniff: (bytes) => {
    const start = firstCharacters(bytes, 16_384);
    const name = rootName(start)?.toLowerCase();
    if (name === 'html' || name === 'akomantoso') return false;
    return /^\s*<\?xml\s/.test(start) || name === 'udhr';
  },
  read,
};
