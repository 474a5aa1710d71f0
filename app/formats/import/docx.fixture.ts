import { strToU8, zipSync } from 'fflate';
import type { Source } from '#app/domain/treaty/outline';
import { docxFormat } from './docx';

/** Word files written by hand, part by part, for what no library writes. */
export const TRANSITIONAL = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
export const STRICT = 'http://purl.oclc.org/ooxml/wordprocessingml/main';
const MORE = [
  'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"',
  'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"',
  'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"',
  'xmlns:v="urn:schemas-microsoft-com:vml"',
].join(' ');

const ROOTS = {
  document: 'document',
  styles: 'styles',
  numbering: 'numbering',
  footnotes: 'footnotes',
  endnotes: 'endnotes',
  comments: 'comments',
  settings: 'settings',
} as const;

/** What stands inside the root of each part; `document`: inside the body. */
export type Inside = Partial<Record<keyof typeof ROOTS, string>>;

/** A part as XML: the root with its namespaces around what stands in it. */
export function partOf(name: keyof typeof ROOTS, inside: string, namespace = TRANSITIONAL): string {
  const body = name === 'document' ? `<w:body>${inside}</w:body>` : inside;
  return `<?xml version="1.0" encoding="UTF-8"?><w:${ROOTS[name]} xmlns:w="${namespace}" ${MORE}>${body}</w:${ROOTS[name]}>`;
}

/** The bytes of a Word file. */
export function wordFile(inside: Inside, namespace = TRANSITIONAL): Uint8Array {
  const parts = Object.entries(inside).map(
    ([name, words]) => [`word/${name}.xml`, strToU8(partOf(name as keyof typeof ROOTS, words, namespace))] as const,
  );
  return zipSync({ '[Content_Types].xml': strToU8('<Types/>'), ...Object.fromEntries(parts) });
}

/** A run of words. */
export const r = (text: string, properties = ''): string =>
  `<w:r>${properties === '' ? '' : `<w:rPr>${properties}</w:rPr>`}<w:t xml:space="preserve">${text}</w:t></w:r>`;

/** A paragraph: its content, or words alone, and what its `w:pPr` holds. */
export const p = (content: string, properties = ''): string =>
  `<w:p>${properties === '' ? '' : `<w:pPr>${properties}</w:pPr>`}${content.startsWith('<') || content === '' ? content : r(content)}</w:p>`;

/** A paragraph at a level of a list. */
export const item = (content: string, level: number, list = 1): string =>
  p(content, `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${list}"/></w:numPr>`);

/** A level of a numbering definition. */
export const level = (index: number, format: string, text: string, more = ''): string =>
  `<w:lvl w:ilvl="${index}"><w:start w:val="1"/><w:numFmt w:val="${format}"/>${more}<w:lvlText w:val="${text}"/></w:lvl>`;

/** A definition with its levels, and a list (1 unless said otherwise) that follows it. */
export const numbered = (...levels: string[]): string =>
  `<w:abstractNum w:abstractNumId="0">${levels.join('')}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>`;

/** The source that the reader makes of a file; a refusal throws its sentence. */
export async function sourceOf(bytes: Uint8Array): Promise<Source> {
  const source = await docxFormat.read(bytes);
  if (!source.ok) throw new Error(source.detail);
  return source.value;
}

/** The words of every line, furniture left out, tabs shown as "→". */
export async function linesOf(inside: Inside, namespace = TRANSITIONAL): Promise<string[]> {
  const { lines } = await sourceOf(wordFile(inside, namespace));
  return lines.filter((line) => !line.furniture).map((line) => line.text.replace(/\t/g, '→'));
}
