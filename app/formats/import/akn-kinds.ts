import { itemAscii, readItem } from '#app/domain/treaty/items';
import { readLevel } from '#app/domain/treaty/levels';
import { nameWay } from '#app/domain/treaty/lists';
import { asciiDigits } from '#app/domain/treaty/numbers';
import type { ProvisionKind } from '#app/domain/treaty/outline';
import { findAll, type XmlElement } from './xml-tree';

const ABOVE: Readonly<Record<string, ProvisionKind>> = {
  book: 'part',
  tome: 'part',
  part: 'part',
  subpart: 'part',
  division: 'part',
  subdivision: 'part',
  title: 'title',
  subtitle: 'title',
  chapter: 'chapter',
  subchapter: 'chapter',
  section: 'section',
  article: 'article',
};
const BASIC = new Set(['article', 'rule', 'clause']);
const OTHERS = new Set(
  'rule clause subsection subclause subrule paragraph subparagraph point indent item level hcontainer transitional proviso alinea tblock'.split(
    ' ',
  ),
);
/** Elements that may be passed over when they carry neither number nor heading. */
const THIN = new Set(['alinea', 'hcontainer', 'level', 'tblock', 'proviso', 'transitional']);

/** True for elements that hold a provision of their own. */
export function isProvision(element: XmlElement): boolean {
  if (element.name in ABOVE && Object.hasOwn(ABOVE, element.name)) return true;
  if (!OTHERS.has(element.name)) return false;
  return !THIN.has(element.name) || element.children.some((one) => 'name' in one && /^(?:num|heading)$/.test(one.name));
}

const INNER = new Set<ProvisionKind>(['paragraph', 'point', 'subpoint']);

/** The kind of provision that an element stands for below one of kind `parent`. */
export function kindOf(element: XmlElement, parent: ProvisionKind | null): ProvisionKind {
  const { name } = element;
  const inside = parent !== null && (INNER.has(parent) || parent === 'article');
  const below =
    parent === 'paragraph' ? 'point' : parent === 'point' || parent === 'subpoint' ? 'subpoint' : 'paragraph';
  if (Object.hasOwn(ABOVE, name) && !inside) return ABOVE[name] as ProvisionKind;
  if (BASIC.has(name) && !inside) return 'article';
  if (
    name === 'subsection' &&
    !inside &&
    findAll(element, (one) => one.name === 'article' || one.name === 'section').length > 0
  )
    return 'section';
  if (inside && (name === 'point' || name === 'item' || name === 'indent'))
    return parent === 'article' ? 'point' : below;
  if (name === 'point' && parent === 'section') return 'point';
  return below;
}

/** The number in a label ("SEC. 2." is "2") and how an eId writes it. */
export function numberOf(label: string): { number: string; ascii: string } {
  const level = readLevel(label);
  if (level && level.rest === '') return { number: level.numbered.number, ascii: level.numbered.ascii };
  const item = readItem(`${label} `);
  if (item && item.rest === '' && item.number !== '') {
    const [way, n] = nameWay(item.ways);
    return { number: item.number, ascii: itemAscii(item, way, n) };
  }
  const last = label.match(/[\p{L}\p{Nd}]+(?:[-.][\p{L}\p{Nd}]+)*/gu)?.at(-1) ?? '';
  return { number: last, ascii: asciiDigits(last).replace(/[^A-Za-z0-9-]+/g, '') };
}

const INLINE = new Set(
  (
    'b i u a sub sup span ref mref rref mod rmod mmod def term ins del abbr date time person organization concept object event ' +
    'location process role entity quantity docTitle docNumber docProponent docDate docType docPurpose docAuthority docIntroducer ' +
    'docStage docStatus docCommittee docJurisdiction docketNumber legislature session shortTitle affectedDocument relatedDocument ' +
    'change neutralCitation party judge lawyer courtType signature decoration remark omissis placeholder fillIn eol eop noteRef ' +
    'inline quotedText embeddedText img marker recordedTime vote outcome opinion argument scene from tocItem'
  ).split(' '),
);
/** Whether an element stands on lines of its own. Names that the standard does not know do. */
export const isAknBlock = (element: XmlElement): boolean => !INLINE.has(element.name);
