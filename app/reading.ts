import { readTreaty } from './formats/import/read';
import type { Job } from './operations/treaty/reader.server';

/**
 * Reads one file in a process of its own, which its parent ends when it takes too long or too much: the job as a line of
 * JSON and then the file's bytes on stdin, the result as JSON on stdout.
 */
async function main(): Promise<void> {
  const chunks: Buffer[] = [];
  for await (const chunk of process.stdin) chunks.push(chunk as Buffer);
  const input = Buffer.concat(chunks);
  const end = input.indexOf(10);
  const job = JSON.parse(input.toString('utf8', 0, end)) as Job;
  const result = await readTreaty(new Uint8Array(input.subarray(end + 1)), job);
  process.stdout.write(JSON.stringify(result), () => process.exit(0));
}

void main();
