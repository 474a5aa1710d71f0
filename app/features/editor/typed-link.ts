import { safeLink } from '#app/domain/concern/link';

/**
 * A link as people type or copy it: names in any script become punycode, "example.org/x" becomes https and
 * "a@example.org" mailto; then `safeLink` decides. Null when it may not be a link.
 */
export function typedLink(raw: string): string | null {
  const text = raw.trim();
  if (/^[^\s@/:?#]+@[^\s@/:?#]+\.[^\s@/:?#]+$/.test(text)) return absoluteLink(`mailto:${text}`);
  const bare = /^[^\s@/:?#\\]+\.[^\s@/:?#\\.]{2,}(?::\d+)?(?:[/?#]|$)/.test(text);
  return absoluteLink(bare ? `https://${text}` : text);
}

/** For links that must say their scheme themselves, as in pasted pages: only the host is turned into punycode. */
export function absoluteLink(raw: string): string | null {
  const safe = safeLink(raw);
  if (safe !== null) return safe;
  // Only a name in another script is worth a second look; anything else was refused for a reason.
  const host = /^\s*https?:\/\/([^/?#\\@:\s]+)/i.exec(raw)?.[1];
  if (!host || !/[^\x21-\x7e]/.test(host) || /[\p{Cf}\p{Cs}\p{Cc}]/u.test(host)) return null;
  try {
    return safeLink(raw.replace(host, new URL(`https://${host}`).hostname));
  } catch {
    return null;
  }
}
