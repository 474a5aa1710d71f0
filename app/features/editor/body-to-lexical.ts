import { $createLinkNode } from '@lexical/link';
import { $createListItemNode, $createListNode, type ListNode } from '@lexical/list';
import { $createQuoteNode } from '@lexical/rich-text';
import {
  $createLineBreakNode,
  $createParagraphNode,
  $createTextNode,
  type ElementNode,
  type LexicalNode,
  type TextNode,
} from 'lexical';
import type { Body, List, TextSpan } from '#app/domain/concern/body';
import { safeLink } from '#app/domain/concern/link';

function $textNodes(span: TextSpan): LexicalNode[] {
  return span.t.split('\n').flatMap((line, at) => {
    const nodes: LexicalNode[] = at > 0 ? [$createLineBreakNode()] : [];
    if (line !== '') {
      const text = $createTextNode(line);
      if (span.b) text.toggleFormat('bold');
      if (span.i) text.toggleFormat('italic');
      nodes.push(text);
    }
    return nodes;
  });
}

/** Nodes of spans; neighbours with one safe address share one link node. */
export function $inlineNodes(spans: readonly TextSpan[]): LexicalNode[] {
  const nodes: LexicalNode[] = [];
  let link: { href: string; node: ElementNode } | undefined;
  for (const span of spans) {
    const href = span.href === undefined ? null : safeLink(span.href);
    if (href === null) link = undefined;
    else if (link?.href !== href) {
      link = { href, node: $createLinkNode(href) };
      nodes.push(link.node);
    }
    if (link) link.node.append(...$textNodes(span));
    else nodes.push(...$textNodes(span));
  }
  return nodes;
}

function $listNode(list: List): ListNode {
  const node = $createListNode(list.ordered ? 'number' : 'bullet');
  for (const item of list.items) {
    if (item.c.length > 0 || !item.sub) node.append($createListItemNode().append(...$inlineNodes(item.c)));
    // Lexical keeps a nested list in an item of its own.
    if (item.sub) node.append($createListItemNode().append($listNode(item.sub)));
  }
  return node;
}

/** The block nodes of a body, to be appended to the root or inserted at the selection. */
export function $blockNodes(body: Body): ElementNode[] {
  return body.blocks.map((block) => {
    if (block.k === 'list') return $listNode(block);
    const node = block.k === 'quote' ? $createQuoteNode() : $createParagraphNode();
    return node.append(...$inlineNodes(block.c));
  });
}

/** A caret in typed text, as Lexical points to it. */
export interface Point {
  readonly key: string;
  readonly offset: number;
  readonly type: 'text' | 'element';
}

/**
 * Text exactly as it was typed so far, spaces at its end included: empty lines part paragraphs, other line ends stay.
 * `at` gives the point for an offset in the text.
 */
export function $typedNodes(text: string): { nodes: ElementNode[]; at(offset: number): Point } {
  const starts: { from: number; node: TextNode | ElementNode; index: number }[] = [];
  const nodes: ElementNode[] = [];
  let from = 0;
  for (const part of text.split(/(\n{2,})/)) {
    if (!part.startsWith('\n\n')) {
      const paragraph = $createParagraphNode();
      nodes.push(paragraph);
      part.split('\n').forEach((line, at) => {
        if (at > 0) {
          paragraph.append($createLineBreakNode());
          from++;
        }
        starts.push({ from, node: paragraph, index: paragraph.getChildrenSize() });
        if (line !== '') {
          const words = $createTextNode(line);
          paragraph.append(words);
          starts.push({ from, node: words, index: 0 });
          from += line.length;
        }
      });
    } else from += part.length;
  }
  const at = (offset: number): Point => {
    const start = starts.findLast((candidate) => candidate.from <= offset) ?? starts[0]!;
    const key = start.node.getKey();
    if (start.node.getType() !== 'text') return { key, offset: start.index, type: 'element' };
    return { key, offset: Math.min(offset - start.from, start.node.getTextContentSize()), type: 'text' };
  };
  return { nodes, at };
}
