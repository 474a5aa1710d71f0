import { useCallback, useEffect, useId, useRef, useState, type ComponentType } from 'react';
import { flushSync } from 'react-dom';
import { bodyFromText, bodyText, isEmptyBody } from '#app/domain/concern/body-text';
import type { Body } from '#app/domain/concern/body';
import type { ComposerWords } from './composer-words';
import type { Typed } from './live-editor';
import type { RichFieldProps } from './rich-field';
import './editor.css';

export interface ComposerProps {
  /** The form field that carries the body's JSON; without JavaScript `${name}Text` carries plain text instead. */
  readonly name: string;
  /** The accessible name; shown above the field unless `hideLabel`. */
  readonly label: string;
  readonly hideLabel?: boolean;
  /** Only the first one counts; give the composer another `key` for another text. */
  readonly initial?: Body | undefined;
  readonly placeholder?: string | undefined;
  onChange?(body: Body, isEmpty: boolean): void;
  readonly words: ComposerWords;
  readonly autoFocus?: boolean;
  /** Id of what describes the field, an error for instance. */
  readonly describedBy?: string | undefined;
  readonly dir?: string | undefined;
}

interface Live {
  readonly Field: ComponentType<RichFieldProps>;
  readonly typed: Typed;
  readonly running: boolean;
}

/**
 * A field for the words of a concern or reply. It starts as a plain textarea, which is all there is without
 * JavaScript; the editor is fetched when a person begins to write (or edits a formatted text) and takes over what was
 * typed, caret included. Exactly one of the two fields has a name at any time.
 */
export function Composer(props: ComposerProps) {
  const { name, label, hideLabel = false, initial, placeholder, onChange, words, autoFocus, describedBy, dir } = props;
  const id = useId();
  const [first] = useState(initial);
  const [live, setLive] = useState<Live | null>(null);
  const area = useRef<HTMLTextAreaElement | null>(null);
  // React puts the first text back into a textarea that it takes over; what was typed until then is looked up before.
  const [early] = useState(() => {
    if (typeof document === 'undefined') return undefined;
    const served = document.getElementById(`${id}-plain`);
    if (!(served instanceof HTMLTextAreaElement)) return undefined;
    return { text: served.value, start: served.selectionStart, end: served.selectionEnd };
  });
  const takeOver = useCallback(
    (field: HTMLTextAreaElement | null) => {
      area.current = field;
      if (!field || !early || field.value === early.text) return;
      field.value = early.text;
      field.setSelectionRange(early.start, early.end);
    },
    [early],
  );
  const loading = useRef(false);
  const fetched = useRef<ComponentType<RichFieldProps>>();
  const composing = useRef(false);

  function swap() {
    const field = area.current;
    const Field = fetched.current;
    // Swapping while an input method composes a word would lose it.
    if (!field || !Field || composing.current) return;
    const focused = document.activeElement === field;
    const typed = { text: field.value, start: field.selectionStart, end: field.selectionEnd, focused };
    // In one task, so that no key falls between the two fields; the textarea goes only after the editor has the focus,
    // or the keyboard of a phone would close.
    flushSync(() => setLive({ Field, typed, running: false }));
  }

  function load() {
    if (loading.current) return;
    loading.current = true;
    import('./rich-field').then(
      (module) => {
        fetched.current = module.RichField;
        swap();
      },
      () => {
        // The textarea does the job; the next focus tries again.
        loading.current = false;
      },
    );
  }

  useEffect(() => {
    if (autoFocus) area.current?.focus();
    // Words typed before the page came alive, or a text with formatting to keep.
    if (area.current?.value || area.current === document.activeElement) load();
    // eslint-disable-next-line react-hooks/exhaustive-deps -- once, when the page has come alive
  }, []);

  const labelClass = hideLabel ? 'visually-hidden' : 'editor-label';
  return (
    <div className="editor" dir={dir}>
      {live ? (
        // A label cannot name a contenteditable; this one does what a label's click would, for the pointer only.
        // eslint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-static-element-interactions -- the field itself takes the keyboard
        <span id={`${id}-label`} className={labelClass} onClick={() => document.getElementById(`${id}-rich`)?.focus()}>
          {label}
        </span>
      ) : (
        <label id={`${id}-label`} className={labelClass} htmlFor={`${id}-plain`}>
          {label}
        </label>
      )}
      {!live?.running && (
        <textarea
          ref={takeOver}
          id={`${id}-plain`}
          className="editor-plain"
          name={`${name}Text`}
          defaultValue={first && bodyText(first)}
          placeholder={placeholder}
          aria-describedby={describedBy}
          dir="auto"
          rows={5}
          onFocus={load}
          onInput={load}
          onChange={(event) => {
            if (!onChange) return;
            const body = bodyFromText(event.target.value);
            onChange(body, isEmptyBody(body));
          }}
          onCompositionStart={() => (composing.current = true)}
          onCompositionEnd={() => {
            composing.current = false;
            // The browser puts the composed word into the field after this event.
            setTimeout(swap);
          }}
        />
      )}
      {live && (
        <live.Field
          id={`${id}-rich`}
          labelledBy={`${id}-label`}
          name={name}
          initial={first}
          typed={live.typed}
          placeholder={placeholder}
          onChange={onChange}
          words={words}
          describedBy={describedBy}
          onRunning={() => setLive((now) => now && { ...now, running: true })}
        />
      )}
    </div>
  );
}
