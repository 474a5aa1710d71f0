import type { App } from './app.server';
import { emptyLog } from '#app/store/keeping.server';
import { dataVersion } from '#app/store/review/events.server';

const EVERY_MS = 700;
const CHECKPOINT_MS = 5 * 60_000;
/** Sooner than that where somebody was in the middle of writing or reading. */
const CHECKPOINT_AGAIN_MS = 5_000;

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
  let checkpoint: NodeJS.Timeout;
  const checkpointIn = (wait: number) => {
    checkpoint = setTimeout(() => checkpointIn(emptyLog(app.store) ? CHECKPOINT_MS : CHECKPOINT_AGAIN_MS), wait);
    checkpoint.unref();
  };
  checkpointIn(CHECKPOINT_MS);
  watch.unref();
  return () => {
    clearInterval(watch);
    clearTimeout(checkpoint);
  };
}
