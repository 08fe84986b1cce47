import type { DataSource, EntityManager } from 'typeorm';
import { insertRows, Publisher } from '#database';
import { stableHash } from '#ocds';
import { type Body, normaliseNumber } from '#sources';
import { bodyOf } from './upload-context.js';
import { inTransaction } from '../in-transaction.js';

/**
 * What stands before the numbers of a body in its ocids; undefined where they stand bare. Every body counts from one,
 * so under one prefix only the numbers of the publisher that was registered first are bare, as the state's always were.
 * What was decided of a body holds for good, by whatever of its names it comes the next time.
 *
 * @param named the body that the upload names; undefined for the publisher's own purchases
 * @param options `takeBack`: tells the number without settling it, for a rehearsal
 */
export function numberScope(
  dataSource: DataSource,
  publisher: Publisher,
  named: Body | undefined,
  { takeBack = false } = {},
): Promise<string | undefined> {
  return inTransaction(dataSource, { takeBack }, async (manager) => {
    const prefix = publisher.ocidPrefix;
    await manager.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 7))', [`number-scope:${prefix}`]);
    const scopes = await loadScopes(manager, prefix);
    const added = new Map<string, string>();
    const settle = (keys: readonly string[], wanted: string): string => {
      const scope =
        keys.map((key) => scopes.get(key)).find((known) => known !== undefined) ?? free(scopes, wanted, keys);
      for (const key of keys) {
        if (scopes.has(key)) continue;
        scopes.set(key, scope);
        added.set(key, scope);
      }
      return scope;
    };
    for (const one of await publishersUnder(manager, prefix)) settle(keysOfPublisher(one), wantedBy(one, scopes));
    const scope = named ? settle(keysOf(named), nameOf(named)) : settle(keysOfPublisher(publisher), '');
    await saveScopes(manager, prefix, added);
    return scope === '' ? undefined : scope;
  });
}

/** Oldest first. */
function publishersUnder(manager: EntityManager, ocidPrefix: string): Promise<Publisher[]> {
  return manager.getRepository(Publisher).find({ where: { ocidPrefix }, order: { createdAt: 'ASC', id: 'ASC' } });
}

function wantedBy(publisher: Publisher, scopes: ReadonlyMap<string, string>): string {
  const isFirst = ![...scopes.values()].includes('');
  return isFirst ? '' : normaliseNumber(bodyOf(publisher).id ?? publisher.id);
}

function nameOf({ id, name }: Body): string {
  return id === undefined ? stableHash(normaliseNumber(name)).slice(0, 8).toUpperCase() : normaliseNumber(id);
}

function keysOfPublisher(publisher: Publisher): readonly string[] {
  return [`publisher ${publisher.id}`, ...keysOf(bodyOf(publisher))];
}

/** The surest first. */
function keysOf({ scheme, id, name }: Body): readonly string[] {
  const byName = `name ${normaliseNumber(name)}`;
  return id === undefined ? [byName] : [`id ${scheme ?? ''}-${id}`, byName];
}

/** Ids of two schemes may be alike. */
function free(scopes: ReadonlyMap<string, string>, wanted: string, keys: readonly string[]): string {
  const taken = [...scopes.values()].includes(wanted);
  return taken ? `${wanted}-${stableHash(keys).slice(0, 6).toUpperCase()}` : wanted;
}

async function loadScopes(manager: EntityManager, prefix: string): Promise<Map<string, string>> {
  const rows = (await manager.query('SELECT body, scope FROM number_scope WHERE ocid_prefix = $1', [prefix])) as {
    body: string;
    scope: string;
  }[];
  return new Map(rows.map(({ body, scope }) => [body, scope]));
}

async function saveScopes(manager: EntityManager, prefix: string, added: ReadonlyMap<string, string>): Promise<void> {
  const rows = [...added].map(([body, scope]) => [prefix, body, scope]);
  await insertRows(manager, 'number_scope', ['ocid_prefix', 'body', 'scope'], rows);
}
