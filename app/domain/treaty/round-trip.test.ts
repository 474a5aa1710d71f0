import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { conserved } from './conserved';
import type { Provision } from './outline';
import { STYLES, plan, tree, write } from './round-trip.fixture';
import { segment } from './segment';

describe('a treaty written out and read back', () => {
  it.each(Object.entries(STYLES))('is the same tree in the style “%s”', (_name, style) => {
    fc.assert(
      fc.property(plan, (made) => {
        const { text, expected } = write(made, style);
        const outline = segment(
          text.split('\n').map((line, i) => ({ text: line, line: i + 1 })),
          { language: 'en' },
        );
        expect(outline.title).toBe('Convention on the Testing of Treaties');
        expect(outline.provisions.map(tree)).toEqual(expected);
        expect(conserved(text, outline)).toEqual({ ok: true });
        expect(outline.uncertain).toEqual([]);
        const eIds = (list: readonly Provision[]): string[] => list.flatMap((p) => [p.eId, ...eIds(p.children)]);
        const all = eIds(outline.provisions);
        expect(new Set(all).size).toBe(all.length);
        expect(all.every((id) => /^[A-Za-z0-9_-]+$/.test(id))).toBe(true);
      }),
      { numRuns: 60 },
    );
  });
});
