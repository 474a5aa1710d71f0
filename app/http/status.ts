import type { Code } from '#app/domain/result';

/** Failure code to HTTP status: every code has one, or this does not compile. */
export const STATUS = {
  'not-found': 404,
  'sign-in-needed': 401,
  forbidden: 403,
  invalid: 422,
  conflict: 409,
  gone: 410,
  'too-many': 429,
  'too-large': 413,
  unreadable: 422,
  'storage-full': 507,
} as const satisfies Record<Code, number>;
