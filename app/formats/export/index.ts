import type { Report } from '#app/domain/report/model';
import { writeCsv } from './csv';
import { writeDocx } from './docx.server';
import { writeHtml } from './html';
import { writeJsonLd } from './jsonld';
import { writeMarkdown } from './markdown';
import { writePdf } from './pdf.server';

export interface ExportFormat {
  /** Also the end of its address: `/reviews/:review/report.ID`. */
  readonly id: string;
  readonly mediaType: string;
  readonly extension: string;
  /** The whole file. The same report gives the same bytes. */
  readonly write: (report: Report) => Uint8Array | Promise<Uint8Array>;
}

/** Every format in which a report can be had, one row each, in the order in which screens offer them. */
export const EXPORT_FORMATS = [
  { id: 'pdf', mediaType: 'application/pdf', extension: 'pdf', write: writePdf },
  {
    id: 'docx',
    mediaType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    extension: 'docx',
    write: writeDocx,
  },
  { id: 'html', mediaType: 'text/html; charset=utf-8', extension: 'html', write: writeHtml },
  { id: 'md', mediaType: 'text/markdown; charset=utf-8', extension: 'md', write: writeMarkdown },
  { id: 'csv', mediaType: 'text/csv; charset=utf-8', extension: 'csv', write: writeCsv },
  {
    id: 'jsonld',
    mediaType: 'application/ld+json; profile="http://www.w3.org/ns/anno.jsonld"',
    extension: 'jsonld',
    write: writeJsonLd,
  },
] as const satisfies readonly ExportFormat[];

export type ExportFormatId = (typeof EXPORT_FORMATS)[number]['id'];

/** The row with this id, or undefined. */
export function exportFormat(id: string): ExportFormat | undefined {
  return EXPORT_FORMATS.find((format) => format.id === id);
}
