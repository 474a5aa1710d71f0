import { insertSession } from '#app/store/account/accounts.server';
import type { Client } from '#app/store/database.server';
import { newId, newToken, sha256, type App } from '../app.server';

export const SESSION_DAYS = 14;
export const IDLE_SECONDS = 12 * 3600;

/** Opens a session and gives the secret for its cookie; the database keeps only the secret's hash. */
export async function openSession(app: App, db: Client, accountId: string): Promise<string> {
  const token = newToken();
  const now = app.now();
  await insertSession(db, {
    id: newId(),
    tokenHash: sha256(token),
    accountId,
    createdAt: now,
    seenAt: now,
    expiresAt: new Date(now.getTime() + SESSION_DAYS * 86_400_000),
  });
  return token;
}
