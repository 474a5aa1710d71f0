// Runs in the browser, in a page of nothing but the treaty: the same passages, painted by our own painter or by Recogito.
import { createTextAnnotator } from '@recogito/text-annotator';
import { findBlocks, liveRange } from '#app/features/reader/blocks';
import type { Spot } from '#app/features/reader/spots';
import { TreatyView } from '#app/features/reader/treaty-view';

type Passage = { readonly number: number; readonly start: number; readonly end: number; readonly name: string };
const region = () => document.querySelector<HTMLElement>('section.treaty')!;

let view: TreatyView;
let spots: Spot[] = [];
let annotations: unknown[] = [];
let annotator: { state: { store: { bulkAddAnnotations(list: unknown[], replace: boolean): void } } };

Object.assign(window, {
  /** Our offsets count the treaty's words, Recogito's all characters of the element. This is not part of what is measured. */
  prepareRecogito(passages: readonly Passage[]) {
    const root = region();
    const blocks = findBlocks(root);
    const before = new Map<Node, number>();
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    let at = 0;
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      before.set(node, at);
      at += (node as Text).length;
    }
    const characters = root.textContent;
    annotations = passages.map(({ number, start, end }) => {
      const range = liveRange(blocks, { start, end })!;
      const from = before.get(range.startContainer)! + range.startOffset;
      const to = before.get(range.endContainer)! + range.endOffset;
      const id = `a${number}`;
      const selector = [{ start: from, end: to, quote: characters.slice(from, to) }];
      return { id, bodies: [], target: { annotation: id, created: new Date(0), selector } };
    });
    annotator = createTextAnnotator(root, {
      renderer: 'SPANS',
      annotatingEnabled: false,
    });
  },
  // Its setAnnotations finds no places with the newest @annotorious/core that it allows, and paints nothing; this is what that
  // called before, and the fastest way in.
  paintRecogito: () => annotator.state.store.bulkAddAnnotations(annotations, true),
  recogitoPainted: () => document.querySelectorAll('.r6o-annotation').length,
  prepareOurs(passages: readonly Passage[]) {
    view = new TreatyView(region());
    view.start();
    spots = passages.map(({ number, start, end }) => ({ number, start, end, scope: 'passage' as const, eIds: [] }));
  },
  paintOurs: (passages: readonly Passage[]) => view.setConcerns(spots, passages),
  oursPainted: () => [...CSS.highlights.values()].reduce((sum, highlight) => sum + highlight.size, 0),
});
