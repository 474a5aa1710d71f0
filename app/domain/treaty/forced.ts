import type { ProvisionKind, SourceLine } from './outline';
import { itemAscii, readItem, termLabel } from './items';
import type { ItemLabel } from './items';
import { forcedLevel, readLevel } from './levels';
import type { Level } from './labels-by-language';
import type { LevelLabel } from './levels';
import { nameWay } from './lists';

/** What a unit begins with: the label of a level, of a paragraph or point, or neither. */
export interface Label {
  level: LevelLabel | null;
  item: ItemLabel | null;
}

const FORCED_LEVELS: ReadonlySet<string> = new Set<Level>(['annex', 'part', 'title', 'chapter', 'section', 'article']);
const isLevelName = (as: string): as is Level => FORCED_LEVELS.has(as);

/** The kind of item that a person said a line is, if she said so. */
export const forcedItemKind = (as: SourceLine['as']): ProvisionKind | null =>
  as === 'paragraph' || as === 'point' || as === 'subpoint' ? as : null;

/** The label with which a line begins, read as a person said it is to be read where she said so. */
export function readAs(text: string, as: SourceLine['as']): Label {
  if (as === 'text') return { level: null, item: null };
  if (as === undefined || as === 'heading') {
    const level = readLevel(text);
    return { level, item: level || as ? null : readItem(text) };
  }
  if (!isLevelName(as)) return { level: null, item: readItem(text) ?? termLabel(text) };
  const named = forcedLevel(text, as);
  if (named) return { level: named, item: null };
  const item = readItem(text);
  if (!item || item.wrapper === 'bullet') return { level: { ...NOTHING, level: as, rest: text }, item: null };
  const { number, label, rest, suffix } = item;
  const [way, n] = nameWay(item.ways);
  const numbered = { raw: number, number, ascii: itemAscii(item, way, n), n, suffix };
  return { level: { level: as, numbered, label, rest, firm: true }, item: null };
}

const NOTHING = { numbered: { raw: '', number: '', ascii: '', n: 0, suffix: 0 }, label: '', firm: true } as const;
