import type { Furniture, Outline, Provision } from './outline';
import { visible } from './canonical';

/** Whether a source came through whole. `missing`: words of the source that the outline lacks; `extra`: the reverse. */
export interface Conserved {
  readonly ok: boolean;
  readonly missing?: string;
  readonly extra?: string;
}

const SPACES = /[\s\u0085]+/g;
const bare = (s: string) => visible(s).replace(SPACES, '');
const SHOWN = 120;

function spoken(outline: Outline): string {
  const pieces = [outline.title];
  const visit = (one: Provision): void => {
    pieces.push(one.label ?? '', one.heading, one.text);
    one.children.forEach(visit);
    pieces.push(one.closing ?? '');
  };
  outline.provisions.forEach(visit);
  return bare(pieces.join(' '));
}

/** The source without its furniture, white space left out. Furniture that is not there makes the result null. */
function remaining(source: string, furniture: readonly Furniture[]): { rest: string } | { absent: string } {
  const lines = source.split(/\r\n|\r|\n/);
  const byLine = new Map<number, Furniture[]>();
  for (const one of furniture) {
    const here = byLine.get(one.line);
    if (here) here.push(one);
    else byLine.set(one.line, [one]);
  }
  const out: string[] = [];
  let owed = '';
  for (let i = 0; i < lines.length; i += 1) {
    const raw = lines[i] as string;
    const here = (byLine.get(i + 1) ?? []).map((one) => ({ one, text: bare(one.text) })).filter((f) => f.text !== '');
    const exact = here.filter(({ one }) => one.column !== undefined);
    const line = without(raw, exact);
    if (typeof line !== 'string') return line;
    let left = line;
    // A page number may stand in the middle of a longer piece of furniture.
    const whole = here.find(({ one, text }) => one.column === undefined && text === left);
    if (whole) {
      here.splice(here.indexOf(whole), 1);
      left = '';
    }
    if (owed !== '') {
      const taken = left.startsWith(owed) ? owed.length : owed.startsWith(left) ? left.length : -1;
      if (taken < 0) return { absent: owed.slice(0, SHOWN) };
      owed = owed.slice(taken);
      left = left.slice(taken);
    }
    let cursor = 0;
    for (const { one, text } of here) {
      if (one.column !== undefined) continue;
      const at = left.indexOf(text, cursor);
      if (at >= 0) {
        left = left.slice(0, at) + left.slice(at + text.length);
        cursor = at;
        continue;
      }
      // It begins here and goes on below, perhaps over lines that are all furniture.
      const start = overlap(left, text);
      if (start < 0) return { absent: text.slice(0, SHOWN) };
      owed = text.slice(left.length - start);
      left = left.slice(0, start);
    }
    out.push(left);
  }
  return owed === '' ? { rest: out.join('') } : { absent: owed.slice(0, SHOWN) };
}

/** A line, white space left out, without the pieces whose column is known. */
function without(raw: string, pieces: readonly { one: Furniture; text: string }[]): string | { absent: string } {
  let at = 0;
  let out = '';
  const ordered = [...pieces].sort((a, b) => (a.one.column as number) - (b.one.column as number));
  for (const { one, text } of ordered) {
    const from = one.column as number;
    let to = from + one.text.length;
    // Invisible characters may stand between the words; few pieces have any.
    if (!raw.startsWith(one.text, from))
      for (to = from; to < raw.length && bare(raw.slice(from, to)).length < text.length;) to += 1;
    if (from < at || bare(raw.slice(from, to)) !== text) return { absent: one.text.slice(0, SHOWN) };
    out += bare(raw.slice(at, from));
    at = to;
  }
  return out + bare(raw.slice(at));
}

/** Where in `line` a tail of it begins that `text` begins with, or -1. */
function overlap(line: string, text: string): number {
  const at = text.length > line.length && text.startsWith(line) ? 0 : line.lastIndexOf(text.slice(0, 12));
  return at >= 0 && line !== '' && text.startsWith(line.slice(at)) ? at : -1;
}

/**
 * Rule 1: the source without its declared furniture equals title, labels, headings and text put together again, white
 * space, invisible characters and Unicode form aside: nothing lost, nothing doubled, nothing moved. `source` has the
 * lines that the furniture's line numbers count.
 */
export function conserved(source: string, outline: Outline): Conserved {
  const left = remaining(source, outline.furniture);
  if ('absent' in left) return { ok: false, extra: left.absent };
  const [there, here] = [left.rest.normalize('NFC'), spoken(outline).normalize('NFC')];
  if (there === here) return { ok: true };
  let at = 0;
  while (at < there.length && there[at] === here[at]) at += 1;
  let end = 0;
  const shorter = Math.min(there.length, here.length) - at;
  while (end < shorter && there[there.length - 1 - end] === here[here.length - 1 - end]) end += 1;
  const missing = there.slice(at, there.length - end).slice(0, SHOWN);
  const extra = here.slice(at, here.length - end).slice(0, SHOWN);
  return { ok: false, ...(missing === '' ? {} : { missing }), ...(extra === '' ? {} : { extra }) };
}
