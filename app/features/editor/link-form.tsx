import type { LexicalEditor } from 'lexical';
import { useEffect, useId, useRef, useState, type KeyboardEvent } from 'react';
import type { ComposerWords } from './composer-words';
import { removeLink, setLink } from './formatting';
import { typedLink } from './typed-link';

interface LinkFormProps {
  readonly editor: LexicalEditor;
  /** Address of the link at the caret, or nothing. */
  readonly href: string;
  readonly words: ComposerWords;
  /** Called when done or given up; focus goes back to the text. */
  onClose(): void;
}

/** Asks for an address. It stands inside the concern's form, so it is no form itself and its field has no name. */
export function LinkForm({ editor, href, words, onClose }: LinkFormProps) {
  const id = useId();
  const field = useRef<HTMLInputElement>(null);
  const [address, setAddress] = useState(href);
  const [refused, setRefused] = useState(false);
  useEffect(() => field.current?.select(), []);

  function apply() {
    const link = typedLink(address);
    if (link === null) {
      setRefused(true);
      field.current?.focus();
      return;
    }
    setLink(editor, link);
    onClose();
  }
  function keys(event: KeyboardEvent) {
    if (event.key === 'Escape') onClose();
    else if (event.key !== 'Enter' || event.target !== field.current || event.nativeEvent.isComposing) return;
    else apply();
    // Enter must not post the concern, Escape must not close what the composer stands in.
    event.preventDefault();
    event.stopPropagation();
  }

  return (
    // eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- Escape and Enter of the fields inside bubble to here
    <div className="editor-link-form" role="group" aria-label={words.link} onKeyDown={keys}>
      <label htmlFor={`${id}-address`}>{words.linkAddress}</label>
      <input
        ref={field}
        id={`${id}-address`}
        type="text"
        inputMode="url"
        autoComplete="off"
        autoCapitalize="off"
        spellCheck={false}
        dir="ltr"
        placeholder="https://"
        value={address}
        aria-invalid={refused || undefined}
        aria-describedby={refused ? `${id}-refused` : undefined}
        onChange={(event) => {
          setAddress(event.target.value);
          setRefused(false);
        }}
      />
      <button type="button" onClick={apply}>
        {words.linkApply}
      </button>
      {href !== '' && (
        <button
          type="button"
          onClick={() => {
            removeLink(editor);
            onClose();
          }}
        >
          {words.linkRemove}
        </button>
      )}
      <button type="button" onClick={onClose}>
        {words.linkCancel}
      </button>
      <p id={`${id}-refused`} className="editor-warning" role="alert">
        {refused ? words.linkRefused : null}
      </p>
    </div>
  );
}
