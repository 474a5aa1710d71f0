import { $getRoot, $isParagraphNode } from 'lexical';
import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import { bodyText, isEmptyBody } from '#app/domain/concern/body-text';
import { byteLength, LIMITS, withinLimits } from '#app/domain/concern/body-limits';
import type { Body } from '#app/domain/concern/body';
import type { ComposerWords } from './composer-words';
import { $formatsHere, toggleFormat, type Format, type Formats } from './formatting';
import { $bodyOfEditor } from './lexical-to-body';
import { LinkForm } from './link-form';
import { makeEditor, resetEditor, startEditor, type Typed } from './live-editor';
import { Toolbar } from './toolbar';

export interface RichFieldProps {
  readonly id: string;
  readonly labelledBy: string;
  readonly name: string;
  readonly initial: Body | undefined;
  readonly typed: Typed;
  readonly placeholder: string | undefined;
  readonly onChange: ((body: Body, isEmpty: boolean) => void) | undefined;
  readonly words: ComposerWords;
  readonly describedBy: string | undefined;
  /** Called in the same task in which the editor has taken text and focus over. */
  onRunning(): void;
}

const EMPTY: Body = { v: 1, blocks: [] };
const NO_FORMATS: Formats = { on: new Set(), href: '' };

/** The running editor: its text, its toolbar, and the hidden field with the body's JSON. Loaded when first needed. */
export function RichField(props: RichFieldProps) {
  const { id, labelledBy, name, initial, typed, placeholder, words, describedBy } = props;
  const [editor] = useState(makeEditor);
  const root = useRef<HTMLDivElement>(null);
  const input = useRef<HTMLInputElement>(null);
  const latest = useRef(props);
  latest.current = props;
  const [state, setState] = useState({ body: EMPTY, json: JSON.stringify(EMPTY) });
  // What the eye sees: blank lines and an empty list are no text, but no place for a placeholder either.
  const [untouched, setUntouched] = useState(false);
  const [formats, setFormats] = useState(NO_FORMATS);
  const [linking, setLinking] = useState(false);

  useLayoutEffect(() => {
    let started = false;
    const forget = editor.registerUpdateListener(({ editorState, dirtyElements, dirtyLeaves }) => {
      const [body, here, bare] = editorState.read(() => {
        const blank =
          $getRoot().getChildrenSize() <= 1 &&
          $isParagraphNode($getRoot().getFirstChild()) &&
          $getRoot().getTextContentSize() === 0;
        return [$bodyOfEditor(), $formatsHere(), blank] as const;
      });
      setFormats((old) => (old.href === here.href && same(old.on, here.on) ? old : here));
      setUntouched(bare);
      if (dirtyElements.size === 0 && dirtyLeaves.size === 0) return;
      const json = JSON.stringify(body);
      setState((old) => (old.json === json ? old : { body, json }));
      if (started) latest.current.onChange?.(body, isEmptyBody(body));
    });
    const stop = startEditor(editor, root.current!, { initial, typed }, () => setLinking(true));
    started = true;
    // Words from before the page came alive are news to whoever listens; the text being edited is not.
    if (typed.text !== (initial ? bodyText(initial) : '')) {
      const body = editor.getEditorState().read($bodyOfEditor);
      latest.current.onChange?.(body, isEmptyBody(body));
    }
    latest.current.onRunning();
    return () => {
      forget();
      stop();
    };
    // eslint-disable-next-line react-hooks/exhaustive-deps -- the first content counts; later ones come with another key
  }, [editor]);

  useEffect(() => {
    const form = input.current?.form;
    const reset = () => resetEditor(editor, initial);
    form?.addEventListener('reset', reset);
    return () => form?.removeEventListener('reset', reset);
  }, [editor, initial]);

  const tooLong = byteLength(state.json) > LIMITS.bytes || withinLimits(state.body) !== undefined;
  const closeLink = () => {
    setLinking(false);
    editor.focus();
  };
  const choose = (format: Format) => {
    if (format === 'link') setLinking((open) => !open);
    else {
      toggleFormat(editor, format);
      editor.focus();
    }
  };
  return (
    <div className="editor-field">
      <input ref={input} type="hidden" name={name} value={state.json} />
      <div className="editor-box" data-placeholder={untouched ? placeholder : undefined}>
        <div
          ref={root}
          id={id}
          className="editor-rich"
          contentEditable
          suppressContentEditableWarning
          role="textbox"
          tabIndex={0}
          aria-multiline="true"
          aria-labelledby={labelledBy}
          aria-describedby={[describedBy, tooLong && `${id}-long`].filter(Boolean).join(' ') || undefined}
          aria-invalid={tooLong || undefined}
          aria-placeholder={placeholder}
        />
      </div>
      {linking && <LinkForm editor={editor} href={formats.href} words={words} onClose={closeLink} />}
      <Toolbar words={words} on={formats.on} controls={id} onChoose={choose} />
      <p id={`${id}-long`} className="editor-warning" role="status">
        {tooLong ? words.tooLong : null}
      </p>
    </div>
  );
}

function same(a: ReadonlySet<Format>, b: ReadonlySet<Format>): boolean {
  return a.size === b.size && [...a].every((format) => b.has(format));
}
