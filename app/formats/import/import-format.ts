import type { Result } from '#app/domain/result';
import type { Correction } from '#app/domain/treaty/corrections';
import type { Source } from '#app/domain/treaty/outline';

/** What a person may say about a file before it is read. */
export interface ImportOptions {
  /** BCP 47 tag; detected when absent. In a file of two languages it says which one to read. */
  readonly language?: string;
  /** What a person corrected of this very file when it was read before. */
  readonly corrections?: readonly Correction[];
}

/** One way to read a treaty from a file. To add one: a file beside this one and a line in `index.ts`. */
export interface ImportFormat {
  readonly id: string;
  /** What people call it. */
  readonly name: string;
  /** Lower case, without the dot. */
  readonly extensions: readonly string[];
  /** True when the first bytes are this format's, whatever the file is called. */
  sniff(bytes: Uint8Array): boolean;
  /** Fails with `too-large` or `unreadable`, with one sentence that says why. Has limits on all that a file can make large. */
  read(bytes: Uint8Array, options?: ImportOptions): Result<Source> | Promise<Result<Source>>;
}
