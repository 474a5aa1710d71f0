import { spawn } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { fail, ok, type Result } from '#app/domain/result';
import type { Correction } from '#app/domain/treaty/corrections';
import type { Outline } from '#app/domain/treaty/outline';

/** What to read, beside the bytes. */
export interface Job {
  /** The file's name, which helps where its bytes leave a choice. */
  readonly name: string;
  /** BCP 47 tag; detected when absent. */
  readonly language?: string;
  readonly corrections?: readonly Correction[];
  /** Whether the bytes are the file's, or its source's as it was read before: then the file is not parsed again. */
  readonly from: 'file' | 'source';
}

export interface Reading {
  readonly outline: Outline;
  /** The `Source` that the outline was made of, as JSON in UTF-8, without the corrections. */
  readonly source: Uint8Array;
}

/** Reads files that nobody vouches for, each in a process of its own: it can neither block nor kill this one. */
export interface Reader {
  /** Codes: unreadable, too-large, too-many. */
  read(bytes: Uint8Array, job: Job): Promise<Result<Reading>>;
}

/** What one file may take: wall time in ms, heap in MB, and all memory in MB where the system tells (Linux). */
export interface ReaderLimits {
  readonly time: number;
  readonly heap: number;
  readonly memory: number;
}
const LIMITS: ReaderLimits = { time: 60_000, heap: 768, memory: 1536 };
const AT_ONCE = 2;
const MOST_WAITING = 8;
const LARGEST_ANSWER = 256 * 1024 * 1024;

const SENTENCES = {
  time: (limits: ReaderLimits) =>
    `Reading this file took longer than ${Math.round(limits.time / 1000)} seconds, so it was stopped. Is it larger than it looks, or damaged?`,
  memory: () => 'Reading this file took more memory than a file may have, so it was stopped. Is it damaged?',
  crash: () => 'This file cannot be read: the program that read it broke off. It may be damaged.',
};

/** A reader that runs `program` (the built `app/reading.ts`): two files at once, a few more wait, further ones are refused. */
export function readerAt(program: string, limits: ReaderLimits = LIMITS): Reader {
  let running = 0;
  const waiting: (() => void)[] = [];
  return {
    async read(bytes, job) {
      if (running >= AT_ONCE) {
        if (waiting.length >= MOST_WAITING) return fail('too-many', { detail: BUSY, retryAfter: 30 });
        await new Promise<void>((resolve) => waiting.push(resolve));
      } else running += 1;
      try {
        return await run(program, limits, bytes, job);
      } finally {
        // The place goes to the next in the queue, or is given up.
        const next = waiting.shift();
        if (next) next();
        else running -= 1;
      }
    },
  };
}
const BUSY = 'Many files are being read at this moment. Please try again in half a minute.';

// The process has no business with files but to load itself, and none with anything else.
const FENCE = ['--permission', '--experimental-permission'].filter((flag) =>
  process.allowedNodeEnvironmentFlags.has(flag),
)[0];

function run(program: string, limits: ReaderLimits, bytes: Uint8Array, job: Job): Promise<Result<Reading>> {
  const args = [
    `--max-old-space-size=${limits.heap}`,
    '--disallow-code-generation-from-strings',
    ...(FENCE ? [FENCE, '--allow-fs-read=*'] : []),
    program,
  ];
  const child = spawn(process.execPath, args, { stdio: ['pipe', 'pipe', 'ignore'], env: { NODE_ENV: 'production' } });
  return new Promise((resolve) => {
    let why: keyof typeof SENTENCES = 'crash';
    const stop = (reason: typeof why) => {
      why = reason;
      child.kill('SIGKILL');
    };
    const timer = setTimeout(() => stop('time'), limits.time);
    const gauge = setInterval(() => {
      void residentMegabytes(child.pid).then((mb) => mb > limits.memory && stop('memory'));
    }, 100);
    const orphaned = () => child.kill('SIGKILL');
    process.once('exit', orphaned);
    const answer: Buffer[] = [];
    let size = 0;
    child.stdout.on('data', (chunk: Buffer) => {
      size += chunk.length;
      if (size > LARGEST_ANSWER) stop('memory');
      else answer.push(chunk);
    });
    // A child that ended early closes its end of the pipe; what became of it is told by 'close'.
    child.stdin.on('error', () => undefined);
    child.on('error', () => undefined);
    child.on('close', (code) => {
      clearTimeout(timer);
      clearInterval(gauge);
      process.off('exit', orphaned);
      const reading = code === 0 ? readingOf(Buffer.concat(answer)) : null;
      resolve(reading ?? fail('unreadable', { detail: SENTENCES[why](limits) }));
    });
    child.stdin.write(`${JSON.stringify(job)}\n`);
    child.stdin.end(bytes);
  });
}

/** What the process answered; null for half an answer, as of one that was ended while it wrote. */
function readingOf(answer: Buffer): Result<Reading> | null {
  const end = answer.indexOf(10);
  if (end < 0) return null;
  const outline = JSON.parse(answer.toString('utf8', 0, end)) as Result<Outline>;
  return outline.ok ? ok({ outline: outline.value, source: answer.subarray(end + 1) }) : outline;
}

/** The memory that a process holds, in MB; 0 where the system does not say. */
async function residentMegabytes(pid: number | undefined): Promise<number> {
  const statm = await readFile(`/proc/${pid}/statm`, 'utf8').catch(() => '');
  return (Number(statm.split(' ')[1] ?? 0) * 4096) / 1024 / 1024;
}
