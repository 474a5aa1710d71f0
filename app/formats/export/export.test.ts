import { strFromU8, unzipSync } from 'fflate';
import { execFileSync, spawnSync } from 'node:child_process';
import { describe, expect, test } from 'vitest';
import type { AuthorView } from '#app/domain/concern/thread';
import { buildReport } from '#app/domain/report/report';
import { sampleAt, sampleConcern, sampleInput, sampleReply } from '#app/domain/report/sample.fixture';
import { EXPORT_FORMATS, exportFormat } from './index';

const poppler = spawnSync('pdftotext', ['-v']).error === undefined;

/** All that can be read in a file, its metadata included. */
function readable(id: string, bytes: Uint8Array): string {
  if (id === 'docx')
    return Object.values(unzipSync(bytes))
      .map((part) => strFromU8(part))
      .join('\n');
  if (id !== 'pdf') return new TextDecoder().decode(bytes);
  const words = poppler ? execFileSync('pdftotext', ['-q', '-', '-'], { input: bytes, encoding: 'utf8' }) : '';
  return words + Buffer.from(bytes).toString('latin1');
}

describe.each(EXPORT_FORMATS.map((format) => [format.id, format] as const))('as %s', (id, format) => {
  test('the same report gives the same bytes, twice in one process', async () => {
    const [first, second] = [
      await format.write(buildReport(sampleInput())),
      await format.write(buildReport(sampleInput())),
    ];
    expect(Buffer.compare(first, second)).toBe(0);
  });

  test('nothing of a tombstone, of what was not chosen, or of the text around a passage leaves the review', async () => {
    const gone: AuthorView = { name: 'Canaryname', organisation: 'Canaryhouse', constituency: 'industry' };
    const tombstone = sampleReply('t', gone, null, [
      sampleReply('u', { name: 'Heron', organisation: null, constituency: null }, 'kept reply'),
    ]);
    const concerns = [
      sampleConcern(1, { replies: [tombstone, sampleReply('v', gone, null)] }),
      sampleConcern(2, { body: null, author: gone }),
      sampleConcern(3, { author: gone, status: 'resolved', statusReason: 'Canaryreason' }),
      sampleConcern(4, { author: gone, category: 'data' }),
    ];
    const input = sampleInput({ concerns });
    const options = { ...input.options, statuses: ['open'], categories: ['scope'] } as const;
    const text = readable(id, await format.write(buildReport({ ...input, options })));
    expect(text).not.toMatch(/canary/i);
    if (id !== 'csv' && (id !== 'pdf' || poppler)) expect(text).toContain('kept reply');
  });

  test('replies stay out when they are not wanted', async () => {
    const concerns = [
      sampleConcern(1, {
        replies: [sampleReply('r', { name: 'Canaryname', organisation: null, constituency: null }, 'canarywords')],
      }),
    ];
    const input = sampleInput({ concerns });
    const bytes = await format.write(buildReport({ ...input, options: { ...input.options, replies: false } }));
    expect(readable(id, bytes)).not.toMatch(/canary/i);
  });

  test('a thousand concerns with replies are written in seconds', async () => {
    const concerns = Array.from({ length: 1000 }, (_, at) =>
      sampleConcern(at + 1, {
        placements: [sampleAt('chp_II__art_7', 'without right')],
        replies: [sampleReply(`r${at}`, { name: 'Heron', organisation: null, constituency: null }, 'Agreed.')],
      }),
    );
    const start = performance.now();
    const bytes = await format.write(buildReport(sampleInput({ concerns })));
    expect(bytes.length).toBeGreaterThan(50_000);
    expect(performance.now() - start).toBeLessThan(20_000);
  });
});

test('a format is found by its id and by nothing else', () => {
  expect(exportFormat('csv')?.extension).toBe('csv');
  expect(exportFormat('CSV')).toBeUndefined();
  expect(exportFormat('constructor')).toBeUndefined();
});
