import { ExternalHyperlink, Paragraph, TextRun, type IParagraphOptions, type ParagraphChild } from 'docx';
import type { Body, List, TextSpan } from '#app/domain/concern/body';
import { directionOf, directionRuns, type Direction } from '#app/domain/report/direction';

interface Look {
  readonly bold?: boolean;
  readonly italics?: boolean;
  readonly style?: string;
  readonly language?: string;
}

/** Words as runs: cut at line ends and where the direction changes, which Word must be told. */
export function runs(text: string, paragraph: Direction, look: Look = {}): TextRun[] {
  const { bold, italics, style, language } = look;
  return text.split('\n').flatMap((row, at) => {
    const parts = directionRuns(row, paragraph);
    return (parts.length > 0 || at === 0 ? parts : [{ text: '', direction: paragraph }]).map(
      (part, first) =>
        new TextRun({
          text: part.text,
          ...(at > 0 && first === 0 && { break: 1 }),
          ...(part.direction === 'rtl' && { rightToLeft: true }),
          ...(bold && { bold, boldComplexScript: true }),
          ...(italics && { italics, italicsComplexScript: true }),
          ...(style && { style }),
          ...(language && { language: { value: language, bidirectional: language, eastAsia: language } }),
        }),
    );
  });
}

/** A link out of the document; `href` has passed `safeLink` or is our own address. */
export const outside = (href: string, text: string, direction: Direction, look: Look = {}): ExternalHyperlink =>
  new ExternalHyperlink({ link: href, children: runs(text, direction, { ...look, style: 'Hyperlink' }) });

function spanChildren(span: TextSpan, direction: Direction): ParagraphChild[] {
  const look = { bold: span.b ?? false, italics: span.i ?? false };
  return span.href ? [outside(span.href, span.t, direction, look)] : runs(span.t, direction, look);
}

/** A paragraph in a direction. */
export const paragraph = (direction: Direction, options: IParagraphOptions): Paragraph =>
  new Paragraph({ ...options, ...(direction === 'rtl' && { bidirectional: true }) });

const textOf = (spans: readonly TextSpan[]): string => spans.map(({ t }) => t).join('');

/** Where a body stands: its style and the direction around it. `list` numbers ordered lists through the document. */
export interface Place {
  readonly style?: string;
  readonly direction: Direction;
  readonly list: () => number;
}

function listParagraphs(list: List, place: Place, level: number): Paragraph[] {
  const instance = place.list();
  return list.items.flatMap(({ c, sub }) => {
    const direction = directionOf(textOf(c), place.direction);
    return [
      paragraph(direction, {
        ...(place.style && { style: place.style }),
        numbering: { reference: list.ordered ? 'ordered' : 'unordered', level, instance },
        children: c.flatMap((span) => spanChildren(span, direction)),
      }),
      ...(sub ? listParagraphs(sub, { ...place, direction }, level + 1) : []),
    ];
  });
}

/** The blocks of a body. */
export function bodyParagraphs(body: Body, place: Place): Paragraph[] {
  return body.blocks.flatMap((block) => {
    if (block.k === 'list') return listParagraphs(block, place, 0);
    const direction = directionOf(textOf(block.c), place.direction);
    const style = place.style ?? (block.k === 'quote' ? 'Quote' : undefined);
    return paragraph(direction, {
      ...(style && { style }),
      children: block.c.flatMap((span) => spanChildren(span, direction)),
    });
  });
}
