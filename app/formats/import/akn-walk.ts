import { canonicalise } from '#app/domain/treaty/canonical';
import { readLevel } from '#app/domain/treaty/levels';
import type { Furniture, Uncertain } from '#app/domain/treaty/outline';
import { RECITAL } from '#app/domain/treaty/wording';
import { newBuild, type Build } from './akn-build';
import { isAknBlock, isProvision, kindOf } from './akn-kinds';
import { Lines } from './xml-lines';
import { childElements, findAll, isXmlElement, type XmlElement, type XmlNode } from './xml-tree';

const BODIES = new Set(['body', 'mainBody', 'amendmentBody']);
const ASIDE: Readonly<Record<string, Furniture['what']>> = {
  authorialNote: 'footnote',
  noteRef: 'footnote',
  note: 'footnote',
  toc: 'contents',
  coverPage: 'note',
  del: 'note',
};
const ownId = (element: XmlElement) => element.attributes.get('eId') ?? element.attributes.get('id') ?? '';

/** Words that stand in attributes but are seen on the page (marks of notes, quotation marks) become text, numbers come first. */
export function showAttributes(element: XmlElement): void {
  const text = (value: string | undefined, at: 'unshift' | 'push', space = '') => {
    if (value) element.children[at]({ value: value + space, line: 0, column: 0 });
  };
  for (const child of childElements(element)) showAttributes(child);
  if (element.name === 'authorialNote' || element.name === 'noteRef')
    text(element.attributes.get('marker'), 'unshift', ' ');
  if (element.name === 'quotedStructure' || element.name === 'quotedText' || element.name === 'embeddedText') {
    text(element.attributes.get('startQuote'), 'unshift');
    text(element.attributes.get('endQuote'), 'push');
  }
  const late = element.children.findIndex((one) => isXmlElement(one) && one.name === 'num');
  const early = element.children.slice(0, late).some((one) => isXmlElement(one));
  if (late > 0 && early && isProvision(element)) element.children.unshift(...element.children.splice(late, 1));
}

/** Walks the parts of one Akoma Ntoso document. What is no text of it goes to `lines.furniture`. */
export class Walk {
  readonly lines = new Lines(isAknBlock);
  readonly doubts: Uncertain[] = [];
  title = '';

  private aside(element: XmlElement): boolean {
    const editorial = element.attributes.get('status') === 'editorial';
    const what = editorial ? 'note' : Object.hasOwn(ASIDE, element.name) ? ASIDE[element.name] : undefined;
    if (!what) return false;
    if (element.name === 'del' && this.doubts.length < 50) {
      const where = findAll(element, () => true)[0] ?? element;
      const line = where.children.find((one) => !isXmlElement(one)) as { line: number } | undefined;
      this.doubts.push({
        what: 'Words that the file marks as deleted were left out here.',
        where: `line ${line?.line ?? 1}`,
      });
    }
    this.lines.takeOut(element, what);
    return true;
  }

  /** The paragraphs in a node, one string each. */
  blocks(nodes: readonly XmlNode[]): string[] {
    const out: string[] = [];
    let open = '';
    const visit = (node: XmlNode): void => {
      if (!isXmlElement(node)) {
        open += node.value;
        return;
      }
      if (node.name === 'eol' || node.name === 'br') open += ' ';
      if (this.aside(node)) return;
      // A number and what it introduces, and the cells of a row, are one line of text.
      const block = isAknBlock(node) && !/^(?:num|t[dh])$/.test(node.name) && !inCell(node);
      if (block) end();
      if (isAknBlock(node) && !block) open += ' ';
      node.children.forEach(visit);
      if (block) end();
      else if (isAknBlock(node)) open += ' ';
    };
    const end = () => {
      if (canonicalise(open) !== '' && !/^\s*$/.test(open)) {
        out.push(open);
        open = '';
      }
    };
    nodes.forEach(visit);
    end();
    return out;
  }

  /** Fills a provision from the children of an element, whatever containers stand between. */
  fill(build: Build, nodes: readonly XmlNode[]): void {
    let inline: XmlNode[] = [];
    const flush = () => {
      build.parts.push(...this.blocks(inline));
      inline = [];
    };
    for (const node of nodes) {
      // A note inside a sentence does not part it.
      if (!isXmlElement(node) || !isAknBlock(node) || Object.hasOwn(ASIDE, node.name)) {
        inline.push(node);
        continue;
      }
      flush();
      if (!this.aside(node)) this.take(build, node);
    }
    flush();
  }

  private take(build: Build, node: XmlElement): void {
    const words = () => this.blocks(node.children).join(' ');
    const bare = build.parts.length === 0;
    if (node.name === 'num' && build.label === '' && bare) build.label = words();
    else if ((node.name === 'heading' || node.name === 'subheading') && bare) {
      build.heading = `${build.heading} ${words()}`.trim();
    } else if (node.name === 'crossHeading') {
      const heading = newBuild('section', ownId(node));
      heading.heading = words();
      build.parts.push(heading);
    } else if (node.name === 'quotedStructure' || node.name === 'table') build.parts.push(...this.blocks([node]));
    else if (isProvision(node)) {
      const root = build.kind === 'annex' || build.kind === 'preamble' || build.kind === 'conclusions';
      const child = newBuild(node.name === 'recital' ? 'recital' : kindOf(node, root ? null : build.kind), ownId(node));
      build.parts.push(child);
      this.fill(child, node.children);
    } else if (node.name === 'recital' || node.name === 'citation') this.recital(build, node);
    else if (node.name === 'p' && build.kind === 'preamble') this.preambleParagraph(build, node);
    else this.fill(build, node.children);
  }

  private recital(build: Build, node: XmlElement): void {
    const recital = newBuild('recital', ownId(node));
    this.fill(recital, node.children);
    build.parts.push(recital);
  }

  private preambleParagraph(build: Build, node: XmlElement): void {
    const blocks = this.blocks(node.children);
    const first = canonicalise(blocks[0] ?? '');
    // Paragraphs between recitals are reasons too, whatever word they begin with: "Deeply concerned".
    const later =
      build.parts.some((part) => typeof part !== 'string') && /[,;،؛，；]$/.test(canonicalise(blocks.at(-1) ?? ''));
    if (!RECITAL.test(first) && !later) {
      build.parts.push(...blocks);
      return;
    }
    build.parts.push({ ...newBuild('recital', ownId(node)), parts: blocks });
  }

  /** Title and furniture of what stands before the text. */
  preface(element: XmlElement): void {
    const named = (name: string) => findAll(element, (one) => one.name === name);
    const titles = [named('docTitle'), named('longTitle'), named('shortTitle')].find((found) => found.length > 0) ?? [];
    const parts: string[] = [];
    const visit = (node: XmlNode): void => {
      if (isXmlElement(node) && titles.includes(node)) parts.push(...this.blocks(node.children));
      else if (isXmlElement(node) && this.aside(node)) return;
      else if (isXmlElement(node)) node.children.forEach(visit);
      else this.lines.takeOut(node, 'note');
    };
    element.children.forEach(visit);
    this.title = canonicalise(`${this.title} ${parts.join(' ')}`);
  }

  /** An annex: what introduces it gives number and heading. */
  annex(element: XmlElement): Build[] {
    const build = newBuild('annex', ownId(element));
    for (const node of childElements(element)) {
      if (node.name === 'meta' || this.aside(node)) continue;
      if (/^(?:num|heading|subheading)$/.test(node.name)) this.take(build, node);
      else if (node.name === 'documentRef' || node.name === 'componentRef') {
        this.doubts.push({ what: 'The file refers here to an annex that stands in another file.', where: 'line 1' });
      } else this.document(node, build);
    }
    return build.parts.length > 0 || build.label !== '' || build.heading !== '' ? [build] : [];
  }

  private introduce(build: Build, preface: XmlElement): void {
    for (const block of this.blocks(preface.children)) {
      const level =
        build.label === '' && build.heading === '' && build.parts.length === 0 ? readLevel(canonicalise(block)) : null;
      if (level?.level === 'annex') [build.label, build.heading] = [level.label, level.rest];
      else if (build.heading === '' && build.parts.length === 0) build.heading = block;
      else build.parts.push(block);
    }
  }

  /** The provisions of a document; those of an annex go into `host`. */
  document(element: XmlElement, host: Build | null): Build[] {
    const roots: Build[] = [];
    const add = (builds: readonly (Build | string)[]) => {
      for (const one of builds) {
        if (host) host.parts.push(one);
        else if (typeof one !== 'string') roots.push(one);
        else if (canonicalise(one) !== '') roots.push({ ...newBuild('paragraph'), parts: [one] });
      }
    };
    for (const node of childElements(element)) {
      if (node.name === 'meta' || this.aside(node)) continue;
      if (node.name === 'preface' && host) this.introduce(host, node);
      else if (node.name === 'preface') this.preface(node);
      else if (node.name === 'preamble') {
        const preamble = newBuild('preamble', ownId(node));
        this.fill(preamble, node.children);
        if (preamble.parts.length > 0) add([preamble]);
      } else if (BODIES.has(node.name)) {
        const body = newBuild('annex');
        this.fill(body, node.children);
        if (body.heading !== '' || body.label !== '') add([`${body.label} ${body.heading}`]);
        add(body.parts);
      } else if (node.name === 'conclusions') {
        const words = this.blocks(node.children);
        if (words.length > 0) add([{ ...newBuild('conclusions', ownId(node)), parts: words }]);
      } else if (/^(?:attachments|components)$/.test(node.name))
        add(childElements(node).flatMap((one) => this.annex(one)));
      else add(this.blocks([node]));
    }
    return roots;
  }
}

function inCell(element: XmlElement): boolean {
  for (let up = element.parent; up; up = up.parent) if (up.name === 'td' || up.name === 'th') return true;
  return false;
}
