import { formatNumber } from './docx-number-formats';
import { indentOf } from './docx-styles';
import type { ParagraphProperties, Style, Styles } from './docx-styles';
import { childOf, elementsOf, flagOf, numberOf, valueOf } from './docx-xml';
import type { XmlElement } from './docx-xml';

/** One level of a numbering definition. */
interface Level {
  readonly start: number;
  readonly format: string;
  readonly pattern: string | undefined;
  readonly text: string;
  readonly suffix: string;
  /** Every number in this level's label is written in digits. */
  readonly digitsOnly: boolean;
  /** It starts again after a level of an index below this; 0: never. */
  readonly restartsBelow: number;
  readonly style: string | undefined;
  readonly hidden: boolean;
  readonly indent: Pick<ParagraphProperties, 'start' | 'firstLine'>;
}

/** The label that Word shows in front of a paragraph, with the tab or space that follows it. */
export interface Label {
  readonly text: string;
  readonly after: '\t' | ' ' | '';
  /** 0 is the outermost. */
  readonly level: number;
  readonly indent: Pick<ParagraphProperties, 'start' | 'firstLine'>;
  /** The format of its number is not known; it is written in digits. */
  readonly unknown?: string;
}

const DEEPEST = 8;
const SEEN_AS_BULLETS = '•·▪◦‣●○■–—-';

function levelOf(element: XmlElement, index: number): Level {
  const format = childOf(element, 'w:numFmt');
  const restart = numberOf(valueOf(element, 'w:lvlRestart'));
  return {
    start: numberOf(valueOf(element, 'w:start')) ?? 0,
    format: format?.attributes['w:val'] ?? 'decimal',
    pattern: format?.attributes['w:format'],
    text: (valueOf(element, 'w:lvlText') ?? '').slice(0, 100),
    suffix: valueOf(element, 'w:suff') ?? 'tab',
    digitsOnly: flagOf(element, 'w:isLgl') ?? false,
    restartsBelow: restart ?? index,
    style: valueOf(element, 'w:pStyle'),
    hidden: flagOf(childOf(element, 'w:rPr'), 'w:vanish') ?? false,
    indent: indentOf(childOf(element, 'w:pPr')),
  };
}

function levelsOf(parent: XmlElement): Map<number, Level> {
  const levels = new Map<number, Level>();
  for (const one of elementsOf(parent)) {
    const index = numberOf(one.attributes['w:ilvl']);
    if (one.name === 'w:lvl' && index !== undefined && index >= 0 && index <= DEEPEST) {
      levels.set(index, levelOf(one, index));
    }
  }
  return levels;
}

/** A `w:num`: which definition it follows and what it sets otherwise. */
interface List {
  readonly definition: string;
  readonly levels: ReadonlyMap<number, Level>;
  readonly starts: ReadonlyMap<number, number>;
  /** The levels whose own start this list has used; it then counts on. */
  readonly begun: Set<number>;
}

/** The automatic numbers of a document, counted paragraph by paragraph in the order in which they stand. */
export class Numbering {
  private readonly definitions = new Map<string, ReadonlyMap<number, Level>>();
  private readonly lists = new Map<string, List>();
  /** Lists of one definition count on from each other. */
  private readonly counters = new Map<string, (number | undefined)[]>();

  /** `root`: of numbering.xml, where the file has one. */
  constructor(
    root: XmlElement | undefined,
    private readonly styles: Styles,
  ) {
    const links = new Map<string, string>();
    for (const one of root ? elementsOf(root) : []) {
      const id = one.attributes['w:abstractNumId'];
      if (one.name === 'w:abstractNum' && id !== undefined) {
        this.definitions.set(id, levelsOf(one));
        const link = valueOf(one, 'w:numStyleLink');
        if (link !== undefined) links.set(id, link);
      }
      if (one.name === 'w:num') this.declare(one);
    }
    // A definition may only point at a style, whose own list has the levels.
    for (const [id, list] of this.lists) {
      const link = links.get(list.definition);
      const target = link === undefined ? undefined : this.lists.get(styles.numberingOf(link) ?? '');
      if (target && !links.has(target.definition)) this.lists.set(id, { ...list, definition: target.definition });
    }
  }

  private declare(num: XmlElement): void {
    const levels = new Map<number, Level>();
    const starts = new Map<number, number>();
    for (const one of elementsOf(num)) {
      const index = numberOf(one.attributes['w:ilvl']);
      if (one.name !== 'w:lvlOverride' || index === undefined || index < 0 || index > DEEPEST) continue;
      const start = numberOf(valueOf(one, 'w:startOverride'));
      if (start !== undefined) starts.set(index, start);
      const level = childOf(one, 'w:lvl');
      if (level) levels.set(index, levelOf(level, index));
    }
    const list = { definition: valueOf(num, 'w:abstractNumId') ?? '', levels, starts, begun: new Set<number>() };
    this.lists.set(num.attributes['w:numId'] ?? '', list);
  }

  /** Counts one paragraph and gives its label; null when it has none. Call it once for each, in order. */
  next(own: ParagraphProperties, style: Style): Label | null {
    const numId = own.numId ?? style.paragraph.numId;
    if (numId === undefined || numId === '0') return null;
    const list = this.lists.get(numId);
    const defined = list && this.definitions.get(list.definition);
    if (!list || !defined) return null;
    const at = (index: number) => list.levels.get(index) ?? defined.get(index);
    const index = this.levelIndex(own, style, at);
    const level = at(index);
    if (!level) return null;
    const values = this.count(list, index, at);
    const [text, unknown] = write(level, index, values, at);
    const after = level.suffix === 'nothing' ? '' : level.suffix === 'space' ? ' ' : '\t';
    return { text, after, level: index, indent: level.indent, ...(unknown === null ? {} : { unknown }) };
  }

  private levelIndex(own: ParagraphProperties, style: Style, at: (index: number) => Level | undefined): number {
    const bounded = (n: number | undefined) => Math.min(Math.max(n ?? 0, 0), DEEPEST);
    if (own.level !== undefined || own.numId !== undefined) return bounded(own.level ?? style.paragraph.level);
    // The level that names a style is the style's level, whatever the style says.
    for (const id of style.chain) {
      for (let index = 0; index <= DEEPEST; index += 1) if (at(index)?.style === id) return index;
    }
    return bounded(style.paragraph.level);
  }

  private count(list: List, index: number, at: (index: number) => Level | undefined): (number | undefined)[] {
    const values = this.counters.get(list.definition) ?? [];
    this.counters.set(list.definition, values);
    const start = (which: number) => list.starts.get(which) ?? at(which)?.start ?? 1;
    const begins = (which: number) => {
      const first = list.starts.has(which) && !list.begun.has(which);
      list.begun.add(which);
      return first;
    };
    for (let above = 0; above < index; above += 1) {
      // A level that was passed over is taken to have begun.
      if (values[above] === undefined || begins(above)) values[above] = start(above);
    }
    const before = values[index];
    values[index] = begins(index) || before === undefined ? start(index) : before + 1;
    for (let below = index + 1; below <= DEEPEST; below += 1) {
      if (index < (at(below)?.restartsBelow ?? below)) values[below] = undefined;
    }
    return values;
  }
}

/** The label of a level, and the format in it that is not known. */
function write(
  level: Level,
  index: number,
  values: readonly (number | undefined)[],
  at: (index: number) => Level | undefined,
): [string, string | null] {
  if (level.hidden) return ['', null];
  if (level.format === 'bullet') {
    // Bullets are glyphs of symbol fonts: which one is decoration.
    const glyph = level.text.trim();
    return [glyph !== '' && SEEN_AS_BULLETS.includes(glyph) ? glyph : glyph === '' ? '' : '•', null];
  }
  let unknown: string | null = null;
  const text = level.text.replace(/%([1-9])/g, (_, digit: string) => {
    const which = Number(digit) - 1;
    const source = at(which);
    const value = values[which];
    if (which > index || !source || value === undefined) return '';
    const format = level.digitsOnly && source.format !== 'none' ? 'decimal' : source.format;
    const made = formatNumber(value, format, source.pattern);
    if (made === null) unknown = source.format;
    return made ?? String(value);
  });
  return [text, unknown];
}
