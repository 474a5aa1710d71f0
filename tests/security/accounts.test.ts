import Database from 'better-sqlite3';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { Person } from '../person';
import { startServer, type RunningServer } from '../running-server';
import { dataForm } from './addresses';
import { SAMPLE, page } from './cast';
import { everything, send } from './wire';

// Passwords are slow to check on purpose, and some of these check a hundred.
vi.setConfig({ testTimeout: 240_000 });

const PASSWORD = 'a long enough sentence';
let server: RunningServer;
let vera: Person;
let origin: string;
beforeAll(async () => {
  server = await startServer();
  origin = new URL(server.url).origin;
  vera = await new Person(server).join(server.firstVisit!, 'vera', 'Vera V.');
});
afterAll(() => server.remove());

let address = 10;
/** Somebody at an address of her own; all of 127.0.0.0/8 is this machine. */
class Elsewhere {
  readonly localAddress = `127.0.1.${(address += 1)}`;
  cookies = '';
  async post(path: string, fields: Record<string, string>, at: Pick<RunningServer, 'url'> = server) {
    const answer = await send(at.url.replace('localhost', '127.0.0.1') + path, {
      method: 'POST',
      localAddress: this.localAddress,
      headers: {
        Origin: origin,
        'Content-Type': 'application/x-www-form-urlencoded',
        ...(this.cookies ? { Cookie: this.cookies } : {}),
      },
      body: new URLSearchParams(fields).toString(),
    });
    return answer;
  }
  signIn = (handle: string, password: string, at?: Pick<RunningServer, 'url'>) =>
    this.post('/sign-in', { handle, password }, at);
}
const query = <T>(sql: string, ...values: unknown[]): T[] => {
  const db = new Database(join(server.data, 'proviso.db'), { readonly: true });
  try {
    return db.prepare(sql).all(...values) as T[];
  } finally {
    db.close();
  }
};
const change = (sql: string, ...values: unknown[]) => {
  const db = new Database(join(server.data, 'proviso.db'));
  try {
    db.prepare(sql).run(...values);
  } finally {
    db.close();
  }
};
const newcomer = async (handle: string) =>
  new Person(server).join(await vera.invite(SAMPLE, 'reviewer'), handle, `${handle} by name`);
const isIn = async (who: Person) => (await who.get('/account')).status === 200;
const signedIn = async (handle: string, password = PASSWORD) => {
  const who = new Person(server);
  const answer = await who.post('/sign-in', { handle, password });
  expect(answer.status).toBe(302);
  return who;
};

describe('cookies', () => {
  it('are HttpOnly, SameSite=Lax, for the whole site and no other, and hold a random secret only', async () => {
    const answer = await new Person(server).post('/sign-in', { handle: 'vera', password: PASSWORD });
    const cookies = answer.headers.getSetCookie();
    expect(cookies).toHaveLength(2);
    expect(cookies[0]).toMatch(/^proviso=[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax; Max-Age=1209600$/);
    expect(cookies[1]).toMatch(
      /^proviso-device=[\w-]{22}\.[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax; Max-Age=31536000$/,
    );
    expect(cookies.join()).not.toMatch(/vera|Domain/i);
    const out = await vera.get('/sign-in');
    expect(out.headers.getSetCookie()).toEqual([]);
  });

  it('are Secure and __Host- where PUBLIC_URL is https, and by no other name', async () => {
    const secure = await startServer({ environment: { PUBLIC_URL: 'https://proviso.example.org' } });
    try {
      const headers = { Origin: 'https://proviso.example.org' };
      const rosa = new Person(secure);
      const joined = await rosa.post(
        new URL(secure.firstVisit!).pathname,
        { handle: 'rosa', name: 'Rosa', password: PASSWORD },
        headers,
      );
      const cookies = joined.headers.getSetCookie();
      expect(cookies).toHaveLength(2);
      for (const cookie of cookies)
        expect(cookie).toMatch(
          /^__Host-proviso(-device)?=[\w.-]+; Path=\/; HttpOnly; SameSite=Lax; Max-Age=\d+; Secure$/,
        );
      expect(await isIn(rosa)).toBe(true);
      // What another site on the same host could have set without Secure is not looked at.
      rosa.cookie = rosa.cookie.replace('__Host-', '');
      expect(await isIn(rosa)).toBe(false);
      const out = await new Person(secure).post('/sign-out', {}, headers);
      expect(out.headers.getSetCookie()).toEqual([
        '__Host-proviso=; Path=/; HttpOnly; SameSite=Lax; Max-Age=0; Secure',
      ]);
    } finally {
      await secure.remove();
    }
  });
});

describe('a session', () => {
  it('is a new one at each sign-in, whatever cookie was planted before', async () => {
    const planted = `proviso=${'A'.repeat(43)}`;
    const mallory = new Person(server);
    mallory.cookie = planted;
    const victim = new Person(server);
    victim.cookie = planted;
    expect((await victim.post('/sign-in', { handle: 'vera', password: PASSWORD })).status).toBe(302);
    expect(victim.cookie).not.toBe(planted);
    expect(await isIn(victim)).toBe(true);
    expect(await isIn(mallory)).toBe(false);
    const first = victim.cookie;
    await victim.post('/sign-in', { handle: 'vera', password: PASSWORD });
    expect(victim.cookie).not.toBe(first);
  });

  it('is dead after signing out, also in fifty requests that run at that moment', async () => {
    const who = await signedIn('vera');
    const old = new Person(server);
    old.cookie = who.cookie;
    const [out] = await Promise.all([
      who.post('/sign-out', {}),
      ...Array.from({ length: 50 }, async () => (await old.get('/account')).arrayBuffer()),
    ]);
    expect(out.headers.get('Clear-Site-Data')).toBe('"storage", "cache"');
    expect(await isIn(old)).toBe(false);
    expect(await isIn(vera)).toBe(true);
  });

  it('is no cookie when its row is stolen', async () => {
    const rows = query<Record<string, string>>('SELECT id, tokenHash, accountId FROM Session');
    expect(rows.length).toBeGreaterThan(0);
    for (const row of rows)
      for (const value of Object.values(row)) {
        const thief = new Person(server);
        thief.cookie = `proviso=${value}`;
        expect(await isIn(thief)).toBe(false);
      }
    expect(JSON.stringify(rows)).not.toContain(vera.cookie.slice('proviso='.length));
  });

  it('ends when it is idle, old, or its account is suspended', async () => {
    for (const [sql, value] of [
      ['UPDATE Session SET seenAt = ? WHERE accountId = ?', new Date(Date.now() - 13 * 3_600_000).toISOString()],
      ['UPDATE Session SET expiresAt = ? WHERE accountId = ?', new Date(Date.now() - 1000).toISOString()],
      ['UPDATE Account SET suspendedAt = ? WHERE id = ?', new Date().toISOString()],
    ] as const) {
      const handle = `idle-${Math.random().toString(36).slice(2, 8)}`;
      const who = await newcomer(handle);
      expect(await isIn(who)).toBe(true);
      change(sql, value, query<{ id: string }>('SELECT id FROM Account WHERE handle = ?', handle)[0]!.id);
      expect(await isIn(who), sql).toBe(false);
    }
  });

  it('is listed to its owner, who ends one, or all but this one; nobody ends another’s', async () => {
    const here = await newcomer('lena');
    const [there, abroad] = [await signedIn('lena'), await signedIn('lena')];
    const html = await page(here, '/account');
    const ids = [...html.matchAll(/name="session" value="([^"]+)"/g)].map(([, id]) => id!);
    expect(ids).toHaveLength(2);
    expect((await vera.post('/account', { intent: 'end-session', session: ids[0]! })).status).toBe(200);
    expect([await isIn(there), await isIn(abroad)]).toEqual([true, true]);
    await here.post('/account', { intent: 'end-session', session: ids[0]! });
    expect([await isIn(there), await isIn(abroad)].filter(Boolean)).toHaveLength(1);
    await here.post('/account', { intent: 'end-session' });
    expect([await isIn(there), await isIn(abroad), await isIn(here)]).toEqual([false, false, true]);
  });
});

describe('a password', () => {
  it('is kept as argon2id with 64 MiB and three passes, and works as it was typed on another keyboard', async () => {
    const composed = 'né à l’été, façon Ünïcode 🗝️  with  spaces';
    const link = new URL(await vera.invite(SAMPLE, 'reviewer')).pathname;
    await new Person(server).post(link, { handle: 'nfc', name: 'N', password: composed.normalize('NFD') });
    expect(query<{ hash: string }>(`SELECT passwordHash AS hash FROM Account WHERE handle = 'nfc'`)[0]!.hash).toMatch(
      /^\$argon2id\$v=19\$m=65536,t=3,p=1\$[\w+/]{22}\$[\w+/]{43}$/,
    );
    await signedIn('nfc', composed.normalize('NFC'));
    const cut = await new Person(server).post('/sign-in', { handle: 'nfc', password: composed.slice(0, -1) });
    expect(cut.status).toBe(422);
  });

  it('ends every other session when it is changed, and only the new one works', async () => {
    const here = await newcomer('pia');
    const there = await signedIn('pia');
    const wrong = await here.post('/account', {
      intent: 'password',
      current: 'not this one at all',
      password: 'another long sentence',
    });
    expect(wrong.status).toBe(422);
    expect(await isIn(there)).toBe(true);
    const right = await here.post('/account', {
      intent: 'password',
      current: PASSWORD,
      password: 'another long sentence',
    });
    expect(right.status).toBe(200);
    expect([await isIn(here), await isIn(there)]).toEqual([true, false]);
    expect((await new Person(server).post('/sign-in', { handle: 'pia', password: PASSWORD })).status).toBe(422);
    await signedIn('pia', 'another long sentence');
  });

  it('cannot be guessed by whoever finds a session open: the eleventh try waits', async () => {
    const open = await newcomer('quiet');
    const tries = [];
    for (let i = 0; i < 11; i += 1)
      tries.push(
        await open.post('/account', {
          intent: 'password',
          current: `guess number ${i}`,
          password: 'another long sentence',
        }),
      );
    expect(tries.map((answer) => answer.status)).toEqual([...Array<number>(10).fill(422), 429]);
    expect(Number(tries[10]!.headers.get('Retry-After'))).toBeGreaterThan(0);
  });
});

describe('signing in', () => {
  it('says the same to a wrong password as to a handle that nobody has, and takes as long', async () => {
    await newcomer('known');
    const times: Record<string, number[]> = { known: [], unknown: [], sample: [] };
    const answers: Record<string, string> = {};
    const handles = {
      known: 'known',
      unknown: 'nobodi',
      sample: query<{ handle: string }>(`SELECT handle FROM Account WHERE passwordHash = '' LIMIT 1`)[0]!.handle,
    };
    for (let trial = 0; trial < 16; trial += 1) {
      for (const [kind, handle] of Object.entries(handles)) {
        // A client of its own each time: this is not about limits.
        const who = new Elsewhere();
        const start = performance.now();
        const answer = await who.signIn(handle, `wrong as can be ${trial}`);
        times[kind]!.push(performance.now() - start);
        expect(answer.status).toBe(422);
        expect(answer.headers['set-cookie']).toBeUndefined();
        answers[kind] = answer.body;
      }
    }
    expect(answers.unknown).toBe(answers.known);
    expect(answers.sample).toBe(answers.known);
    const median = (of: number[]) => [...of].sort((a, b) => a - b)[Math.floor(of.length / 2)]!;
    // Without the decoy an unknown handle would be answered in a tenth of the time. The bound is wide: the machine has other work.
    expect(median(times.unknown!) / median(times.known!)).toBeGreaterThan(0.6);
    expect(median(times.unknown!) / median(times.known!)).toBeLessThan(1.7);
    expect(median(times.sample!) / median(times.known!)).toBeGreaterThan(0.6);
  });

  it('stops a client at its eleventh wrong try, at whatever handle, and says when to come back', async () => {
    const stranger = new Elsewhere();
    for (let i = 0; i < 10; i += 1) expect((await stranger.signIn(`handle-${i}`, 'wrong')).status).toBe(422);
    for (const handle of ['vera', 'another']) {
      const eleventh = await stranger.signIn(handle, PASSWORD);
      expect(eleventh.status).toBe(429);
      expect(Number(eleventh.headers['retry-after'])).toBeGreaterThan(0);
      expect(Number(eleventh.headers['retry-after'])).toBeLessThanOrEqual(900);
      expect(eleventh.headers['set-cookie']).toBeUndefined();
    }
    expect((await new Elsewhere().signIn('vera', PASSWORD)).status).toBe(302);
  });

  it('stops at once when many tries of one client run side by side', async () => {
    const stranger = new Elsewhere();
    const answers = await Promise.all(Array.from({ length: 30 }, (_, i) => stranger.signIn('vera', `wrong ${i}`)));
    expect(answers.filter((answer) => answer.status === 422)).toHaveLength(10);
    expect(answers.filter((answer) => answer.status === 429)).toHaveLength(20);
  });

  it('gives nobody more tries for signing in to an account of his own between them', async () => {
    await newcomer('mallory');
    const mallory = new Elsewhere();
    let wrong = 0;
    for (let i = 0; i < 13; i += 1) {
      if ((await mallory.signIn('vera', `guess ${i}`)).status === 422) wrong += 1;
      await mallory.signIn('mallory', PASSWORD);
    }
    expect(wrong).toBe(10);
  });

  it('still works for the owner in her own browser while strangers try her account, and theirs are stopped across a restart', async () => {
    let at = await startServer();
    try {
      const olga = await new Person(at).join(at.firstVisit!, 'olga');
      expect(olga.device).not.toBe('');
      const home = origin;
      origin = new URL(at.url).origin;
      const strangers = Array.from({ length: 7 }, () => new Elsewhere());
      const statuses: number[] = [];
      for (const stranger of strangers)
        for (let i = 0; i < 10; i += 1) statuses.push((await stranger.signIn('olga', `guess ${i}`, at)).status);
      expect(statuses.filter((status) => status === 422)).toHaveLength(60);
      expect(statuses.filter((status) => status === 429)).toHaveLength(10);
      // A new browser of hers has to wait, as a stranger would.
      expect((await new Elsewhere().signIn('olga', PASSWORD, at)).status).toBe(429);

      const again = await olga.post('/sign-in', { handle: 'olga', password: PASSWORD });
      expect(again.status).toBe(302);
      // It took nothing from what the strangers had used up, and a restart does not either.
      expect((await new Elsewhere().signIn('olga', 'guess', at)).status).toBe(429);
      await at.stop();
      at = await startServer({ data: at.data });
      origin = new URL(at.url).origin;
      expect((await new Elsewhere().signIn('olga', 'guess', at)).status).toBe(429);
      olga.server = at;
      olga.cookie = '';
      expect((await olga.post('/sign-in', { handle: 'olga', password: PASSWORD })).status).toBe(302);
      origin = home;
    } finally {
      await at.remove();
    }
  });

  it('lets a browser that is known guess no more than a stranger, and takes a forged mark for none', async () => {
    const tina = await newcomer('tina');
    await newcomer('ursula');
    tina.cookie = '';
    const answers: number[] = [];
    for (let i = 0; i < 12; i += 1)
      answers.push((await tina.post('/sign-in', { handle: 'tina', password: `guess ${i}` })).status);
    expect(answers).toEqual([...Array<number>(10).fill(422), 429, 429]);
    // Her browser is known for her, not for another.
    const thief = new Elsewhere();
    const [nonce = '', signature = ''] = tina.device.split('=')[1]!.split('.');
    for (const mark of [
      tina.device,
      `proviso-device=${nonce}.`,
      `proviso-device=${nonce}x.${signature}`,
      'proviso-device=~~..~',
    ]) {
      thief.cookies = mark;
      await thief.signIn('ursula', 'guess');
      await thief.signIn('ursula', 'guess');
      await thief.signIn('ursula', 'guess');
    }
    expect((await thief.signIn('ursula', PASSWORD)).status).toBe(429);
  });

  it('knows one browser for several people', async () => {
    const shared = await newcomer('anna');
    await newcomer('berta');
    await shared.post('/sign-in', { handle: 'berta', password: PASSWORD });
    expect(shared.device.split('~')).toHaveLength(2);
    await shared.post('/sign-in', { handle: 'anna', password: PASSWORD });
    expect(shared.device.split('~')).toHaveLength(2);
  });

  it('stores no address, and nothing of what was typed as a handle', async () => {
    await new Elsewhere().signIn('my secret passphrase', 'x');
    const rows = JSON.stringify(query('SELECT * FROM Throttle'));
    expect(rows.length).toBeGreaterThan(10);
    expect(rows).not.toMatch(/127\.0|secret|passphrase|vera|olga/);
  });
});

describe('a link to join', () => {
  const form = (handle: string) => ({ handle, name: handle, password: PASSWORD });
  const members = () => query<{ n: number }>('SELECT COUNT(*) AS n FROM Member')[0]!.n;
  const accounts = () => query<{ n: number }>('SELECT COUNT(*) AS n FROM Account')[0]!.n;

  it('makes one account and one member when twenty take it at once', async () => {
    const link = new URL(await vera.invite(SAMPLE, 'observer')).pathname;
    const [before, people] = [members(), accounts()];
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, i) => new Person(server).post(link, form(`twenty-${i}`))),
    );
    expect(answers.map((answer) => answer.status).sort()).toEqual([302, ...Array<number>(19).fill(410)]);
    expect([members(), accounts()]).toEqual([before + 1, people + 1]);
    expect(answers.filter((answer) => answer.headers.getSetCookie().length > 0)).toHaveLength(1);
  });

  it('of the first visit makes one coordinator when twenty take it at once', async () => {
    const fresh = await startServer();
    try {
      const link = new URL(fresh.firstVisit!).pathname;
      const answers = await Promise.all(
        Array.from({ length: 20 }, (_, i) => new Person(fresh).post(link, form(`first-${i}`))),
      );
      expect(answers.map((answer) => answer.status).sort()).toEqual([302, ...Array<number>(19).fill(410)]);
      const db = new Database(join(fresh.data, 'proviso.db'), { readonly: true });
      expect(db.prepare(`SELECT COUNT(*) FROM Member WHERE role = 'coordinator'`).pluck().get()).toBe(1);
      expect(db.prepare(`SELECT COUNT(*) FROM Account WHERE passwordHash <> ''`).pluck().get()).toBe(1);
      db.close();
    } finally {
      await fresh.remove();
    }
  });

  it('is used up by no GET, however often, and by nobody whose form is wrong', async () => {
    const link = new URL(await vera.invite(SAMPLE, 'observer')).pathname;
    const before = everything(server.data);
    for (let i = 0; i < 3; i += 1) {
      expect((await new Person(server).get(link)).status).toBe(200);
      expect((await new Person(server).get(dataForm(link))).status).toBe(200);
      expect((await new Person(server).post(link, { ...form('x'), password: 'short' })).status).toBe(422);
    }
    expect(everything(server.data)).toBe(before);
    expect((await new Person(server).post(link, form('late-but-good'))).status).toBe(302);
  });

  it('looks the same used, expired, withdrawn or made up, and names neither review nor inviter', async () => {
    const make = async () => new URL(await vera.invite(SAMPLE, 'observer')).pathname;
    const newest = () => query<{ id: string }>('SELECT id FROM Invitation ORDER BY createdAt DESC LIMIT 1')[0]!.id;
    const used = await make();
    await new Person(server).post(used, form('used-it'));
    const expired = await make();
    change('UPDATE Invitation SET expiresAt = ? WHERE id = ?', new Date(Date.now() - 1000).toISOString(), newest());
    const withdrawn = await make();
    await vera.post(`/reviews/${SAMPLE}/members`, { intent: 'revoke', invitation: newest() });
    const madeUp = `/join/${'x'.repeat(43)}`;
    const told = async (link: string) => {
      const token = link.split('/').at(-1)!;
      const parts: unknown[] = [];
      for (const ask of [
        new Person(server).get(link),
        new Person(server).get(dataForm(link)),
        new Person(server).post(link, form('somebody-new')),
        vera.get(link),
      ]) {
        const answer = await ask;
        const kept = [...answer.headers].filter(([name]) => !/^(date|content-security-policy)$/.test(name));
        parts.push([answer.status, kept, (await answer.text()).replaceAll(token, 'TOKEN')]);
      }
      return JSON.stringify(parts);
    };
    const wanted = await told(madeUp);
    expect(wanted).toContain('410');
    for (const link of [used, expired, withdrawn]) expect(await told(link)).toBe(wanted);
    expect(wanted.replaceAll('Vera V.', '').length).toBeGreaterThan(0);
    const asStranger = wanted.slice(0, wanted.lastIndexOf('[410'));
    expect(asStranger).not.toMatch(/Vera|vera|Cybercrime|cybercrime/);
  });

  it('stands as a hash only, and in no line of the log', async () => {
    const link = await vera.invite(SAMPLE, 'observer');
    const token = link.split('/').at(-1)!;
    expect(Buffer.from(token, 'base64url')).toHaveLength(32);
    expect(everything(server.data)).not.toContain(token);
    expect(server.output()).not.toContain(token);
  });
});
