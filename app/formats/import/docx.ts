import { fail, ok, type Result } from '#app/domain/result';
import { readLevel } from '#app/domain/treaty/levels';
import type { Furniture, Source, SourceLine, Uncertain } from '#app/domain/treaty/outline';
import { CONTENTS } from '#app/domain/treaty/wording';
import { checkSize } from './decode';
import { Flow } from './docx-flow';
import { append, isBlank, wordsOf } from './docx-line';
import type { Line } from './docx-line';
import { Notes } from './docx-notes';
import { Numbering } from './docx-numbering';
import { isOffice, readParts } from './docx-parts';
import type { Parts } from './docx-parts';
import { Styles } from './docx-styles';
import { Tally } from './docx-tally';
import { WordReader } from './docx-words';
import { elementsOf } from './docx-xml';
import type { ImportFormat } from './import-format';

const FEWEST_ARTICLES = 3;

/** A file whose articles stand in tables that only make sense across cannot be one text. */
function sideBySide(flow: Flow): Result<never> | null {
  const length = (lines: readonly Line[]) => lines.reduce((sum, line) => sum + wordsOf(line).length, 0);
  const tables = flow.compared;
  const inside = tables.flatMap((one) => one.lines);
  const articles = inside.filter((line) => readLevel(wordsOf(line).trim())?.level === 'article').length;
  if (articles < FEWEST_ARTICLES || length(inside) * 2 < length(flow.lines)) return null;
  const columns = tables.reduce((most, one) => Math.max(most, one.columns), 0);
  return fail('unreadable', {
    detail: `This file sets texts side by side in a table of ${columns} columns; put the one to review into a file of its own and import that.`,
  });
}

/** The word "Contents" over a table of contents belongs to it. */
function headContents(lines: Line[]): Line[] {
  return lines.map((line, i) => {
    if (line.furniture || isBlank(line) || !CONTENTS.test(wordsOf(line).trim())) return line;
    const next = lines.slice(i + 1, i + 10).find((one) => !isBlank(one));
    return next?.furniture === 'contents' ? { ...line, furniture: 'contents' as const } : line;
  });
}

/** Numbers the lines and parts their words from the marks that stood in them. */
function toSource(lines: readonly Line[], uncertain: readonly Uncertain[]): Source {
  const furniture: Furniture[] = [];
  const raw: string[] = [];
  const numbered = lines.map((line, i): SourceLine => {
    let whole = '';
    for (const { text, mark } of line.pieces) {
      if (mark && text.trim() !== '') furniture.push({ what: 'footnote', text, line: i + 1, column: whole.length });
      whole += text;
    }
    raw.push(whole);
    const what = line.furniture;
    return { text: wordsOf(line), line: i + 1, ...(what ? { furniture: what } : {}), hints: line.hints };
  });
  const marks = furniture.length > 0 ? { furniture, raw: raw.join('\n') } : {};
  return { lines: numbered, ...marks, ...(uncertain.length > 0 ? { uncertain } : {}) };
}

function readDocument(parts: Parts): Result<Source> {
  const tally = new Tally();
  const styles = new Styles(parts.styles);
  const notes = new Notes(parts.footnotes, parts.endnotes, parts.settings);
  const words = new WordReader(styles, tally, (...reference) => notes.refer(...reference));
  const flow = new Flow(styles, new Numbering(parts.numbering, styles), words, tally);
  // Headers and footers are parts of their own that no place in the text holds: they are not read at all.
  flow.read(parts.body, flow.lines);
  const refused = sideBySide(flow);
  if (refused) return refused;
  for (const column of flow.aside) append(flow.lines, column);
  const text = headContents(flow.lines);
  const below: Line[] = [];
  // A note may refer to a further note, which is then listed after it.
  for (let i = 0; i < notes.referred.length; i += 1) {
    const note = notes.referred[i];
    if (!note) break;
    words.noteMark = note.mark === '' ? '' : `${note.mark} `;
    append(
      below,
      flow.read(note.content, []).filter((line) => !isBlank(line)),
    );
  }
  const footnotes = below.map((line) => ({ ...line, furniture: 'footnote' as const }));
  const comments = parts.comments ? elementsOf(parts.comments).filter(({ name }) => name === 'w:comment').length : 0;
  const uncertain: Uncertain[] = [
    ...tally.sentences(),
    ...(comments > 0
      ? [
          {
            what: `This file holds ${comments} ${comments === 1 ? 'comment; it was' : 'comments; they were'} left out.`,
            where: 'line 1',
          },
        ]
      : []),
    ...flow.compared.map((one) => {
      const line = text.indexOf(one.lines[0] as Line) + 1;
      const what = `A table of ${one.columns} columns was kept row by row; please look whether it reads as it should.`;
      return { what, where: `line ${line}`, line };
    }),
  ];
  return ok(toSource([...text, ...footnotes], uncertain));
}

async function read(bytes: Uint8Array): Promise<Result<Source>> {
  const sized = checkSize(bytes);
  if (!sized.ok) return sized;
  const parts = await readParts(bytes);
  return parts.ok ? readDocument(parts.value) : parts;
}

/**
 * Word documents (Office Open XML, transitional and strict). Also recognises what people take for one (other zip files,
 * the Word format before 2007, RTF), to refuse it by its name.
 */
export const docxFormat: ImportFormat = {
  id: 'docx',
  name: 'Word',
  extensions: ['docx', 'docm', 'dotx'],
  sniff: isOffice,
  read,
};
