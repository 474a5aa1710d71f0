import { SaxesParser } from 'saxes';
import { fail, ok, type Result } from '#app/domain/result';

/** An element of an XML file: names without prefix, attributes as written, children in order. */
export interface XmlElement {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: XmlNode[];
  readonly parent: XmlElement | null;
}
/** A stretch of characters. Its place in the lines of the file is filled in when these are laid out. */
export interface XmlText {
  value: string;
  line: number;
  column: number;
}
export type XmlNode = XmlElement | XmlText;

const DEEPEST = 256;
const MOST_NODES = 500_000;
const MOST_ATTRIBUTES = 100;

class Refused extends Error {
  constructor(
    readonly code: 'too-large' | 'unreadable',
    message: string,
  ) {
    super(message);
  }
}

export const isXmlElement = (node: XmlNode | undefined): node is XmlElement => node !== undefined && 'name' in node;
const local = (name: string) => name.slice(name.indexOf(':') + 1);

function decode(bytes: Uint8Array): string {
  const utf16 =
    bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : null;
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 200));
  const declared = /^(?:\u00ef\u00bb\u00bf)?<\?xml[^>]{1,100}?encoding\s*=\s*["']([\w.:-]{1,40})["']/
    .exec(head)?.[1]
    ?.toLowerCase();
  const encoding = utf16 ?? declared ?? 'utf-8';
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    throw new Refused('unreadable', `it is not written in ${encoding}, as it says`);
  }
}

function parse(xml: string): XmlElement {
  const parser = new SaxesParser({ xmlns: false, position: true });
  let root: XmlElement | null = null;
  let open: XmlElement | null = null;
  let depth = 0;
  let nodes = 0;
  let attributes = 0;
  const count = () => {
    nodes += 1;
    if (nodes > MOST_NODES) throw new Refused('too-large', 'it has more than 500,000 nodes');
  };
  const add = (value: string) => {
    const last = open?.children.at(-1);
    if (!open) return;
    if (last && !isXmlElement(last)) last.value += value;
    else {
      count();
      open.children.push({ value, line: 0, column: 0 });
    }
  };
  parser.on('doctype', () => {
    throw new Refused('unreadable', 'it declares a document type, which may hide entities');
  });
  parser.on('opentagstart', () => {
    attributes = 0;
    depth += 1;
    if (depth > DEEPEST) throw new Refused('too-large', 'it is nested more than 256 deep');
  });
  parser.on('attribute', () => {
    attributes += 1;
    if (attributes > MOST_ATTRIBUTES) throw new Refused('too-large', 'it has an element with more than 100 attributes');
  });
  parser.on('opentag', (tag) => {
    count();
    const own = new Map(Object.entries(tag.attributes).map(([name, value]) => [local(name), String(value)]));
    const element: XmlElement = { name: local(tag.name), attributes: own, children: [], parent: open };
    if (open) open.children.push(element);
    else root = element;
    open = element;
  });
  parser.on('closetag', () => {
    depth -= 1;
    open = open?.parent ?? null;
  });
  parser.on('text', add);
  parser.on('cdata', add);
  parser.on('error', () => {
    throw new Refused('unreadable', `it is not well-formed (line ${parser.line})`);
  });
  // In pieces, so that what a limit stops has not been kept whole before.
  for (let at = 0; at < xml.length; at += 65_536) parser.write(xml.slice(at, at + 65_536));
  parser.close();
  if (!root) throw new Refused('unreadable', 'it holds no element');
  return root;
}

/**
 * The outermost element of an XML file. No entity is looked up and nothing is fetched. Fails with `unreadable` for a
 * DOCTYPE, a wrong encoding or what is not well-formed, and with `too-large` above 256 levels, 500,000 nodes or 100
 * attributes on one element.
 */
export function parseXml(bytes: Uint8Array): Result<XmlElement> {
  try {
    return ok(parse(decode(bytes)));
  } catch (error) {
    if (error instanceof Refused)
      return fail(error.code, { detail: `This XML file cannot be read: ${error.message}.` });
    throw error;
  }
}

/** The elements directly below one. */
export const childElements = (element: XmlElement): XmlElement[] => element.children.filter(isXmlElement);
/** The first of them with this name. */
export const childNamed = (element: XmlElement, name: string): XmlElement | undefined =>
  childElements(element).find((one) => one.name === name);

/** The characters of an element, white space as it stands. */
export function xmlWords(node: XmlNode): string {
  return isXmlElement(node) ? node.children.map(xmlWords).join('') : node.value;
}

/** The elements below one for which `test` holds, in document order; not those inside one that was found. */
export function findAll(element: XmlElement, test: (one: XmlElement) => boolean): XmlElement[] {
  return childElements(element).flatMap((one) => (test(one) ? [one] : findAll(one, test)));
}

const NAME = /^\ufeff?(?:\s|<\?[^>]*>|<!--[\s\S]*?-->|<!DOCTYPE[^>[]*(?:\[[^\]]*\]\s*)?>)*<([\w.-]+:)?([\w.-]+)/i;

/** The name of the outermost element, told from the first characters; null when they are not XML's. */
export const rootName = (start: string): string | null => NAME.exec(start)?.[2] ?? null;
