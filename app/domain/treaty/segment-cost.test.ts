import { describe, expect, it } from 'vitest';
import { segment } from './segment';
import { lines } from './segmented.fixture';

describe('cost', () => {
  const CASES: readonly (readonly [string, string])[] = [
    ['one line of a million characters', `Article 1\n${'a '.repeat(500_000)}`],
    ['a hundred thousand numbers', `Article 1\n${'1. (a) (i) '.repeat(30_000)}`],
    ['fifty thousand short lines', `Article 1\n${'(a) x\n'.repeat(50_000)}`],
    ['a line of dots and spaces', `Article 1\nText ${'. '.repeat(300_000)}x`],
    ['a line of Roman digits', `Article ${'I'.repeat(500_000)}\nArticle 1\nText.`],
    ['deeply bracketed', `Article 1\n${'('.repeat(300_000)}`],
    ['a hundred thousand lines of a letter', 'a\n'.repeat(100_000)],
    ['words that a number is glued to', `Article 1\n${'word 4Council '.repeat(60_000)}`],
    ['marks of notes and notes', `Article 1\n${'some word¹ here\n¹ Note one.\n'.repeat(10_000)}`],
    ['broken words', `Article 1\n${'multi-\nlateral and\n'.repeat(20_000)}`],
    ['a table', `Article 1\n${'abcd   efgh   ijkl\n'.repeat(15_000)}`],
    ['tabs', `Article 1\n${'a\t '.repeat(250_000)}`],
    ['brackets of a draft', `Article 1\n${'[agreed ad '.repeat(80_000)}`],
    ['square brackets', '['.repeat(500_000)],
    ['articles that begin again', 'Article 1\nText.\n'.repeat(20_000)],
    ['soft hyphens', 'a\u00ad '.repeat(200_000)],
    ['definitions', `Article 1\nTerms:\n${'“Child” means x\n'.repeat(20_000)}`],
    ['quotation marks that are never closed', `Article 1\nTerms:\n${'“a'.repeat(300_000)}`],
    ...['a', ' ', 'I', '1', '(', '第', '-', 'é', '“', '.', 'a ', '1.', '(a)', ', ', '\u00ad'].map(
      (one) => [`nothing but ${JSON.stringify(one)}`, `Article 1\n${one.repeat(50_000)}\nArticle 2\nText`] as const,
    ),
  ];
  it.each(CASES)('reads %s in linear time', (_name, text) => {
    // What it costs, not how busy the machine is; a quadratic pass takes minutes here.
    const before = process.cpuUsage();
    segment(lines(text));
    const { user, system } = process.cpuUsage(before);
    expect((user + system) / 1000).toBeLessThan(5000);
  });
});
