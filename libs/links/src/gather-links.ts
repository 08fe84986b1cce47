import type { DataSource } from 'typeorm';
import type { Release } from '#ocds';
import { expandTexts } from '#publishing';
import { documentLinks } from './document-links.js';
import { linkKey } from './link-key.js';

interface Found {
  readonly url: string;
  /** Of the copy that is kept. */
  readonly sha256: string | null;
  readonly foundIn: string;
}

/** Processes looked through at a time: all of them in turn, and then again from the first. */
const PROCESSES = 500;

/** Writes down the links of evidence, and of the documents of the processes whose turn it is; not of invented ones. */
export async function gatherLinks(dataSource: DataSource, now: Date): Promise<void> {
  await keep(dataSource, await evidenceLinks(dataSource), now);
  await keep(dataSource, await nextDocuments(dataSource), now);
}

function evidenceLinks(dataSource: DataSource): Promise<readonly Found[]> {
  return dataSource.query(
    `SELECT url, sha256, 'evidence ' || plan_id || ' ' || id AS "foundIn" FROM tracker_evidence
      WHERE url IS NOT NULL AND withdrawn_on IS NULL ORDER BY plan_id, id`,
  );
}

async function nextDocuments(dataSource: DataSource): Promise<readonly Found[]> {
  const [round] = (await dataSource.query(`SELECT after FROM link_round WHERE round = 'documents'`)) as {
    after: string;
  }[];
  const rows = (await dataSource.query(
    `SELECT p.ocid, r.compiled FROM process p JOIN record r ON r.ocid = p.ocid JOIN publisher o ON o.id = p.publisher_id
      WHERE p.ocid > $1 AND r.compiled IS NOT NULL AND NOT o.demonstration ORDER BY p.ocid LIMIT ${PROCESSES}`,
    [round?.after ?? ''],
  )) as { ocid: string; compiled: Buffer }[];
  const after = rows.length < PROCESSES ? '' : rows.at(-1)!.ocid;
  await dataSource.query(
    `INSERT INTO link_round VALUES ('documents', $1) ON CONFLICT (round) DO UPDATE SET after = $1`,
    [after],
  );
  const texts = await expandTexts(rows.map(({ compiled }) => compiled));
  return texts.flatMap((text, n) =>
    documentLinks(JSON.parse(text) as Release).map((url) => ({ url, sha256: null, foundIn: rows[n]!.ocid })),
  );
}

/** The copy of evidence stays beside a link that a document has too. */
const KEEP = `
INSERT INTO link_check (url_hash, url, host, sha256, found_in, seen_at, next_at)
SELECT *, $6::timestamptz, $6::timestamptz FROM unnest($1::bytea[], $2::text[], $3::text[], $4::text[], $5::text[])
ON CONFLICT (url_hash) DO UPDATE SET seen_at = excluded.seen_at, sha256 = coalesce(excluded.sha256, link_check.sha256)`;

async function keep(dataSource: DataSource, found: readonly Found[], now: Date): Promise<void> {
  const known = found.flatMap(({ url, ...rest }) => {
    const key = linkKey(url);
    return key ? [[key.href, { ...key, ...rest }] as const] : [];
  });
  const links = [...new Map(known).values()];
  if (links.length === 0) return;
  const columns = [
    links.map(({ hash }) => hash),
    links.map(({ href }) => href),
    links.map(({ host }) => host),
    links.map(({ sha256 }) => sha256),
    links.map(({ foundIn }) => foundIn),
  ];
  await dataSource.query(KEEP, [...columns, now]);
}
