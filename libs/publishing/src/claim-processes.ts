import type { EntityManager } from 'typeorm';
import { insertRows, type Publisher } from '#database';

/** Whose processes are, and which of them are withdrawn. */
export interface Claims {
  readonly owners: ReadonlyMap<string, string>;
  readonly withdrawn: ReadonlySet<string>;
}

/**
 * Locks, making it where it is new, the record of each process, in the order of the ocids. A process is of whoever first
 * told of it, but for one thing: an ocid that begins with the prefix of another publisher is that publisher's, whether or
 * not somebody else sent it first by mistake or on purpose. What was sent so is kept aside, not published.
 */
export async function claimProcesses(
  manager: EntityManager,
  publisher: Pick<Publisher, 'id' | 'ocidPrefix'>,
  ocids: readonly string[],
): Promise<Claims> {
  const sorted = [...new Set(ocids)].sort();
  const owners = await ownersByPrefix(manager, publisher, sorted);
  const rows = await insertRows<{ ocid: string; publisher_id: string; withdrawn: boolean }>(
    manager,
    'record',
    ['ocid', 'publisher_id'],
    sorted.filter((ocid) => !owners.has(ocid)).map((ocid) => [ocid, publisher.id]),
    'ON CONFLICT (ocid) DO UPDATE SET ocid = excluded.ocid RETURNING ocid, publisher_id, withdrawn',
  );
  for (const row of rows) owners.set(row.ocid, row.publisher_id);
  for (const ocid of await takeOver(manager, publisher, owners)) owners.set(ocid, publisher.id);
  return { owners, withdrawn: new Set(rows.flatMap((row) => (row.withdrawn ? [row.ocid] : []))) };
}

/** The other publisher, the first of several, under whose prefix an ocid is, and not under this one's, nor published by it. */
async function ownersByPrefix(
  manager: EntityManager,
  { id: self, ocidPrefix }: Pick<Publisher, 'id' | 'ocidPrefix'>,
  ocids: readonly string[],
): Promise<Map<string, string>> {
  const owners = new Map<string, string>();
  const strangers = ocids.filter((ocid) => !ocid.startsWith(`${ocidPrefix}-`));
  if (strangers.length === 0) return owners;
  const rows = (await manager.query('SELECT ocid_prefix AS prefix, id FROM publisher ORDER BY created_at DESC')) as {
    prefix: string;
    id: string;
  }[];
  for (const { prefix, id } of rows)
    for (const ocid of strangers) if (ocid.startsWith(`${prefix}-`)) owners.set(ocid, id);
  if (owners.size === 0) return owners;
  const published = (await manager.query(
    'SELECT ocid FROM record WHERE ocid = ANY($1) AND publisher_id = $2 AND first_published_at IS NOT NULL',
    [[...owners.keys()], self],
  )) as { ocid: string }[];
  for (const { ocid } of published) owners.delete(ocid);
  return owners;
}

/** Processes under this publisher's prefix that another one, who has another prefix, holds without having published. */
async function takeOver(
  manager: EntityManager,
  { id, ocidPrefix }: Pick<Publisher, 'id' | 'ocidPrefix'>,
  owners: ReadonlyMap<string, string>,
): Promise<readonly string[]> {
  const theirs = [...owners].flatMap(([ocid, owner]) =>
    owner !== id && ocid.startsWith(`${ocidPrefix}-`) ? [ocid] : [],
  );
  if (theirs.length === 0) return [];
  const [taken] = (await manager.query(TAKE_OVER, [id, theirs])) as [{ ocid: string }[], number];
  const ocids = taken.map(({ ocid }) => ocid);
  if (ocids.length === 0) return ocids;
  await manager.query(KEEP_ASIDE, [ocids, 'El prefijo del ocid es de otro publicador, que ya entrega este proceso.']);
  await manager.query('DELETE FROM verdict WHERE ocid = ANY($1)', [ocids]);
  await manager.query('DELETE FROM release WHERE ocid = ANY($1)', [ocids]);
  return ocids;
}

const TAKE_OVER = `
UPDATE record SET publisher_id = $1 FROM publisher holder
 WHERE record.ocid = ANY($2) AND holder.id = record.publisher_id
   AND NOT starts_with(record.ocid, holder.ocid_prefix || '-')
   AND NOT record.withdrawn AND record.first_published_at IS NULL
   AND NOT EXISTS (SELECT FROM release r WHERE r.ocid = record.ocid AND r.state <> 'held')
RETURNING record.ocid`;

const KEEP_ASIDE = `
WITH aside AS (
  INSERT INTO refused_release (batch_id, publisher_id, ocid, release_id, pointer, reason, message, document)
  SELECT batch_id, publisher_id, ocid, id, pointer, 'other-publisher', $2, document FROM release WHERE ocid = ANY($1)
  RETURNING batch_id
)
UPDATE batch SET held = held - moved.n, refused = refused + moved.n
  FROM (SELECT batch_id, count(*)::int AS n FROM aside GROUP BY batch_id) moved WHERE batch.id = moved.batch_id`;
