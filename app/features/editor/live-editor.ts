import { createEmptyHistoryState, registerHistory } from '@lexical/history';
import { LinkNode } from '@lexical/link';
import { ListItemNode, ListNode, registerList } from '@lexical/list';
import { QuoteNode, registerRichText } from '@lexical/rich-text';
import {
  $createParagraphNode,
  $createRangeSelection,
  $createRangeSelectionFromDom,
  $getRoot,
  $setSelection,
  COMMAND_PRIORITY_HIGH,
  createEditor,
  HISTORY_MERGE_TAG,
  KEY_DOWN_COMMAND,
  KEY_TAB_COMMAND,
  mergeRegister,
  type LexicalEditor,
} from 'lexical';
import { bodyFromText, bodyText } from '#app/domain/concern/body-text';
import type { Body } from '#app/domain/concern/body';
import { $blockNodes, $typedNodes } from './body-to-lexical';
import { $nestItem, toggleFormat, type Format } from './formatting';
import { registerPaste } from './paste';

/** What was in the textarea at the moment of the swap. */
export interface Typed {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly focused: boolean;
}

/** Class names only: the content security policy allows no style attributes. */
const theme = {
  quote: 'editor-quote',
  link: 'editor-link',
  text: { bold: 'editor-bold', italic: 'editor-italic' },
  list: { ul: 'editor-bullets', ol: 'editor-numbers', listitem: 'editor-item', nested: { listitem: 'editor-nested' } },
};

/** Ctrl or Cmd with Shift and a digit's key, wherever the layout puts its sign. */
const SHIFTED: Readonly<Record<string, Exclude<Format, 'link'>>> = {
  Digit7: 'numbers',
  Digit8: 'bullets',
  Digit9: 'quote',
};

function registerKeys(editor: LexicalEditor, askForLink: () => void): () => void {
  return mergeRegister(
    editor.registerCommand(
      KEY_DOWN_COMMAND,
      (event) => {
        if (event.isComposing || event.altKey || !(event.ctrlKey || event.metaKey)) return false;
        const format = event.shiftKey ? SHIFTED[event.code] : undefined;
        const nest = event.shiftKey ? undefined : ({ BracketRight: 1, BracketLeft: -1 } as const)[event.code];
        if (format) toggleFormat(editor, format);
        else if (event.code === 'KeyK' && !event.shiftKey) {
          $adoptSelection(editor);
          askForLink();
        } else if (!nest || !$nestItem(nest)) return false;
        event.preventDefault();
        return true;
      },
      COMMAND_PRIORITY_HIGH,
    ),
    // Tab must always lead on to the next field.
    editor.registerCommand(KEY_TAB_COMMAND, () => true, COMMAND_PRIORITY_HIGH),
  );
}

/**
 * The browser reports a moved caret late. When the person has gone on to another field by then, Lexical would put its
 * selection on the page all the same, and with it take the focus back; so it does not hear of it.
 */
function registerRestraint(root: HTMLElement): () => void {
  const late = (event: Event) => {
    const active = document.activeElement;
    const caret = document.getSelection()?.anchorNode ?? null;
    if (active && active !== document.body && !root.contains(active) && root.contains(caret)) {
      event.stopImmediatePropagation();
    }
  };
  window.addEventListener('selectionchange', late, true);
  return () => window.removeEventListener('selectionchange', late, true);
}

/** For keys that act on the selection and move the focus at once, before the browser has reported the selection. */
function $adoptSelection(editor: LexicalEditor): void {
  const selection = $createRangeSelectionFromDom(document.getSelection(), editor);
  if (selection) $setSelection(selection);
}

/**
 * Fills the editor for the first time. Typed words are taken exactly, with the caret where it was, unless the
 * textarea still shows `initial`, whose formatting then stays.
 */
function $fill(initial: Body | undefined, typed: Typed | undefined): void {
  const root = $getRoot().clear();
  const before = initial ? bodyText(initial) : '';
  const blank = before === '';
  if (typed && typed.text !== before && blank) {
    const { nodes, at } = $typedNodes(typed.text);
    root.append(...nodes);
    if (!typed.focused) return;
    const selection = $createRangeSelection();
    const [anchor, focus] = [at(typed.start), at(typed.end)];
    selection.anchor.set(anchor.key, anchor.offset, anchor.type);
    selection.focus.set(focus.key, focus.offset, focus.type);
    $setSelection(selection);
    return;
  }
  const body = typed && typed.text !== before ? bodyFromText(typed.text) : initial;
  root.append(...(body ? $blockNodes(body) : []));
  if (root.isEmpty()) root.append($createParagraphNode());
  if (typed?.focused) root.selectEnd();
}

/** Lexical with what a body can hold and nothing more. */
export function makeEditor(): LexicalEditor {
  return createEditor({
    namespace: 'proviso',
    nodes: [QuoteNode, ListNode, ListItemNode, LinkNode],
    theme,
    onError(error) {
      throw error;
    },
  });
}

/** Ties an editor to its element, synchronously, so that the next key already lands in it. Gives the way to undo it. */
export function startEditor(
  editor: LexicalEditor,
  root: HTMLElement,
  content: { initial?: Body | undefined; typed?: Typed | undefined },
  askForLink: () => void,
): () => void {
  const stop = mergeRegister(
    registerRichText(editor),
    registerList(editor),
    registerHistory(editor, createEmptyHistoryState(), 600),
    registerPaste(editor),
    registerKeys(editor, askForLink),
    registerRestraint(root),
  );
  editor.setRootElement(root);
  if (content.typed?.focused) root.focus({ preventScroll: true });
  editor.update(() => $fill(content.initial, content.typed), { discrete: true, tag: HISTORY_MERGE_TAG });
  return () => {
    stop();
    editor.setRootElement(null);
  };
}

/** Starts over with `initial`, as a form's reset does. */
export function resetEditor(editor: LexicalEditor, initial: Body | undefined): void {
  editor.update(
    () => {
      $setSelection(null);
      $fill(initial, undefined);
    },
    { tag: HISTORY_MERGE_TAG },
  );
}
