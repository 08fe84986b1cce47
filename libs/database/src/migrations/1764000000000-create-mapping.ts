import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A stored file may be mapped again by a newer version of its profile: that is a batch of its own. */
const BATCH = `
ALTER TABLE batch
  ADD COLUMN profile_version integer,
  ADD COLUMN rows jsonb NOT NULL DEFAULT '{}',
  ADD COLUMN fault_groups jsonb NOT NULL DEFAULT '[]',
  ADD COLUMN buyer jsonb,
  ADD COLUMN scope text,
  DROP CONSTRAINT batch_publisher_id_sha256_profile_key,
  ADD UNIQUE NULLS NOT DISTINCT (publisher_id, sha256, profile, profile_version);
`;

/** What became of each row of a spreadsheet, and of the release that tells it. */
const SOURCE_ROW = `
CREATE TABLE source_row (
  batch_id bigint NOT NULL REFERENCES batch (id),
  sheet text NOT NULL,
  row integer NOT NULL,
  outcome text NOT NULL CHECK (outcome IN ('published', 'unchanged', 'older', 'held', 'refused', 'skipped')),
  reason text,
  ocid text,
  release_id text,
  PRIMARY KEY (batch_id, sheet, row)
);
CREATE INDEX source_row_ocid ON source_row (ocid) WHERE ocid IS NOT NULL;
`;

/** The first faults of a file's cells, in the order of its rows; batch.fault_groups counts all of them. */
const CELL_FAULT = `
CREATE TABLE cell_fault (
  batch_id bigint NOT NULL REFERENCES batch (id),
  position integer NOT NULL,
  sheet text NOT NULL,
  row integer NOT NULL,
  col integer NOT NULL,
  header text NOT NULL,
  value text NOT NULL,
  rule text NOT NULL,
  severity text NOT NULL CHECK (severity IN ('error', 'warning', 'note')),
  message jsonb NOT NULL,
  remedy jsonb NOT NULL,
  PRIMARY KEY (batch_id, position)
);
`;

/**
 * What a family of profiles last told of a process: by the hash of it, the same again is known without reading a
 * release. batch_id is the last file that told it, whether or not it changed anything.
 */
const MAPPED_PROCESS = `
CREATE TABLE mapped_process (
  ocid text NOT NULL,
  family text NOT NULL,
  batch_id bigint NOT NULL REFERENCES batch (id),
  content_hash text NOT NULL,
  reported text,
  release_id text NOT NULL,
  held boolean NOT NULL,
  PRIMARY KEY (ocid, family)
);
`;

export class CreateMapping1764000000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const part of [BATCH, SOURCE_ROW, CELL_FAULT, MAPPED_PROCESS]) await runner.query(part);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE mapped_process, cell_fault, source_row;
      ALTER TABLE batch DROP COLUMN profile_version, DROP COLUMN rows, DROP COLUMN fault_groups, DROP COLUMN buyer,
        DROP COLUMN scope, ADD UNIQUE (publisher_id, sha256, profile);`);
  }
}
