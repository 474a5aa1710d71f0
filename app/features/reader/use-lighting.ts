import { useEffect } from 'react';
import type { Span } from './blocks';
import type { TreatyView } from './treaty-view';

/** Lights the passages of these concerns; one that is about a whole provision lights the provision instead. */
export function useLighting(view: TreatyView | null, numbers: readonly number[], draft: Span | null): void {
  useEffect(() => {
    if (!view) return;
    const spots = numbers.flatMap((number) => view.spotsOf(number));
    view.painter.light(spots.filter((spot) => spot.scope === 'passage'));
    const page = view.blocks.root.ownerDocument;
    const provisions = spots
      .filter((spot) => spot.scope === 'provision')
      .map((spot) => page.getElementById(spot.eIds[0] ?? ''))
      .filter((one): one is HTMLElement => one !== null && view.blocks.root.contains(one));
    for (const provision of provisions) provision.classList.add('is-lit');
    return () => {
      for (const provision of provisions) provision.classList.remove('is-lit');
    };
  }, [view, numbers]);
  useEffect(() => view?.painter.draft(draft), [view, draft]);
}
