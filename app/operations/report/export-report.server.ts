import { fail, ok, type Result } from '#app/domain/result';
import { exportFormat } from '#app/formats/export/index';
import type { Actor, App } from '../app.server';
import { buildReport, type ReportChoice } from './build-report.server';

/** Formats that cost much are made one after the other, so that ten people exporting at once cannot stop the reading. */
const AT_ONCE = 2;
let running = 0;
const waiting: (() => void)[] = [];

/** The report in one format, as bytes with their type and a file name. Codes: not-found, too-many. */
export async function exportReport(
  actor: Actor,
  app: App,
  slug: string,
  formatId: string,
  choice: ReportChoice,
): Promise<Result<{ bytes: Uint8Array; mediaType: string; name: string }>> {
  const format = exportFormat(formatId);
  if (!format) return fail('not-found');
  const report = await buildReport(actor, app, slug, choice);
  if (!report.ok) return report;
  if (running >= AT_ONCE) {
    if (waiting.length >= 20)
      return fail('too-many', { detail: 'Many reports are being made. Try again in a moment.', retryAfter: 20 });
    await new Promise<void>((resolve) => waiting.push(resolve));
  }
  running += 1;
  try {
    const bytes = await format.write(report.value);
    return ok({
      bytes,
      mediaType: format.mediaType,
      name: `${slug}-report-${report.value.filedOn}.${format.extension}`,
    });
  } finally {
    running -= 1;
    waiting.shift()?.();
  }
}
