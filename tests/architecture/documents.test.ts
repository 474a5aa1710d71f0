import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';

const ROOT = join(import.meta.dirname, '../..');
const documents = [
  'README.md',
  ...readdirSync(join(ROOT, 'docs'), { recursive: true, encoding: 'utf8' }).map((name) => join('docs', name)),
].filter((name) => name.endsWith('.md'));

describe('documents', () => {
  it('name only paths that exist', () => {
    const missing: string[] = [];
    for (const document of documents) {
      const words = readFileSync(join(ROOT, document), 'utf8');
      for (const [, path = ''] of words.matchAll(/`((?:app|docs|prisma|public|scripts|tests)\/[\w./-]+)`/g))
        if (!existsSync(join(ROOT, path))) missing.push(`${document}: ${path}`);
      for (const [, path = ''] of words.matchAll(/\]\((?!https?:)([^)#]+)\)/g))
        if (!existsSync(join(ROOT, dirname(document), path))) missing.push(`${document}: ${path}`);
    }
    expect(missing).toEqual([]);
  });

  it('include a README that one reads at a sitting', () => {
    expect(readFileSync(join(ROOT, 'README.md'), 'utf8').split('\n').length).toBeLessThanOrEqual(120);
  });
});
