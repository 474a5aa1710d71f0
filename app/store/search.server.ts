import type Database from 'better-sqlite3';
import type { Client } from './database.server';

/** Full-text search stands behind this file: it is SQLite's FTS5 here and would be a tsvector elsewhere. */
const TABLE = `CREATE VIRTUAL TABLE "Search" USING fts5(
  "reviewId" UNINDEXED, "concernId" UNINDEXED, "itemId" UNINDEXED, "words", tokenize = 'unicode61 remove_diacritics 2')`;

/** Makes the index when the database has none. Deleted words leave the index's own pages too (`secure-delete`). */
export function prepareSearch(db: Database.Database) {
  if (db.prepare(`SELECT 1 FROM sqlite_master WHERE name = 'Search'`).get()) return;
  db.transaction(() => {
    db.exec(TABLE);
    db.exec(`INSERT INTO "Search"("Search", rank) VALUES('secure-delete', 1)`);
  }).exclusive();
}

/** Puts the words of one concern or reply into the index, in place of what it held; empty words take it out. */
export async function indexWords(
  tx: Client,
  item: { reviewId: string; concernId: string; itemId: string; words: string },
): Promise<void> {
  await tx.$executeRaw`DELETE FROM "Search" WHERE "itemId" = ${item.itemId}`;
  if (item.words.trim())
    await tx.$executeRaw`INSERT INTO "Search" ("reviewId", "concernId", "itemId", "words")
      VALUES (${item.reviewId}, ${item.concernId}, ${item.itemId}, ${item.words})`;
}

/** A piece of an excerpt; `hit` marks the words that were looked for. */
export interface ExcerptPart {
  readonly text: string;
  readonly hit: boolean;
}

/**
 * Concerns of one review whose passage, body or replies hold every word of `query` (prefixes count), best first, each with
 * one excerpt. The caller has checked that the viewer may read the review. At most 10,000 hits are ranked.
 */
export function searchWords(db: Database.Database, reviewId: string, query: string): Map<string, ExcerptPart[]> {
  const match = matchExpression(query);
  const found = new Map<string, ExcerptPart[]>();
  if (!match) return found;
  const rows = db
    .prepare<[string, string], { concernId: string; excerpt: string }>(
      `SELECT "concernId", snippet("Search", 3, char(2), char(3), '…', 24) AS excerpt
       FROM "Search" WHERE "Search" MATCH ? AND "reviewId" = ? ORDER BY rank LIMIT 10000`,
    )
    .all(match, reviewId);
  for (const row of rows) if (!found.has(row.concernId)) found.set(row.concernId, excerptParts(row.excerpt));
  return found;
}

/** Every word quoted, so that no character of a query is an operator; the last one is a prefix, for search as one types. */
function matchExpression(query: string): string {
  const words = query.slice(0, 400).match(/[\p{L}\p{N}\p{M}]+/gu) ?? [];
  return words
    .slice(0, 20)
    .map((word, i, all) => `"${word}"${i === all.length - 1 ? '*' : ''}`)
    .join(' ');
}

function excerptParts(excerpt: string): ExcerptPart[] {
  return excerpt.split(/([\u0002\u0003])/).reduce<{ parts: ExcerptPart[]; hit: boolean }>(
    (state, piece) => {
      if (piece === '\u0002') state.hit = true;
      else if (piece === '\u0003') state.hit = false;
      else if (piece) state.parts.push({ text: piece, hit: state.hit });
      return state;
    },
    { parts: [], hit: false },
  ).parts;
}
