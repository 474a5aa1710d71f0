import { ok, type Result } from '#app/domain/result';
import type { Correction } from '#app/domain/treaty/corrections';
import type { Furniture, Outline, Provision, ProvisionKind, SourceLine } from '#app/domain/treaty/outline';
import { accountIdOf, type Actor, type App } from '../app.server';
import { draftOf, readUpload } from './upload.server';

const BEFORE = 4;
const SHOWN = 30;

/** A line of the source with what was made of it. */
export interface ReadLine {
  /** 1-based; pieces of a split line share it and differ by column. */
  readonly line: number;
  readonly column: number;
  readonly text: string;
  /** 1-based, in formats that have pages. */
  readonly page: number | null;
  /** The provision that begins here; what was taken out; null: it goes on with what stands before it. */
  readonly read: { readonly kind: ProvisionKind; readonly eId: string } | Furniture['what'] | null;
}

export interface ImportView {
  /** The file's name. */
  readonly name: string;
  readonly outline: Outline;
  readonly corrections: readonly Correction[];
  /** False where the file says its own structure (Akoma Ntoso, JSON): there is nothing to correct. */
  readonly correctable: boolean;
  readonly language: string | null;
  readonly lines: readonly ReadLine[];
  /** The line that was asked for, or the first that is uncertain. */
  readonly line: number;
  readonly lastLine: number;
}

/** An upload as it is read now, and a stretch of its source around `line`. Codes: sign-in-needed, gone, unreadable, too-many. */
export async function seeImport(
  actor: Actor,
  app: App,
  upload: string,
  line: number | null,
): Promise<Result<ImportView>> {
  const draft = await draftOf(actor, app, upload);
  if (!draft.ok) return draft;
  const read = await readUpload(accountIdOf(actor) ?? '', app, upload, draft.value);
  if (!read.ok) return read;
  const { outline, source, lines } = read.value;
  const { name, corrections, language } = draft.value;
  const lastLine = lines.at(-1)?.line ?? 1;
  const wanted = line ?? outline.uncertain.find((one) => one.line)?.line ?? firstLine(outline);
  const at = Math.min(Math.max(1, wanted), lastLine);
  const correctable = source.outline === undefined;
  return ok({
    name,
    outline,
    corrections,
    correctable,
    language,
    lines: correctable ? around(lines, outline, at) : [],
    line: at,
    lastLine,
  });
}

const firstLine = (outline: Outline): number => outline.provisions.find((one) => one.line)?.line ?? 1;

function around(lines: readonly SourceLine[], outline: Outline, at: number): ReadLine[] {
  // Blank lines hold nothing to correct.
  const written = lines.filter((one) => one.text.trim() !== '');
  const from = Math.max(0, written.findIndex((one) => one.line >= at) - BEFORE);
  const read = readings(outline);
  return written.slice(from, from + SHOWN).map((one) => ({
    line: one.line,
    column: one.column ?? 0,
    text: one.text.slice(0, 2000),
    page: one.hints?.page ?? null,
    read: read.get(`${one.line}:${one.column ?? 0}`) ?? read.get(`${one.line}:all`) ?? null,
  }));
}

/** What was made of each line, by `line:column`, or `line:all` for what was taken out whole. */
function readings(outline: Outline): Map<string, NonNullable<ReadLine['read']>> {
  const read = new Map<string, NonNullable<ReadLine['read']>>();
  for (const { what, text, line, column } of outline.furniture) {
    // A piece in the middle of a line leaves the line what it is.
    if (column === undefined) text.split('\n').forEach((_, i) => read.set(`${line + i}:all`, what));
  }
  const visit = (one: Provision): void => {
    const key = `${one.line}:${one.column ?? 0}`;
    // Several provisions may begin on one line: the outermost names it.
    if (one.line !== undefined && !read.has(key)) read.set(key, { kind: one.kind, eId: one.eId });
    one.children.forEach(visit);
  };
  outline.provisions.forEach(visit);
  return read;
}
