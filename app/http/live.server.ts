import type { IncomingMessage, ServerResponse } from 'node:http';
import { accountIdOf, type Actor, type App } from '#app/operations/app.server';
import { followReview } from '#app/operations/review/follow-review.server';
import { INERT } from './headers.server';
import { STATUS } from './status';

const HEARTBEAT_MS = 15_000;
/** A stream lives this long and is then taken up anew: a client that vanished cannot hold memory for ever. */
const LIFE_MS = 5 * 60_000;
const MOST_STREAMS = 1000;
/** One person's over all her windows and devices, and those of all visitors from one network, which may be many people. */
const MOST_OF_PERSON = 20;
const MOST_OF_CLIENT = 50;
/** A client that does not read is cut before it fills our memory. */
const MOST_WAITING_BYTES = 256 * 1024;

const open = new Set<() => void>();
const held = new Map<string, number>();

/** Streams a review's events (`text/event-stream`); resumes after `Last-Event-ID` or `?after=`. We own the socket, so a client that leaves is noticed. */
export function streamReview(
  request: IncomingMessage,
  response: ServerResponse,
  app: App,
  slug: string,
  { recognise, client, failed }: { recognise: () => Actor; client: string; failed: (error: unknown) => void },
) {
  const account = accountIdOf(recognise());
  const holder = account ?? client;
  const mine = held.get(holder) ?? 0;
  const refusal = mine >= (account ? MOST_OF_PERSON : MOST_OF_CLIENT) ? 429 : open.size >= MOST_STREAMS ? 503 : null;
  if (refusal) {
    response.writeHead(refusal, { ...INERT, 'Retry-After': '30' }).end();
    return;
  }
  const url = new URL(request.url ?? '/', 'http://localhost');
  const last = request.headers['last-event-id'] ?? url.searchParams.get('after');
  const after = typeof last === 'string' && /^\d{1,15}$/.test(last) ? Number(last) : null;

  const queue: string[] = [];
  let started = false;
  let broken = false;
  const send = (frame: string) => {
    if (!started) {
      queue.push(frame);
      return;
    }
    if (response.writableLength > MOST_WAITING_BYTES) end();
    else response.write(frame);
  };
  let stop: () => void = () => {};
  const end = () => {
    if (!open.delete(end)) return;
    release(holder);
    clearInterval(heartbeat);
    clearTimeout(life);
    stop();
    response.end();
  };
  const following = followReview(recognise, app, slug, after, {
    events: (events) => {
      for (const e of events)
        send(
          `id: ${e.sequence}\nevent: ${e.kind}\ndata: ${JSON.stringify({ sequence: e.sequence, kind: e.kind, concern: e.concern })}\n\n`,
        );
    },
    present: (names) => send(`event: present\ndata: ${JSON.stringify(names)}\n\n`),
    failed: (error) => {
      failed(error);
      // Without a word: the browser comes back and goes on from where it was.
      broken = true;
      end();
    },
    ended: () => {
      send('event: ended\ndata: {}\n\n');
      setImmediate(end);
    },
  });
  if (!following.ok) {
    response.writeHead(STATUS[following.code], INERT).end();
    return;
  }
  if (broken) {
    response.writeHead(503, { ...INERT, 'Retry-After': '5' }).end();
    return;
  }
  open.add(end);
  held.set(holder, mine + 1);
  stop = following.value;
  const heartbeat = setInterval(() => send(': still here\n\n'), HEARTBEAT_MS);
  const life = setTimeout(end, LIFE_MS);
  response.on('close', end);
  response.on('error', end);
  response.writeHead(200, {
    ...INERT,
    'Content-Type': 'text/event-stream; charset=utf-8',
    'Cache-Control': 'no-store, no-transform',
    'X-Accel-Buffering': 'no',
  });
  response.flushHeaders();
  started = true;
  response.write('retry: 1500\n\n');
  for (const frame of queue) response.write(frame);
}

function release(holder: string) {
  const left = (held.get(holder) ?? 1) - 1;
  if (left > 0) held.set(holder, left);
  else held.delete(holder);
}

/** Ends every stream: the browsers come back to whoever serves next. */
export function endStreams() {
  for (const end of [...open]) end();
}
export const openStreams = () => open.size;
