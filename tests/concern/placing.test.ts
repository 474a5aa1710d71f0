import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { filterSchema } from '#app/domain/concern/filter';
import type { App } from '#app/operations/app.server';
import { deleteConcern } from '#app/operations/concern/delete-concern.server';
import { listConcerns } from '#app/operations/concern/list-concerns.server';
import { raiseConcern } from '#app/operations/concern/raise-concern.server';
import { reply } from '#app/operations/concern/reply.server';
import { cardOf, stretchOf } from '#app/domain/concern/mark';
import { createReview } from '#app/operations/review/create-review.server';
import { readReview } from '#app/operations/review/read-review.server';
import { seeCards } from '#app/operations/review/see-cards.server';
import { seeChanges } from '#app/operations/review/see-changes.server';
import { updateReview } from '#app/operations/review/update-review.server';
import { importText } from '#app/operations/treaty/import-text.server';
import {
  concernForm,
  enrol,
  freshApp,
  person,
  reviewFor,
  textFor,
  TREATY,
  valueOf,
  type FreshApp,
  type PersonActor,
} from '../store/fresh-app';

let fresh: FreshApp;
let app: App;
let rosa: PersonActor;
let first: string;
let second: string;
let slug: string;

beforeAll(async () => {
  fresh = await freshApp();
  app = fresh.app;
  rosa = await person(app, 'rosa');
  first = await textFor(app, rosa);
  const longer = TREATY.replace('Nothing in this Convention', 'A rather longer beginning. Nothing in this Convention');
  second = valueOf(
    await importText(
      rosa,
      app,
      { name: 'mooring-2.txt', bytes: new TextEncoder().encode(longer) },
      { title: 'Convention on the Mooring of Ships', version: 'Draft 2', language: 'en', visibility: 'public' },
    ),
  ).textId;
  slug = await reviewFor(app, rosa, { title: 'Two drafts', text: first, visibility: 'private' });
});
afterAll(() => fresh.remove());

describe('a review whose treaty has two versions', () => {
  it('never sends a concern to a reader of the version that it is not about', async () => {
    const raised = await raiseConcern(
      rosa,
      app,
      slug,
      concernForm('About the first draft.', { eId: 'chp_I__art_1__para_2' }),
    );
    expect(raised.ok).toBe(true);
    const treaty = await raiseConcern(rosa, app, slug, concernForm('About all of it.', { scope: 'treaty', eId: '' }));
    const numberOf = (one: { number: number }) => one.number;
    const own = valueOf(await seeChanges(rosa, app, slug, 0, first)).concerns.map(numberOf);
    expect(own).toEqual([valueOf(raised).number, valueOf(treaty).number]);
    expect(valueOf(await seeChanges(rosa, app, slug, 0, second)).concerns.map(numberOf)).toEqual([
      valueOf(treaty).number,
    ]);
    const page = valueOf(await readReview(rosa, app, slug, { version: 'draft-2', language: 'en' })).page;
    expect(page.concerns.map(numberOf)).toEqual([valueOf(treaty).number]);
    expect(page.text.own).toBe(false);
  });

  it('takes no concern on the words of the other version', async () => {
    const refused = await raiseConcern(rosa, app, slug, concernForm('On the second.', { text: second }));
    expect(refused).toMatchObject({ ok: false, code: 'invalid' });
  });
});

describe('counts beside provisions', () => {
  it('say how many concerns the link beside them lists, tombstones left out, passages across provisions on each', async () => {
    const review = await reviewFor(app, rosa, { title: 'Counting', text: first, visibility: 'private' });
    const on = async (more: Record<string, string>) =>
      valueOf(await raiseConcern(rosa, app, review, concernForm('Counted.', more))).number;
    await on({ eId: 'chp_I__art_1' });
    await on({ eId: 'chp_I__art_1__para_1' });
    const gone = await on({ eId: 'chp_I__art_1__para_1' });
    valueOf(await reply(rosa, app, review, gone, { submission: crypto.randomUUID(), bodyText: 'Answered.' }));
    valueOf(await deleteConcern(rosa, app, review, gone));
    const { html, page } = valueOf(await readReview(rosa, app, review, null));
    const counted = [...html.matchAll(/<a class="p-count" href="([^"]*)">(\d+) concerns?<\/a>/g)];
    expect(counted.map(([, , count]) => Number(count))).toEqual([1, 1]);
    expect(page.concerns).toHaveLength(3);
    for (const [, href = '', count] of counted) {
      const query = new URL(href.replaceAll('&amp;', '&'), 'http://localhost').searchParams;
      const filter = filterSchema.parse({ provision: query.get('provision') ?? '', within: query.get('within') ?? '' });
      expect(valueOf(await listConcerns(rosa, app, review, filter)).found).toBe(Number(count));
    }
  });
});

describe('cards of the margin', () => {
  it('come from just one stretch each: the one that their mark names, the words as the page would have them', async () => {
    const review = await reviewFor(app, rosa, { title: 'By stretches', text: first, visibility: 'private' });
    const on = async (more: Record<string, string>) =>
      valueOf(await raiseConcern(rosa, app, review, concernForm('Said here.', more))).number;
    await on({ scope: 'treaty', eId: '' });
    await on({ eId: 'chp_I__art_1' });
    await on({ eId: 'chp_I__art_1__para_2' });
    const gone = await on({ eId: 'chp_I__art_1__para_1' });
    const answered = await on({ eId: 'chp_I__art_1__para_1' });
    valueOf(await reply(rosa, app, review, answered, { submission: crypto.randomUUID(), bodyText: 'Answered.' }));
    for (const number of [gone, answered]) valueOf(await deleteConcern(rosa, app, review, number));
    const { page } = valueOf(await readReview(rosa, app, review, null));
    const choice = { version: page.text.version, language: page.text.language };
    const stretches = [-1, 0, 1].map((stretch) => seeCards(rosa, app, review, choice, stretch));
    const [whole, near, beyond] = await Promise.all(stretches);
    expect(page.concerns.map((one) => one.number)).toEqual([1, 2, 3, answered]);
    for (const [stretch, answer] of [
      [-1, whole],
      [0, near],
    ] as const)
      expect(valueOf(answer!).cards).toEqual(page.concerns.filter((one) => stretchOf(one) === stretch).map(cardOf));
    expect(valueOf(near!).cards.find((card) => card.number === answered)?.summary).toBeNull();
    expect(beyond).toMatchObject({ ok: false, code: 'not-found' });
    expect(await seeCards(rosa, app, review, choice, 0.5)).toMatchObject({ ok: false, code: 'not-found' });
  });
});

describe('a private treaty', () => {
  it('is opened to others only by its owner', async () => {
    const text = await textFor(app, rosa, { title: 'Leaked draft', visibility: 'private' });
    const review = await reviewFor(app, rosa, { title: 'On the leak', text, visibility: 'private' });
    const lin = await person(app, 'lin');
    await enrol(app, review, lin, 'observer');
    for (const visibility of ['public', 'private'])
      expect(await createReview(lin, app, { title: 'Mine', text, visibility })).toMatchObject({
        ok: false,
        code: 'invalid',
      });
    const mira = await person(app, 'mira');
    await enrol(app, review, mira, 'coordinator');
    const open = { title: 'On the leak', visibility: 'public' };
    expect(await updateReview(mira, app, review, open)).toMatchObject({ ok: false, code: 'invalid' });
    expect((await updateReview(rosa, app, review, open)).ok).toBe(true);
  });
});
