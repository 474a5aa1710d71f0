import { openDB, type DBSchema, type IDBPDatabase } from 'idb';
import { draftKey, isDraft, type Draft, type DraftContent, type DraftOwner } from './draft';

interface Schema extends DBSchema {
  drafts: { key: string; value: Draft; indexes: { place: [string, string] } };
}

let connection: Promise<IDBPDatabase<Schema>> | null = null;

/** One connection, kept open: opening one while the page is being closed would come too late. */
function open(): Promise<IDBPDatabase<Schema>> {
  connection ??= openDB<Schema>('proviso-drafts', 1, {
    upgrade(database) {
      database.createObjectStore('drafts', { keyPath: 'key' }).createIndex('place', ['accountId', 'review']);
    },
    blocking(_current, _blocked, event) {
      (event.target as IDBDatabase).close();
      connection = null;
    },
    terminated() {
      connection = null;
    },
  }).catch((error: unknown) => {
    connection = null;
    throw error;
  });
  return connection;
}

export async function readDraft(owner: DraftOwner, slot: string): Promise<Draft | null> {
  const found = await (await open()).get('drafts', draftKey(owner, slot));
  return isDraft(found) ? found : null;
}

export async function writeDraft(owner: DraftOwner, slot: string, content: DraftContent): Promise<void> {
  const { accountId, review } = owner;
  const draft: Draft = { ...content, accountId, review, slot, key: draftKey(owner, slot), savedAt: Date.now() };
  const transaction = (await open()).transaction('drafts', 'readwrite');
  void transaction.store.put(draft);
  // Said aloud because a page that is being closed may not live until the browser would commit by itself.
  transaction.commit();
  await transaction.done;
}

export async function removeDraft(owner: DraftOwner, slot: string): Promise<void> {
  await (await open()).delete('drafts', draftKey(owner, slot));
}

/** The same by its key; a browser that keeps nothing has nothing to forget. */
export async function forgetDraft(key: string): Promise<void> {
  await open()
    .then((database) => database.delete('drafts', key))
    .catch(() => undefined);
}

/** The drafts of one person in one review, newest first. Never another person's. */
export async function draftsOf(accountId: string, review: string): Promise<Draft[]> {
  const found = await (await open()).getAllFromIndex('drafts', 'place', [accountId, review]);
  return found.filter(isDraft).sort((a, b) => b.savedAt - a.savedAt);
}

/** Every draft of everyone on this device: for signing out. */
export async function clearDrafts(): Promise<void> {
  await (await open()).clear('drafts');
}
