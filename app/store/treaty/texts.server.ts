import type { SpannedProvision } from '#app/domain/treaty/canonical';
import type { Client } from '../database.server';

const openTo = (accountId: string | null) => [
  { visibility: 'public' },
  { reviews: { some: { visibility: 'public' } } },
  ...(accountId ? [{ ownerId: accountId }] : []),
];

const visibleTo = (accountId: string | null) => ({
  OR: [...openTo(accountId), ...(accountId ? [{ reviews: { some: { members: { some: { accountId } } } } }] : [])],
});

/** A treaty that the account may show to others: one that everybody may read, or its own. Null when it may not. */
export const treatyToShow = (db: Client, accountId: string | null, which: { id: string } | { textId: string }) =>
  db.treaty.findFirst({
    where: {
      ...('id' in which ? which : { versions: { some: { texts: { some: { id: which.textId } } } } }),
      OR: openTo(accountId),
    },
    select: { id: true },
  });

/** Treaties that one may read, with their versions and the languages of each. */
export const treatiesVisibleTo = (db: Client, accountId: string | null) =>
  db.treaty.findMany({
    where: visibleTo(accountId),
    include: {
      reviews: { where: { visibility: 'public' }, select: { id: true }, take: 1 },
      versions: {
        orderBy: { ordinal: 'asc' },
        include: { texts: { select: { id: true, language: true, title: true }, orderBy: { language: 'asc' } } },
      },
    },
    orderBy: [{ title: 'asc' }, { id: 'asc' }],
  });

/** One text by its address, if one may read it. */
export const textByAddress = (
  db: Client,
  accountId: string | null,
  address: { treaty: string; version: string; language: string },
) =>
  db.text.findFirst({
    where: {
      language: address.language,
      version: { slug: address.version, treaty: { slug: address.treaty, ...visibleTo(accountId) } },
    },
    include: { version: { include: { treaty: true } } },
  });

/** The recipe (JSON) by which the newest text of a file with this hash was made, among the texts that one may read. */
export async function recipeOfFile(
  db: Client,
  who: 'operator' | { readonly accountId: string | null },
  sha256: string,
): Promise<string | null> {
  const where = who === 'operator' ? {} : { version: { treaty: visibleTo(who.accountId) } };
  const text = await db.text.findFirst({
    where: { sourceSha256: sha256, ...where },
    select: { recipe: true },
    orderBy: [{ createdAt: 'desc' }, { id: 'asc' }],
  });
  return text?.recipe ?? null;
}

/** The languages of a version of a treaty, in order of their tags. */
export async function languagesOf(db: Client, treatyId: string, version: string): Promise<string[]> {
  const texts = await db.text.findMany({
    where: { version: { treatyId, slug: version } },
    select: { language: true },
    orderBy: { language: 'asc' },
  });
  return texts.map((text) => text.language);
}

/** A text of one treaty: by id, or by version and language. */
export const textOfTreaty = (
  db: Client,
  treatyId: string,
  which: { id: string } | { version: string; language: string },
) =>
  db.text.findFirst({
    where:
      'id' in which
        ? { id: which.id, version: { treatyId } }
        : { language: which.language, version: { treatyId, slug: which.version } },
    include: { version: { include: { treaty: true } } },
  });

export const treatyBySlug = (db: Client, slug: string) =>
  db.treaty.findUnique({
    where: { slug },
    include: { versions: { include: { texts: { select: { language: true, id: true, sha256: true } } } } },
  });

export const insertTreaty = (
  db: Client,
  row: {
    id: string;
    slug: string;
    title: string;
    unofficial: boolean;
    visibility: string;
    ownerId: string | null;
    createdAt: Date;
  },
) => db.treaty.create({ data: row });

export async function insertVersion(
  db: Client,
  row: { id: string; treatyId: string; slug: string; label: string; createdAt: Date },
) {
  const ordinal = (await db.version.count({ where: { treatyId: row.treatyId } })) + 1;
  return db.version.create({ data: { ...row, ordinal } });
}

export async function insertText(
  db: Client,
  row: {
    id: string;
    versionId: string;
    language: string;
    direction: string;
    title: string;
    characters: string;
    sha256: string;
    html: string;
    sourceName: string;
    sourceSha256: string;
    recipe: string;
    createdAt: Date;
  },
  provisions: readonly SpannedProvision[],
): Promise<void> {
  await db.text.create({ data: row });
  await db.provision.createMany({
    data: provisions.map((p) => ({
      id: `${row.id}:${p.ordinal}`,
      textId: row.id,
      eId: p.eId,
      kind: p.kind,
      number: p.number,
      label: p.label,
      parent: p.parent,
      depth: p.depth,
      ordinal: p.ordinal,
      start: p.start,
      end: p.end,
      blocks: JSON.stringify(p.blocks),
    })),
  });
}

/** A text's provisions in reading order, as the domain knows them. */
export async function provisionsOf(db: Client, textId: string): Promise<SpannedProvision[]> {
  const rows = await db.provision.findMany({ where: { textId }, orderBy: { ordinal: 'asc' } });
  return rows.map((row) => ({
    eId: row.eId,
    kind: row.kind as SpannedProvision['kind'],
    number: row.number,
    label: row.label,
    parent: row.parent,
    depth: row.depth,
    ordinal: row.ordinal,
    start: row.start,
    end: row.end,
    blocks: JSON.parse(row.blocks) as SpannedProvision['blocks'],
  }));
}
