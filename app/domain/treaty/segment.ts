import type { Furniture, Outline, SourceLine, Uncertain } from './outline';
import { canonicalise } from './canonical';
import { build } from './builder';
import { readFront } from './front';
import { takeContents, takeOtherLanguage, takePageFurniture } from './furniture';
import { detectLanguage } from './language';
import { rowsOf, unitsOf, wrapWidth } from './lines';
import type { Unit } from './lines';
import { finish } from './tree';
import type { Doubt } from './tree';
import { looksLikeHeading } from './headings';

/** How to read: `language` is a BCP 47 tag (detected when absent). */
export interface SegmentOptions {
  readonly language?: string;
}

const has = (units: readonly Unit[], level: string) => units.some((u) => u.level?.level === level);

/**
 * Acts that say only "1. Short title.": when no level is named anywhere, numbers that run 1, 2, 3 with a heading and
 * text below each become sections.
 */
function promoteNumbers(units: Unit[]): void {
  if (units.some((u) => u.level)) return;
  const heads: Unit[] = [];
  units.forEach((unit, i) => {
    const next = units[i + 1];
    const n = unit.item?.ways.get('decimal');
    if (n !== heads.length + 1 || !unit.item || unit.item.wrapper === 'bare' || !next) return;
    const rest = unit.item.rest.replace(/\.$/, '');
    const headed = unit.item.rest.length < 120 && looksLikeHeading(rest) && next.item?.ways.get('decimal') !== n + 1;
    if (headed) heads.push(unit);
  });
  if (heads.length < 3) return;
  heads.forEach((unit, i) => {
    const { label, number, rest } = unit.item as NonNullable<Unit['item']>;
    const n = i + 1;
    const numbered = { raw: number, number, ascii: String(n), n, suffix: 0 };
    unit.level = { level: 'section', numbered, label, rest, firm: true };
    unit.item = null;
  });
}

/**
 * When the instrument comes as the annex of the resolution that adopts it, what stands before belongs to the
 * resolution: it is set aside.
 */
function takeResolution(units: Unit[], furniture: Furniture[], uncertain: Uncertain[]): Unit[] {
  const annex = units.findIndex((u) => u.level?.level === 'annex');
  const article = units.findIndex((u) => u.level?.level === 'article');
  if (annex < 0 || article < annex) return units;
  const later = units.slice(annex + 1);
  if (!has(later, 'article')) return units;
  for (const { rows } of units.slice(0, annex + 1))
    for (const row of rows) furniture.push({ what: 'note', text: row.text, line: row.line });
  const what = 'What stands before the annex (the resolution that adopts this text) was left out.';
  uncertain.push({ what, where: `line ${units[0]?.line ?? 1}` });
  return later;
}

/**
 * The structure of one text out of its lines, whatever format they came from. Linear in the length of the text.
 * `provisions` is empty when the lines hold no article and no other numbered level: that is not an instrument.
 */
export function segment(lines: readonly SourceLine[], options: SegmentOptions = {}): Outline {
  const declared = lines.filter((one) => one.furniture && one.text.trim() !== '');
  const paged = takePageFurniture(rowsOf(lines));
  const single = takeOtherLanguage(paged.rows, options.language);
  const main = takeContents(single.rows);
  const furniture: Furniture[] = [
    ...declared.map(({ furniture: what = 'note', text, line }) => ({ what, text, line })),
    ...paged.furniture,
    ...single.furniture,
    ...main.furniture,
  ];
  const uncertain = [...single.uncertain];
  const language =
    options.language ??
    detectLanguage(
      main.rows
        .map((r) => r.text)
        .join('\n')
        .slice(0, 60_000),
    );

  let units = unitsOf(main.rows, wrapWidth(paged.rows));
  promoteNumbers(units);
  units = takeResolution(units, furniture, uncertain);
  const first = units.findIndex((u) => u.level);
  const title = { title: '', preamble: null, furniture: [] } as ReturnType<typeof readFront>;
  if (first < 0) {
    return { title: canonicalise(units[0]?.text ?? ''), language, provisions: [], furniture, uncertain };
  }
  const front = first === 0 ? title : readFront(units.slice(0, first), language);
  const body = build(units.slice(first));
  const roots = front.preamble ? [front.preamble, ...body.roots] : body.roots;
  const doubts: Doubt[] = body.doubts;
  const done = finish(roots, doubts);
  return {
    title: canonicalise(front.title),
    language,
    provisions: done.provisions,
    furniture: [...furniture, ...front.furniture].sort((a, b) => a.line - b.line),
    uncertain: [...uncertain, ...done.uncertain],
  };
}
