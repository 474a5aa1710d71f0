import { createInflate } from 'node:zlib';

/** The most that one packed part of a PDF, other than a picture, may hold when it is unpacked. */
export const LARGEST_PART = 48 * 1024 * 1024;
/** The most that all of them may hold together. */
export const LARGEST_WHOLE = 400 * 1024 * 1024;
const MOST_OBJECTS = 400_000;
const HEAD = 4096;

const PACKED = /\/(?:FlateDecode|Fl|LZWDecode|LZW|RunLengthDecode|RL)\b/g;
const PICTURE = /\/Subtype\s*\/Image\b/;

/** How much a Flate stream holds, counted no further than `limit`. Damaged streams count as far as they can be read. */
function inflatedSize(bytes: Uint8Array, limit: number): Promise<number> {
  return new Promise((resolve) => {
    let size = 0;
    const inflate = createInflate();
    const done = () => {
      inflate.destroy();
      resolve(size);
    };
    inflate.on('data', (chunk: Uint8Array) => {
      size += chunk.length;
      if (size > limit) done();
    });
    inflate.on('error', done);
    inflate.on('end', done);
    inflate.end(bytes);
  });
}

/** How much an LZW stream holds, counted no further than `limit`: lengths alone, nothing is unpacked. */
export function lzwSize(bytes: Uint8Array, limit: number): number {
  const lengths = new Uint32Array(4097).fill(1, 0, 256);
  let [size, width, next, before, held, bits] = [0, 9, 258, 0, 0, 0];
  for (const byte of bytes) {
    held = ((held << 8) | byte) & 0xffffff;
    bits += 8;
    if (bits < width) continue;
    bits -= width;
    const code = (held >> bits) & ((1 << width) - 1);
    if (code === 257) break;
    if (code === 256) {
      [width, next, before] = [9, 258, 0];
      continue;
    }
    const length = code < next ? (lengths[code] as number) : before + 1;
    size += length;
    if (size > limit) break;
    if (before > 0 && next < 4096) lengths[next++] = before + 1;
    before = length;
    width = next >= 2047 ? 12 : next >= 1023 ? 11 : next >= 511 ? 10 : 9;
  }
  return size;
}

/**
 * Looks through a PDF before it is opened, for parts that would unpack to more than a treaty can hold: gives one
 * sentence, or null. Pictures are not counted, since they are never unpacked.
 */
export async function tooMuchIn(bytes: Uint8Array): Promise<string | null> {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  let whole = 0;
  let objects = 0;
  for (let at = file.indexOf(' obj'); at >= 0; at = file.indexOf(' obj', at + 4)) objects += 1;
  if (objects > MOST_OBJECTS)
    return `This PDF has more than ${MOST_OBJECTS.toLocaleString('en')} objects; no treaty needs as many.`;
  for (let at = file.indexOf('stream'); at >= 0; at = file.indexOf('stream', at + 6)) {
    if (file.subarray(at - 3, at).toString('latin1') === 'end') continue;
    const head = file.subarray(Math.max(0, at - HEAD), at).toString('latin1');
    const dict = head.slice(Math.max(0, head.lastIndexOf(' obj')));
    if (PICTURE.test(dict)) continue;
    const filters = dict.match(PACKED) ?? [];
    if (filters.length === 0) continue;
    // Two are seen where a file names its filter twice; a stream that is packed again and again is a trap.
    if (filters.length > 1)
      return 'This PDF holds a part that is packed more than once, as no ordinary program writes it; save it anew from a PDF reader and try again.';
    const start = at + 6 + (file[at + 6] === 13 ? 1 : 0) + 1;
    const end = file.indexOf('endstream', start);
    const packed = file.subarray(start, end < 0 ? file.length : end);
    const size = /LZW/.test(filters[0] as string)
      ? lzwSize(packed, LARGEST_PART)
      : /R/.test(filters[0] as string)
        ? packed.length * 64
        : await inflatedSize(packed, LARGEST_PART);
    whole += size;
    if (size > LARGEST_PART || whole > LARGEST_WHOLE)
      return 'This PDF holds a part that unpacks to more than a treaty can hold.';
    if (end > 0) at = end;
  }
  return null;
}
