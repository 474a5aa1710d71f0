import { $isLinkNode, $toggleLink } from '@lexical/link';
import {
  $isListItemNode,
  $isListNode,
  INSERT_ORDERED_LIST_COMMAND,
  INSERT_UNORDERED_LIST_COMMAND,
  REMOVE_LIST_COMMAND,
} from '@lexical/list';
import { $createQuoteNode, $isQuoteNode } from '@lexical/rich-text';
import { $setBlocksType } from '@lexical/selection';
import {
  $createParagraphNode,
  $createTextNode,
  $findMatchingParent,
  $getSelection,
  $isRangeSelection,
  FORMAT_TEXT_COMMAND,
  type LexicalEditor,
  type LexicalNode,
} from 'lexical';
import { LIST_LEVELS } from '#app/domain/concern/body-limits';

/** What a toolbar button does. */
export type Format = 'bold' | 'italic' | 'bullets' | 'numbers' | 'quote' | 'link';
/** Which formats hold where the caret is, and the address when it is in a link. */
export interface Formats {
  readonly on: ReadonlySet<Format>;
  readonly href: string;
}

function $nearest<T extends LexicalNode>(matches: (node: LexicalNode | null | undefined) => node is T): T | null {
  const selection = $getSelection();
  if (!$isRangeSelection(selection)) return null;
  return $findMatchingParent<T>(selection.anchor.getNode(), (node): node is T => matches(node));
}

/** To be called where the editor's state can be read. */
export function $formatsHere(): Formats {
  const selection = $getSelection();
  const on = new Set<Format>();
  if (!$isRangeSelection(selection)) return { on, href: '' };
  if (selection.hasFormat('bold')) on.add('bold');
  if (selection.hasFormat('italic')) on.add('italic');
  const list = $nearest($isListNode);
  if (list) on.add(list.getListType() === 'number' ? 'numbers' : 'bullets');
  if ($nearest($isQuoteNode)) on.add('quote');
  const link = $nearest($isLinkNode);
  if (link) on.add('link');
  return { on, href: link?.getURL() ?? '' };
}

/** Sets or, where it holds already, takes away a format at the selection. Links have their own form. */
export function toggleFormat(editor: LexicalEditor, format: Exclude<Format, 'link'>): void {
  const held = editor.getEditorState().read(() => $formatsHere().on.has(format));
  if (format === 'bold' || format === 'italic') editor.dispatchCommand(FORMAT_TEXT_COMMAND, format);
  else if (format === 'quote') {
    editor.update(() => {
      if ($nearest($isListNode)) editor.dispatchCommand(REMOVE_LIST_COMMAND, undefined);
      $setBlocksType($getSelection(), () => (held ? $createParagraphNode() : $createQuoteNode()));
    });
  } else if (held) editor.dispatchCommand(REMOVE_LIST_COMMAND, undefined);
  else {
    editor.dispatchCommand(
      format === 'numbers' ? INSERT_ORDERED_LIST_COMMAND : INSERT_UNORDERED_LIST_COMMAND,
      undefined,
    );
  }
}

/** Links the selected words, changes the link that the caret is in, or inserts the address as its own words. */
export function setLink(editor: LexicalEditor, href: string): void {
  editor.update(() => {
    const selection = $getSelection();
    if (!$isRangeSelection(selection)) return;
    const link = $nearest($isLinkNode);
    if (selection.isCollapsed() && link) link.setURL(href);
    else {
      if (selection.isCollapsed()) {
        const words = $createTextNode(href.replace(/^mailto:/, ''));
        selection.insertNodes([words]);
        words.select(0, words.getTextContentSize());
      }
      $toggleLink(href);
    }
    const after = $getSelection();
    if ($isRangeSelection(after) && !after.isCollapsed()) {
      const end = after.isBackward() ? after.anchor : after.focus;
      after.anchor.set(end.key, end.offset, end.type);
      after.focus.set(end.key, end.offset, end.type);
    }
  });
}

/** Takes away the link at the selection; its words stay. */
export function removeLink(editor: LexicalEditor): void {
  editor.update(() => $toggleLink(null));
}

/** Moves the list item at the caret one level in (1) or out (-1), within what a body can hold. False outside lists. */
export function $nestItem(step: 1 | -1): boolean {
  const item = $nearest($isListItemNode);
  if (!item) return false;
  const indent = item.getIndent() + step;
  // A first item has nothing to stand under.
  if (indent >= 0 && indent < LIST_LEVELS && (step < 0 || item.getPreviousSibling())) item.setIndent(indent);
  return true;
}
