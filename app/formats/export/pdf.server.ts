import type { Report } from '#app/domain/report/model';
import { pdfData } from './pdf-data';
import { PDF_TEMPLATE } from './pdf-template';
import { compileTypst } from './typst.server';

/** The report as a tagged PDF (PDF/UA-1): A4, contents with page numbers, bookmarks, embedded fonts, no date but the filing date. */
export function writePdf(report: Report): Promise<Uint8Array> {
  return compileTypst(PDF_TEMPLATE, JSON.stringify(pdfData(report)), 'ua-1');
}
