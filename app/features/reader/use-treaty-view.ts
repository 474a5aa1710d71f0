import { useCallback, useEffect, useState, useSyncExternalStore } from 'react';
import type { RefObject } from 'react';
import { TreatyView } from './treaty-view';
import type { Frame } from './treaty-view';

/** The treaty's text as scripts see it; null on the server and in the first render of the browser. */
export function useTreatyView(region: RefObject<HTMLElement>): TreatyView | null {
  const [view, setView] = useState<TreatyView | null>(null);
  useEffect(() => {
    if (!region.current) return;
    const made = new TreatyView(region.current);
    setView(made);
    return made.start();
  }, [region]);
  return view;
}

const nothing = () => () => {};

export function useFrame(view: TreatyView | null): Frame | null {
  return useSyncExternalStore(
    view?.subscribe ?? nothing,
    () => view?.frame() ?? null,
    () => null,
  );
}

export function useCurrent(view: TreatyView | null): string | null {
  return useSyncExternalStore(
    view?.subscribe ?? nothing,
    () => view?.current() ?? null,
    () => null,
  );
}

/** False on the server and in the first render, so that both draw the same. */
export function useMedia(query: string): boolean {
  const subscribe = useCallback(
    (listener: () => void) => {
      const media = matchMedia(query);
      media.addEventListener('change', listener);
      return () => media.removeEventListener('change', listener);
    },
    [query],
  );
  return useSyncExternalStore(
    subscribe,
    () => matchMedia(query).matches,
    () => false,
  );
}
