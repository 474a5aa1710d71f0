import type { Furniture, SourceLine } from '#app/domain/treaty/outline';
import { isXmlElement, type XmlElement, type XmlNode } from './xml-tree';

/** The characters of a file laid out in lines, and what has been taken out of them. */
export class Lines {
  private readonly raw: string[] = [''];
  readonly furniture: Furniture[] = [];

  /** `isBlock` tells which elements stand on lines of their own. */
  constructor(private readonly isBlock: (element: XmlElement) => boolean) {}

  /** Lays an element out below what is there: white space becomes single spaces, each text is told its place. */
  lay(node: XmlNode): void {
    if (!isXmlElement(node)) {
      const last = this.raw.length - 1;
      node.value = node.value.replace(/[\s\u0085]+/g, ' ');
      if (node.value === ' ' && this.raw[last] === '') node.value = '';
      node.line = last + 1;
      node.column = (this.raw[last] as string).length;
      this.raw[last] += node.value;
      return;
    }
    const block = this.isBlock(node);
    if (block) this.feed();
    node.children.forEach((child) => this.lay(child));
    if (block) this.feed();
  }

  private feed(): void {
    if (this.raw.at(-1) !== '') this.raw.push('');
  }

  /** Declares everything in a node to be no part of the text. */
  takeOut(node: XmlNode, what: Furniture['what']): void {
    if (isXmlElement(node)) {
      for (const child of node.children) this.takeOut(child, what);
      return;
    }
    if (node.value.trim() === '') return;
    const last = this.furniture.at(-1);
    const follows =
      last?.what === what && last.line === node.line && (last.column as number) + last.text.length === node.column;
    if (follows) this.furniture[this.furniture.length - 1] = { ...last, text: last.text + node.value };
    else this.furniture.push({ what, text: node.value, line: node.line, column: node.column });
  }

  text(): string {
    return this.raw.join('\n');
  }

  /** The lines without what has been taken out. */
  lines(): SourceLine[] {
    const kept = this.raw.map((text) => ({ text, pieces: [] as string[], from: 0 }));
    for (const { line, column = 0, text } of [...this.furniture].sort((a, b) => (a.column ?? 0) - (b.column ?? 0))) {
      const one = kept[line - 1];
      if (!one) continue;
      one.pieces.push(one.text.slice(one.from, column));
      one.from = column + text.length;
    }
    return kept.map(({ text, pieces, from }, i) => ({
      text: pieces.join('') + text.slice(from),
      line: i + 1,
      hints: { paragraph: true },
    }));
  }
}
