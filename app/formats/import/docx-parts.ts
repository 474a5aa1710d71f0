import { fail, ok, type Result } from '#app/domain/result';
import { openPackage } from './docx-package';
import type { Package } from './docx-package';
import { childOf, elementsOf, readXml } from './docx-xml';
import type { XmlElement } from './docx-xml';

/** The parts of a Word file that say what its text is; each but the body may be absent. */
export interface Parts {
  readonly body: XmlElement;
  readonly styles?: XmlElement;
  readonly numbering?: XmlElement;
  readonly footnotes?: XmlElement;
  readonly endnotes?: XmlElement;
  readonly comments?: XmlElement;
  readonly settings?: XmlElement;
}

const ZIP = [0x50, 0x4b];
const COMPOUND = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
const RTF = [...'{\\rtf'].map((c) => c.charCodeAt(0));
const begins = (bytes: Uint8Array, magic: readonly number[]) => magic.every((byte, i) => bytes[i] === byte);
const isZip = (bytes: Uint8Array) =>
  begins(bytes, ZIP) && [0x0304, 0x0506, 0x0708].includes(((bytes[2] ?? 0) << 8) | (bytes[3] ?? 0));

/** True for zip files and for the older formats of word processors, by their first bytes. */
export function isOffice(bytes: Uint8Array): boolean {
  return isZip(bytes) || begins(bytes, COMPOUND) || begins(bytes, RTF);
}

const refused = (detail: string) => fail('unreadable', { detail });

/** Files that are no package at all, each by the name that people know. */
function refuseOlder(bytes: Uint8Array): Result<never> | null {
  if (begins(bytes, RTF)) {
    return refused('This is an RTF file; open it in a word processor and save it as .docx.');
  }
  if (!begins(bytes, COMPOUND)) return null;
  const holds = (name: string) =>
    Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(Buffer.from(name, 'utf16le'));
  if (holds('EncryptedPackage')) {
    return refused('This Word file is protected by a password; save it without one and try again.');
  }
  return refused(
    holds('WordDocument')
      ? 'This file is in the Word format used before 2007 (.doc); open it in Word and save it as .docx.'
      : 'This is an older Office file and not a Word file; save the text as .docx.',
  );
}

function nameOther(found: Package): string {
  if (found.has('xl/workbook.xml') || found.has('xl/workbook.bin')) return 'This is a spreadsheet and not a Word file';
  if (found.has('ppt/presentation.xml')) return 'This is a presentation and not a Word file';
  if (found.has('content.xml') && found.has('META-INF/manifest.xml')) return 'This is an OpenDocument file (.odt)';
  if (found.has('META-INF/container.xml')) return 'This is an EPUB book and not a Word file';
  return 'This is a zip file and not a Word file';
}

/** Targets of relationships by the last word of their type; those that lead out of the package are left out. */
function targetsOf(relationships: XmlElement | undefined, folder: string): Map<string, string> {
  const targets = new Map<string, string>();
  for (const one of relationships ? elementsOf(relationships) : []) {
    const { Type: type = '', Target: target = '', TargetMode: mode } = one.attributes;
    if (mode === 'External') continue;
    const path: string[] = [];
    for (const step of (target.startsWith('/') ? target : `${folder}/${target}`).split('/')) {
      if (step === '..') path.pop();
      else if (step !== '' && step !== '.') path.push(step);
    }
    const kind = type.slice(type.lastIndexOf('/') + 1);
    if (!targets.has(kind)) targets.set(kind, path.join('/'));
  }
  return targets;
}

async function readPart(from: Package, name: string | undefined): Promise<Result<XmlElement | undefined>> {
  try {
    const part = name === undefined ? null : await from.open(name);
    return part ? await readXml(part) : ok(undefined);
  } catch {
    return refused('This Word file is damaged; open it in Word and save it again.');
  }
}

/**
 * The parts of a Word file. Fails with `unreadable` and one sentence: it is something else, protected, damaged, or made
 * to do harm.
 */
export async function readParts(bytes: Uint8Array): Promise<Result<Parts>> {
  const older = refuseOlder(bytes);
  if (older) return older;
  const opened = await openPackage(bytes);
  if (!opened.ok) return opened;
  const found = opened.value;
  const links = await readPart(found, '_rels/.rels');
  if (!links.ok) return links;
  const linked = targetsOf(links.value, '').get('officeDocument');
  const main = linked !== undefined && /^word\//i.test(linked) ? linked : 'word/document.xml';
  if (!found.has(main)) return refused(`${nameOther(found)}; save the text as .docx and try again.`);
  const document = await readPart(found, main);
  if (!document.ok) return document;
  const body = childOf(document.value, 'w:body');
  if (!body) return refused('This Word file has no text in the place where Word keeps it; save it again in Word.');

  const folder = main.slice(0, main.lastIndexOf('/'));
  const around = await readPart(found, `${folder}/_rels/${main.slice(folder.length + 1)}.rels`);
  if (!around.ok) return around;
  const targets = targetsOf(around.value, folder);
  const parts: Record<string, XmlElement> = {};
  for (const kind of ['styles', 'numbering', 'footnotes', 'endnotes', 'comments', 'settings'] as const) {
    const usual = `${folder}/${kind}.xml`;
    const part = await readPart(found, targets.get(kind) ?? (found.has(usual) ? usual : undefined));
    if (!part.ok) return part;
    if (part.value) parts[kind] = part.value;
  }
  return ok({ body, ...parts });
}
