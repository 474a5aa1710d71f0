import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { checkBody, type Body } from '#app/domain/concern/body';
import { layOut } from '#app/domain/treaty/canonical';
import { readTreaty } from '#app/formats/import/read';
import { countPeople, insertAccount, insertOrganisation, addRepresentative } from '#app/store/account/accounts.server';
import { insertConcern, insertReply, setStatus, takeNumber } from '#app/store/concern/concerns.server';
import { write, type Client } from '#app/store/database.server';
import { inTurn } from '#app/store/open-lock.server';
import { appendEvent } from '#app/store/review/events.server';
import { addMember, insertReview, standingIn } from '#app/store/review/reviews.server';
import { indexWords } from '#app/store/search.server';
import { newId, sha256, type App } from '../app.server';
import { placementFor } from '../concern/passage.server';
import { revisionOf, searchable } from '../concern/words.server';
import { pseudonym } from '../review/pseudonym.server';
import { storeText } from '../treaty/store-text.server';
import { sampleSchema, type SampleReply } from './sample-file.server';
import { slugOf } from '#app/domain/slug';

/**
 * Gives an empty database the sample treaty and its public review, and the review's id. The people in it are invented and
 * have no password, so nobody can be them. A database that has anybody in it is left alone: then null.
 */
export function plantSample(app: App, folder: string): Promise<string | null> {
  // In turn: of two servers that start at once the second finds what the first has planted.
  return inTurn(app.store.file, () => plant(app, folder));
}

async function plant(app: App, folder: string): Promise<string | null> {
  const sample = sampleSchema.parse(JSON.parse(await readFile(join(folder, 'review.json'), 'utf8')));
  const there = standingIn(app.store, sample.slug, null);
  if (there) return there.id;
  if ((await countPeople(app.store.prisma)) > 0) return null;
  const name = 'cybercrime.en.md';
  const bytes = await readFile(join(folder, name));
  const outline = await readTreaty(bytes, { name, language: 'en' });
  if (!outline.ok) throw new Error(`The sample treaty cannot be read: ${outline.detail ?? outline.code}`);
  const { characters, provisions } = layOut(outline.value);

  return write(app.store, async (tx) => {
    const text = await storeText(app, tx, {
      outline: outline.value,
      corrections: [],
      source: { name, sha256: sha256(bytes) },
      treaty: { slug: 'cybercrime', title: outline.value.title, unofficial: true, visibility: 'public' },
      version: { slug: 'adopted-outline', label: 'Adopted text, outline' },
      language: 'en',
      ownerId: null,
      mayAddTo: () => true,
    });
    if (!text.ok) throw new Error(`The sample treaty cannot be stored: ${text.detail ?? text.code}`);
    const start = app.now().getTime() - sample.concerns.length * 3 * 3_600_000;
    const reviewId = newId();
    const { textId, treatyId } = text.value;
    const review = { id: reviewId, slug: sample.slug, title: sample.title, brief: sample.brief, treatyId, textId };
    await insertReview(tx, { ...review, visibility: 'public', createdAt: new Date(start) });
    const organisations = await plantOrganisations(tx, sample.organisations, new Date(start));
    const people = new Map<string, { id: string; pseudonym: string }>();
    for (const person of sample.people) {
      const row = {
        id: newId(),
        handle: `sample.${person.handle}`.slice(0, 40),
        name: person.name,
        passwordHash: '',
        createdAt: new Date(start),
      };
      await insertAccount(tx, row);
      const member = { id: row.id, pseudonym: pseudonym() };
      people.set(person.handle, member);
      const organisationId = person.organisation ? organisations.get(person.organisation) : undefined;
      if (organisationId) await addRepresentative(tx, row.id, organisationId, row.createdAt);
      await addMember(tx, {
        reviewId,
        accountId: row.id,
        role: 'reviewer',
        pseudonym: member.pseudonym,
        createdAt: row.createdAt,
      });
    }
    const author = (handle: string, organisation: string | null | undefined) => {
      const person = people.get(handle);
      if (!person) throw new Error(`The sample names nobody called ${handle}.`);
      return {
        authorId: person.id,
        pseudonym: person.pseudonym,
        organisationId: (organisation && organisations.get(organisation)) || null,
        attribution: 'person-and-organisation',
        submission: newId(),
      };
    };

    let clock = start;
    const tick = () => new Date((clock += 20 * 60_000));
    for (const concern of sample.concerns) {
      const id = newId();
      const at = tick();
      const body = valid(concern.paragraphs);
      const provision = provisions.find((p) => p.eId === concern.eId);
      if (concern.eId && !provision) throw new Error(`The sample has no provision ${concern.eId}.`);
      const from = concern.quote && provision ? characters.indexOf(concern.quote, provision.start) : -1;
      if (concern.quote && (from < 0 || from >= (provision?.end ?? 0)))
        throw new Error(`Sample concern ${concern.number}: its quote is not in ${concern.eId}.`);
      const placement = placementFor(
        { id: textId, characters },
        provisions,
        {
          scope: concern.quote ? 'passage' : concern.eId ? 'provision' : 'treaty',
          start: concern.quote ? from : null,
          end: concern.quote ? from + concern.quote.length : null,
          exact: concern.quote ?? '',
          eId: concern.eId ?? '',
        },
        at,
      );
      if (!placement.ok) throw new Error(`Sample concern ${concern.number} cannot be placed.`);
      const who = author(concern.author, concern.organisation);
      const number = await takeNumber(tx, reviewId);
      const { category, severity, ask } = concern;
      await insertConcern(
        tx,
        { id, reviewId, number, ...who, createdAt: at },
        { id: newId(), createdAt: at, ...revisionOf(body, { ordinal: 1, category, severity, ask: ask ?? null }) },
        [placement.value],
      );
      await indexWords(tx, { reviewId, concernId: id, itemId: id, words: searchable(placement.value.exact, body) });
      await appendEvent(tx, {
        id: newId(),
        reviewId,
        kind: 'concern-raised',
        concernId: id,
        actorId: who.authorId,
        createdAt: at,
      });
      const plantReplies = async (replies: readonly SampleReply[], parentId: string | null): Promise<void> => {
        for (const reply of replies) {
          const replyId = newId();
          const when = tick();
          const words = valid(reply.body);
          const by = author(reply.author, reply.organisation);
          await insertReply(
            tx,
            { id: replyId, concernId: id, parentId, ...by, createdAt: when },
            { id: newId(), createdAt: when, ...revisionOf(words, { ordinal: 1 }) },
          );
          await indexWords(tx, { reviewId, concernId: id, itemId: replyId, words: searchable('', words) });
          await appendEvent(tx, {
            id: newId(),
            reviewId,
            kind: 'reply-posted',
            concernId: id,
            replyId,
            actorId: by.authorId,
            createdAt: when,
          });
          await plantReplies(reply.replies ?? [], replyId);
        }
      };
      await plantReplies(concern.replies, null);
      if (concern.status === 'resolved') {
        const when = tick();
        await setStatus(tx, {
          id: newId(),
          concernId: id,
          status: 'resolved',
          reason: concern.reason ?? '',
          actorId: who.authorId,
          createdAt: when,
        });
        await appendEvent(tx, {
          id: newId(),
          reviewId,
          kind: 'concern-resolved',
          concernId: id,
          actorId: who.authorId,
          createdAt: when,
        });
      }
    }
    return reviewId;
  });
}

async function plantOrganisations(
  tx: Client,
  list: readonly { name: string; constituency: string }[],
  createdAt: Date,
) {
  const ids = new Map<string, string>();
  for (const one of list) {
    const id = newId();
    await insertOrganisation(tx, {
      id,
      slug: slugOf(one.name, id),
      name: one.name,
      constituency: one.constituency,
      createdAt,
    });
    ids.set(one.name, id);
  }
  return ids;
}

function valid(blocks: unknown): Body {
  const body = checkBody({ v: 1, blocks });
  if (!body.ok) throw new Error(`The sample holds a body that the product would refuse: ${body.detail ?? body.code}`);
  return body.value;
}
