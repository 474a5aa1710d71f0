/** Headers of every answer, in one table; `tests/security/headers.test.ts` walks all kinds of answers and compares. */
export const ALWAYS = {
  'X-Content-Type-Options': 'nosniff',
  // no-referrer would make Chromium send `Origin: null`, and plain forms would be refused.
  'Referrer-Policy': 'same-origin',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Permissions-Policy': 'camera=(), microphone=(), geolocation=(), browsing-topics=()',
  'X-Frame-Options': 'DENY',
} as const;

/** For answers that are no pages: nothing in them may run or load. */
export const CSP_INERT = "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'; sandbox";

/** For what is no page and is kept nowhere: the least that an answer carries. */
export const INERT = { ...ALWAYS, 'Content-Security-Policy': CSP_INERT, 'Cache-Control': 'no-store' } as const;

/** For pages: our own files, and the inline scripts whose SHA-256 (base64) is given. */
export const pageCsp = (scriptHashes: readonly string[]): string =>
  [
    "default-src 'none'",
    `script-src 'self'${scriptHashes.map((hash) => ` 'sha256-${hash}'`).join('')}`,
    "style-src 'self'",
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "manifest-src 'self'",
    "form-action 'self'",
    "frame-ancestors 'none'",
    "base-uri 'none'",
    "object-src 'none'",
  ].join('; ');
