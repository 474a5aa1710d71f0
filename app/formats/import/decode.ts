import { fail, ok } from '#app/domain/result';
import type { Result } from '#app/domain/result';

/** The largest file that is read: 20 MB. */
export const LARGEST = 20 * 1024 * 1024;

/** Refuses what no format can read: nothing at all (`unreadable`) or more than 20 MB (`too-large`). */
export function checkSize(bytes: Uint8Array): Result<Uint8Array> {
  if (bytes.length === 0) return fail('unreadable', { detail: 'This file is empty.' });
  if (bytes.length > LARGEST) {
    return fail('too-large', {
      detail: `This file is ${Math.ceil(bytes.length / 1024 / 1024)} MB; the largest that can be imported is 20 MB.`,
    });
  }
  return ok(bytes);
}

function decodeAs(bytes: Uint8Array, encoding: string): Result<string> {
  try {
    return ok(new TextDecoder(encoding, { fatal: true }).decode(bytes));
  } catch {
    return fail('unreadable', {
      detail:
        encoding === 'utf-8'
          ? `This file is not written in UTF-8 (line ${lineOfFirstBadByte(bytes)} shows it); save it as UTF-8 and try again.`
          : 'This file begins like UTF-16, but what follows is not; save it as UTF-8 and try again.',
    });
  }
}

function lineOfFirstBadByte(bytes: Uint8Array): number {
  let low = 0;
  let high = bytes.length;
  const fits = (end: number) => {
    try {
      new TextDecoder('utf-8', { fatal: true }).decode(bytes.subarray(0, end), { stream: true });
      return true;
    } catch {
      return false;
    }
  };
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (fits(middle)) low = middle;
    else high = middle - 1;
  }
  return bytes.subarray(0, low).reduce((lines, byte) => lines + (byte === 10 ? 1 : 0), 1);
}

/**
 * The characters of a text file: UTF-8, strictly, or UTF-16 with a byte-order mark; the mark itself is left out. Fails
 * with `too-large` or, for anything else that is not text, `unreadable`.
 */
export function decodeText(bytes: Uint8Array): Result<string> {
  const sized = checkSize(bytes);
  if (!sized.ok) return sized;
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return decodeAs(bytes, 'utf-16le');
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return decodeAs(bytes, 'utf-16be');
  if (bytes.includes(0)) return fail('unreadable', { detail: 'This file is not a text: it holds binary data.' });
  const text = decodeAs(bytes, 'utf-8');
  if (text.ok && text.value.trim() === '') return fail('unreadable', { detail: 'This file holds no words.' });
  return text;
}

/** Source lines are counted as every editor counts them: LF, CRLF or CR. A form feed begins a page, not a line. */
export function splitLines(text: string): string[] {
  return text.split(/\r\n|\r|\n/);
}
