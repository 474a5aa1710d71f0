import type { Source } from './domain/treaty/outline';
import { ok } from './domain/result';
import { outlineOf, readSource } from './formats/import/read';
import type { Job } from './operations/treaty/reader.server';

/**
 * Reads one file in a process of its own, which its parent ends when it takes too long or too much. On stdin the job as a
 * line of JSON, then the bytes: of the file, or of its source as it was read before. On stdout the outline, or why there is
 * none, as a line of JSON, then the source as JSON.
 */
async function main(): Promise<void> {
  const chunks: Buffer[] = [];
  for await (const chunk of process.stdin) chunks.push(chunk as Buffer);
  const input = Buffer.concat(chunks);
  const end = input.indexOf(10);
  const job = JSON.parse(input.toString('utf8', 0, end)) as Job;
  const bytes = input.subarray(end + 1);
  const source =
    job.from === 'source'
      ? ok(JSON.parse(bytes.toString('utf8')) as Source)
      : await readSource(new Uint8Array(bytes), job);
  const outline = source.ok ? outlineOf(source.value, job) : source;
  const kept = source.ok && outline.ok ? JSON.stringify(source.value) : '';
  process.stdout.write(`${JSON.stringify(outline)}\n${kept}`, () => process.exit(0));
}

void main();
