import type { DataSource, EntityManager } from 'typeorm';

/** Of the many processes that may summarise, one does at a time; the number means nothing else. */
const LOCK = 7_020_100;
const MOST_AT_ONCE = 2_000;

/**
 * Sums up the parties whose processes were published, changed or withdrawn since the last time: their figures, names, and
 * which keys are one party. A register number is the party of an RFC where all that have both name that one RFC.
 *
 * @returns how many changes were dealt with; 0 also while another process is at it.
 */
export async function summariseParties(dataSource: DataSource): Promise<number> {
  let total = 0;
  for (;;) {
    const done = await dataSource.transaction(summariseSome);
    total += done;
    if (done < MOST_AT_ONCE) return total;
  }
}

async function summariseSome(manager: EntityManager): Promise<number> {
  const [{ free }] = (await manager.query('SELECT pg_try_advisory_xact_lock($1) AS free', [LOCK])) as [
    { free: boolean },
  ];
  if (!free) return 0;
  const touched = await takeTouched(manager);
  for (const side of ['buyer', 'supplier']) {
    const keys = new Set(touched.filter((one) => one.side === side).flatMap((one) => one.keys));
    if (keys.size > 0) await summariseSide(manager, side, [...keys]);
  }
  return touched.length;
}

async function takeTouched(manager: EntityManager) {
  const [rows] = (await manager.query(
    `DELETE FROM party_touched WHERE ctid = ANY (ARRAY(SELECT ctid FROM party_touched LIMIT $1)) RETURNING side, keys`,
    [MOST_AT_ONCE],
  )) as [{ side: string; keys: string[] }[], number];
  return rows;
}

async function summariseSide(manager: EntityManager, side: string, touched: readonly string[]): Promise<void> {
  const before = await partiesOfKeys(manager, side, touched);
  await manager.query(`DELETE FROM party_key WHERE side = $1 AND key = ANY($2)`, [side, touched]);
  await manager.query(JOIN_KEYS, [side, touched]);
  const after = await partiesOfKeys(manager, side, touched);
  const parties = [...new Set([...before, ...after, ...touched])];
  await manager.query('DELETE FROM party WHERE side = $1 AND id = ANY($2)', [side, parties]);
  await manager.query(SUM_UP, [side, parties]);
}

async function partiesOfKeys(manager: EntityManager, side: string, keys: readonly string[]): Promise<string[]> {
  const rows = (await manager.query('SELECT DISTINCT party FROM party_key WHERE side = $1 AND key = ANY($2)', [
    side,
    keys,
  ])) as { party: string }[];
  return rows.map(({ party }) => party);
}

const JOIN_KEYS = `
INSERT INTO party_key (side, key, party)
SELECT $1, key, CASE WHEN count(DISTINCT rfc) = 1 THEN min(rfc) ELSE key END
  FROM (SELECT key, CASE WHEN p.party LIKE 'MX-RFC-%' THEN p.party END AS rfc
          FROM participation p, unnest(p.keys) AS key
         WHERE p.side = $1 AND p.keys && $2::text[] AND key = ANY($2)) AS seen
 GROUP BY key`;

/** Names count by how often they are written so; sums are one per currency. */
const SUM_UP = `
WITH own AS MATERIALIZED (
  SELECT k.party AS id, p.*, r.year FROM party_key k
    JOIN participation p ON p.side = k.side AND p.party = k.key JOIN process r ON r.ocid = p.ocid
   WHERE k.side = $1 AND k.party = ANY($2)),
money AS (
  SELECT id, jsonb_object_agg(currency, awarded::text) FILTER (WHERE awarded IS NOT NULL) AS awarded,
         jsonb_object_agg(currency, contracted::text) FILTER (WHERE contracted IS NOT NULL) AS contracted,
         max(coalesce(contracted, awarded)) FILTER (WHERE currency = 'MXN') AS pesos
    FROM (SELECT id, currency, sum(awarded) AS awarded, sum(contracted) AS contracted
            FROM own WHERE currency IS NOT NULL GROUP BY id, currency) AS sums GROUP BY id),
named AS (
  SELECT id, array_agg(name ORDER BY written DESC, name) AS names
    FROM (SELECT id, name, count(*) AS written FROM own WHERE name IS NOT NULL GROUP BY id, name) AS counted GROUP BY id)
INSERT INTO party
SELECT $1, id, coalesce(names[1], id), coalesce(names[2:20], '{}'), count(DISTINCT ocid), count(*) FILTER (WHERE offered),
       coalesce(sum(won), 0), coalesce(sum(lost), 0), coalesce(money.awarded, '{}'), coalesce(money.contracted, '{}'),
       coalesce(money.pesos, 0), min(year), max(year),
       search_fold(id || ' ' || coalesce(array_to_string(names[1:20], ' '), '')),
       coalesce(array_agg(DISTINCT year) FILTER (WHERE year IS NOT NULL AND (side = 'buyer' OR won > 0)), '{}')
  FROM own LEFT JOIN money USING (id) LEFT JOIN named USING (id)
 GROUP BY id, names, money.awarded, money.contracted, money.pesos`;
