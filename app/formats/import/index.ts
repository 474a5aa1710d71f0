import type { ImportFormat } from './import-format';
import { akomaNtosoFormat } from './akoma-ntoso';
import { docxFormat } from './docx';
import { htmlFormat } from './html';
import { jsonFormat } from './json';
import { markdownFormat } from './markdown';
import { pdfFormat } from './pdf.server';
import { textFormat } from './text';
import { xmlFormat } from './xml';

export type { ImportFormat, ImportOptions } from './import-format';

/** Every format that can be imported; plain text last, because it takes anything. */
export const IMPORT_FORMATS: readonly ImportFormat[] = [
  pdfFormat,
  docxFormat,
  jsonFormat,
  akomaNtosoFormat,
  xmlFormat,
  htmlFormat,
  markdownFormat,
  textFormat,
];

/** What bytes alone cannot tell apart: here the file's name decides. */
const ALIKE: readonly ImportFormat[] = [markdownFormat, textFormat];

/** The format of a file: by its first bytes, and by its name where the bytes leave a choice. */
export function importFormatOf(name: string, bytes: Uint8Array): ImportFormat {
  const found = IMPORT_FORMATS.find((format) => format.sniff(bytes)) ?? textFormat;
  const extension = /\.([a-z0-9]+)$/i.exec(name)?.[1]?.toLowerCase() ?? '';
  const named = ALIKE.find((format) => format.extensions.includes(extension));
  return named && ALIKE.includes(found) && named.sniff(bytes) ? named : found;
}
