import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { safeLink } from './link';

const HOSTILE = [
  // scheme in disguise
  'javascript:alert(1)',
  'JaVaScRiPt:alert(1)',
  ' javascript:alert(1)',
  'java\tscript:alert(1)',
  'java\nscript:alert(1)',
  'java\rscript:alert(1)',
  'java\u0000script:alert(1)',
  '\u0000javascript:alert(1)',
  '\u0001javascript:alert(1)',
  '\u001fjavascript:alert(1)',
  '\u00a0javascript:alert(1)',
  '\ufeffjavascript:alert(1)',
  '\u200bjavascript:alert(1)',
  '\u202ejavascript:alert(1)',
  'javascript\u200d:alert(1)',
  'javascript :alert(1)',
  'javascript\t:alert(1)',
  'javascript&colon;alert(1)',
  'javascript&#58;alert(1)',
  '&#106;avascript:alert(1)',
  '&#x6A;avascript:alert(1)',
  'jav&#x09;ascript:alert(1)',
  'javascript%3Aalert(1)',
  '%6Aavascript:alert(1)',
  'javascript://:99999999999/%0aalert(1)',
  'javascript://%0aalert(1)',
  'javascript://example.org/%0aalert(1)',
  'javascript://https://example.org/%0aalert(1)',
  'javascript:https://example.org',
  'jаvascript:alert(1)', // Cyrillic а
  'ｊavascript:alert(1)',
  'data:text/html,<script>alert(1)</script>',
  'data:text/html;base64,PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg==',
  'DATA:image/svg+xml,<svg onload=alert(1)>',
  'vbscript:msgbox(1)',
  'livescript:alert(1)',
  'blob:https://example.org/0f1e',
  'file:///etc/passwd',
  'filesystem:https://example.org/temporary/x',
  'ftp://example.org/',
  'ws://example.org/',
  'about:blank',
  'view-source:https://example.org',
  'intent://example.org#Intent;scheme=https;end',
  'ms-word:ofe|u|https://example.org/x.docx',
  'search-ms:query=x',
  'tel:+123456',
  'sms:+123456',
  'urn:isbn:1',
  'jar:https://example.org!/x',
  // relative, or absolute only by a parser's kindness
  '',
  '   ',
  'example.org',
  'www.example.org/path',
  '/path',
  './path',
  '?query',
  '#fragment',
  '//evil.example',
  '///evil.example',
  '/\\evil.example',
  '\\\\evil.example',
  '\\/evil.example',
  'https:evil.example',
  'https:/evil.example',
  'https:///evil.example',
  'https://',
  'https:///',
  'https://?',
  'https://#',
  'http:\\\\evil.example',
  'https:/\\evil.example',
  'https://example.org\\@evil.example',
  'https://example.org\\evil',
  'https ://example.org',
  'ht\ntps://example.org',
  // credentials
  'https://user:pass@example.org',
  'https://user@example.org',
  'https://@example.org',
  'https://:@example.org',
  'https://example.org@evil.example',
  'https://example.org:443@evil.example',
  'https://example.org%40evil.example',
  // hosts and ports
  'https://example.org:99999/',
  'https://example.org:65536',
  'https://example.org:99999999999/',
  'https://example.org:-1/',
  'https://example.org:80a/',
  'https://example.org:80:80/',
  'https://0x7f.1/',
  'https://0x7f000001/',
  'https://2130706433/',
  'https://127.1/',
  'https://0177.0.0.1/',
  'https://256.1.1.1/',
  'https://1.2.3.4.5/',
  'https://[::1]/',
  'https://[::1',
  'https://exa mple.org/',
  'https://exam\u00adple.org/',
  'https://exam\tple.org/',
  'https://example..org/',
  'https://.example.org/',
  'https://-example.org/',
  'https://example.org,evil.example/',
  'https://example.org;evil/',
  'https://ex<ample>.org/',
  'https://example。org/', // ideographic full stop, which browsers read as a dot
  'https://ｅxample.org/',
  'https://pаypal.com/', // Cyrillic а: must come as xn--
  'https://example.org/\u0000',
  'https://example.org/\nSet-Cookie:x',
  'https://example.org/ onclick=alert(1)',
  'https://example.org/\u202egpj.exe',
  'https://example.org/\ud800',
  `https://example.org/${'a'.repeat(2048)}`,
  `https://example.org/${'é'.repeat(1000)}`,
  `https://${'a'.repeat(64)}.org/`,
  // mailto
  'mailto:',
  'mailto:?bcc=x@example.org',
  'mailto:nobody',
  'mailto:@example.org',
  'mailto:a@b@example.org',
  'mailto:a,b@example.org',
  'mailto:a@example.org,b@example.org',
  'mailto:"a@evil"@example.org',
  'mailto:a%0d%0aBcc:x@example.org',
  'mailto:a\r\nBcc:x@example.org',
  'mailto:<script>@example.org',
];

describe('a link that must not be stored', () => {
  test.each(HOSTILE.map((raw) => [JSON.stringify(raw).slice(0, 80), raw]))('is refused: %s', (_, raw) => {
    expect(safeLink(raw)).toBeNull();
  });
});

describe('a link that may be stored', () => {
  test.each([
    ['https://example.org', 'https://example.org/'],
    ['  https://example.org/  ', 'https://example.org/'],
    ['HTTPS://EXAMPLE.ORG/Path?Q=1#F', 'https://example.org/Path?Q=1#F'],
    ['http://example.org:80/', 'http://example.org/'],
    ['https://example.org:0443/a', 'https://example.org/a'],
    ['https://example.org:8443', 'https://example.org:8443/'],
    ['https://example.org?x', 'https://example.org/?x'],
    ['https://example.org./', 'https://example.org./'],
    ['https://192.0.2.1/a', 'https://192.0.2.1/a'],
    ['https://localhost:3000/reviews/x', 'https://localhost:3000/reviews/x'],
    ['https://xn--pypal-4ve.com/', 'https://xn--pypal-4ve.com/'],
    ['https://docs.un.org/en/A/RES/79/243', 'https://docs.un.org/en/A/RES/79/243'],
    ['https://example.org/قانون', 'https://example.org/%D9%82%D8%A7%D9%86%D9%88%D9%86'],
    ['https://example.org/a_(b)', 'https://example.org/a_(b)'],
    ['https://example.org/?a[]=1&b="x"', 'https://example.org/?a%5B%5D=1&b=%22x%22'],
    ["https://example.org/'><script>", 'https://example.org/%27%3E%3Cscript%3E'],
    ['https://example.org/100%', 'https://example.org/100%25'],
    ['https://example.org/u@v', 'https://example.org/u@v'],
    ['https://example.org/?next=javascript:alert(1)', 'https://example.org/?next=javascript:alert(1)'],
    ['mailto:press@example.org', 'mailto:press@example.org'],
    ['MAILTO:Press+un@Example.org', 'mailto:Press+un@example.org'],
    ['mailto:a@example.org?bcc=x@evil.example&attach=/etc/passwd', 'mailto:a@example.org'],
  ])('%s becomes %s', (raw, stored) => {
    expect(safeLink(raw)).toBe(stored);
  });
});

/** Pieces that have broken link filters, in any order and number. */
const pieces = fc.array(
  fc.oneof(
    fc.constantFrom(
      ...['javascript', 'data', 'http', 'https', 'mailto', ':', '/', '//', '\\', '@', '?', '#', '.', '..', '%', '%2f'],
      ...[
        '%0a',
        '&colon;',
        '&#58;',
        '\t',
        '\n',
        '\u0000',
        ' ',
        '\u200b',
        '\u202e',
        '\u00ad',
        '。',
        '．',
        'ａ',
        '\ud800',
      ],
      ...['[', ']', '<', '>', '"', "'", '`', '0x7f', '127', '1', '65536', '80', ':443', 'a', 'evil.example', 'xn--'],
      ...['user:pass@', 'https://', 'http://', 'mailto:', 'https:', 'bcc=', 'é', '😀', 'localhost', '-', '_', '|', '^'],
    ),
    fc.string({ unit: 'binary', maxLength: 4 }),
  ),
  { maxLength: 12 },
);

test('what is accepted, a browser reads as the same http, https or mailto address without credentials', () => {
  let accepted = 0;
  fc.assert(
    fc.property(fc.constantFrom('', 'https://', 'http://example.org', 'mailto:a@'), pieces, (start, rest) => {
      const link = safeLink(start + rest.join(''));
      if (link === null) return;
      accepted++;
      expect(link).toMatch(/^(?:https?:\/\/|mailto:)[\x21-\x7e]+$/);
      expect(link).not.toMatch(/["'<>\\`\s]/);
      expect(safeLink(link)).toBe(link);
      let url: URL;
      try {
        url = new URL(link);
      } catch {
        // A punycode label that decodes to nothing is a dead link, not a dangerous one.
        expect(link).toContain('xn--');
        return;
      }
      expect(['http:', 'https:', 'mailto:']).toContain(url.protocol);
      expect(link.startsWith(url.protocol)).toBe(true);
      expect(url.username + url.password).toBe('');
      if (url.protocol !== 'mailto:') expect(link.startsWith(`${url.origin}/`)).toBe(true);
    }),
    { numRuns: 20_000 },
  );
  expect(accepted).toBeGreaterThan(500);
});
