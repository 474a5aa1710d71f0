import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import routes from '#app/routes';
import { Person } from '../person';
import { ADDRESSES, NO_UPLOAD, dataForm, everyAddress, type Place } from './addresses';
import { MISSING, PRIVATE, SAMPLE, canary, castOf, gone, json, page, post, raise, replyForm, type Cast } from './cast';
import { readable } from './formats';

// Some of these ask for a hundred pages and a dozen PDFs.
vi.setConfig({ testTimeout: 120_000 });

let cast: Cast;
let version: string;
/** A private place, and one of the same length that is not there. */
let there: Place;
let nowhere: Place;

beforeAll(async () => {
  cast = await castOf();
  const text = cast.text.replace('/treaties/', '');
  version = text.split('/')[1]!;
  there = { slug: PRIVATE, text, version, concern: 1, upload: cast.upload };
  nowhere = { slug: MISSING, text: text.replace('quiet-treaty', MISSING), version, concern: 1 };
});
afterAll(() => cast.server.remove());

interface Answer {
  readonly status: number;
  readonly headers: string;
  readonly body: string;
}
async function ask(who: Person, address: string): Promise<Answer> {
  const answer = await who.get(address);
  const headers = [...answer.headers].filter(([name]) => !['date', 'keep-alive', 'connection'].includes(name));
  const body = readable(new Uint8Array(await answer.arrayBuffer()), answer.headers.get('Content-Type') ?? '');
  return { status: answer.status, headers: headers.map((pair) => pair.join(': ')).join('\n'), body };
}
/** An answer without what the asker herself said: her address; and the script hashes, which change with it. */
function anonymous(answer: Answer, place: Place): Answer {
  const names = [place.slug, place.text.split('/')[0]!, place.upload ?? NO_UPLOAD];
  const without = (words: string) => names.reduce((all, name) => all.replaceAll(name, 'NAME'), words);
  return {
    status: answer.status,
    headers: without(answer.headers).replace(/'sha256-[^']+'/g, 'HASH'),
    body: without(answer.body),
  };
}
const wordsIn = (answer: Answer, pattern: RegExp, address = ''): string[] =>
  [...new Set(`${answer.headers}\n${answer.body}`.match(pattern) ?? [])].filter((word) => !address.includes(word));

/** Reads a live stream from the first event until `enough` has been said. */
async function listen(
  who: Person,
  slug: string,
  from: Record<string, string>,
  enough: (text: string) => boolean,
): Promise<string> {
  const abort = new AbortController();
  const answer = await fetch(`${who.server.url}/reviews/${slug}/live?after=0`, {
    headers: { Cookie: who.cookie, ...from },
    signal: abort.signal,
  });
  let text = `${answer.status}\n`;
  if (answer.status !== 200) return text + (await answer.text());
  const decoder = new TextDecoder();
  for await (const chunk of answer.body as unknown as AsyncIterable<Uint8Array>) {
    text += decoder.decode(chunk, { stream: true });
    if (enough(text)) break;
  }
  abort.abort();
  return text;
}

const outsiders = ['stranger', 'visitor', 'removed'] as const;

describe('a private review', () => {
  it('is asked for at every address of app/routes.ts', () => {
    const paths = routes.map((route) => route.path ?? '/');
    expect(Object.keys(ADDRESSES).sort()).toEqual([...paths].sort());
  });

  it('shows each of its canaries to its coordinator, so that the search below could find them', async () => {
    const seen = new Set<string>();
    for (const address of everyAddress(there))
      for (const word of wordsIn(await ask(cast.coordinator, address), /zqcanary[a-z]+/g)) seen.add(word);
    expect([...seen].sort()).toEqual(cast.fields.map(canary).sort());
  });

  it.each(outsiders)('shows nothing to a %s at any address, and answers as if it were not there', async (who) => {
    const asker = cast[who];
    const missing = everyAddress(nowhere);
    for (const [i, address] of everyAddress(there).entries()) {
      const answer = await ask(asker, address);
      expect(wordsIn(answer, /zqcanary[a-z]*/g, address), `${who} at ${address}`).toEqual([]);
      const without = await ask(asker, missing[i]!);
      expect(anonymous(answer, there), `${who} at ${address}`).toEqual(anonymous(without, nowhere));
    }
  });

  it.each(outsiders)(
    'shows nothing to a %s elsewhere: lists, the search of a public review, its own account',
    async (who) => {
      const elsewhere: Place = {
        slug: SAMPLE,
        text: 'cybercrime/adopted-outline/en',
        version: 'adopted-outline',
        concern: 1,
        upload: cast.upload,
      };
      for (const address of everyAddress(elsewhere))
        expect(
          wordsIn(await ask(cast[who], address), /zqcanary[a-z]+|quiet-(?:matter|treaty)/g, address),
          `${who} at ${address}`,
        ).toEqual([]);
      const found = (query: string) => page(cast[who], `/reviews/${SAMPLE}/concerns?q=${query}`);
      expect(await found('zqcanary')).not.toContain('concern-row');
      expect(await found('data')).toContain('concern-row');
    },
  );

  it.each(outsiders)('takes nothing from a %s: every form answers as if the review were not there', async (who) => {
    const forms: readonly (readonly [string, Record<string, string>])[] = [
      [
        'raise',
        { submission: crypto.randomUUID(), scope: 'treaty', category: 'data', severity: 'serious', bodyText: 'Mine.' },
      ],
      ['concerns/1', replyForm('Mine.')],
      ['concerns/1/thread', replyForm('Mine.')],
      [
        'concerns/1/thread',
        { intent: 'edit', revision: '2', category: 'data', severity: 'serious', bodyText: 'Mine.' },
      ],
      ['concerns/1/thread', { intent: 'resolve', reason: 'Mine.' }],
      ['concerns/1/thread', { intent: 'delete' }],
      ['concerns/1/thread', { intent: 'delete-reply', reply: 'none' }],
      ['members', { intent: 'invite', role: 'coordinator' }],
      ['members', { intent: 'settings', title: 'Mine', visibility: 'public' }],
      ['members', { intent: 'member', account: 'none', role: 'none' }],
      ['members', { intent: 'revoke', invitation: 'none' }],
    ];
    const before = await ask(cast.coordinator, `/reviews/${PRIVATE}/report.md`);
    for (const [path, form] of forms) {
      const [answer, without] = await Promise.all(
        [PRIVATE, MISSING].map(async (slug) => {
          const response = await cast[who].post(`/reviews/${slug}/${path}`, form);
          const headers = [...response.headers].filter(([name]) => name !== 'date').join('\n');
          return { status: response.status, headers, body: await response.text() };
        }),
      );
      expect(anonymous(answer!, there), `${who}, ${path}`).toEqual(anonymous(without!, nowhere));
      expect(answer!.status).toBe(404);
    }
    expect(await ask(cast.coordinator, `/reviews/${PRIVATE}/report.md`)).toEqual(before);
  });

  it.each(outsiders)('streams nothing to a %s', async (who) => {
    for (const from of [{}, { 'Last-Event-ID': '0' }]) {
      const [answer, without] = await Promise.all(
        [PRIVATE, MISSING].map((slug) => listen(cast[who], slug, from as Record<string, string>, () => true)),
      );
      expect(answer).toBe('404\n');
      expect(without).toBe(answer);
    }
  });

  it('streams ids and never words to its members', async () => {
    const text = await listen(cast.observer, PRIVATE, { 'Last-Event-ID': '0' }, (said) =>
      said.includes('event: concern-resolved'),
    );
    expect(text).toContain('event: concern-raised');
    expect(text.match(/zqcanary[a-z]+/g)).toBeNull();
  });
});

describe('what was deleted', () => {
  const words = /zqgone[a-z]+/g;
  const numbers: Record<string, number> = {};
  const readers = ['coordinator', 'observer', 'visitor'] as const;

  beforeAll(async () => {
    for (const slug of [PRIVATE, SAMPLE]) {
      const author = slug === PRIVATE ? cast.reviewer : cast.stranger;
      const number = (numbers[slug] = await raise(author, slug, `Said too much: ${gone('first')}.`));
      const path = `/reviews/${slug}/concerns/${number}`;
      const edit = { intent: 'edit', category: 'data', severity: 'serious' };
      await post(author, path, { ...edit, revision: '1', bodyText: `Said too much: ${gone('second')}.` }, 302);
      await post(author, path, { intent: 'resolve', reason: `Since ${gone('reason')}.` }, 302);
      await post(author, path, replyForm(`And I ${gone('reply')}.`), 302);
      const thread = await json<{ replies: { id: string }[] }>(author, `${path}/thread`);
      const reply = thread.replies[0]!.id;
      await post(
        author,
        path,
        { intent: 'edit-reply', reply, revision: '1', bodyText: `And we ${gone('again')}.` },
        302,
      );
      await post(cast.coordinator, path, replyForm('This stays.', { parent: reply }), 302);
      const report = await page(author, `/reviews/${slug}/report.md`);
      for (const field of ['second', 'reason', 'again']) expect(report).toContain(gone(field));
      await post(author, path, { intent: 'delete-reply', reply }, 302);
      await post(author, path, { intent: 'delete' }, 302);
    }
  });

  it.each(readers)('is at no address for a %s', async (who) => {
    for (const slug of [PRIVATE, SAMPLE]) {
      const text = slug === PRIVATE ? there.text : 'cybercrime/adopted-outline/en';
      for (const address of everyAddress({ slug, text, version: text.split('/')[1]!, concern: numbers[slug]! }))
        expect(wordsIn(await ask(cast[who], address), words, address), `${who} at ${address}`).toEqual([]);
    }
  });

  it('is found by no search, and its tombstone still carries the answer that stays', async () => {
    for (const field of ['first', 'second', 'reply', 'again']) {
      const found = await page(cast.coordinator, `/reviews/${SAMPLE}/concerns?q=${gone(field)}`);
      expect(found).not.toContain('concern-row');
    }
    const thread = JSON.stringify(
      await json(cast.coordinator, `/reviews/${SAMPLE}/concerns/${numbers[SAMPLE]}/thread`),
    );
    expect(thread).toContain('This stays.');
    expect(thread).not.toContain('Sten S.');
  });

  it('is told of by ids only', async () => {
    const said = await listen(cast.coordinator, SAMPLE, { 'Last-Event-ID': '0' }, (text) =>
      text.includes('event: concern-deleted'),
    );
    expect(said.match(words)).toBeNull();
  });
});

describe('an author who wrote under a pseudonym or withheld her name', () => {
  const hidden = /zqhidden[a-z]+/gi;
  let wilma: Person;
  let account: string;
  const numbers: number[] = [];
  const readers = ['visitor', 'stranger', 'coordinator'] as const;

  beforeAll(async () => {
    wilma = await new Person(cast.server).join(
      await cast.coordinator.invite(SAMPLE, 'reviewer'),
      'wilma.zqhiddenhandle',
      'Wilma Zqhiddenname',
    );
    await post(wilma, '/account', { intent: 'organisation', name: 'House of Zqhiddenhouse', constituency: 'industry' });
    const me = await json<{ account: { id: string }; organisations: { id: string }[] }>(wilma, `/reviews/${SAMPLE}/me`);
    account = me.account.id;
    const organisation = me.organisations[0]!.id;
    for (const attribution of ['withheld', 'pseudonym']) {
      const speaker = { attribution, organisation };
      const number = await raise(wilma, SAMPLE, `Words of one who is ${attribution}.`, speaker);
      numbers.push(number);
      const path = `/reviews/${SAMPLE}/concerns/${number}`;
      await post(
        wilma,
        path,
        {
          intent: 'edit',
          revision: '1',
          category: 'data',
          severity: 'serious',
          bodyText: `Words of one who is ${attribution}, again.`,
        },
        302,
      );
      await post(wilma, path, replyForm('Adding to it.', speaker), 302);
      await post(wilma, path, { intent: 'resolve', reason: 'Done.' }, 302);
    }
  });

  it.each(readers)('is named nowhere that a %s can look, in no page, export or message', async (who) => {
    for (const concern of numbers) {
      const place = { slug: SAMPLE, text: 'cybercrime/adopted-outline/en', version: 'adopted-outline', concern };
      // Members know who the members are: that page, and only that one, names her.
      const addresses = everyAddress(place).filter(
        (address) =>
          (who === 'visitor' || !/\/members(\.data)?$/.test(address)) &&
          (concern === numbers[0] || address.includes(`/concerns/${concern}`)),
      );
      for (const address of addresses) {
        const answer = await ask(cast[who], address);
        expect(wordsIn(answer, hidden, address), `${who} at ${address}`).toEqual([]);
        expect(answer.body.includes(account), `her account's id for a ${who} at ${address}`).toBe(false);
      }
    }
    const live = await listen(cast[who], SAMPLE, { 'Last-Event-ID': '0' }, (text) =>
      text.includes('event: concern-resolved'),
    );
    expect(live.match(hidden)).toBeNull();
    expect(live).not.toContain(account);
  });

  it('still shows her words, so that the search above could find her', async () => {
    const report = await page(cast.visitor, `/reviews/${SAMPLE}/report.md`);
    expect(report).toContain('Words of one who is withheld, again.');
    expect(report).toMatch(/Contributor \d{4}/);
  });
});

describe('the page of the reader that everybody shares', () => {
  it('holds nothing of the person who asked first, and is the same bytes for the next', async () => {
    const title = 'Fresh matter';
    const options = [...(await page(cast.coordinator, '/reviews/new')).matchAll(/<option value="([^"]+)"/g)];
    await post(
      cast.coordinator,
      '/reviews/new',
      { title, brief: '', text: options[0]![1]!, visibility: 'private' },
      302,
    );
    const nina = await new Person(cast.server).join(
      await cast.coordinator.invite('fresh-matter', 'reviewer'),
      'nina.zqfirsthandle',
      'Nina Zqfirstname',
    );
    const first = await nina.get('/reviews/fresh-matter/read');
    const html = await first.text();
    const me = await json<{ account: { id: string } }>(nina, '/reviews/fresh-matter/me');
    expect(first.status).toBe(200);
    expect(html.match(/zqfirst[a-z]+/gi)).toBeNull();
    expect(html).not.toContain(me.account.id);
    expect(html).not.toContain(nina.cookie.split('=')[1]);
    expect(first.headers.getSetCookie()).toEqual([]);
    const second = await cast.coordinator.get('/reviews/fresh-matter/read');
    expect(await second.text()).toBe(html);
    expect(second.headers.get('ETag')).toBe(first.headers.get('ETag'));
    const data = await (await nina.get(dataForm('/reviews/fresh-matter/read'))).text();
    expect(data.match(/zqfirst[a-z]+/gi)).toBeNull();
  });

  it('is asked for only after the right to read: whoever was removed gets what a missing review gives', async () => {
    const mona = await new Person(cast.server).join(await cast.coordinator.invite('fresh-matter', 'reviewer'), 'mona');
    const kept = await mona.get('/reviews/fresh-matter/read');
    const etag = kept.headers.get('ETag')!;
    await kept.text();
    const me = await json<{ account: { id: string } }>(mona, '/reviews/fresh-matter/me');
    await post(cast.coordinator, '/reviews/fresh-matter/members', {
      intent: 'member',
      account: me.account.id,
      role: 'none',
    });
    const again = await mona.get('/reviews/fresh-matter/read', { 'If-None-Match': etag });
    expect(again.status).toBe(404);
    expect(await again.text()).not.toContain('Fresh matter');
  });
});

describe('the disk, once the server has stopped', () => {
  it('holds nothing that was deleted, in no file of the data folder', async () => {
    expect(await cast.server.stop()).toBe(0);
    const files = readdirSync(cast.server.data, { recursive: true, withFileTypes: true }).filter((entry) =>
      entry.isFile(),
    );
    const holding = files.filter((entry) =>
      readFileSync(join(entry.parentPath, entry.name)).toString('latin1').includes('zqgone'),
    );
    expect(holding.map((entry) => entry.name)).toEqual([]);
    expect(readFileSync(join(cast.server.data, 'proviso.db')).toString('latin1')).toContain(canary('body'));
  });

  it('has no word of anybody in what the server wrote out', () => {
    // Their whole beginnings: the first-visit link is random, and may well hold two letters of them.
    expect(cast.server.output().match(/zq(?:canary|gone|hidden|first)[a-z]*/gi)).toBeNull();
  });
});
