import type { MigrationInterface, QueryRunner } from 'typeorm';
import { deskRules, inOrganisation } from '../row-rules/desk-rules.js';

/**
 * A file that somebody sent, and what is to become of it: received → checking → ready | refused; confirmed, it is taking
 * → done | failed; or cancelled. `attempt` counts the starts of a reading: what an earlier one, given up for dead,
 * still writes counts for nothing.
 */
const UPLOAD = `
CREATE TABLE upload (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  publisher_id text NOT NULL REFERENCES publisher (id),
  actor_kind text NOT NULL,
  actor_id text NOT NULL,
  actor_name text NOT NULL,
  sha256 text NOT NULL REFERENCES source_file (sha256) DEFERRABLE INITIALLY DEFERRED,
  bytes bigint NOT NULL,
  file_name text NOT NULL,
  asked_profile text,
  buyer jsonb,
  preview_only boolean NOT NULL,
  replaces uuid REFERENCES upload (id),
  idempotency_key text,
  fingerprint text NOT NULL,
  state text NOT NULL DEFAULT 'received' CHECK (state IN
    ('received', 'checking', 'ready', 'refused', 'taking', 'done', 'failed', 'cancelled')),
  attempt integer NOT NULL DEFAULT 0,
  preview jsonb,
  error jsonb,
  batch_id bigint REFERENCES batch (id),
  created_at timestamptz NOT NULL DEFAULT now(),
  changed_at timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX upload_listing ON upload (publisher_id, created_at DESC, id DESC);
CREATE INDEX upload_under_way ON upload (changed_at) WHERE state IN ('received', 'checking', 'taking');
CREATE INDEX upload_sha256 ON upload (sha256);
CREATE INDEX upload_batch ON upload (batch_id) WHERE batch_id IS NOT NULL;
CREATE UNIQUE INDEX upload_idempotency ON upload (publisher_id, actor_kind, actor_id, idempotency_key)
  WHERE idempotency_key IS NOT NULL;
`;

/**
 * What is to be said of an upload, in the order of the file. `key` is the same for the same fault of the same process in
 * the next upload, wherever its row went; `change` compares with the upload that this one replaces.
 */
const FINDING = `
CREATE TABLE upload_finding (
  upload_id uuid NOT NULL REFERENCES upload (id) ON DELETE CASCADE,
  position integer NOT NULL,
  severity text NOT NULL CHECK (severity IN ('error', 'warning', 'note')),
  rule text NOT NULL,
  message jsonb NOT NULL,
  remedy jsonb NOT NULL,
  sheet text,
  row integer,
  col integer,
  header text,
  value text,
  pointer text,
  ocid text,
  key text NOT NULL,
  change text CHECK (change IN ('new', 'still')),
  PRIMARY KEY (upload_id, position)
);
CREATE INDEX upload_finding_key ON upload_finding (upload_id, key);
`;

/** What would become of each row; of an upload that is done, source_row says what did. */
const ROW = `
CREATE TABLE upload_row (
  upload_id uuid NOT NULL REFERENCES upload (id) ON DELETE CASCADE,
  sheet text NOT NULL,
  row integer NOT NULL,
  outcome text NOT NULL,
  reason text,
  ocid text,
  release_id text,
  PRIMARY KEY (upload_id, sheet, row)
);
`;

/** What a file came to is seen by whoever sees its upload. The pipeline itself works as the store's owner. */
const RULES = [
  deskRules('upload', {
    read: inOrganisation('publisher_id', 'publisher', 'reviewer', 'administrator'),
    add: `${inOrganisation('publisher_id', 'publisher')} AND desk_is(actor_kind, actor_id)`,
    change: inOrganisation('publisher_id', 'publisher', 'administrator'),
    columns: { change: ['state', 'attempt', 'preview', 'error', 'changed_at'] },
  }),
  deskRules('upload_finding', { read: 'EXISTS (SELECT FROM upload u WHERE u.id = upload_id)' }),
  deskRules('upload_row', { read: 'EXISTS (SELECT FROM upload u WHERE u.id = upload_id)' }),
  deskRules('source_row', { read: 'EXISTS (SELECT FROM upload u WHERE u.batch_id = source_row.batch_id)' }),
];

export class CreateIntake1764300000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const part of [UPLOAD, FINDING, ROW, ...RULES]) await runner.query(part);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP POLICY desk_read ON source_row;
      ALTER TABLE source_row DISABLE ROW LEVEL SECURITY;
      REVOKE ALL ON source_row FROM c7_desk;
      DROP TABLE upload_row, upload_finding, upload;`);
  }
}
