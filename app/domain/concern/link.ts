/** Longest link that is kept, in characters of its ASCII form. */
const LONGEST = 2048;
const LABEL = /^[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?$/;
const NUMERIC = /^(?:\d+|0x[0-9a-f]*)$/;
const OCTET = /^(?:0|[1-9]\d{0,2})$/;
const MAILBOX = /^[A-Za-z0-9._+-]{1,64}$/;
const DEFAULT_PORT = { http: '80', https: '443' } as const;

/** A host that every URL parser reads as we do: a name in ASCII (punycode for others) or a plain dotted IPv4 address. */
function safeHost(raw: string): string | null {
  const host = raw.toLowerCase();
  const labels = host.replace(/\.$/, '').split('.');
  if (host.length > 253 || !labels.every((label) => LABEL.test(label))) return null;
  // URL parsers read a name whose last label is a number as an IPv4 address, in octal and hexadecimal too.
  if (!NUMERIC.test(labels.at(-1)!)) return host;
  const address = labels.length === 4 && labels.every((label) => OCTET.test(label) && Number(label) <= 255);
  return address ? labels.join('.') : null;
}

/** `:8080` or nothing; the scheme's own port is left out. */
function safePort(raw: string, scheme: 'http' | 'https'): string | null {
  if (raw === '' || raw === ':') return '';
  const digits = raw.slice(1).replace(/^0+(?=\d)/, '');
  if (digits.length > 5 || Number(digits) > 65535) return null;
  return digits === DEFAULT_PORT[scheme] ? '' : `:${digits}`;
}

/** Only characters that RFC 3986 allows, so that no context (attribute, Markdown, DOCX relationship) can be left. */
function encodeRest(rest: string): string {
  return rest
    .replace(/%(?![0-9A-Fa-f]{2})/g, '%25')
    .replace(/[^\x21-\x7e]+/g, encodeURIComponent)
    .replace(/["'<>[\]^`{|}]/g, (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`);
}

/**
 * The link as it may be stored and shown, or null when it may not: only absolute http, https and mailto, without user
 * name or password, in ASCII. Deliberately narrower than a browser's parser: what it accepts, every parser reads the
 * same way; names in other scripts must come as punycode (`xn--`), so that look-alikes cannot hide. A mailto link
 * keeps one address and loses everything else (bcc, attach, body). `safeLink` of a result is that result.
 */
export function safeLink(raw: string): string | null {
  if (raw.length > LONGEST) return null;
  const text = raw.replace(/^ +| +$/g, '');

  if (/[\u0000-\u0020\u007f-\u00a0\\\s\p{Cf}\p{Cs}\ufffe\uffff]/u.test(text)) return null;

  const mail = /^mailto:([^@?#]+)@([^@?#]+)(?:[?#].*)?$/i.exec(text);
  if (mail) {
    const host = safeHost(mail[2]!);
    return MAILBOX.test(mail[1]!) && host ? `mailto:${mail[1]}@${host}` : null;
  }
  const web = /^(https?):\/\/([^/?#:@]+)(:\d*)?(?=$|[/?#])(.*)$/i.exec(text);
  if (!web) return null;
  const scheme = web[1]!.toLowerCase() as 'http' | 'https';
  const host = safeHost(web[2]!);
  const port = safePort(web[3] ?? '', scheme);
  if (host === null || port === null) return null;
  const rest = encodeRest(web[4]!);
  const link = `${scheme}://${host}${port}${rest.startsWith('/') ? '' : '/'}${rest}`;
  return link.length > LONGEST ? null : link;
}
