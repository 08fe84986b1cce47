import type { EntityManager } from 'typeorm';
import { hashSecret, newSecret } from '../secret-text.js';

/**
 * Begins a session with a token of its own, whatever the browser brought: a token that was planted is worth nothing.
 *
 * @param replaced the token that the browser had; that session ends.
 * @returns the token for the cookie; only its hash is stored.
 */
export async function openSession(manager: EntityManager, accountId: string, replaced?: string): Promise<string> {
  const token = newSecret();
  if (replaced) await closeSession(manager, replaced);
  await manager.query('INSERT INTO session (hash, account_id) VALUES ($1, $2)', [hashSecret(token), accountId]);
  return token;
}

/** Ends a session. Without one by that token nothing happens. */
export async function closeSession(manager: EntityManager, token: string): Promise<void> {
  await manager.query('DELETE FROM session WHERE hash = $1', [hashSecret(token)]);
}
