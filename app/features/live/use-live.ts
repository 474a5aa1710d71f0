import { useEffect, useRef } from 'react';

export interface LiveEvent {
  readonly sequence: number;
  readonly kind: string;
  readonly concern: number | null;
}
export interface LiveHandlers {
  onEvent(event: LiveEvent): void;
  onPresent?(names: readonly string[]): void;
  /** The right to read has ended, or the review is gone. */
  onEnded?(): void;
}

const KINDS = [
  'concern-raised',
  'concern-edited',
  'concern-resolved',
  'concern-reopened',
  'concern-deleted',
  'reply-posted',
  'reply-edited',
  'reply-deleted',
  'review-changed',
  'member-joined',
  'member-changed',
];

/**
 * Follows a review's event stream from `after` on. The browser takes a cut stream up again with `Last-Event-ID`, so nothing is
 * missed and nothing comes twice; a stream that the server refuses is tried again with pauses.
 */
export function useLive(slug: string, after: number, handlers: LiveHandlers) {
  const latest = useRef(handlers);
  latest.current = handlers;
  useEffect(() => {
    let last = after;
    let source: EventSource | null = null;
    let pause: ReturnType<typeof setTimeout> | undefined;
    let over = false;
    const open = () => {
      source = new EventSource(`/reviews/${slug}/live?after=${last}`);
      for (const kind of KINDS)
        source.addEventListener(kind, (message: MessageEvent<string>) => {
          const event = JSON.parse(message.data) as LiveEvent;
          if (event.sequence <= last) return;
          last = event.sequence;
          latest.current.onEvent(event);
        });
      source.addEventListener('present', (message: MessageEvent<string>) =>
        latest.current.onPresent?.(JSON.parse(message.data) as string[]),
      );
      source.addEventListener('ended', () => {
        over = true;
        source?.close();
        latest.current.onEnded?.();
      });
      source.onerror = () => {
        // CONNECTING: the browser itself tries again.
        if (over || source?.readyState !== EventSource.CLOSED) return;
        pause = setTimeout(open, 5000);
      };
    };
    open();
    return () => {
      over = true;
      clearTimeout(pause);
      source?.close();
    };
    // The stream goes on from where it is; a newer `after` would start it again for nothing.
    // eslint-disable-next-line react-hooks/exhaustive-deps -- the stream goes on from where it is
  }, [slug]);
}
