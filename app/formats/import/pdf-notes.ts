import type { Rule } from './pdf-glyphs';
import type { Line } from './pdf-lines';

/** How a note at the foot begins: a number, a sign or a letter, with or without a bracket. */
const OPENING = /^\s*[[(]?(\p{Nd}{1,3}|[*†‡§¶#]{1,4}|[a-z])[\])]?[.]?(?:\s|(?=\p{L}|[“"«]))/u;

/** The mark with which a note begins, or null. */
export function noteMark(line: Line): string | null {
  const first = line.marks[0];
  if (first && line.raw.slice(0, first.column).trim() === '') return first.text;
  return OPENING.exec(line.raw)?.[1] ?? null;
}

/** Between which baselines a line of the page lies below a drawn rule. */
function ruled(lines: readonly Line[], at: number, rules: readonly Rule[]): boolean {
  const line = lines[at] as Line;
  const above = lines[at - 1];
  const top = line.y - line.size * 1.8;
  return rules.some((rule) => {
    const beside = rule.x < line.end && rule.end > line.x - line.size * 2;
    return (
      beside &&
      rule.y < line.y - line.size * 0.5 &&
      rule.y > (above ? above.y + above.size * 0.1 : top) &&
      rule.y > line.y - line.size * 4
    );
  });
}

/**
 * Where the notes at the foot of a column begin, as an index into its lines; `lines.length` when it has none. Notes are
 * set smaller than the text, or below a rule, and begin with a mark; `going` says that a note of the page before had
 * not ended.
 */
export function notesFrom(
  lines: readonly Line[],
  body: number,
  rules: readonly Rule[],
  marks: ReadonlySet<string>,
  going: boolean,
): number {
  const small = (line: Line) => line.size < body * 0.94;
  let start = lines.length;
  while (start > 0 && small(lines[start - 1] as Line)) start -= 1;
  const opens = (i: number) => noteMark(lines[i] as Line) !== null;
  for (let i = start; i < lines.length; i += 1) {
    if (ruled(lines, i, rules) || (opens(i) && marks.has(noteMark(lines[i] as Line) ?? ''))) return i;
    if (going && i === start) return i;
    if (opens(i) && (lines[i] as Line).marks.length > 0) return i;
  }
  // In type as large as the text's, a rule and a mark that stands in the text have to agree.
  for (let i = lines.length - 1; i > 0; i -= 1) {
    if (ruled(lines, i, rules) && marks.has(noteMark(lines[i] as Line) ?? '')) return i;
  }
  return lines.length;
}
