import { AlignmentType, Document, HeadingLevel, LevelFormat, Packer, Paragraph } from 'docx';
import type { ILevelsOptions } from 'docx';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { conserved } from '#app/domain/treaty/conserved';
import { plan, STYLES, tree, write } from '#app/domain/treaty/round-trip.fixture';
import type { Paragraph as Written } from '#app/domain/treaty/round-trip.fixture';
import { sourceOf } from './docx.fixture';
import { outlineOf } from './read';

type Format = (typeof LevelFormat)[keyof typeof LevelFormat];
const level = (index: number, format: Format, text: string): ILevelsOptions => ({
  level: index,
  format,
  text,
  alignment: AlignmentType.START,
  style: { paragraph: { indent: { left: 567 * (index + 1), hanging: 567 } } },
});
const LISTS = [
  { reference: 'chapters', levels: [level(0, LevelFormat.UPPER_ROMAN, 'CHAPTER %1')] },
  { reference: 'articles', levels: [level(0, LevelFormat.DECIMAL, 'Article %1')] },
  {
    reference: 'items',
    levels: [
      level(0, LevelFormat.DECIMAL, '%1.'),
      level(1, LevelFormat.LOWER_LETTER, '(%2)'),
      level(2, LevelFormat.LOWER_ROMAN, '(%3)'),
    ],
  },
];

/** A Word file in which no label is typed: chapters, articles and items are counted by its lists. */
async function wordOf(blocks: readonly Written[], headingsOnOneLine: boolean): Promise<Uint8Array> {
  let article = 0;
  const paragraphs: Paragraph[] = [];
  blocks.forEach((block, i) => {
    const heading = blocks[i + 1]?.role === 'heading' ? (blocks[i + 1] as Written).text : '';
    const numbered = block.role === 'chapter' || block.role === 'article';
    if (block.role === 'article') article += 1;
    if (block.role === 'heading' && headingsOnOneLine) return;
    const text = numbered ? (headingsOnOneLine ? heading : '') : block.text;
    const above = block.role === 'chapter' ? HeadingLevel.HEADING_1 : HeadingLevel.HEADING_2;
    paragraphs.push(
      new Paragraph({
        text,
        ...(block.role === 'text' ? { indent: { left: 567 * block.depth } } : {}),
        ...(block.role === 'title' ? { heading: HeadingLevel.TITLE } : {}),
        ...(numbered
          ? { heading: above, numbering: { reference: `${block.role}s`, level: 0 } }
          : block.role === 'heading'
            ? { heading: blocks[i - 1]?.role === 'chapter' ? HeadingLevel.HEADING_1 : HeadingLevel.HEADING_2 }
            : {}),
        ...(block.role === 'item'
          ? { numbering: { reference: 'items', level: block.depth - 1, instance: article } }
          : {}),
      }),
    );
  });
  const document = new Document({ numbering: { config: LISTS }, sections: [{ children: paragraphs }] });
  return new Uint8Array(await Packer.toBuffer(document));
}

describe('a treaty written out in Word with automatic numbers and read back', () => {
  it.each([
    ['headings below their numbers', false],
    ['headings beside their numbers', true],
  ])('is the same tree, %s', async (_name, beside) => {
    await fc.assert(
      fc.asyncProperty(plan, async (made) => {
        const { paragraphs, expected } = write(made, STYLES['United Nations'] as (typeof STYLES)[string]);
        const source = await sourceOf(await wordOf(paragraphs, beside));
        const outline = outlineOf(source, { language: 'en' });
        if (!outline.ok) throw new Error(outline.detail);
        expect(outline.value.title).toBe('Convention on the Testing of Treaties');
        expect(outline.value.provisions.map(tree)).toEqual(expected);
        expect(conserved(source.lines.map((line) => line.text).join('\n'), outline.value)).toEqual({ ok: true });
        expect(outline.value.uncertain).toEqual([]);
      }),
      { numRuns: 15 },
    );
  });
});
