import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import { Document, Packer, Paragraph } from 'docx';
import { treaty } from './material.mjs';
import { ratios, shown } from './measure.mjs';
import { bundled } from './product.mjs';

const escaped = (words) => words.replace(/&/g, '&amp;').replace(/</g, '&lt;');

/** The same treaty in every format, and CPU for each 100 kB of its text, or for each page of the PDF, beside plain text. */
export async function importing({ rounds }) {
  const folder = mkdtempSync(join(tmpdir(), 'proviso-bench-import-'));
  const text = treaty();
  const lines = text.split('\n').filter(Boolean);
  const put = (name, bytes) => writeFileSync(join(folder, name), bytes);
  put('treaty.txt', text);
  put('treaty.html', `<!doctype html><html lang="en"><body>${lines.map((l) => `<p>${escaped(l)}</p>`).join('\n')}`);
  put(
    'treaty.docx',
    await Packer.toBuffer(new Document({ sections: [{ children: lines.map((l) => new Paragraph(l)) }] })),
  );
  const compiler = NodeCompiler.create();
  const set = `#set page(paper: "a4", numbering: "1")\n#set par(justify: false)\n${lines.map((l) => `#par[#${JSON.stringify(l)}]`).join('\n\n')}`;
  const pdf = compiler.pdf(compiler.compile({ mainFileContent: set }).result);
  put('treaty.pdf', pdf);
  const pages = (pdf.toString('latin1').match(/\/Type\s*\/Page\b(?!s)/g) ?? []).length;

  const files = ['treaty.txt', 'treaty.html', 'treaty.docx', 'treaty.pdf'].map((name) => join(folder, name));
  const program = await bundled('read-files.mjs');
  const cost = JSON.parse(execFileSync(process.execPath, [program, String(rounds), ...files], { encoding: 'utf8' }));
  rmSync(folder, { recursive: true, force: true });
  const share = Buffer.byteLength(text) / 100_000;
  const of = (file, by) => cost[file].times.map((ms) => ms / by);
  const [plain, html, docx, paper] = files;
  const row = (name, file) => [
    {
      what: `${name}, CPU ms for 100 kB of text (${cost[file].provisions} provisions)`,
      figure: shown(of(file, share)),
    },
    { what: `… ratio to plain text`, figure: shown(ratios(of(file, share), of(plain, share))) },
  ];
  return [
    row('Plain text', plain)[0],
    ...row('Web page', html),
    ...row('Word', docx),
    ...row('PDF', paper),
    { what: `PDF, CPU ms a page (${pages} pages)`, figure: shown(of(paper, pages)) },
  ];
}
