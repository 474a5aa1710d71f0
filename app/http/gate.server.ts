/**
 * Whether an unsafe request comes from our own pages. `Sec-Fetch-Site` when the browser sends it; else the Origin must be that
 * of PUBLIC_URL. Nothing else counts: not Referer, not forwarded headers.
 */
export function fromOurPages(
  method: string,
  headers: { readonly secFetchSite: string | undefined; readonly origin: string | undefined },
  publicUrl: string,
): boolean {
  if (method === 'GET' || method === 'HEAD') return true;
  const ours = new URL(publicUrl).origin;
  if (headers.origin !== undefined && headers.origin !== ours) return false;
  if (headers.secFetchSite !== undefined) return headers.secFetchSite === 'same-origin';
  return headers.origin === ours;
}

/** A path to go to after signing in: only one of ours, else `/`. */
export function safeNext(next: string | null, publicUrl: string): string {
  if (!next || !next.startsWith('/') || /[\\\u0000-\u0020]/.test(next)) return '/';
  const base = new URL(publicUrl);
  const url = URL.canParse(next, base) ? new URL(next, base) : base;
  const path = url.pathname + url.search + url.hash;
  // Looked at once more as it goes out: `/.//elsewhere` is a path of ours that begins with `//` once it is resolved.
  return url.origin === base.origin && !path.startsWith('//') ? path : '/';
}
