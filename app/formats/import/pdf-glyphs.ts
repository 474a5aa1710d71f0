import type { PDFOperatorList } from 'pdfjs-dist/types/src/display/api';

/** One painted character (or ligature). Points from the top left corner of the page as it is shown, y downwards. */
export interface Glyph {
  text: string;
  /** Where it begins on its baseline, and where the next one would begin. `x` < `end`, whatever the direction. */
  x: number;
  end: number;
  y: number;
  readonly size: number;
  readonly font: string;
  readonly bold: boolean;
  /** In quarter turns clockwise from upright; -1: askew. */
  turn: number;
  /** The file marks it as no part of the text (a header, a page number, a background). */
  readonly artifact: boolean;
  /** Painted without ink: the text layer of a scanned page. */
  readonly hidden: boolean;
}

/** A thin horizontal line. */
export interface Rule {
  readonly x: number;
  readonly end: number;
  readonly y: number;
}

/** What is painted on a page. */
export interface Painted {
  readonly glyphs: Glyph[];
  readonly rules: Rule[];
  /** Something is placed on the page; a page without glyphs is then a picture. */
  readonly drawn: boolean;
}

/** What a font says about itself. */
export interface FontFacts {
  readonly name?: string;
  readonly bold?: boolean;
  readonly black?: boolean;
  readonly fontMatrix?: readonly number[];
}

type Matrix = readonly [number, number, number, number, number, number];
const IDENTITY: Matrix = [1, 0, 0, 1, 0, 0];

function multiply(a: Matrix, b: Matrix): Matrix {
  return [
    a[0] * b[0] + a[2] * b[1],
    a[1] * b[0] + a[3] * b[1],
    a[0] * b[2] + a[2] * b[3],
    a[1] * b[2] + a[3] * b[3],
    a[0] * b[4] + a[2] * b[5] + a[4],
    a[1] * b[4] + a[3] * b[5] + a[5],
  ];
}

const asMatrix = (list: ArrayLike<number> | null | undefined): Matrix =>
  list && list.length >= 6 ? (Array.from({ length: 6 }, (_, i) => Number(list[i])) as unknown as Matrix) : IDENTITY;

interface State {
  ctm: Matrix;
  font: string;
  bold: boolean;
  unit: number;
  size: number;
  letterSpace: number;
  wordSpace: number;
  scale: number;
  leading: number;
  rise: number;
  hidden: boolean;
}

/** A stretch of the page that the file marks: what it is, what it says, and the glyph with which it begins. */
interface Stretch {
  readonly artifact: boolean;
  readonly says: string;
  readonly from: number;
}

interface PdfGlyph {
  readonly unicode: string;
  readonly width: number;
  readonly isSpace: boolean;
}

/** A text string of a PDF file: UTF-16 or UTF-8 when it says so, otherwise Latin letters. */
function decode(value: unknown): string {
  if (typeof value !== 'string') return '';
  const bytes = Uint8Array.from(value, (char) => char.charCodeAt(0));
  if (value.startsWith('\u00fe\u00ff')) return new TextDecoder('utf-16be').decode(bytes.subarray(2));
  if (value.startsWith('\u00ff\u00fe')) return new TextDecoder('utf-16le').decode(bytes.subarray(2));
  if (value.startsWith('\u00ef\u00bb\u00bf')) return new TextDecoder().decode(bytes.subarray(3));
  return value;
}

const BOLD = /bold|black|heavy|demi|semibd/i;

/** Walks through what a page paints and notes where each character ends up. */
export class GlyphReader {
  readonly glyphs: Glyph[] = [];
  readonly rules: Rule[] = [];
  private drawn = false;
  private state: State;
  private readonly stack: State[] = [];
  private text: Matrix = IDENTITY;
  private line: Matrix = IDENTITY;
  /** The marked stretches that are open. */
  private readonly marked: Stretch[] = [];

  constructor(
    private readonly names: ReadonlyMap<number, string>,
    viewport: readonly number[],
    private readonly factsOf: (font: string) => FontFacts | null,
  ) {
    this.state = {
      ctm: asMatrix(viewport),
      font: '',
      bold: false,
      unit: 0.001,
      size: 0,
      letterSpace: 0,
      wordSpace: 0,
      scale: 1,
      leading: 0,
      rise: 0,
      hidden: false,
    };
  }

  read(list: PDFOperatorList): Painted {
    list.fnArray.forEach((operator, i) => {
      this.take(this.names.get(operator) ?? '', (list.argsArray[i] ?? []) as unknown[]);
    });
    return { glyphs: this.glyphs, rules: this.rules, drawn: this.drawn };
  }

  private take(name: string, args: unknown[]): void {
    const number = (i: number) => Number(args[i] ?? 0);
    switch (name) {
      case 'save':
      case 'beginGroup':
        this.stack.push({ ...this.state });
        return;
      case 'restore':
      case 'endGroup':
      case 'paintFormXObjectEnd':
        this.state = this.stack.pop() ?? this.state;
        return;
      case 'paintFormXObjectBegin':
        this.stack.push({ ...this.state });
        this.state.ctm = multiply(this.state.ctm, asMatrix(args[0] as ArrayLike<number> | null));
        return;
      case 'transform':
        this.drawn = true;
        this.state.ctm = multiply(this.state.ctm, asMatrix(args as number[]));
        return;
      case 'constructPath':
        this.path(args[2] as ArrayLike<number> | null);
        return;
      case 'beginMarkedContent':
      case 'beginMarkedContentProps':
        this.marked.push({ artifact: args[0] === 'Artifact', says: decode(args[2]), from: this.glyphs.length });
        return;
      case 'endMarkedContent':
        this.say(this.marked.pop());
        return;
      case 'beginText':
        this.text = this.line = IDENTITY;
        return;
      case 'setCharSpacing':
        this.state.letterSpace = number(0);
        return;
      case 'setWordSpacing':
        this.state.wordSpace = number(0);
        return;
      case 'setHScale':
        this.state.scale = number(0) / 100;
        return;
      case 'setLeading':
        this.state.leading = -number(0);
        return;
      case 'setTextRise':
        this.state.rise = number(0);
        return;
      case 'setTextRenderingMode':
        this.state.hidden = number(0) === 3;
        return;
      case 'setFont':
        this.font(String(args[0]), number(1));
        return;
      case 'setGState':
        for (const [key, value] of (args[0] ?? []) as [string, unknown][])
          if (key === 'Font' && Array.isArray(value)) this.font(String(value[0]), Number(value[1]));
        return;
      case 'setTextMatrix':
        this.text = this.line = asMatrix(args[0] as ArrayLike<number>);
        return;
      case 'setLeadingMoveText':
        this.state.leading = number(1);
        this.move(number(0), number(1));
        return;
      case 'moveText':
        this.move(number(0), number(1));
        return;
      case 'nextLine':
        this.move(0, this.state.leading);
        return;
      case 'showText':
        this.show(args[0] as (PdfGlyph | number | null)[]);
        return;
      default:
        return;
    }
  }

  /** What the file says a stretch stands for takes the place of its glyphs, when they stand together on one line. */
  private say(stretch: Stretch | undefined): void {
    if (!stretch || stretch.says === '') return;
    const painted = this.glyphs.slice(stretch.from);
    const widest = painted.reduce<Glyph | undefined>(
      (a, b) => (a && Math.abs(a.end - a.x) >= Math.abs(b.end - b.x) ? a : b),
      undefined,
    );
    if (!widest || widest.turn !== 0) return;
    const far = painted.some((g) => g.turn !== 0 || Math.abs(g.y - widest.y) > widest.size);
    if (far || stretch.says.length > painted.length * 4 + 8) return;
    this.glyphs.length = stretch.from;
    const x = Math.min(...painted.map((g) => Math.min(g.x, g.end)));
    const end = Math.max(...painted.map((g) => Math.max(g.x, g.end)));
    this.glyphs.push({ ...widest, text: stretch.says, x, end });
  }

  private move(x: number, y: number): void {
    this.text = this.line = multiply(this.line, [1, 0, 0, 1, x, y]);
  }

  private font(name: string, size: number): void {
    const facts = this.factsOf(name);
    this.state.size = size;
    this.state.font = facts?.name ?? name;
    this.state.bold = facts?.bold === true || facts?.black === true || BOLD.test(facts?.name ?? '');
    this.state.unit = facts?.fontMatrix?.[0] ?? 0.001;
  }

  private path(bounds: ArrayLike<number> | null): void {
    if (!bounds) return;
    const { ctm } = this.state;
    const [a, b] = [0, 2].map((k) => multiply(ctm, [1, 0, 0, 1, Number(bounds[k]), Number(bounds[k + 1])])) as [
      Matrix,
      Matrix,
    ];
    const x = Math.min(a[4], b[4]);
    const end = Math.max(a[4], b[4]);
    if (Math.abs(a[5] - b[5]) < 2 && end - x > 20) this.rules.push({ x, end, y: Math.max(a[5], b[5]) });
  }

  private show(pieces: readonly (PdfGlyph | number | null)[]): void {
    const s = this.state;
    const artifact = this.marked.some((stretch) => stretch.artifact);
    for (const piece of pieces) {
      if (piece === null) continue;
      if (typeof piece === 'number') {
        this.advance((-piece / 1000) * s.size);
        continue;
      }
      const placed = multiply(multiply(s.ctm, this.text), [s.size * s.scale, 0, 0, s.size, 0, s.rise]);
      const width = piece.width * s.unit * s.size;
      this.advance(width + s.letterSpace + (piece.isSpace ? s.wordSpace : 0));
      const after = multiply(s.ctm, this.text);
      if (piece.unicode === '') continue;
      const turn = turnOf(placed);
      this.glyphs.push({
        text: piece.unicode,
        x: placed[4],
        y: placed[5],
        // Text that is turned keeps its length in y; `upright` swaps the axes.
        end: turn === 1 || turn === 3 ? after[5] : after[4],
        size: Math.hypot(placed[2], placed[3]),
        font: s.font,
        bold: s.bold,
        turn,
        artifact,
        hidden: s.hidden,
      });
    }
  }

  private advance(by: number): void {
    this.text = multiply(this.text, [1, 0, 0, 1, by * this.state.scale, 0]);
  }
}

function turnOf(m: Matrix): number {
  const [x, y] = [m[0], m[1]];
  if (Math.abs(y) < Math.abs(x) * 0.05) return x >= 0 ? 0 : 2;
  if (Math.abs(x) < Math.abs(y) * 0.05) return y >= 0 ? 1 : 3;
  return -1;
}

/** A page with its text upright: when most of it is turned, the page is turned; what is still askew is given apart. */
export function upright(
  painted: Painted,
  width: number,
  height: number,
): { glyphs: Glyph[]; askew: Glyph[]; rules: Rule[]; width: number; height: number } {
  const counts = [0, 0, 0, 0];
  for (const glyph of painted.glyphs) if (glyph.turn >= 0) counts[glyph.turn] = (counts[glyph.turn] ?? 0) + 1;
  const turn = counts.indexOf(Math.max(...counts));
  const glyphs: Glyph[] = [];
  const askew: Glyph[] = [];
  for (const glyph of painted.glyphs) {
    if (glyph.turn !== turn) {
      askew.push(glyph);
      continue;
    }
    const { x, y, end } = glyph;
    const [from, to, base] =
      turn === 1
        ? [y, end, width - x]
        : turn === 2
          ? [width - x, width - end, height - y]
          : turn === 3
            ? [height - y, height - end, x]
            : [x, end, y];
    glyph.x = Math.min(from, to);
    glyph.end = Math.max(from, to);
    glyph.y = base;
    glyphs.push(glyph);
  }
  const across = turn % 2 === 1;
  return {
    glyphs,
    askew,
    rules: turn === 0 ? painted.rules : [],
    width: across ? height : width,
    height: across ? width : height,
  };
}
