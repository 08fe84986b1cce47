import type { DataSource } from 'typeorm';
import { verifyRecords } from './verify-records.js';

/** One thing that must hold, and where it does not. */
export interface Check {
  readonly name: string;
  readonly ok: boolean;
  /** How many things were looked at. */
  readonly looked: number;
  /** The first few that are wrong, in words. */
  readonly faults: readonly string[];
}

const MOST_FAULTS = 10;

/**
 * Checks the whole store: nothing lost between what was accepted and what was published, nothing twice, every record
 * equal to a fresh merge of its releases, the change feed without a gap.
 *
 * @returns every check, also those that hold.
 */
export async function verifyStore(dataSource: DataSource): Promise<readonly Check[]> {
  const checks = [];
  for (const { name, count, faults } of QUERIES) checks.push(await runQuery(dataSource, name, count, faults));
  return [...checks, await verifyRecords(dataSource)];
}

async function runQuery(dataSource: DataSource, name: string, count: string, faults: string): Promise<Check> {
  const [total] = (await dataSource.query(count)) as { n: number }[];
  const wrong = (await dataSource.query(`${faults} LIMIT ${MOST_FAULTS}`)) as { fault: string }[];
  return { name, ok: wrong.length === 0, looked: total!.n, faults: wrong.map((row) => row.fault) };
}

/** Each with what it looks at (`count`) and a query whose every row is a fault in words. */
const QUERIES: readonly { readonly name: string; readonly count: string; readonly faults: string }[] = [
  {
    name: 'Cada lote conserva lo recibido: aceptadas + retenidas + sustituidas',
    count: 'SELECT count(*)::int AS n FROM batch',
    faults: `SELECT format('lote %s: dice %s, hay %s', b.id, b.accepted + b.held + b.superseded, count(r.ocid)) AS fault
               FROM batch b LEFT JOIN release r ON r.batch_id = b.id
              GROUP BY b.id HAVING b.accepted + b.held + b.superseded <> count(r.ocid)`,
  },
  {
    name: 'Toda publicación aceptada es ya pública',
    count: `SELECT count(*)::int AS n FROM release WHERE state IN ('accepted', 'published')`,
    faults: `SELECT format('%s %s espera desde %s', ocid, id, received_at) AS fault FROM release WHERE state = 'accepted'`,
  },
  {
    name: 'Ningún proceso espera publicación',
    count: 'SELECT count(*)::int AS n FROM record',
    faults: `SELECT format('%s espera desde %s', ocid, pending_since) AS fault FROM record WHERE wanted > published`,
  },
  {
    name: 'Cada publicación aparece una vez, y solo una, en la lista de cambios',
    count: `SELECT count(*)::int AS n FROM release WHERE published_at IS NOT NULL`,
    faults: `SELECT format('%s %s aparece %s veces', coalesce(r.ocid, c.ocid), coalesce(r.id, c.id), coalesce(c.n, 0)) AS fault
               FROM (SELECT ocid, id FROM release WHERE published_at IS NOT NULL) r
               FULL JOIN (SELECT ocid, unnest(release_ids) AS id, count(*) AS n FROM change
                           WHERE kind = 'published' GROUP BY 1, 2) c ON c.ocid = r.ocid AND c.id = r.id
              WHERE r.ocid IS NULL OR c.n IS DISTINCT FROM 1`,
  },
  {
    name: 'Toda publicación tiene su dictamen de validación',
    count: 'SELECT count(*)::int AS n FROM verdict',
    faults: `SELECT format('%s %s sin dictamen', r.ocid, r.id) AS fault FROM release r
              WHERE NOT EXISTS (SELECT FROM verdict v WHERE v.ocid = r.ocid AND v.release_id = r.id)`,
  },
  {
    name: 'La lista de cambios no tiene huecos',
    count: 'SELECT count(*)::int AS n FROM change',
    faults: `SELECT format('de %s a %s', before, position) AS fault
               FROM (SELECT position, lag(position, 1, 0::bigint) OVER (ORDER BY position) AS before FROM change
                      UNION ALL
                     SELECT h.position + 1, (SELECT coalesce(max(position), 0) FROM change) FROM change_head h) f
              WHERE position <> before + 1`,
  },
  {
    name: 'Todo archivo recibido está completo',
    count: 'SELECT count(*)::int AS n FROM source_file',
    faults: `SELECT format('%s tiene un hueco', f.sha256) AS fault FROM source_file f
               LEFT JOIN source_file_chunk c ON c.sha256 = f.sha256
              GROUP BY f.sha256 HAVING count(c.position) = 0 OR max(c.position) + 1 <> count(c.position)`,
  },
  {
    name: 'Lo retirado no se muestra, y tiene su lápida',
    count: 'SELECT count(*)::int AS n FROM withdrawal WHERE restored_at IS NULL',
    faults: `SELECT format('%s: retirado en un lugar y en otro no', coalesce(r.ocid, w.ocid)) AS fault
               FROM (SELECT ocid, compiled FROM record WHERE withdrawn) r
               FULL JOIN (SELECT ocid FROM withdrawal WHERE restored_at IS NULL) w ON w.ocid = r.ocid
              WHERE r.ocid IS NULL OR w.ocid IS NULL OR r.compiled IS NOT NULL
                 OR EXISTS (SELECT FROM process p WHERE p.ocid = r.ocid)
                 OR EXISTS (SELECT FROM release l WHERE l.ocid = r.ocid AND l.state IN ('accepted', 'published'))
              UNION ALL
             SELECT format('%s %s está retirada sin lápida', l.ocid, l.id) FROM release l
              WHERE l.state = 'withdrawn' AND NOT EXISTS (SELECT FROM record r WHERE r.ocid = l.ocid AND r.withdrawn)`,
  },
  {
    name: 'Toda corrección publicada tiene su publicación',
    count: `SELECT count(*)::int AS n FROM correction WHERE state = 'published'`,
    faults: `SELECT format('%s: falta %s', c.ocid, c.release_id) AS fault FROM correction c
              WHERE c.state = 'published' AND (
                NOT EXISTS (SELECT FROM release r WHERE r.ocid = c.ocid AND r.id = c.release_id)
                OR NOT EXISTS (SELECT FROM corrected_value v WHERE v.correction_id = c.id))`,
  },
];
