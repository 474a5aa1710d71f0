import {
  AlignmentType,
  BorderStyle,
  LevelFormat,
  LineRuleType,
  type IStylesOptions,
  type INumberingOptions,
} from 'docx';
import type { Report } from '#app/domain/report/model';

/* Sizes are half points, spaces and indents twentieths of a point: Word's own units. */

/** Fonts that offices have; nothing is embedded. `cs` serves Arabic, `eastAsia` Chinese. */
const SERIF = { ascii: 'Georgia', hAnsi: 'Georgia', cs: 'Times New Roman', eastAsia: 'SimSun' };
const SANS = { ascii: 'Arial', hAnsi: 'Arial', cs: 'Arial', eastAsia: 'SimSun' };
const INK = '1D1F23';
const QUIET = '565D69';
export const RULE = 'CFCAC0';

export const REPLY_LEVELS = 5;
export const replyStyle = (level: number): string => `Reply${Math.min(level, REPLY_LEVELS)}`;

const size = (half: number) => ({ size: half, sizeComplexScript: half + 2 });
const small = { font: SANS, color: QUIET, ...size(16) };
const heading = (half: number) => ({ font: SERIF, color: INK, bold: true, boldComplexScript: true, ...size(half) });
const bar = (width: number, color: string, space: number) => ({ style: BorderStyle.SINGLE, size: width, color, space });

/** A line on the side where the words begin. */
const side = (rtl: boolean, width: number, color: string) =>
  rtl ? { right: bar(width, color, 8) } : { left: bar(width, color, 8) };

/** Word styles: built-in headings, title and contents, and our own for passages, facts, bylines and replies. */
export function docxStyles({ words, treaty }: Report): IStylesOptions {
  const textRtl = treaty.direction === 'rtl';
  const rtl = words.direction === 'rtl';
  const paragraph = (id: string, name: string, run: object, options: object) => ({
    id,
    name,
    basedOn: 'Normal',
    quickFormat: true,
    run,
    paragraph: options,
  });
  return {
    default: {
      document: {
        run: {
          font: SERIF,
          color: INK,
          ...size(21),
          language: { value: words.language, eastAsia: 'zh-CN', bidirectional: 'ar-SA' },
        },
        paragraph: { spacing: { after: 120, line: 276, lineRule: LineRuleType.AUTO } },
      },
      title: {
        run: heading(44),
        paragraph: { spacing: { before: 60, after: 80, line: 240, lineRule: LineRuleType.AUTO } },
      },
      heading1: {
        run: heading(30),
        paragraph: { keepNext: true, spacing: { before: 480, after: 160 }, border: { top: bar(6, INK, 8) } },
      },
      heading2: { run: heading(23), paragraph: { keepNext: true, spacing: { before: 320, after: 80 } } },
      heading3: {
        run: { ...small, bold: true, boldComplexScript: true },
        paragraph: { keepNext: true, spacing: { before: 200, after: 80 } },
      },
      hyperlink: { run: { color: '1C4E80', underline: {} } },
    },
    paragraphStyles: [
      paragraph('Subtitle', 'Subtitle', { color: QUIET, ...size(24) }, { spacing: { after: 280 } }),
      paragraph('ContentsHeading', 'Contents Heading', heading(30), {
        keepNext: true,
        spacing: { before: 0, after: 160 },
        pageBreakBefore: true,
      }),
      paragraph('TOC1', 'toc 1', { bold: true, boldComplexScript: true }, { spacing: { before: 120, after: 20 } }),
      paragraph('TOC2', 'toc 2', {}, { spacing: { after: 20 }, indent: { start: 280 } }),
      paragraph('Small', 'Small Print', small, { spacing: { after: 60, line: 252, lineRule: LineRuleType.AUTO } }),
      paragraph('Context', 'Context', small, {
        keepNext: true,
        spacing: { after: 60, line: 252, lineRule: LineRuleType.AUTO },
      }),
      paragraph('Facts', 'Concern Facts', small, {
        keepNext: true,
        spacing: { after: 120, line: 252, lineRule: LineRuleType.AUTO },
      }),
      paragraph('Cited', 'Cited Provision', small, { keepNext: true, spacing: { before: 120, after: 40 } }),
      paragraph(
        'Passage',
        'Passage',
        { ...size(22) },
        {
          keepLines: true,
          spacing: { before: 80, after: 160 },
          indent: { start: 280 },
          border: side(textRtl, 18, INK),
        },
      ),
      paragraph('Quote', 'Quote', {}, { indent: { start: 280 }, border: side(rtl, 6, RULE) }),
      paragraph('Cell', 'Table Cell', size(19), {
        spacing: { before: 40, after: 40, line: 252, lineRule: LineRuleType.AUTO },
      }),
      paragraph(
        'HeaderCell',
        'Table Header',
        { ...small, bold: true, boldComplexScript: true },
        { keepNext: true, spacing: { before: 40, after: 40 } },
      ),
      paragraph(
        'TableCaption',
        'Table Caption',
        { bold: true, boldComplexScript: true },
        { keepNext: true, spacing: { before: 280, after: 80 } },
      ),
      ...Array.from({ length: REPLY_LEVELS }, (_, at) =>
        paragraph(replyStyle(at + 1), `Reply ${at + 1}`, size(19), {
          spacing: { after: 80, line: 252, lineRule: LineRuleType.AUTO },
          indent: { start: 280 * (at + 1) },
          border: side(rtl, 6, RULE),
        }),
      ),
    ],
  };
}

/** Ordered and unordered lists; each ordered list is an instance of its own, so that it starts at 1. */
export const DOCX_NUMBERING: INumberingOptions = {
  config: (['ordered', 'unordered'] as const).map((reference) => ({
    reference,
    levels: Array.from({ length: 9 }, (_, level) => ({
      level,
      format: reference === 'ordered' ? LevelFormat.DECIMAL : LevelFormat.BULLET,
      text: reference === 'ordered' ? `%${level + 1}.` : '•',
      alignment: AlignmentType.START,
      style: { paragraph: { indent: { start: 400 + 360 * level, hanging: 300 } } },
    })),
  })),
};
