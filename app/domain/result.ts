/**
 * Every way in which an operation is expected to fail. Closed on purpose: `app/http/status.ts` maps each one to an
 * HTTP status and `app/domain/words/en.ts` to one sentence, and the compiler refuses a code that either forgets.
 */
export const CODES = [
  'not-found',
  'sign-in-needed',
  'forbidden',
  'invalid',
  'conflict',
  'gone',
  'too-many',
  'too-large',
  'unreadable',
  'storage-full',
] as const;
export type Code = (typeof CODES)[number];

/** A failure that is part of the contract. `detail` is a whole sentence for a person; `fields` says where, by form field. */
export interface Failure {
  readonly ok: false;
  readonly code: Code;
  readonly detail?: string;
  readonly fields?: Readonly<Record<string, string>>;
  /** For `conflict`: what the other person wrote, as canonical JSON of the thing in question. */
  readonly theirs?: unknown;
  /** For `too-many`: seconds until it is worth trying again. */
  readonly retryAfter?: number;
}
export interface Success<T> {
  readonly ok: true;
  readonly value: T;
}
/** What an operation gives: a value or an expected failure. Exceptions are for bugs. */
export type Result<T> = Success<T> | Failure;

export const ok = <T>(value: T): Success<T> => ({ ok: true, value });
export const fail = (code: Code, more: Omit<Failure, 'ok' | 'code'> = {}): Failure => ({ ok: false, code, ...more });
