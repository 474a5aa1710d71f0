import type { Furniture, Outline, SourceLine, Uncertain } from './outline';
import { canonicalise } from './canonical';
import { takeArticleMarks } from './article-marks';
import { build } from './builder';
import { takeContents } from './contents';
import { takeStatusNotes } from './drafting';
import { readFront } from './front';
import type { Front } from './front';
import { hyphensOf } from './hyphens';
import { promoteNumbers, separateInstruments, takeResolution } from './instruments';
import { detectLanguage } from './language';
import { unitsOf, wrapWidth } from './lines';
import { takeNotes } from './notes';
import { takeOtherLanguage } from './other-language';
import { takePageFurniture } from './page-furniture';
import { rowsOf } from './rows';
import type { Cleared, Row } from './rows';
import { markTables } from './tables';
import { finish } from './tree';

/** How to read: `language` is a BCP 47 tag (detected when absent). */
export interface SegmentOptions {
  readonly language?: string;
}

const DETECTED_FROM = 60_000;
const NO_FRONT: Front = { title: '', preamble: null, furniture: [] };

/**
 * The structure of one text out of its lines, whatever format they came from. Linear in the length of the text.
 * `provisions` is empty when the lines hold no article and no other numbered level: that is not an instrument. What a
 * person said of a line (`as`, `joins`) is obeyed. The columns of `furniture` count in the lines' texts.
 */
export function segment(lines: readonly SourceLine[], options: SegmentOptions = {}): Outline {
  const furniture: Furniture[] = lines
    .filter((one) => one.furniture && one.text.trim() !== '')
    .map(({ furniture: what = 'note', text, line, column }) => ({ what, text, line, ...(column ? { column } : {}) }));
  const uncertain: Uncertain[] = [];
  const clear = (rows: readonly Row[], pass: (rows: readonly Row[]) => Cleared): readonly Row[] => {
    const cleared = pass(rows);
    furniture.push(...cleared.furniture);
    uncertain.push(...cleared.uncertain);
    return cleared.rows;
  };

  let rows = clear(rowsOf(lines), takePageFurniture);
  const width = wrapWidth(rows);
  rows = clear(rows, (all) => takeOtherLanguage(all, options.language));
  for (const pass of [takeContents, markTables, takeStatusNotes, takeArticleMarks]) rows = clear(rows, pass);
  rows = clear(rows, (all) => takeNotes(all, lines));
  const words = rows.map((row) => row.text).join('\n');
  const language = options.language ?? detectLanguage(words.slice(0, DETECTED_FROM));

  const hyphens = hyphensOf(rows);
  const paragraphs = unitsOf(rows, width, hyphens);
  furniture.push(...hyphens.furniture);
  uncertain.push(...hyphens.uncertain);
  promoteNumbers(paragraphs);
  const main = takeResolution(paragraphs);
  const { units, uncertain: restarts } = separateInstruments(main.units);
  furniture.push(...main.furniture);
  uncertain.push(...main.uncertain, ...restarts);

  const first = units.findIndex((u) => u.level !== null || (u.as !== undefined && u.as !== 'text'));
  const front = first > 0 ? readFront(units.slice(0, first), language) : NO_FRONT;
  const body = first < 0 ? null : build(units.slice(first));
  const made = body
    ? finish(front.preamble ? [front.preamble, ...body.roots] : body.roots, body.doubts)
    : { provisions: [], uncertain: [] };
  return {
    title: canonicalise(body ? front.title : (units[0]?.text ?? '')),
    language,
    provisions: made.provisions,
    furniture: [...furniture, ...front.furniture].sort((a, b) => a.line - b.line),
    uncertain: [...uncertain, ...made.uncertain],
  };
}
