import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { conserved } from '#app/domain/treaty/conserved';
import { plan, STYLES, tree, write, type Plan } from '#app/domain/treaty/round-trip.fixture';
import { readPdf } from './pdf.server';
import { setInType } from './pdf-typst.fixture';
import { outlineOf } from './read';

/** Without flush text: where a page ends before it, nothing in the type tells it from the sentence above. */
const withoutFlushText = plan.map(
  (made) => JSON.parse(JSON.stringify(made), (key, value: unknown) => (key === 'closing' ? false : value)) as Plan,
);

describe('a treaty without flush text set in type and read back', () => {
  it('is the same tree, whatever its running header, page numbers and job number', async () => {
    await fc.assert(
      fc.asyncProperty(withoutFlushText, async (made) => {
        const { blocks: lines, expected } = write(made, STYLES['United Nations'] as (typeof STYLES)[string]);
        const source = await readPdf(await setInType(lines, { symbol: 'A/79/460', job: '24-22005 (E)' }));
        if (!source.ok) throw new Error(source.detail);
        const outline = outlineOf(source.value, { language: 'en' });
        if (!outline.ok) throw new Error(outline.detail);
        expect(outline.value.provisions.map(tree)).toEqual(expected);
        expect(conserved(source.value.raw ?? '', outline.value)).toEqual({ ok: true });
      }),
      { numRuns: 10 },
    );
  }, 120_000);
});
