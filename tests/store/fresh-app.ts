import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { hash } from '@node-rs/argon2';
import { sha256, type Actor, type App } from '#app/operations/app.server';
import { recognise } from '#app/operations/account/recognise.server';
import { openSession } from '#app/operations/account/session.server';
import { openApp } from '#app/operations/open-app.server';
import { pseudonym } from '#app/operations/review/pseudonym.server';
import { importText } from '#app/operations/treaty/import-text.server';
import { createReview } from '#app/operations/review/create-review.server';
import type { Role } from '#app/domain/review/roles';
import type { Result } from '#app/domain/result';
import { insertAccount } from '#app/store/account/accounts.server';
import { addMember, standingIn } from '#app/store/review/reviews.server';

export const ROOT = join(import.meta.dirname, '../..');
export const MIGRATIONS = join(ROOT, 'prisma/migrations');
/** The built program: `npm test` builds it anew when its sources have changed. */
export const READING = join(ROOT, 'build/proviso/reading.mjs');

/** A short treaty of our own making: two chapters, four articles. */
export const TREATY = `CONVENTION ON THE MOORING OF SHIPS

Chapter I
General provisions

Article 1
Purpose

1. The purpose of this Convention is to keep ships where they were left.
2. Nothing in this Convention shall be read as requiring a ship to be left anywhere.

Article 2
Use of terms

For the purposes of this Convention:
(a) "Ship" means anything that floats and is meant to;
(b) "Mooring" means a rope, chain or understanding between a ship and the land.

Chapter II
Duties

Article 3
Ropes

1. Each State Party shall see to it that ropes are sound.
2. A rope shall not be cut except by the person who tied it.

Article 4
Disputes

Disputes are settled by negotiation on the quay.
`;

export interface FreshApp {
  readonly app: App;
  readonly data: string;
  readonly databaseFile: string;
  remove(): Promise<void>;
}

/** A real application on an empty, migrated database in a folder of its own. */
export async function freshApp(data = mkdtempSync(join(tmpdir(), 'proviso-app-'))): Promise<FreshApp> {
  const databaseFile = join(data, 'proviso.db');
  const app = await openApp({
    data,
    databaseFile,
    publicUrl: 'http://localhost:3000',
    migrations: MIGRATIONS,
    reading: READING,
  });
  return {
    app,
    data,
    databaseFile,
    remove: async () => {
      await app.store.close();
      rmSync(data, { recursive: true, force: true });
    },
  };
}

export type PersonActor = Extract<Actor, { kind: 'person' }>;
export const VISITOR: Actor = { kind: 'visitor' };

let cheap: Promise<string> | undefined;
/** Somebody with an account and a session; her password is hashed cheaply, for tests that are not about that. */
export async function person(app: App, handle: string, name = handle): Promise<PersonActor> {
  const id = crypto.randomUUID();
  cheap ??= hash('a long enough sentence', { memoryCost: 1024, timeCost: 1, parallelism: 1 });
  await insertAccount(app.store.prisma, { id, handle, name, passwordHash: await cheap, createdAt: app.now() });
  const actor = recognise(app, await openSession(app, app.store.prisma, id));
  if (actor.kind !== 'person') throw new Error(`${handle} is not recognised`);
  return actor;
}

export function valueOf<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`${result.code}: ${result.detail ?? JSON.stringify(result.fields)}`);
  return result.value;
}

export async function textFor(app: App, owner: Actor, fields: Record<string, string> = {}): Promise<string> {
  const file = { name: 'mooring.txt', bytes: new TextEncoder().encode(TREATY) };
  const given = {
    title: 'Convention on the Mooring of Ships',
    version: 'Draft 1',
    language: 'en',
    visibility: 'public',
    ...fields,
  };
  return valueOf(await importText(owner, app, file, given)).textId;
}

/** A review by `coordinator`, and its address. */
export async function reviewFor(
  app: App,
  coordinator: Actor,
  fields: { title: string; text: string; visibility: string },
): Promise<string> {
  return valueOf(await createReview(coordinator, app, fields)).slug;
}

export async function enrol(app: App, slug: string, who: PersonActor, role: Role): Promise<void> {
  const review = standingIn(app.store, slug, null)!;
  await addMember(app.store.prisma, {
    reviewId: review.id,
    accountId: who.id,
    role,
    pseudonym: pseudonym(),
    createdAt: app.now(),
  });
}

/** What the form "New concern" sends for a whole provision. */
export const concernForm = (words: string, more: Record<string, string> = {}): Record<string, string> => ({
  submission: crypto.randomUUID(),
  scope: 'provision',
  eId: 'chp_I__art_1__para_1',
  category: 'scope',
  severity: 'serious',
  bodyText: words,
  ...more,
});

export const tokenHash = sha256;
