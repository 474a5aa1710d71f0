import { useContext, useEffect, useRef, useState, type ReactNode } from 'react';
import { buttonClass, type ButtonTone } from '#app/ui/buttons';
import { DraftSlots } from './tools';
import { useInBrowser } from './use-in-browser';

export interface DisclosureProps {
  /** Another label is another act: a form that was open for the first is closed. */
  readonly label: string;
  readonly tone?: ButtonTone;
  /** Open when the page comes, because the server sent this form back. */
  readonly startOpen?: boolean;
  /** The draft that would open it. */
  readonly slot?: string;
  /** Id of what the button acts on, so that the tenth "Reply" can be told from the first. */
  readonly describedBy?: string;
  readonly children: (tools: { close(): void; opened: boolean }) => ReactNode;
}

/**
 * A button that shows a form. Without scripts it is a details element; with them a real button, because browsers do not
 * give a summary the role of one. The form's nodes stay the same, so that words typed before the scripts came stay too.
 */
export function Disclosure({ label, tone, startOpen = false, slot, describedBy, children }: DisclosureProps) {
  const inBrowser = useInBrowser();
  const [alive, setAlive] = useState(inBrowser);
  const [open, setOpen] = useState(startOpen);
  const [pressed, setPressed] = useState(false);
  const details = useRef<HTMLDetailsElement>(null);
  const summary = useRef<HTMLElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const refocus = useRef(false);
  const wasOpen = useRef(false);
  const [act, setAct] = useState(label);
  const hasDraft = useContext(DraftSlots).has(slot ?? '');
  if (act !== label) {
    setAct(label);
    setPressed(false);
    setOpen(false);
  }

  useEffect(() => {
    if (details.current?.open) setOpen(true);
    refocus.current = document.activeElement !== null && document.activeElement === summary.current;
    setAlive(true);
  }, []);
  useEffect(() => {
    if (hasDraft) setOpen(true);
  }, [hasDraft]);
  useEffect(() => {
    // With the form goes the focus, if it was inside; whoever went on elsewhere keeps hers.
    const lost = wasOpen.current && document.activeElement === document.body;
    wasOpen.current = open;
    if (open || !(refocus.current || lost)) return;
    refocus.current = false;
    button.current?.focus();
  }, [open, alive]);

  function close() {
    setPressed(false);
    setOpen(false);
  }

  return (
    <>
      {alive && !open ? (
        <button
          ref={button}
          type="button"
          className={buttonClass({ tone, size: 'small' })}
          aria-expanded={false}
          aria-describedby={describedBy}
          onClick={() => {
            setPressed(true);
            setOpen(true);
          }}
        >
          {label}
        </button>
      ) : null}
      {/* Somebody may have opened it before React came. */}
      <details ref={details} className="disclosure" open={open} hidden={alive && !open} suppressHydrationWarning>
        <summary ref={summary} className={buttonClass({ tone, size: 'small' })} hidden={alive}>
          {label}
        </summary>
        {alive && !open ? null : children({ close, opened: pressed })}
      </details>
    </>
  );
}
