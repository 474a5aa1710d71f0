import { $isLinkNode } from '@lexical/link';
import { $isListItemNode, $isListNode, type ListNode } from '@lexical/list';
import { $isQuoteNode } from '@lexical/rich-text';
import { $getRoot, $isElementNode, $isLineBreakNode, $isTextNode, type LexicalNode } from 'lexical';
import type { Block, Body, TextSpan } from '#app/domain/concern/body';
import { nestRows, type ListRow } from '#app/domain/concern/body-lists';
import { normaliseBody } from '#app/domain/concern/body-normal';
import { cleanCharacters } from '#app/domain/concern/characters';
import { safeLink } from '#app/domain/concern/link';

function spansOf(nodes: readonly LexicalNode[], href?: string): TextSpan[] {
  return nodes.flatMap((node): TextSpan[] => {
    if ($isLineBreakNode(node)) return [{ t: '\n' }];
    if ($isLinkNode(node)) return spansOf(node.getChildren(), safeLink(node.getURL()) ?? undefined);
    if ($isElementNode(node)) return spansOf(node.getChildren(), href);
    if (!$isTextNode(node)) return [];
    return [
      {
        t: cleanCharacters(node.getTextContent()),
        ...(node.hasFormat('bold') && { b: true as const }),
        ...(node.hasFormat('italic') && { i: true as const }),
        ...(href !== undefined && { href }),
      },
    ];
  });
}

/** Lexical nests a list in an item of its own beside the item it belongs to; rows with a level say the same plainly. */
function rowsOf(list: ListNode, level: number): ListRow[] {
  const ordered = list.getListType() === 'number';
  return list.getChildren().flatMap((item): ListRow[] => {
    if (!$isListItemNode(item)) return [{ level, ordered, c: spansOf([item]) }];
    const inner = item.getChildren();
    const c = spansOf(inner.filter((node) => !$isListNode(node)));
    const subs = inner.filter($isListNode).flatMap((sub) => rowsOf(sub, level + 1));
    return c.length > 0 || subs.length === 0 ? [{ level, ordered, c }, ...subs] : subs;
  });
}

function blocksOf(node: LexicalNode): Block[] {
  if ($isListNode(node)) return nestRows(rowsOf(node, 0)).map((list) => ({ k: 'list', ...list }));
  return [{ k: $isQuoteNode(node) ? 'quote' : 'p', c: spansOf([node]) }];
}

/**
 * What the editor holds, as a body: only what the model knows, links only if safe, normalised. Call it inside
 * `editorState.read`. It may exceed the model's limits of size; the door decides.
 */
export function $bodyOfEditor(): Body {
  return normaliseBody({ v: 1, blocks: $getRoot().getChildren().flatMap(blocksOf) });
}
