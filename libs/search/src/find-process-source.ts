import type { DataSource } from 'typeorm';
import type { FindingGroup } from '#ocds';

/** Where a process came from: its releases, the files that brought them, and what validation said. */
export interface ProcessSource {
  readonly publisher: {
    readonly id: string;
    readonly name: string;
    readonly demonstration: boolean;
    /** Whom to write to; empty when nobody is named. */
    readonly contact: string;
  };
  readonly releases: readonly SourceRelease[];
}

export interface SourceRelease {
  readonly id: string;
  readonly date: string | null;
  readonly tags: readonly string[];
  readonly receivedAt: string;
  readonly pointer: string;
  readonly fileName: string;
  readonly sha256: string;
  readonly findings: readonly FindingGroup[];
}

/** The provenance of one published process, its releases oldest first; undefined when there is none. */
export async function findProcessSource(dataSource: DataSource, ocid: string): Promise<ProcessSource | undefined> {
  const rows = (await dataSource.query(
    `SELECT p.id AS "publisherId", p.name AS "publisherName", p.demonstration,
            concat_ws(' · ', p.contact_name, p.contact_email, p.contact_phone) AS contact, r.id, r.tags, r.pointer,
            CASE WHEN isfinite(r.date) THEN to_char(r.date AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') END AS date,
            to_char(r.received_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') AS "receivedAt",
            b.file_name AS "fileName", b.sha256, v.findings
       FROM release r
       JOIN publisher p ON p.id = r.publisher_id
       JOIN batch b ON b.id = r.batch_id
       JOIN verdict v ON v.ocid = r.ocid AND v.release_id = r.id
      WHERE r.ocid = $1 AND r.state = 'published' ORDER BY r.date, r.id`,
    [ocid],
  )) as (SourceRelease & { publisherId: string; publisherName: string; demonstration: boolean; contact: string })[];
  const [first] = rows;
  if (!first) return undefined;
  const releases = rows.map(
    ({ publisherId: _id, publisherName: _name, demonstration: _demo, contact: _contact, ...release }) => release,
  );
  const { publisherId: id, publisherName: name, demonstration, contact } = first;
  return { publisher: { id, name, demonstration, contact }, releases };
}
