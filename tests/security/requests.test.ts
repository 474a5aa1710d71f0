import Database from 'better-sqlite3';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import routes from '#app/routes';
import { Person, provisionConcern } from '../person';
import { startServer } from '../running-server';
import { ADDRESSES, everyAddress, dataForm, type Place } from './addresses';
import { PRIVATE, SAMPLE, castOf, json, page, replyForm, type Cast } from './cast';
import { everything, send, type WireRequest } from './wire';

// Some of these ask for every address in every way.
vi.setConfig({ testTimeout: 240_000 });

let cast: Cast;
let place: Place;
let origin: string;
beforeAll(async () => {
  cast = await castOf();
  const text = cast.text.replace('/treaties/', '');
  place = { slug: PRIVATE, text, version: text.split('/')[1]!, concern: 1 };
  origin = new URL(cast.server.url).origin;
});
afterAll(() => cast.server.remove());

const FORM = 'application/x-www-form-urlencoded';
const raiseForm = () => new URLSearchParams({ ...provisionConcern('', 'Forged words.'), scope: 'treaty' }).toString();
const boundary = 'zqboundary';
const multipart = [...new URLSearchParams(raiseForm())]
  .map(([name, value]) => `--${boundary}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`)
  .join('')
  .concat(`--${boundary}--\r\n`);
/** Every route has an address here, or the leak matrix fails; one of each is enough, as a page and as data. */
const oneOfEach = () =>
  Object.values(ADDRESSES).flatMap((make) => {
    const address = make(place)[0]!;
    return [address, dataForm(address)];
  });
const beside = () => [
  `/reviews/${PRIVATE}/live`,
  '/healthz',
  '/icon.svg',
  '/robots.txt',
  '/none',
  '/..%2f..',
  '//evil.example/',
];

describe('a request that does not come from our pages', () => {
  const forged = (): Record<string, WireRequest> => {
    const { protocol, hostname, port } = new URL(origin);
    const form = { 'Content-Type': FORM };
    return {
      'no Origin': { headers: form },
      'Origin null': { headers: { ...form, Origin: 'null' } },
      'an empty Origin': { headers: { ...form, Origin: '' } },
      'another origin': { headers: { ...form, Origin: 'https://evil.example' } },
      'another port': { headers: { ...form, Origin: `${protocol}//${hostname}:${Number(port) + 1}` } },
      'another scheme': { headers: { ...form, Origin: origin.replace('http:', 'https:') } },
      'a sub-domain': { headers: { ...form, Origin: `${protocol}//evil.${hostname}:${port}` } },
      'a name that begins like ours': { headers: { ...form, Origin: `${origin}.evil.example` } },
      'our Referer but no Origin': { headers: { ...form, Referer: `${origin}/reviews/${PRIVATE}` } },
      'Sec-Fetch-Site cross-site': { headers: { ...form, 'Sec-Fetch-Site': 'cross-site' } },
      'Sec-Fetch-Site same-site': { headers: { ...form, 'Sec-Fetch-Site': 'same-site' } },
      'Sec-Fetch-Site none': { headers: { ...form, 'Sec-Fetch-Site': 'none' } },
      'same-site with our Origin': { headers: { ...form, Origin: origin, 'Sec-Fetch-Site': 'same-site' } },
      'same-origin with another Origin': {
        headers: { ...form, Origin: 'https://evil.example', 'Sec-Fetch-Site': 'same-origin' },
      },
      'our Origin as a forwarded host': {
        headers: {
          ...form,
          Origin: 'https://evil.example',
          Host: 'evil.example',
          'X-Forwarded-Host': 'evil.example',
          'X-Forwarded-Proto': 'https',
        },
      },
      'text/plain': { headers: { 'Content-Type': 'text/plain' } },
      multipart: { headers: { 'Content-Type': `multipart/form-data; boundary=${boundary}` }, body: multipart },
      'a method override': {
        headers: { ...form, 'X-HTTP-Method-Override': 'GET', 'X-Method-Override': 'GET', 'X-HTTP-Method': 'GET' },
        body: `_method=GET&${raiseForm()}`,
      },
    };
  };

  it('is refused with every unsafe method at every address, and no row changes', async () => {
    const before = everything(cast.server.data);
    const addresses = [...new Set([...oneOfEach(), ...beside()])];
    expect(addresses.length).toBeGreaterThan(2 * Object.keys(ADDRESSES).length - 5);
    const passed: string[] = [];
    for (const [how, given] of Object.entries(forged()))
      await Promise.all(
        addresses.map(async (address) => {
          for (const method of ['POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'PROPFIND']) {
            const headers = { ...given.headers, Cookie: cast.reviewer.cookie };
            const answer = await send(cast.server.url + address, { body: raiseForm(), ...given, method, headers });
            if (answer.status !== 403) passed.push(`${how}: ${method} ${address} ${answer.status}`);
          }
        }),
      );
    expect(passed).toEqual([]);
    expect(everything(cast.server.data)).toBe(before);
  });

  it('knows every route of app/routes.ts', () => {
    const known = new Set(Object.keys(ADDRESSES));
    const paths = routes.map((route) => (route.index ? '/' : route.path));
    expect(paths.filter((path) => !known.has(path ?? ''))).toEqual([]);
  });

  it.each([
    ['Origin alone, as an old browser sends it', () => ({ Origin: origin })],
    ['Sec-Fetch-Site alone', () => ({ 'Sec-Fetch-Site': 'same-origin' })],
    ['both', () => ({ Origin: origin, 'Sec-Fetch-Site': 'same-origin' })],
  ])('is told from one that does: the same form works with %s', async (_how, headers) => {
    const body = raiseForm();
    const answer = await send(`${cast.server.url}/reviews/${PRIVATE}/raise`, {
      method: 'POST',
      headers: { 'Content-Type': FORM, Cookie: cast.reviewer.cookie, ...headers() },
      body,
    });
    expect(answer.status).toBe(200);
    expect(everything(cast.server.data)).toContain(new URLSearchParams(body).get('submission'));
  });
});

describe('looking', () => {
  it('changes no row, at any address that a coordinator can ask for, by GET or HEAD', async () => {
    const seen = new Set(everyAddress(place));
    for (const start of ['/', `/reviews/${PRIVATE}`, `/reviews/${SAMPLE}`, '/treaties']) {
      for (const [, href = ''] of (await page(cast.coordinator, start)).matchAll(/(?:href|action)="(\/[^"#]*)/g))
        seen.add(href.replaceAll('&amp;', '&'));
    }
    const invitation = new URL(await cast.coordinator.invite(PRIVATE, 'observer')).pathname;
    seen.add(invitation).add(dataForm(invitation));
    expect(seen.size).toBeGreaterThan(80);
    const before = everything(cast.server.data);
    for (const address of seen) {
      const answer = await cast.coordinator.get(address);
      await answer.arrayBuffer();
      expect(answer.status, address).toBeLessThan(500);
      await send(cast.server.url + address, { method: 'HEAD', headers: { Cookie: cast.coordinator.cookie } });
    }
    expect(everything(cast.server.data)).toBe(before);
    // It was still good.
    expect((await new Person(cast.server).get(invitation)).status).toBe(200);
  });
});

describe('forged addresses of the site', () => {
  it('reach no link, no redirect and no page: PUBLIC_URL stands', async () => {
    const server = await startServer({ environment: { PUBLIC_URL: 'https://proviso.example.org' } });
    try {
      const lie = {
        Host: 'evil.example',
        'X-Forwarded-Host': 'evil.example',
        'X-Forwarded-Proto': 'gopher',
        'X-Forwarded-Port': '666',
        'X-Forwarded-For': '198.51.100.66',
        Forwarded: 'for=198.51.100.66;host=evil.example;proto=gopher',
        'X-Original-URL': '/evil',
        'X-Rewrite-URL': '/evil',
      };
      const ours = { ...lie, Origin: 'https://proviso.example.org', 'Content-Type': FORM };
      expect(server.firstVisit).toMatch(/^https:\/\/proviso\.example\.org\/welcome\//);
      const welcome = new URL(server.firstVisit!).pathname;
      const joined = await send(server.url + welcome, {
        method: 'POST',
        headers: ours,
        body: 'handle=vera&name=Vera&password=a+long+enough+sentence',
      });
      expect(joined.headers.location).toBe(`/reviews/${SAMPLE}`);
      const cookie = joined.headers['set-cookie']!.map((one) => one.split(';', 1)[0]).join('; ');
      const invited = await send(`${server.url}/reviews/${SAMPLE}/members`, {
        method: 'POST',
        headers: { ...ours, Cookie: cookie },
        body: 'intent=invite&role=observer',
      });
      expect(invited.body).toMatch(/value="https:\/\/proviso\.example\.org\/join\/[^"]+"/);
      const answers = [joined, invited];
      for (const path of [
        '/',
        '/account',
        '/sign-in',
        `/reviews/${SAMPLE}/read`,
        `/reviews/${SAMPLE}/report.md`,
        '/none',
      ])
        for (const headers of [lie, { ...lie, Cookie: cookie }])
          answers.push(await send(server.url + path, { headers }));
      for (const answer of answers)
        expect(JSON.stringify(answer)).not.toMatch(/evil|gopher|198\.51\.100|localhost:|127\.0\.0\.1/);
      expect(answers.filter((answer) => answer.status === 302).map((answer) => answer.headers.location)).toContain(
        '/sign-in?next=%2Faccount',
      );
      // A page of the forged host is no page of ours.
      const refused = await send(`${server.url}/sign-out`, {
        method: 'POST',
        headers: { ...lie, Origin: 'https://evil.example', Cookie: cookie },
      });
      expect(refused.status).toBe(403);
    } finally {
      await server.remove();
    }
  });
});

describe('where one goes after signing in', () => {
  const ELSEWHERE = [
    '//evil.example',
    '///evil.example',
    '/\\evil.example',
    '\\\\evil.example',
    '/\t/evil.example',
    '/\n/evil.example',
    ' //evil.example',
    'https:evil.example',
    'https://evil.example',
    'http:\\\\evil.example',
    'javascript:alert(1)',
    'data:text/html,x',
    'evil.example',
    '/x\r\nSet-Cookie: evil=1',
    '/x\u2028evil',
    '//\u2215evil.example',
    '/\u3000/evil.example',
    '@evil.example',
    ':80@evil.example',
    '.evil.example',
    '//%65vil.example',
    '/%2f%2fevil.example/../..//evil.example',
    '/.//evil.example',
    '/..//evil.example',
    '/%2e//evil.example',
    '/a/..//evil.example',
    '',
  ];
  /** Where a browser would be. */
  const landing = (location: string | null | undefined) => new URL(location ?? '', cast.server.url);

  it.each(ELSEWHERE)('stays here, whatever the form says: %j', async (next) => {
    const nora = new Person(cast.server);
    const signedIn = await nora.post('/sign-in', { handle: 'olga', password: 'a long enough sentence', next });
    expect(signedIn.status).toBe(302);
    expect(landing(signedIn.headers.get('Location')).origin).toBe(origin);
    expect(signedIn.headers.get('Set-Cookie')).not.toContain('evil');
    // And so when one is signed in already, and when the address asks.
    const again = await nora.get(`/sign-in?next=${encodeURIComponent(next)}`);
    expect(landing(again.headers.get('Location')).origin).toBe(origin);
    const form = await page(new Person(cast.server), `/sign-in?next=${encodeURIComponent(next)}`);
    expect(landing(/name="next" value="([^"]*)"/.exec(form)![1]!.replaceAll('&amp;', '&')).origin).toBe(origin);
  });

  it('is the page that was asked for', async () => {
    const asked = await new Person(cast.server).get('/account');
    const next = new URL(asked.headers.get('Location')!, origin).searchParams.get('next')!;
    const answer = await new Person(cast.server).post('/sign-in', {
      handle: 'olga',
      password: 'a long enough sentence',
      next,
    });
    expect(answer.headers.get('Location')).toBe('/account');
  });
});

describe('a form that says more than it asks for', () => {
  const rowOf = (table: string, where: string) => {
    const db = new Database(join(cast.server.data, 'proviso.db'), { readonly: true });
    try {
      return db.prepare(`SELECT * FROM "${table}" WHERE ${where}`).get() as Record<string, unknown>;
    } finally {
      db.close();
    }
  };
  const columns = (table: string, row: Record<string, string> = {}) =>
    Object.fromEntries(
      Object.keys(rowOf(table, '1') ?? {})
        .filter((name) => !(name in row))
        .map((name) => [name, 'zqforged']),
    );
  const idOf = async (who: Person) =>
    (await json<{ account: { id: string } }>(who, `/reviews/${PRIVATE}/me`)).account.id;

  it('cannot say who wrote a concern, in which review, as which number or since when', async () => {
    const victim = await idOf(cast.coordinator);
    const form = provisionConcern('', 'Whose words are these?', { scope: 'treaty' });
    const answer = await cast.reviewer.post(`/reviews/${PRIVATE}/raise`, {
      ...columns('Concern', form),
      ...form,
      authorId: victim,
      author: victim,
      accountId: victim,
      reviewId: 'zqforged',
      review: SAMPLE,
      number: '999',
      status: 'resolved',
      createdAt: '1999-01-01T00:00:00.000Z',
      attribution: 'person-and-organisation',
      organisation: '',
      pseudonym: 'The Secretary-General',
    });
    expect(answer.status).toBe(200);
    const row = rowOf('Concern', `submission = '${form.submission}'`);
    expect(row).toMatchObject({
      authorId: await idOf(cast.reviewer),
      reviewId: rowOf('Review', `slug = '${PRIVATE}'`).id,
      status: 'open',
      deletedAt: null,
    });
    expect(row.number).not.toBe(999);
    expect(JSON.stringify(row)).not.toMatch(/zqforged|1999|Secretary/);
  });

  it('cannot say who replies, or speak for an organisation that is not hers', async () => {
    const victim = await idOf(cast.coordinator);
    const organisation = rowOf('Organisation', `name LIKE 'Harbour%'`).id as string;
    const words = replyForm('Speaking for the harbour.', { authorId: victim, accountId: victim });
    const claim = await cast.reviewer.post(`/reviews/${PRIVATE}/concerns/1`, { ...words, organisation });
    expect(claim.status).toBe(422);
    const plain = await cast.reviewer.post(`/reviews/${PRIVATE}/concerns/1`, {
      ...words,
      organisationId: organisation,
    });
    expect(plain.status).toBe(302);
    expect(rowOf('Reply', `submission = '${words.submission}'`)).toMatchObject({
      authorId: await idOf(cast.reviewer),
      organisationId: null,
    });
  });

  it('cannot choose a role when joining, nor another review', async () => {
    const link = new URL(await cast.coordinator.invite(PRIVATE, 'observer')).pathname;
    const joined = await new Person(cast.server).post(link, {
      handle: 'mallory',
      name: 'Mallory',
      password: 'a long enough sentence',
      ...columns('Account', { handle: '', name: '' }),
      ...columns('Member', {}),
      role: 'coordinator',
      reviewId: rowOf('Review', `slug = '${SAMPLE}'`).id as string,
      suspendedAt: '',
      passwordHash: 'x',
    });
    expect(joined.status).toBe(302);
    const { id, passwordHash } = rowOf('Account', `handle = 'mallory'`) as { id: string; passwordHash: string };
    expect(passwordHash).toMatch(/^\$argon2id\$/);
    const db = new Database(join(cast.server.data, 'proviso.db'), { readonly: true });
    const members = db.prepare('SELECT reviewId, role FROM Member WHERE accountId = ?').all(id);
    db.close();
    expect(members).toEqual([{ reviewId: rowOf('Review', `slug = '${PRIVATE}'`).id, role: 'observer' }]);
  });

  it('cannot move a review, hand it to somebody, or change another one', async () => {
    const before = rowOf('Review', `slug = '${PRIVATE}'`);
    const answer = await cast.coordinator.post(`/reviews/${PRIVATE}/members`, {
      ...columns('Review', {}),
      intent: 'settings',
      title: before.title as string,
      brief: before.brief as string,
      visibility: 'private',
    });
    expect(answer.status).toBe(200);
    expect(rowOf('Review', `slug = '${PRIVATE}'`)).toEqual({ ...before, sequence: (before.sequence as number) + 1 });
  });

  it.each([
    ['a doubled field', (form: string) => `${form}&category=scope`],
    ['a doubled submission', (form: string) => `${form}&submission=${crypto.randomUUID()}`],
    ['an array', (form: string) => `${form.replace('category=', 'category[]=')}`],
    ['an object', (form: string) => form.replace('severity=', 'severity[$ne]=')],
    [
      'more fields than any form has',
      (form: string) => `${form}&${Array.from({ length: 100 }, (_, i) => `x${i}=1`).join('&')}`,
    ],
    ['a file where words belong', null],
    ['JSON', (form: string) => JSON.stringify(Object.fromEntries(new URLSearchParams(form)))],
  ])('is refused in a sentence when it has %s, and nothing is stored', async (_what, spoil) => {
    const before = everything(cast.server.data);
    const form = raiseForm();
    const file = multipart.replace('name="bodyText"', 'name="bodyText"; filename="x.txt"\r\nContent-Type: text/plain');
    const answer = await send(`${cast.server.url}/reviews/${PRIVATE}/raise`, {
      method: 'POST',
      headers: {
        Origin: origin,
        Cookie: cast.reviewer.cookie,
        'Content-Type': spoil
          ? _what === 'JSON'
            ? 'application/json'
            : FORM
          : `multipart/form-data; boundary=${boundary}`,
      },
      body: spoil ? spoil(form) : file,
    });
    expect(answer.status).toBe(422);
    const told = JSON.parse(answer.body) as { ok: boolean; detail?: string; fields?: Record<string, string> };
    expect(told.ok).toBe(false);
    expect(told.detail ?? Object.values(told.fields ?? {})[0]).toMatch(/[.?!]$/);
    expect(everything(cast.server.data)).toBe(before);
  });

  it('with names of Object’s own properties is read as any other, and the process goes on as it was', async () => {
    for (const name of [
      '__proto__',
      '__proto__[role]',
      'constructor',
      'constructor[prototype][role]',
      'prototype',
      'toString',
    ])
      for (const path of [
        `/reviews/${PRIVATE}/raise`,
        `/reviews/${PRIVATE}/concerns/1`,
        `/reviews/${PRIVATE}/members`,
        '/account',
      ]) {
        const body = `${raiseForm()}&intent=${name}&${encodeURIComponent(name)}=coordinator`;
        const answer = await send(cast.server.url + path, {
          method: 'POST',
          headers: { Origin: origin, Cookie: cast.reviewer.cookie, 'Content-Type': FORM },
          body,
        });
        expect(answer.status, `${name} at ${path}`).toBeLessThan(500);
      }
    // Every object of the server would have the field, and so every visitor the role.
    const visitor = await json<Record<string, unknown>>(new Person(cast.server), `/reviews/${SAMPLE}/me`);
    expect(visitor.role).not.toBe('coordinator');
    expect((await cast.stranger.get(`/reviews/${PRIVATE}`)).status).toBe(404);
    const observer = await cast.observer.post(
      `/reviews/${PRIVATE}/raise`,
      provisionConcern('', 'x', { scope: 'treaty' }),
    );
    expect(observer.status).toBe(403);
  });
});

describe('a body that is too large', () => {
  const MEGABYTE = 1024 * 1024;
  const large = (bytes: number) => `bodyText=${'x'.repeat(bytes - 'bodyText='.length)}`;
  const to = (path: string, body: string, more: Partial<WireRequest> = {}) =>
    send(cast.server.url + path, {
      method: 'POST',
      headers: { Origin: origin, Cookie: cast.reviewer.cookie, 'Content-Type': FORM },
      body,
      ...more,
    });
  const forms = () => [
    '/sign-in',
    '/account',
    '/join/none',
    '/reviews/new',
    `/reviews/${PRIVATE}/raise`,
    `/reviews/${PRIVATE}/concerns/1`,
    '/none',
  ];

  it.each([false, true])(
    'is refused with one sentence (chunked without a length: %s), and one that just fits is read',
    async (chunked) => {
      for (const path of forms()) {
        const answer = await to(path, large(MEGABYTE + 1), { chunked });
        expect(answer.status, path).toBe(413);
        expect(answer.body, path).toMatch(/^This is more than the server takes/);
        expect((await to(path, large(MEGABYTE), { chunked })).status, path).not.toBe(413);
      }
    },
  );

  it('is cut off in the middle, not gathered: forty of 30 MB at once leave the server as it was', async () => {
    const answers = await Promise.allSettled(
      Array.from({ length: 40 }, () => to('/account', large(30 * MEGABYTE), { chunked: true })),
    );
    for (const answer of answers) if (answer.status === 'fulfilled') expect(answer.value.status).toBe(413);
    expect((await cast.coordinator.get('/healthz')).status).toBe(200);
  });

  it('says its length falsely in vain: two lengths are refused', async () => {
    const answer = await to('/sign-in', 'handle=x', {
      headers: { Origin: origin, 'Content-Type': FORM, 'Content-Length': 8, 'Transfer-Encoding': 'chunked' },
    });
    expect(answer.status).toBe(400);
  });
});

describe('an error in the server', () => {
  it('is told in one sentence on every kind of answer, without a stack, a path, a statement or a version', async () => {
    const server = await startServer();
    try {
      const vera = await new Person(server).join(server.firstVisit!, 'vera');
      const base = `/reviews/${SAMPLE}`;
      const following = await fetch(`${server.url}${base}/live`, { headers: { Cookie: vera.cookie } });
      // The disk lost some tables under the running server: everything that needs them throws.
      const db = new Database(join(server.data, 'proviso.db'));
      db.pragma('foreign_keys = OFF');
      for (const table of ['ConcernRevision', 'Placement', 'StatusChange', 'Event', 'Throttle', 'Invitation', 'Treaty'])
        db.exec(`ALTER TABLE "${table}" RENAME TO "${table}Lost"`);
      db.close();
      const answers = new Map<string, Response>();
      for (const path of [
        base,
        `${base}/read`,
        `${base}/concerns`,
        `${base}/concerns/1`,
        `${base}/concerns/1/thread`,
        `${base}/changes`,
        `${base}/report`,
        `${base}/report.md`,
        `${base}/report.pdf`,
        `${base}/live?after=0`,
        '/treaties',
        '/join/zq',
        dataForm(base),
        dataForm('/treaties'),
      ])
        answers.set(path, await vera.get(path));
      answers.set('POST raise', await vera.post(`${base}/raise`, provisionConcern('chp_II__art_7__para_1', 'Words.')));
      answers.set('POST thread', await vera.post(`${base}/concerns/1`, replyForm('Words.')));
      answers.set('POST thread data', await vera.post(`${base}/concerns/1/thread`, replyForm('Words.')));
      answers.set('POST sign-in', await vera.post('/sign-in', { handle: 'vera', password: 'a long enough sentence' }));
      answers.set('POST data', await vera.post(dataForm('/sign-in'), { handle: 'vera', password: 'x' }));
      const broken: string[] = [];
      for (const [path, answer] of answers) {
        if (answer.status >= 500) broken.push(path);
        const told = `${JSON.stringify([...answer.headers])}\n${await answer.text()}`;
        expect(told, path).not.toMatch(
          /prisma|sqlite|SELECT |INSERT |no such table|ConcernRevision|node_modules|\.server\.ts|\.mjs:|file:\/\/|\bat [\w.]+ \(|proviso-test|\/tmp\/|v20\.|v22\.|X-Powered-By|Node\.js/i,
        );
        expect(told, path).not.toMatch(/<pre>|stack":|"stack"/);
      }
      // The stream that was open is cut, so that the browser comes back, and takes nobody with it.
      expect(await following.text()).not.toContain('event: ended');
      expect((await vera.get('/healthz')).status).toBe(200);
      // Enough of them threw for the search above to mean something.
      expect(broken.length).toBeGreaterThan(10);
      expect(server.output()).toMatch(/request failed/);
    } finally {
      await server.remove();
    }
  });
});
