import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';

export const FORMATS = ['md', 'html', 'csv', 'jsonld', 'docx', 'pdf'] as const;

const shows = (() => {
  try {
    execFileSync('pdftotext', ['-v'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
})();

/** Everything that can be read in an answer: a DOCX's parts, a PDF's text and its properties, else its characters. */
export function readable(bytes: Uint8Array, type: string): string {
  if (type.includes('officedocument'))
    return Object.entries(unzipSync(bytes))
      .map(([name, part]) => `${name}\n${strFromU8(part)}`)
      .join('\n');
  if (type.startsWith('application/pdf')) return `${Buffer.from(bytes).toString('latin1')}\n${pdfText(bytes)}`;
  return Buffer.from(bytes).toString('utf8');
}

// Without pdftotext only the bytes outside streams are looked at; the PDF is made of the same report as the other five.
function pdfText(bytes: Uint8Array): string {
  if (!shows) return '';
  const folder = mkdtempSync(join(tmpdir(), 'proviso-pdf-'));
  try {
    writeFileSync(join(folder, 'report.pdf'), bytes);
    return execFileSync('pdftotext', [join(folder, 'report.pdf'), '-'], { encoding: 'utf8' });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
