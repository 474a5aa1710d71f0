import type { App } from './app.server';
import { dataVersion } from '#app/store/review/events.server';

const EVERY_MS = 700;
const CHECKPOINT_MS = 5 * 60_000;

/**
 * Notices what other processes wrote (an import or a second server on the same file) and wakes the followers here; also
 * empties the write-ahead log now and then, so that deleted words leave the disk. Gives a function that stops it.
 */
export function wakeOnOtherProcesses(app: App): () => void {
  let last = dataVersion(app.store);
  const watch = setInterval(() => {
    if (app.hub.size === 0) return;
    const now = dataVersion(app.store);
    if (now !== last) app.hub.publishAll();
    last = now;
  }, EVERY_MS);
  const checkpoint = setInterval(() => app.store.raw.pragma('wal_checkpoint(TRUNCATE)'), CHECKPOINT_MS);
  watch.unref();
  checkpoint.unref();
  return () => {
    clearInterval(watch);
    clearInterval(checkpoint);
  };
}
