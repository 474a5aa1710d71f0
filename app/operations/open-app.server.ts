import { chmodSync, mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { Hub } from '#app/live/hub';
import { Presence } from '#app/live/presence';
import { openDatabase } from '#app/store/database.server';
import { secretIn } from '#app/store/secret.server';
import { uploadsIn } from '#app/store/treaty/uploads.server';
import type { App } from './app.server';
import { readerAt } from './treaty/reader.server';

/**
 * Opens the data folder and its database, migrated. `migrations` is the folder that ships with the product, `reading` the
 * program that reads uploaded files.
 */
export async function openApp(settings: {
  data: string;
  databaseFile: string;
  publicUrl: string;
  migrations: string;
  reading: string;
}): Promise<App> {
  mkdirSync(settings.data, { recursive: true, mode: 0o700 });
  chmodSync(settings.data, 0o700);
  mkdirSync(dirname(settings.databaseFile), { recursive: true, mode: 0o700 });
  return {
    store: await openDatabase(settings.databaseFile, settings.migrations),
    hub: new Hub(),
    presence: new Presence(),
    uploads: uploadsIn(join(settings.data, 'uploads')),
    reader: readerAt(settings.reading),
    secret: secretIn(settings.data),
    publicUrl: settings.publicUrl,
    now: () => new Date(),
  };
}
