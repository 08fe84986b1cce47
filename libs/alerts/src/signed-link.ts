import { createHmac, timingSafeEqual } from 'node:crypto';
import type { DataSource, EntityManager } from 'typeorm';

/** What a link lets its reader do: end one alert, or see and end all of an address. */
export type LinkPurpose = 'end' | 'list';

/** The last parts of a link's address, which only we can make: the id, and its signature. */
export async function signLink(store: Store, purpose: LinkPurpose, id: string): Promise<string> {
  return `${id}/${(await signatureOf(store, purpose, id)).toString('base64url')}`;
}

export async function isSigned(store: Store, purpose: LinkPurpose, id: string, signature: string): Promise<boolean> {
  if (!UUID.test(id)) return false;
  const [given, wanted] = [Buffer.from(signature, 'base64url'), await signatureOf(store, purpose, id)];
  return given.length === wanted.length && timingSafeEqual(given, wanted);
}

type Store = Pick<DataSource | EntityManager, 'query'>;

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

async function signatureOf(store: Store, purpose: LinkPurpose, id: string): Promise<Buffer> {
  const [secret] = (await store.query(`SELECT value FROM secret WHERE name = 'mail'`)) as [{ value: Buffer }];
  return createHmac('sha256', secret.value).update(`${purpose} ${id}`).digest();
}
