import { useEffect, useState } from 'react';
import type { ThreadView } from '#app/domain/concern/thread';
import { say } from '#app/domain/words/words';
import { Thread } from '#app/features/concern/thread';
import type { Tools } from '#app/features/concern/tools';
import { Notice } from '#app/ui/feedback';
import { submitTo } from '../concern/tools';

export interface MarginThreadProps extends Omit<Tools, 'actionUrl' | 'submit'> {
  readonly address: string;
  /** Grows when the thread has news. */
  readonly news: number;
  readonly visitor: boolean;
}

/** The open thread in the margin: fetched when it opens and whenever it has news; what one is writing in it stays. */
export function MarginThread({ address, news, visitor, ...tools }: MarginThreadProps) {
  const [thread, setThread] = useState<ThreadView | null>(null);
  const [lost, setLost] = useState(false);
  const [posted, setPosted] = useState(0);
  useEffect(() => {
    let here = true;
    let pause: ReturnType<typeof setTimeout> | undefined;
    const load = () =>
      fetch(`${address}/thread`)
        .then(async (response) => {
          if (!response.ok) throw new Error(String(response.status));
          const loaded = (await response.json()) as ThreadView;
          if (!here) return;
          setThread(loaded);
          setLost(false);
        })
        .catch(() => {
          if (!here) return;
          setLost(true);
          pause = setTimeout(() => void load(), 4000);
        });
    void load();
    return () => {
      here = false;
      clearTimeout(pause);
    };
  }, [address, news, posted]);
  if (!thread) return <p className="quiet">{lost ? say('reader.lost') : say('reader.loading')}</p>;
  return (
    <>
      <Thread
        {...tools}
        compact
        thread={thread}
        actionUrl={address}
        submit={submitTo(`${address}/thread`)}
        onPosted={(intent, value) => {
          setPosted((n) => n + 1);
          tools.onPosted?.(intent, value);
        }}
      />
      {visitor ? (
        <Notice>
          <a href={`/sign-in?next=${encodeURIComponent(`${address}`)}`}>{say('reader.sign-in')}</a>
        </Notice>
      ) : null}
    </>
  );
}
