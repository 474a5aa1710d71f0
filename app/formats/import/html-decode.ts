import { fail, ok, type Result } from '#app/domain/result';
import type { Uncertain } from '#app/domain/treaty/outline';
import { checkSize } from './decode';

/** The characters of a page, and where they could not be read. */
export interface Page {
  readonly html: string;
  readonly uncertain: readonly Uncertain[];
}

// What browsers look through for a declaration, with some room for comments in front.
const HEAD = 4096;
const META = /<meta[^>]{1,500}?charset\s*=\s*["']?\s*([\w:.+-]{1,40})/i;
const XML = /^\s*<\?xml[^>]{1,200}?encoding\s*=\s*["']([\w:.+-]{1,40})["']/;
// Node decodes windows-1252 as if it were latin-1: these twenty-seven characters are missing from it.
const WINDOWS = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';
const REPLACED = '\ufffd';

const marked = (bytes: Uint8Array): string | null => {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8';
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  return null;
};

/** The first characters of a file whose encoding is not known yet, good enough to tell its format. */
export function firstCharacters(bytes: Uint8Array, most = HEAD): string {
  const encoding = marked(bytes) ?? 'latin1';
  return new TextDecoder(encoding).decode(bytes.subarray(0, most)).replace(/^\ufeff/, '');
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}

/** As the HTML standard finds it: a byte-order mark, a declaration, else UTF-8 where the bytes are, else windows-1252. */
function encodingOf(bytes: Uint8Array): string {
  const mark = marked(bytes);
  if (mark) return mark;
  const head = firstCharacters(bytes);
  const declared = (META.exec(head)?.[1] ?? XML.exec(head)?.[1])?.toLowerCase();
  // A declaration that could be read byte by byte cannot be UTF-16.
  if (declared?.startsWith('utf-16')) return 'utf-8';
  if (declared === 'x-user-defined') return 'windows-1252';
  return declared ?? (isUtf8(bytes) ? 'utf-8' : 'windows-1252');
}

/**
 * The characters of a page. Bytes that its encoding does not have become U+FFFD, as in every browser, and are reported.
 * Fails with `too-large` (over 20 MB) or `unreadable` (empty, or an encoding that nobody knows).
 */
export function decodePage(bytes: Uint8Array): Result<Page> {
  const sized = checkSize(bytes);
  if (!sized.ok) return sized;
  const encoding = encodingOf(bytes);
  let decoder: TextDecoder;
  try {
    decoder = new TextDecoder(encoding);
  } catch {
    return fail('unreadable', { detail: `This page says that it is written in “${encoding}”, which is not known.` });
  }
  const decoded = decoder.decode(bytes);
  const western = decoder.encoding === 'windows-1252';
  const html = western ? decoded.replace(/[\x80-\x9f]/g, (one) => WINDOWS.charAt(one.charCodeAt(0) - 0x80)) : decoded;
  const broken = html.split(REPLACED).length - 1;
  const what = `This page says that it is written in ${encoding}, but ${broken} characters of it cannot be read so; they stand as “${REPLACED}”.`;
  return ok({ html, uncertain: broken > 0 && !isUtf8(bytes) ? [{ what, where: 'line 1' }] : [] });
}
