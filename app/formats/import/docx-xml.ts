import { SaxesParser } from 'saxes';
import { fail, ok, type Result } from '#app/domain/result';

/** An element of an Office part. Names and attributes carry fixed prefixes ("w:p"), whatever the file itself uses. */
export interface XmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  /** Characters are kept only where Office has words: in text and field instructions. */
  readonly children: readonly (XmlElement | string)[];
}

/** What one part may hold at most. */
export const XML_LIMITS = { depth: 256, elements: 500_000, attributes: 100, prefixes: 100 } as const;

const TRANSITIONAL = 'http://schemas.openxmlformats.org/';
const STRICT = 'http://purl.oclc.org/ooxml/';
const PREFIXES: ReadonlyMap<string, string> = new Map([
  [`${TRANSITIONAL}wordprocessingml/2006/main`, 'w'],
  [`${STRICT}wordprocessingml/main`, 'w'],
  [`${TRANSITIONAL}officeDocument/2006/relationships`, 'r'],
  [`${STRICT}officeDocument/relationships`, 'r'],
  [`${TRANSITIONAL}officeDocument/2006/math`, 'm'],
  [`${STRICT}officeDocument/math`, 'm'],
  [`${TRANSITIONAL}markup-compatibility/2006`, 'mc'],
  [`${TRANSITIONAL}package/2006/relationships`, 'rel'],
  [`${TRANSITIONAL}drawingml/2006/picture`, 'pic'],
  ['urn:schemas-microsoft-com:vml', 'v'],
]);
const WORDS = new Set(['w:t', 'm:t', 'w:instrText']);
// Marks of editing sessions: half of all attributes in a file written by Word, and nothing that we read.
const SESSION = /:(?:rsid|paraId$|textId$)/;

class Refusal extends Error {}

/** The prefixes in force, own map only where an element declares some. */
type Scope = ReadonlyMap<string, string>;

function scopeOf(declared: Readonly<Record<string, string>>, outer: Scope): Scope {
  let scope: Map<string, string> | null = null;
  for (const name in declared) {
    if (name !== 'xmlns' && !name.startsWith('xmlns:')) continue;
    scope ??= new Map(outer);
    scope.set(name.slice(6), PREFIXES.get(declared[name] as string) ?? '?');
  }
  if (scope && scope.size > XML_LIMITS.prefixes) throw new Refusal('declares more namespaces than any Word file does');
  return scope ?? outer;
}

function nameIn(scope: Scope, name: string, isAttribute: boolean): string {
  const at = name.indexOf(':');
  if (at < 0) return isAttribute ? name : `${scope.get('') ?? '?'}:${name}`;
  return `${scope.get(name.slice(0, at)) ?? '?'}:${name.slice(at + 1)}`;
}

interface Growing extends XmlElement {
  readonly children: (XmlElement | string)[];
}

const NO_ATTRIBUTES: Readonly<Record<string, string>> = Object.freeze({});

class Builder {
  private readonly parser = new SaxesParser();
  private readonly open: { readonly element: Growing; readonly scope: Scope }[] = [];
  private readonly names = new Map<string, string>();
  private elements = 0;
  root: XmlElement | null = null;

  constructor() {
    this.parser.on('doctype', () => {
      throw new Refusal('holds a document type declaration, which no Word file has');
    });
    this.parser.on('opentag', (tag) => this.start(tag.name, tag.attributes as Readonly<Record<string, string>>));
    this.parser.on('closetag', () => {
      this.root = this.open.pop()?.element ?? null;
    });
    const words = (text: string) => {
      const inner = this.open.at(-1)?.element;
      if (inner && WORDS.has(inner.name)) inner.children.push(text);
    };
    this.parser.on('text', words);
    this.parser.on('cdata', words);
  }

  private start(name: string, declared: Readonly<Record<string, string>>): void {
    this.elements += 1;
    if (this.elements > XML_LIMITS.elements) throw new Refusal('holds more than half a million elements');
    if (this.open.length >= XML_LIMITS.depth) throw new Refusal('is nested more than 256 levels deep');
    const given = Object.keys(declared);
    if (given.length > XML_LIMITS.attributes)
      throw new Refusal('has more attributes on one element than any Word file');
    const outer = this.open.at(-1);
    const scope = scopeOf(declared, outer?.scope ?? new Map([['xml', 'xml']]));
    let attributes: Record<string, string> | null = null;
    for (const key of given) {
      if (key.startsWith('xmlns') || SESSION.test(key)) continue;
      attributes ??= Object.create(null) as Record<string, string>;
      attributes[nameIn(scope, key, true)] = declared[key] as string;
    }
    // One string a name, not one an element.
    const full = nameIn(scope, name, false);
    const known = this.names.get(full) ?? full;
    this.names.set(known, known);
    const element: Growing = { name: known, attributes: attributes ?? NO_ATTRIBUTES, children: [] };
    outer?.element.children.push(element);
    this.open.push({ element, scope });
  }

  write(text: string): void {
    this.parser.write(text);
  }

  close(): void {
    this.parser.close();
  }
}

function decoderOf(first: Uint8Array): TextDecoder {
  const encoding =
    first[0] === 0xff && first[1] === 0xfe ? 'utf-16le' : first[0] === 0xfe && first[1] === 0xff ? 'utf-16be' : 'utf-8';
  return new TextDecoder(encoding, { fatal: true });
}

/**
 * The root element of a part. UTF-8 or, with a byte-order mark, UTF-16, whatever the XML declaration claims; no entity
 * but the five that XML has itself, nothing outside the part is ever fetched. Fails with `unreadable` and one sentence:
 * not well-formed, a document type declaration, or beyond `XML_LIMITS`.
 */
export async function readXml(part: AsyncIterable<Uint8Array>): Promise<Result<XmlElement>> {
  const builder = new Builder();
  let decoder: TextDecoder | null = null;
  try {
    for await (const bytes of part) {
      decoder ??= decoderOf(bytes);
      builder.write(decoder.decode(bytes, { stream: true }));
    }
    builder.write(decoder?.decode() ?? '');
    builder.close();
  } catch (error) {
    const why = error instanceof Refusal ? `${error.message}; it was refused` : 'is damaged; save it again in Word';
    return fail('unreadable', { detail: `A part of this Word file ${why}.` });
  }
  return builder.root ? ok(builder.root) : fail('unreadable', { detail: 'A part of this Word file is empty.' });
}

/** The elements right inside one. */
export function elementsOf(parent: XmlElement): XmlElement[] {
  return parent.children.filter((one): one is XmlElement => typeof one !== 'string');
}

/** The first element of this name right inside one; undefined when there is none, or no parent. */
export function childOf(parent: XmlElement | undefined, name: string): XmlElement | undefined {
  return parent?.children.find((one): one is XmlElement => typeof one !== 'string' && one.name === name);
}

/** The `w:val` of a child; undefined when there is no such child or it has none. */
export function valueOf(parent: XmlElement | undefined, name: string): string | undefined {
  return childOf(parent, name)?.attributes['w:val'];
}

/** The number in a `w:val` or other attribute; undefined when there is none. */
export function numberOf(value: string | undefined): number | undefined {
  const n = value === undefined || value.trim() === '' ? NaN : Number(value);
  return Number.isFinite(n) ? n : undefined;
}

/** An on-off property: present and not switched off is true, absent undefined. */
export function flagOf(parent: XmlElement | undefined, name: string): boolean | undefined {
  const found = childOf(parent, name);
  if (!found) return undefined;
  const value = found.attributes['w:val'];
  return value === undefined || !['0', 'false', 'off', 'none'].includes(value);
}
