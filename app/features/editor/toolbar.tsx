import { useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import type { ComposerWords } from './composer-words';
import type { Format } from './formatting';

interface Button {
  readonly format: Format;
  readonly word: 'bold' | 'italic' | 'bulletedList' | 'numberedList' | 'quote' | 'link';
  /** As ARIA writes it, for Control; Command does the same on a Mac. */
  readonly keys: string;
  readonly icon: ReactNode;
}

const BUTTONS: readonly Button[] = [
  {
    format: 'bold',
    word: 'bold',
    keys: 'Control+B',
    icon: <path d="M5 3h4a2.5 2.5 0 0 1 0 5H5zm0 5h4.8a2.5 2.5 0 0 1 0 5H5z" />,
  },
  { format: 'italic', word: 'italic', keys: 'Control+I', icon: <path d="M7 3h5M4 13h5M9.7 3 6.3 13" /> },
  {
    format: 'bullets',
    word: 'bulletedList',
    keys: 'Control+Shift+8',
    icon: <path d="M6 4h8M6 8h8M6 12h8M2.5 4h.01M2.5 8h.01M2.5 12h.01" />,
  },
  {
    format: 'numbers',
    word: 'numberedList',
    keys: 'Control+Shift+7',
    icon: <path d="M7 4h7M7 8h7M7 12h7M2 3l1-.6V6M2 10.2c.4-1 2-.9 1.9.1-.1.8-1.9 1.4-1.9 2.7h2" />,
  },
  { format: 'quote', word: 'quote', keys: 'Control+Shift+9', icon: <path d="M3 3v10M7 5h7M7 8h7M7 11h4" /> },
  {
    format: 'link',
    word: 'link',
    keys: 'Control+K',
    icon: (
      <path d="M6.5 9.5l3-3M7 4.6l1.2-1.2a2.9 2.9 0 0 1 4.2 4.2L11 8.9M9 11.4l-1.2 1.2a2.9 2.9 0 0 1-4.2-4.2L5 7.1" />
    ),
  },
];

interface ToolbarProps {
  readonly words: ComposerWords;
  readonly on: ReadonlySet<Format>;
  /** Id of the text that it acts on. */
  readonly controls: string;
  onChoose(format: Format): void;
}

/** One stop for the Tab key; arrows, Home and End move inside, as the toolbar pattern has it. */
export function Toolbar({ words, on, controls, onChoose }: ToolbarProps) {
  const [current, setCurrent] = useState(0);
  const bar = useRef<HTMLDivElement>(null);

  function move(event: KeyboardEvent<HTMLDivElement>) {
    const forward = getComputedStyle(event.currentTarget).direction === 'rtl' ? 'ArrowLeft' : 'ArrowRight';
    const last = BUTTONS.length - 1;
    const next =
      event.key === 'Home'
        ? 0
        : event.key === 'End'
          ? last
          : event.key === forward
            ? current === last
              ? 0
              : current + 1
            : event.key === 'ArrowLeft' || event.key === 'ArrowRight'
              ? current === 0
                ? last
                : current - 1
              : undefined;
    if (next === undefined) return;
    event.preventDefault();
    setCurrent(next);
    bar.current?.querySelectorAll('button')[next]?.focus();
  }

  return (
    <div
      ref={bar}
      className="editor-bar"
      role="toolbar"
      aria-label={words.toolbar}
      aria-controls={controls}
      onKeyDown={move}
    >
      {BUTTONS.map(({ format, word, keys, icon }, at) => (
        <button
          key={format}
          type="button"
          className="editor-button"
          tabIndex={at === current ? 0 : -1}
          aria-label={words[word]}
          aria-pressed={on.has(format)}
          aria-keyshortcuts={`${keys} ${keys.replace('Control', 'Meta')}`}
          title={`${words[word]} (${keys.replace('Control', 'Ctrl')})`}
          // Pressing with a pointer must not take focus and selection from the text.
          onMouseDown={(event) => event.preventDefault()}
          onFocus={() => setCurrent(at)}
          onClick={() => onChoose(format)}
        >
          <svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
            {icon}
          </svg>
        </button>
      ))}
    </div>
  );
}
