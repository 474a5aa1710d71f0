import { existsSync, readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aligned } from '#app/domain/treaty/parallel';
import { layOut } from '#app/domain/treaty/canonical';
import { readTreaty } from '#app/formats/import/read';
import type { App } from '#app/operations/app.server';
import { raiseConcern } from '#app/operations/concern/raise-concern.server';
import { readReview } from '#app/operations/review/read-review.server';
import { seeCards } from '#app/operations/review/see-cards.server';
import { seeChanges } from '#app/operations/review/see-changes.server';
import { importText } from '#app/operations/treaty/import-text.server';
import { stretchOf } from '#app/domain/concern/mark';
import {
  concernForm,
  freshApp,
  person,
  reviewFor,
  textFor,
  valueOf,
  type FreshApp,
  type PersonActor,
} from '../store/fresh-app';

/** The treaty of the fixture in French; article 4 is missing, article 3 has a third paragraph. */
const FRENCH = `CONVENTION SUR L’AMARRAGE DES NAVIRES

Chapitre I
Dispositions générales

Article premier
Objet

1. La présente Convention a pour objet de garder les navires là où on les a laissés.
2. Rien dans la présente Convention n’oblige à laisser un navire où que ce soit.

Article 2
Terminologie

Aux fins de la présente Convention :
a) « Navire » désigne tout ce qui flotte ;
b) « Amarrage » désigne un cordage entre un navire et la terre.

Chapitre II
Obligations

Article 3
Cordages

1. Chaque État Partie veille à ce que les cordages soient <solides>.
2. Un cordage n’est coupé que par la personne qui l’a noué.
3. Les cordages verts sont interdits.
`;

let fresh: FreshApp;
let app: App;
let rosa: PersonActor;
let slug: string;
let french: string;
let onRopes: number;
let onDisputes: number;
beforeAll(async () => {
  fresh = await freshApp();
  app = fresh.app;
  rosa = await person(app, 'rosa');
  const english = await textFor(app, rosa);
  const file = { name: 'amarrage.txt', bytes: new TextEncoder().encode(FRENCH) };
  const fields = {
    treaty: 'convention-on-the-mooring-of-ships',
    title: 'Convention',
    version: 'Draft 1',
    language: 'fr',
  };
  french = valueOf(await importText(rosa, app, file, fields)).textId;
  slug = await reviewFor(app, rosa, { title: 'Ropes', text: english, visibility: 'private' });
  const raise = async (words: string, more: Record<string, string>) =>
    valueOf(await raiseConcern(rosa, app, slug, concernForm(words, more))).number;
  onRopes = await raise('Sound to whom?', { eId: 'chp_II__art_3__para_1' });
  onDisputes = await raise('On the quay?', { eId: 'chp_II__art_4' });
});
afterAll(() => fresh.remove());

const inFrench = { version: 'draft-1', language: 'fr' };

describe('a concern raised in one language', () => {
  it('stands on the same provision of the other, said to be raised there, and on no words', async () => {
    const { page, html } = valueOf(await readReview(rosa, app, slug, inFrench));
    const ropes = page.concerns.find((one) => one.number === onRopes)!;
    expect(ropes.placements).toMatchObject([
      { scope: 'provision', eIds: ['chp_II__art_3__para_1'], citation: 'Article 3(1), raised on the English text' },
    ]);
    expect(html).toMatch(/id="chp_II__art_3__para_1">[\s\S]*?<a class="p-count"[^>]*>1 concern</);
    const own = valueOf(await readReview(rosa, app, slug, null)).page;
    expect(own.concerns.find((one) => one.number === onRopes)!.placements[0]!.citation).toBe('Article 3(1)');
  });

  it('whose provision the other lacks stands in the nearest around it, and is counted on none', async () => {
    const { page } = valueOf(await readReview(rosa, app, slug, inFrench));
    const disputes = page.concerns.find((one) => one.number === onDisputes)!;
    expect(disputes.placements).toMatchObject([
      { scope: 'provision', eIds: [], citation: expect.stringMatching(/^Chapter II\b.*English/) as string },
    ]);
  });

  it('comes in cards and in live changes as the page has it', async () => {
    const { page } = valueOf(await readReview(rosa, app, slug, inFrench));
    for (const concern of page.concerns) {
      const { cards } = valueOf(await seeCards(rosa, app, slug, inFrench, stretchOf(concern)));
      expect(cards.find((one) => one.number === concern.number)).toMatchObject({
        summary: concern.summary,
        citation: concern.placements[0]!.citation,
      });
    }
    expect(valueOf(await seeChanges(rosa, app, slug, 0, french)).concerns).toEqual(page.concerns);
  });
});

describe('two languages side by side', () => {
  it('show each provision beside its like, escaped, without ids or offsets of its own', async () => {
    const { html, page } = valueOf(
      await readReview(rosa, app, slug, { version: 'draft-1', language: 'en', beside: 'fr' }),
    );
    expect(page.text).toMatchObject({ language: 'en', beside: 'fr', languages: ['en', 'fr'], own: true });
    const ids = [...html.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
    expect(new Set(ids).size).toBe(ids.length);
    const paragraph = /id="chp_II__art_3__para_1">([\s\S]*?)<\/div><\/div>/.exec(html)![1]!;
    expect(paragraph).toContain('Each State Party');
    expect(paragraph).toContain('<div class="beside" lang="fr" dir="ltr">');
    expect(paragraph).toContain('les cordages soient &lt;solides&gt;.');
    const beside = html.match(/<div class="beside"[\s\S]*?<\/div>/g)!.join('');
    expect(beside).not.toMatch(/data-s|id=/);
    // What only the other has is lost nowhere: it stands at the end.
    expect(html.slice(html.indexOf('beside-rest'))).toContain('Les cordages verts sont interdits.');
  });

  it('answer as what is not there for a language that is not there', async () => {
    for (const beside of ['de', 'en'])
      expect(await readReview(rosa, app, slug, { version: 'draft-1', language: 'en', beside })).toMatchObject({
        ok: false,
        code: 'not-found',
      });
  });
});

const folder = '../shared/treaties';
describe.skipIf(!existsSync(folder))('the Universal Declaration (needs ../shared/treaties)', () => {
  it('aligns one to one in the six official languages', async () => {
    const texts = await Promise.all(
      ['eng', 'fra', 'spa', 'rus', 'arb', 'cmn_hans'].map(async (name) => {
        const read = await readTreaty(readFileSync(`${folder}/udhr_${name}.xml`), { name: `udhr_${name}.xml` });
        return layOut(valueOf(read)).provisions;
      }),
    );
    const articles = texts.map((all) => all.filter((one) => one.kind === 'article'));
    for (const one of articles) {
      expect(one).toHaveLength(30);
      expect(aligned(articles[0]!, one).size).toBe(30);
    }
  });
});
