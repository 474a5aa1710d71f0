import { createHash, randomBytes, randomUUID } from 'node:crypto';
import type { Hub } from '#app/live/hub';
import type { Presence } from '#app/live/presence';
import type { Store } from '#app/store/database.server';
import type { Uploads } from '#app/store/treaty/uploads.server';
import type { Reader } from './treaty/reader.server';

/** What every operation works with. Made once by the server or the command line; no operation keeps state of its own. */
export interface App {
  readonly store: Store;
  readonly hub: Hub;
  readonly presence: Presence;
  readonly uploads: Uploads;
  readonly reader: Reader;
  /** Signs what browsers keep; not in the database. */
  readonly secret: Uint8Array;
  /** Without a slash at the end. Known only once we listen when the port is left to the system. */
  publicUrl: string;
  now(): Date;
}

/** Who acts. An operator is whoever runs the command line: she has the files, so she may read and write everything. */
export type Actor =
  | { readonly kind: 'visitor' }
  | {
      readonly kind: 'person';
      readonly id: string;
      readonly handle: string;
      readonly name: string;
      readonly sessionId: string;
    }
  | { readonly kind: 'operator' };

export const accountIdOf = (actor: Actor): string | null => (actor.kind === 'person' ? actor.id : null);

export const newId = (): string => randomUUID();
/** A secret for a link or cookie: 256 random bits. Only its hash is stored. */
export const newToken = (): string => randomBytes(32).toString('base64url');
export const sha256 = (words: string | Uint8Array): string => createHash('sha256').update(words).digest('hex');
