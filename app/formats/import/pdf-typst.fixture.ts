import { readLevel } from '#app/domain/treaty/levels';
import { compileTypst } from '../export/typst.server';

/** How a treaty is set in type. Everything is optional; the default is the layout of a United Nations document. */
export interface Layout {
  readonly language?: string;
  readonly direction?: 'ltr' | 'rtl';
  readonly columns?: number;
  readonly justify?: boolean;
  readonly hyphenate?: boolean;
  /** `spaced`: paragraphs apart; `indented`: the first line indented and no space; `hanging`: labels hang in the margin. */
  readonly paragraphs?: 'spaced' | 'indented' | 'hanging';
  /** The document's symbol, in the running header of every page beside its number. */
  readonly symbol?: string;
  readonly job?: string;
  readonly size?: number;
  /** Chapters and articles in bold, centred. */
  readonly centred?: boolean;
  /** Marks of notes are set smaller and higher, not taken from the font. */
  readonly raised?: boolean;
  /** By number of block: a note at the foot of its page, its mark after the words given. */
  readonly notes?: readonly { readonly block: number; readonly after: string; readonly note: string }[];
}

const TEMPLATE = String.raw`
#let d = json(bytes(sys.inputs.report))
#let fonts = ("Source Serif 4", "Scheherazade New", "Noto Sans SC", "Noto Sans Devanagari")
#set document(title: "A treaty", date: none)
#set text(font: fonts, size: d.size * 1pt, lang: d.language, dir: if d.rtl { rtl } else { ltr }, hyphenate: d.hyphenate, fallback: true)
#set par(justify: d.justify, leading: 0.6em, spacing: if d.paragraphs == "indented" { 0.6em } else { 1.15em }, first-line-indent: if d.paragraphs == "indented" { (amount: 2em, all: true) } else { 0pt })
#set page(
  paper: "a4", margin: (x: 32mm, y: 30mm), columns: d.columns,
  header: context {
    set text(size: d.size * 0.85pt)
    if d.symbol != "" { if calc.odd(here().page()) { align(right, d.symbol) } else { align(left, d.symbol) } }
  },
  footer: context {
    set text(size: d.size * 0.85pt)
    let n = str(here().page())
    if here().page() == 1 and d.job != "" { grid(columns: (1fr, auto), d.job, n) } else { align(center, n) }
  },
)
#set super(typographic: not d.raised)
#let words(b) = { b.at("before"); if "note" in b { footnote(b.note) }; b.at("after", default: "") }
#for b in d.blocks {
  if b.kind == "title" { align(center, block(below: 1.4em, text(size: 1.4em, weight: 600, words(b)))) }
  else if b.kind == "head" {
    let c = block(above: 1.5em, below: 1em, sticky: true, { set par(first-line-indent: 0pt); text(weight: 600, words(b)) })
    if d.centred { align(center, c) } else { c }
  }
  else if d.paragraphs == "hanging" and b.label != "" {
    pad(left: b.depth * 1.6em, grid(columns: (2.4em, 1fr), column-gutter: 0.2em, b.label, par(words(b))))
  }
  else { par(words(b)) }
}
`;

interface Block {
  readonly kind: string;
  readonly before: string;
  readonly after?: string;
  readonly note?: string;
  readonly label: string;
  readonly depth: number;
}

function blocksOf(lines: readonly string[], layout: Layout): Block[] {
  let alone = false;
  return lines.map((line, i) => {
    const level = readLevel(line);
    const kind = i === 0 ? 'title' : level || (alone && line.length < 120) ? 'head' : 'text';
    alone = level?.rest === '';
    const label =
      layout.paragraphs === 'hanging' && kind === 'text' ? (/^(?:\(\w+\)|\w{1,3}[.)])\s/u.exec(line)?.[0] ?? '') : '';
    const depth = /^\(?[ivx]+\)/.test(label) ? 2 : /^\(?\p{L}/u.test(label) ? 1 : 0;
    const rest = line.slice(label.length);
    const note = layout.notes?.find((one) => one.block === i);
    const at = note ? rest.indexOf(note.after) + note.after.length : rest.length;
    return {
      kind,
      before: rest.slice(0, at),
      ...(note ? { after: rest.slice(at), note: note.note } : {}),
      label: label.trim(),
      depth,
    };
  });
}

/** A PDF of the lines, each of them a paragraph, the first the title. */
export function setInType(lines: readonly string[], layout: Layout = {}): Promise<Uint8Array> {
  const data = {
    language: layout.language ?? 'en',
    rtl: layout.direction === 'rtl',
    columns: layout.columns ?? 1,
    justify: layout.justify ?? true,
    hyphenate: layout.hyphenate ?? false,
    paragraphs: layout.paragraphs ?? 'spaced',
    raised: layout.raised ?? true,
    symbol: layout.symbol ?? '',
    job: layout.job ?? '',
    size: layout.size ?? 10.5,
    centred: layout.centred ?? true,
    blocks: blocksOf(lines, layout),
  };
  return compileTypst(TEMPLATE, JSON.stringify(data), '1.7');
}
