import { createHash } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { Person } from '../person';
import { provisionConcern } from '../person';
import { dataForm } from './addresses';
import { PRIVATE, SAMPLE, castOf, page, type Cast } from './cast';
import { FORMATS } from './formats';
import { send, type WireAnswer, type WireRequest } from './wire';

vi.setConfig({ testTimeout: 120_000 });

let cast: Cast;
let origin: string;
beforeAll(async () => {
  cast = await castOf();
  origin = new URL(cast.server.url).origin;
});
afterAll(() => cast.server.remove());

/** What every answer says, whatever it is. Written by hand on purpose: it must not be read from the table it checks. */
const ALWAYS = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'same-origin',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'camera=(), microphone=(), geolocation=(), browsing-topics=()',
  'x-frame-options': 'DENY',
};
const INERT = "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'; sandbox";
const PAGE = new RegExp(
  "^default-src 'none'; script-src 'self'( 'sha256-[A-Za-z0-9+/]{43}=')+; style-src 'self'; img-src 'self' data:; " +
    "font-src 'self'; connect-src 'self'; manifest-src 'self'; form-action 'self'; frame-ancestors 'none'; " +
    "base-uri 'none'; object-src 'none'$",
);

interface Row {
  readonly kind: string;
  readonly ask: () => Promise<WireAnswer>;
  readonly status: number;
  readonly policy: string | RegExp;
  readonly caching: string;
  readonly type?: RegExp;
}
const get = (path: string, who?: Person, headers: Record<string, string> = {}) =>
  send(cast.server.url + path, { headers: { ...(who?.cookie ? { Cookie: who.cookie } : {}), ...headers } });
const post = (path: string, who: Person | undefined, fields: Record<string, string>, more: WireRequest = {}) =>
  send(cast.server.url + path, {
    method: 'POST',
    body: new URLSearchParams(fields).toString(),
    ...more,
    headers: {
      Origin: origin,
      'Content-Type': 'application/x-www-form-urlencoded',
      ...(who?.cookie ? { Cookie: who.cookie } : {}),
      ...more.headers,
    },
  });
const asset = () => {
  const files = readdirSync(join(import.meta.dirname, '../../build/client/assets'));
  return `/assets/${files.find((name) => /^app-.*\.css$/.test(name)) ?? files.find((name) => name.endsWith('.css'))!}`;
};
/** The head of a stream, which never ends by itself. */
async function stream(who?: Person): Promise<WireAnswer> {
  const abort = new AbortController();
  const answer = await fetch(`${cast.server.url}/reviews/${SAMPLE}/live`, {
    headers: who?.cookie ? { Cookie: who.cookie } : {},
    signal: abort.signal,
  });
  abort.abort();
  return { status: answer.status, headers: Object.fromEntries(answer.headers), body: '' };
}
async function again(path: string, who?: Person): Promise<WireAnswer> {
  const first = await get(path, who);
  return get(path, who, { 'If-None-Match': first.headers.etag! });
}

const NO_STORE = 'no-store';
const TABLE = (): Row[] => [
  {
    kind: 'a page for a visitor',
    ask: () => get('/'),
    status: 200,
    policy: PAGE,
    caching: NO_STORE,
    type: /^text\/html; charset=utf-8$/,
  },
  {
    kind: 'a page for a member',
    ask: () => get(`/reviews/${PRIVATE}`, cast.reviewer),
    status: 200,
    policy: PAGE,
    caching: NO_STORE,
  },
  {
    kind: 'a private thread',
    ask: () => get(`/reviews/${PRIVATE}/concerns/1`, cast.reviewer),
    status: 200,
    policy: PAGE,
    caching: NO_STORE,
  },
  { kind: 'a private text', ask: () => get(cast.text, cast.coordinator), status: 200, policy: PAGE, caching: NO_STORE },
  { kind: 'one’s account', ask: () => get('/account', cast.reviewer), status: 200, policy: PAGE, caching: NO_STORE },
  {
    kind: 'the shared reader for visitors',
    ask: () => get(`/reviews/${SAMPLE}/read`),
    status: 200,
    policy: PAGE,
    caching: 'no-cache',
    type: /^text\/html/,
  },
  {
    kind: 'the shared reader for members',
    ask: () => get(`/reviews/${SAMPLE}/read`, cast.coordinator),
    status: 200,
    policy: PAGE,
    caching: 'private, no-store',
  },
  {
    kind: 'the reader of a private review',
    ask: () => get(`/reviews/${PRIVATE}/read`, cast.observer),
    status: 200,
    policy: PAGE,
    caching: 'private, no-store',
  },
  {
    kind: 'an unchanged reader',
    ask: () => again(`/reviews/${SAMPLE}/read`),
    status: 304,
    policy: PAGE,
    caching: 'no-cache',
  },
  {
    kind: 'an unchanged private reader',
    ask: () => again(`/reviews/${PRIVATE}/read`, cast.observer),
    status: 304,
    policy: PAGE,
    caching: 'private, no-store',
  },
  {
    kind: 'a page as data',
    ask: () => get(dataForm(`/reviews/${PRIVATE}`), cast.reviewer),
    status: 200,
    policy: INERT,
    caching: NO_STORE,
  },
  {
    kind: 'a private answer to a script',
    ask: () => get(`/reviews/${PRIVATE}/me`, cast.reviewer),
    status: 200,
    policy: INERT,
    caching: NO_STORE,
    type: /^application\/json/,
  },
  {
    kind: 'a public answer to a script',
    ask: () => get(`/reviews/${SAMPLE}/changes?after=0`),
    status: 200,
    policy: INERT,
    caching: NO_STORE,
  },
  ...FORMATS.map((format) => ({
    kind: `a download as ${format}`,
    ask: () => get(`/reviews/${PRIVATE}/report.${format}`, cast.reviewer),
    status: 200,
    policy: INERT,
    caching: NO_STORE,
  })),
  {
    kind: 'a stream',
    ask: () => stream(),
    status: 200,
    policy: INERT,
    caching: 'no-store, no-transform',
    type: /^text\/event-stream; charset=utf-8$/,
  },
  {
    kind: 'a stream that is refused',
    ask: () => get(`/reviews/${PRIVATE}/live`),
    status: 404,
    policy: INERT,
    caching: NO_STORE,
  },
  {
    kind: 'a built file',
    ask: () => get(asset()),
    status: 200,
    policy: INERT,
    caching: 'public, max-age=31536000, immutable',
    type: /^text\/css; charset=utf-8$/,
  },
  {
    kind: 'a file of no build',
    ask: () => get('/icon.svg'),
    status: 200,
    policy: INERT,
    caching: 'public, max-age=3600',
    type: /^image\/svg\+xml$/,
  },
  {
    kind: 'health',
    ask: () => get('/healthz'),
    status: 200,
    policy: INERT,
    caching: NO_STORE,
    type: /^application\/json$/,
  },
  { kind: 'a redirect to sign in', ask: () => get('/account'), status: 302, policy: INERT, caching: NO_STORE },
  {
    kind: 'a redirect after a form',
    ask: () => post('/sign-out', cast.removed, {}),
    status: 302,
    policy: INERT,
    caching: NO_STORE,
  },
  { kind: 'a page that is not there', ask: () => get('/none'), status: 404, policy: PAGE, caching: NO_STORE },
  {
    kind: 'a review that is hidden',
    ask: () => get(`/reviews/${PRIVATE}`, cast.stranger),
    status: 404,
    policy: PAGE,
    caching: NO_STORE,
  },
  { kind: 'a used link', ask: () => get('/join/none'), status: 410, policy: PAGE, caching: NO_STORE },
  {
    kind: 'a download that is hidden',
    ask: () => get(`/reviews/${PRIVATE}/report.pdf`),
    status: 404,
    policy: INERT,
    caching: NO_STORE,
  },
  {
    kind: 'a refused form',
    ask: () => post('/sign-in', undefined, { handle: 'nobody', password: 'x' }),
    status: 422,
    policy: PAGE,
    caching: NO_STORE,
  },
  {
    kind: 'a forged form',
    ask: () => post('/sign-in', undefined, {}, { headers: { Origin: 'https://evil.example' } }),
    status: 403,
    policy: INERT,
    caching: NO_STORE,
    type: /^text\/plain; charset=utf-8$/,
  },
  {
    kind: 'a form that is too large',
    ask: () => post('/sign-in', undefined, { handle: 'x'.repeat(2_000_000) }),
    status: 413,
    policy: INERT,
    caching: NO_STORE,
  },
  {
    kind: 'a method that no page knows',
    ask: () => post('/', cast.reviewer, {}, { method: 'DELETE' }),
    status: 405,
    policy: PAGE,
    caching: NO_STORE,
  },
];

describe('the table of headers', () => {
  it('is what every kind of answer carries', async () => {
    for (const { kind, ask, status, policy, caching, type } of TABLE()) {
      const { headers, ...answer } = await ask();
      expect(answer.status, kind).toBe(status);
      expect(headers, kind).toMatchObject(ALWAYS);
      if (typeof policy === 'string') expect(headers['content-security-policy'], kind).toBe(policy);
      else expect(headers['content-security-policy'], kind).toMatch(policy);
      expect(headers['cache-control'], kind).toBe(caching);
      if (type) expect(headers['content-type'], kind).toMatch(type);
      if (status === 200) expect(headers['content-type'], kind).toBeTruthy();
      for (const telling of ['server', 'x-powered-by', 'x-remix-response', 'via'])
        expect(telling === 'x-remix-response' ? undefined : headers[telling], `${kind}: ${telling}`).toBeUndefined();
      expect(headers['access-control-allow-origin'], kind).toBeUndefined();
    }
  });

  it('holds for HEAD as for GET, without a body', async () => {
    for (const path of ['/', `/reviews/${SAMPLE}/read`, '/icon.svg', `/reviews/${SAMPLE}/report.md`, '/none']) {
      const [head, full] = [await send(cast.server.url + path, { method: 'HEAD' }), await get(path)];
      expect(head.body, path).toBe('');
      expect(head.status, path).toBe(full.status);
      for (const name of [...Object.keys(ALWAYS), 'content-security-policy', 'cache-control', 'content-type'])
        expect(head.headers[name], `${path} ${name}`).toBe(full.headers[name]);
    }
  });

  it('makes every download an attachment of a known type and a safe name', async () => {
    const types = {
      md: 'text/markdown; charset=utf-8',
      html: 'text/html; charset=utf-8',
      csv: 'text/csv; charset=utf-8',
      jsonld: 'application/ld+json',
      docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
      pdf: 'application/pdf',
    };
    for (const format of FORMATS) {
      const { headers } = await get(`/reviews/${PRIVATE}/report.${format}`, cast.reviewer);
      expect(headers['content-disposition'], format).toMatch(
        new RegExp(`^attachment; filename="[\\w.-]+\\.${format}"$`),
      );
      expect(headers['content-type'], format).toContain(types[format].split(';')[0]);
      expect(headers['x-content-type-options']).toBe('nosniff');
      expect(headers['content-security-policy']).toMatch(/; sandbox$/);
    }
  });

  it('gives cookies to nobody who did not ask to sign in', async () => {
    for (const { kind, ask } of TABLE())
      if (!/after a form/.test(kind)) expect((await ask()).headers['set-cookie'], kind).toBeUndefined();
  });
});

describe('the policy of a page', () => {
  const inline = (html: string) =>
    [
      ...html.matchAll(/<script(?![^>]* src=)(?![^>]* type="application\/(?:ld\+)?json")[^>]*>([\s\S]*?)<\/script>/g),
    ].map(([, code = '']) => code);
  const hashes = (policy: string) => [...policy.matchAll(/'sha256-([^']+)'/g)].map(([, hash]) => hash!);
  const hashOf = (code: string) => createHash('sha256').update(code).digest('base64');

  it.each([
    ['/', false],
    ['/sign-in', false],
    [`/reviews/${SAMPLE}/read`, false],
    [`/reviews/${PRIVATE}/concerns/1`, true],
    [`/reviews/${PRIVATE}/read`, true],
    ['/none', false],
  ])('%s lets exactly its own inline scripts run, by their hashes', async (path, signedIn) => {
    const { body, headers } = await get(path, signedIn ? cast.reviewer : undefined);
    const policy = String(headers['content-security-policy']);
    const scripts = inline(body);
    expect(scripts.length).toBeGreaterThan(1);
    expect(new Set(hashes(policy))).toEqual(new Set(scripts.map(hashOf)));
    expect(policy).not.toMatch(/unsafe|nonce|http:|\*/);
    // Nothing else that would need leave: no handler, no style in an attribute, no address of somebody else's.
    expect(body).not.toMatch(/<[^>]+ on[a-z]+=/);
    expect(body).not.toMatch(/<[^>]+ style=/);
    expect(body).not.toMatch(/<(?:script|link|img|iframe|object|embed|base)[^>]*(?:src|href)="(?:https?:)?\/\//);
    // The secret that marks our scripts while a page is made goes into no page.
    expect(body).not.toMatch(/nonce=/);
  });

  it('gives a script that somebody smuggled into a concern no hash', async () => {
    const words = '</script><script>window.zqsmuggled = 1</script><script nonce="x">window.zqsmuggled = 2</script>';
    const raised = await cast.coordinator.post(
      `/reviews/${SAMPLE}/raise`,
      provisionConcern('', words, { scope: 'treaty' }),
    );
    const { number } = ((await raised.json()) as { value: { number: number } }).value;
    for (const path of [
      `/reviews/${SAMPLE}/concerns/${number}`,
      `/reviews/${SAMPLE}/read`,
      `/reviews/${SAMPLE}/concerns`,
    ]) {
      const { body, headers } = await get(path, cast.coordinator);
      expect(body, path).not.toContain('<script>window.zqsmuggled');
      expect(hashes(String(headers['content-security-policy']))).not.toContain(hashOf('window.zqsmuggled = 1'));
    }
    expect(await page(cast.coordinator, `/reviews/${SAMPLE}/concerns/${number}`)).toContain('zqsmuggled');
  });
});
