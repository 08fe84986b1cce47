import type { DataSource } from 'typeorm';

/** The kept copy of a piece of evidence. */
export interface EvidenceCopy {
  readonly mime: string;
  readonly fileName: string;
  readonly sha256: string;
  readonly content: Buffer;
}

/** @returns undefined for evidence without a copy, or that was withdrawn */
export async function readEvidenceFile(
  { manager }: Pick<DataSource, 'manager'>,
  planId: string,
  evidence: string,
): Promise<EvidenceCopy | undefined> {
  const [found] = (await manager.query(
    `SELECT f.mime, coalesce(e.file_name, e.id) AS "fileName", f.sha256, f.content
       FROM tracker_evidence e JOIN tracker_file f USING (sha256)
      WHERE e.plan_id = $1 AND e.id = $2 AND e.withdrawn_on IS NULL`,
    [planId, evidence],
  )) as EvidenceCopy[];
  return found;
}
