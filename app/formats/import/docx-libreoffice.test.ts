import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import type { Outline, Provision } from '#app/domain/treaty/outline';
import { readTreaty } from './read';

const folder = '../shared/treaties';
const office = ['/usr/bin/soffice', '/usr/local/bin/soffice'].find((path) => existsSync(path));

const escape = (text: string) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;');
const TYPES: readonly (readonly [RegExp, string])[] = [
  [/^\d+$/, '1'],
  [/^[ivx]+$/, 'i'],
  [/^[a-z]$/, 'a'],
];
const paragraphs = (text: string) =>
  text === ''
    ? ''
    : text
        .split('\n')
        .map((one) => `<p>${escape(one)}</p>`)
        .join('');

// A point that begins with its first sub-point still has a line and a number of its own.
const EMPTY = '<p>&nbsp;</p>';

/** Provisions as HTML in which no label of a list is typed. */
function listOf(items: readonly Provision[]): string {
  if (items.length === 0) return '';
  const type =
    items[0]?.number === 'i' ? 'i' : (TYPES.find(([shape]) => shape.test(items[0]?.number ?? ''))?.[1] ?? '1');
  const inner = items.map(
    (one) => `<li>${paragraphs(one.text) || EMPTY}${listOf(one.children)}${paragraphs(one.closing ?? '')}</li>`,
  );
  return `<ol type="${type}">${inner.join('')}</ol>`;
}
function htmlOf(one: Provision): string {
  if (one.kind === 'preamble')
    return (
      paragraphs(one.heading) + paragraphs(one.text) + one.children.map(htmlOf).join('') + paragraphs(one.closing ?? '')
    );
  if (one.kind === 'recital' || one.kind === 'conclusions') return paragraphs(one.text);
  const rank = one.kind === 'article' ? 2 : 1;
  const heading = `<h${rank}>${escape(one.label ?? '')}</h${rank}><h${rank}>${escape(one.heading)}</h${rank}>`;
  const below = one.kind === 'article' ? listOf(one.children) : one.children.map(htmlOf).join('');
  return heading + paragraphs(one.text) + below + paragraphs(one.closing ?? '');
}

async function outlineOf(bytes: Uint8Array, name: string): Promise<Outline> {
  const outline = await readTreaty(bytes, { name });
  if (!outline.ok) throw new Error(outline.detail);
  return outline.value;
}
type Tree = readonly [eId: string, heading: string, text: string, closing: string, children: readonly Tree[]];
const tree = (one: Provision): Tree => [one.eId, one.heading, one.text, one.closing ?? '', one.children.map(tree)];

it.skipIf(office === undefined || !existsSync(folder))(
  'UNCAC in a Word file by LibreOffice, its lists automatic, is the same tree (needs soffice and ../shared/treaties)',
  async () => {
    const plain = await outlineOf(readFileSync(join(folder, 'uncac.en.txt')), 'uncac.en.txt');
    const work = mkdtempSync(join(tmpdir(), 'docx-libreoffice-'));
    try {
      const html = join(work, 'uncac.html');
      const body = `<h1>${escape(plain.title)}</h1>${plain.provisions.map(htmlOf).join('\n')}`;
      writeFileSync(html, `<html><head><meta charset="utf-8"></head><body>${body}</body></html>`);
      const profile = `-env:UserInstallation=file://${join(work, 'profile')}`;
      const filters = ['--infilter=HTML (StarWriter)', '--convert-to', 'docx:MS Word 2007 XML'];
      const made = spawnSync(office as string, [profile, '--headless', ...filters, '--outdir', work, html], {
        timeout: 120_000,
      });
      expect(made.status).toBe(0);
      const word = await outlineOf(readFileSync(join(work, 'uncac.docx')), 'uncac.docx');
      expect(word.title).toBe(plain.title);
      expect(word.provisions.map(tree)).toEqual(plain.provisions.map(tree));
    } finally {
      rmSync(work, { recursive: true, force: true });
    }
  },
  150_000,
);
