import {
  $getSelection,
  $insertNodes,
  $isRangeSelection,
  $createRangeSelection,
  $setSelection,
  $getNearestNodeFromDOMNode,
  $isTextNode,
  CONTROLLED_TEXT_INSERTION_COMMAND,
  COMMAND_PRIORITY_HIGH,
  DRAGSTART_COMMAND,
  DROP_COMMAND,
  mergeRegister,
  PASTE_COMMAND,
  PASTE_TAG,
  type LexicalEditor,
} from 'lexical';
import { bodyFromText } from '#app/domain/concern/body-text';
import type { Body } from '#app/domain/concern/body';
import { $blockNodes, $inlineNodes } from './body-to-lexical';
import { bodyFromDocument } from './html-to-body';

/** A longer page is not looked at; its plain text is taken. */
const LONGEST_HTML = 2_000_000;

interface TrustedPolicy {
  createHTML(html: string): string;
}
let policy: TrustedPolicy | undefined;

/**
 * Inert documents inherit the page's content security policy, and a browser reports each style and handler in them,
 * though none would run. Under other names they are quiet; `bodyFromDocument` reads the style from there. This only
 * spares reports: nothing relies on it.
 */
function quiet(html: string): string {
  return html
    .replace(/<[a-z][^<>]*>/gi, (tag) => tag.replace(/([\s"'/])(style|on[a-z]+)(?=\s*=)/gi, '$1data-$2'))
    .replace(/<(\/?)style(?=[\s/>])/gi, '<$1xmp');
}

/** DOMParser makes an inert document: nothing loads or runs. Where trusted types are enforced it wants a policy all the same. */
function inertDocument(html: string): Document {
  const factory = (window as { trustedTypes?: { createPolicy(name: string, rules: TrustedPolicy): TrustedPolicy } })
    .trustedTypes;
  policy ??= factory?.createPolicy('proviso-paste', { createHTML: (same) => same });
  const calm = quiet(html);
  return new DOMParser().parseFromString(policy ? policy.createHTML(calm) : calm, 'text/html');
}

/** What is on the clipboard or dropped, as a body. Lexical's own clipboard format is ignored: any page can write it. */
export function bodyFromTransfer(data: Pick<DataTransfer, 'getData'>): Body {
  const html = data.getData('text/html');
  if (html && html.length <= LONGEST_HTML) {
    const body = bodyFromDocument(inertDocument(html));
    if (body.blocks.length > 0) return body;
  }
  return bodyFromText(data.getData('text/plain') || data.getData('text/uri-list'));
}

/** A single paragraph goes into the line where the caret is; anything more keeps its blocks. */
export function $insertBody(body: Body): void {
  const selection = $getSelection();
  if (!$isRangeSelection(selection) || body.blocks.length === 0) return;
  const only = body.blocks.length === 1 ? body.blocks[0]! : undefined;
  $insertNodes(only?.k === 'p' ? $inlineNodes(only.c) : $blockNodes(body));
}

function $selectPoint(event: DragEvent): void {
  const found = document as unknown as {
    caretPositionFromPoint?(x: number, y: number): { offsetNode: Node; offset: number } | null;
    caretRangeFromPoint?(x: number, y: number): Range | null;
  };
  const position = found.caretPositionFromPoint?.(event.clientX, event.clientY);
  const range = position ? null : found.caretRangeFromPoint?.(event.clientX, event.clientY);
  const place = position?.offsetNode ?? range?.startContainer;
  const node = place && $getNearestNodeFromDOMNode(place);
  if (!$isTextNode(node)) return;
  const selection = $createRangeSelection();
  const offset = Math.min(position?.offset ?? range?.startOffset ?? 0, node.getTextContentSize());
  selection.anchor.set(node.getKey(), offset, 'text');
  selection.focus.set(node.getKey(), offset, 'text');
  $setSelection(selection);
}

/** Every way in which foreign content can enter: paste, drop, and what a browser inserts by itself (spelling, yank). */
export function registerPaste(editor: LexicalEditor): () => void {
  return mergeRegister(
    editor.registerCommand(
      PASTE_COMMAND,
      (event) => {
        event.preventDefault();
        const data = 'clipboardData' in event ? event.clipboardData : null;
        if (data) editor.update(() => $insertBody(bodyFromTransfer(data)), { tag: PASTE_TAG });
        return true;
      },
      COMMAND_PRIORITY_HIGH,
    ),
    editor.registerCommand(
      CONTROLLED_TEXT_INSERTION_COMMAND,
      (event) => {
        if (typeof event === 'string' || !event.dataTransfer) return false;
        $insertBody(bodyFromTransfer(event.dataTransfer));
        return true;
      },
      COMMAND_PRIORITY_HIGH,
    ),
    editor.registerCommand(
      DROP_COMMAND,
      (event) => {
        event.preventDefault();
        const data = event.dataTransfer;
        if (!data) return true;
        $selectPoint(event);
        $insertBody(bodyFromTransfer(data));
        return true;
      },
      COMMAND_PRIORITY_HIGH,
    ),
    // Moving text by dragging would leave its copy behind; cut and paste does it without surprises.
    editor.registerCommand(
      DRAGSTART_COMMAND,
      (event) => {
        event.preventDefault();
        return true;
      },
      COMMAND_PRIORITY_HIGH,
    ),
  );
}
