import type { MigrationInterface, QueryRunner } from 'typeorm';
import { deskRules, inOrganisation } from '../row-rules/desk-rules.js';

/**
 * release.state `withdrawn`: of a withdrawn process; those without published_at came while it was. change.kind
 * `restored`: a withdrawn process is back, with the releases that had been published. record.withdrawn is true while the
 * process has a tombstone.
 */
const STATES = `
ALTER TABLE publisher ADD COLUMN corrections text NOT NULL DEFAULT 'direct' CHECK (corrections IN ('direct', 'review'));
ALTER TABLE release DROP CONSTRAINT release_state_check, ADD CONSTRAINT release_state_check
  CHECK (state IN ('accepted', 'published', 'held', 'superseded', 'withdrawn'));
ALTER TABLE change DROP CONSTRAINT change_kind_check, ADD CONSTRAINT change_kind_check
  CHECK (kind IN ('published', 'withdrawn', 'restored'));
ALTER TABLE record ADD COLUMN withdrawn boolean NOT NULL DEFAULT false;
`;

/** edits and fields hold no personal data of persons: they were masked first. fields: what changes, as it was proposed. */
const CORRECTION = `
CREATE TABLE correction (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  ocid text NOT NULL,
  publisher_id text NOT NULL REFERENCES publisher (id),
  state text NOT NULL DEFAULT 'draft' CHECK (state IN ('draft', 'review', 'published', 'rejected', 'discarded')),
  reason text NOT NULL,
  edits jsonb NOT NULL,
  fields jsonb NOT NULL,
  proposed_by_kind text NOT NULL,
  proposed_by_id text NOT NULL,
  proposed_by_name text NOT NULL,
  proposed_at timestamptz NOT NULL DEFAULT now(),
  decided_by_kind text,
  decided_by_id text,
  decided_by_name text,
  decided_at timestamptz,
  note text,
  release_id text,
  CHECK ((state IN ('draft', 'review')) = (decided_at IS NULL)),
  CHECK ((state = 'published') = (release_id IS NOT NULL))
);
CREATE INDEX correction_process ON correction (ocid, proposed_at);
CREATE INDEX correction_open ON correction (publisher_id, proposed_at) WHERE state IN ('draft', 'review');
`;

/**
 * What published corrections hold against later files, and what became of it: kept, where a source told again the value
 * that had been corrected; overtaken, where a later release tells another one.
 */
const CORRECTED = `
CREATE TABLE corrected_value (
  correction_id uuid NOT NULL REFERENCES correction (id),
  ocid text NOT NULL,
  publisher_id text NOT NULL REFERENCES publisher (id),
  pointer text NOT NULL,
  before jsonb,
  after jsonb,
  corrected_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  PRIMARY KEY (correction_id, pointer)
);
CREATE INDEX corrected_value_process ON corrected_value (ocid);
CREATE TABLE correction_notice (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  batch_id bigint NOT NULL REFERENCES batch (id),
  publisher_id text NOT NULL REFERENCES publisher (id),
  correction_id uuid NOT NULL REFERENCES correction (id),
  ocid text NOT NULL,
  pointer text NOT NULL,
  outcome text NOT NULL CHECK (outcome IN ('kept', 'overtaken')),
  told jsonb,
  noticed_at timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX correction_notice_batch ON correction_notice (batch_id);
CREATE INDEX correction_notice_process ON correction_notice (ocid);
`;

/** A tombstone; office is what the public is told of who withdrew. */
const WITHDRAWAL = `
CREATE TABLE withdrawal (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  ocid text NOT NULL,
  publisher_id text NOT NULL REFERENCES publisher (id),
  reason text NOT NULL,
  legal_ground text,
  office text NOT NULL,
  withdrawn_at timestamptz NOT NULL DEFAULT now(),
  restored_at timestamptz,
  restore_reason text,
  CHECK ((restored_at IS NULL) = (restore_reason IS NULL))
);
CREATE UNIQUE INDEX withdrawal_standing ON withdrawal (ocid) WHERE restored_at IS NULL;
`;

/** What people did to a process: who, when and why. Nobody changes it afterwards. */
const EVENT = `
CREATE TABLE process_event (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  at timestamptz NOT NULL DEFAULT clock_timestamp(),
  ocid text NOT NULL,
  publisher_id text NOT NULL REFERENCES publisher (id),
  kind text NOT NULL CHECK (kind IN ('correction-proposed', 'correction-sent-to-review', 'correction-rejected',
    'correction-discarded', 'correction-published', 'withdrawn', 'restored')),
  reason text,
  actor_kind text NOT NULL,
  actor_id text NOT NULL,
  actor_name text NOT NULL,
  correction_id uuid,
  release_id text
);
CREATE INDEX process_event_process ON process_event (ocid, id);
CREATE FUNCTION refuse_event_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% only grows', TG_TABLE_NAME USING ERRCODE = 'insufficient_privilege';
END $$;
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON process_event
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_event_change();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON correction_notice
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_event_change();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON corrected_value
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_event_change();
`;

const OWN = inOrganisation('publisher_id', 'publisher', 'reviewer');
const SEEN = inOrganisation('publisher_id', 'publisher', 'reviewer', 'administrator', 'secretariat');

/** Publication is the pipeline's: the desk writes proposals and what was decided of them, in its own name. */
const RULES = [
  deskRules('correction', {
    read: SEEN,
    add: `${OWN} AND state = 'draft' AND desk_is(proposed_by_kind, proposed_by_id)`,
    change: `${OWN} AND state <> 'published' AND (decided_at IS NULL OR desk_is(decided_by_kind, decided_by_id))`,
    columns: {
      add: [
        'ocid',
        'publisher_id',
        'reason',
        'edits',
        'fields',
        'proposed_by_kind',
        'proposed_by_id',
        'proposed_by_name',
      ],
      change: ['state', 'decided_by_kind', 'decided_by_id', 'decided_by_name', 'decided_at', 'note'],
    },
  }),
  deskRules('corrected_value', { read: SEEN }),
  deskRules('correction_notice', { read: SEEN }),
  deskRules('withdrawal', { read: SEEN }),
  deskRules('process_event', { read: SEEN, add: `${OWN} AND desk_is(actor_kind, actor_id)` }),
];

export class CreateCorrections1764400000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const part of [STATES, CORRECTION, CORRECTED, WITHDRAWAL, EVENT, ...RULES]) await runner.query(part);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE process_event, withdrawal, correction_notice, corrected_value, correction;
      DROP FUNCTION refuse_event_change();
      ALTER TABLE record DROP COLUMN withdrawn;
      DELETE FROM change WHERE kind = 'restored';
      ALTER TABLE change DROP CONSTRAINT change_kind_check, ADD CONSTRAINT change_kind_check
        CHECK (kind IN ('published', 'withdrawn'));
      UPDATE release SET state = CASE WHEN published_at IS NULL THEN 'accepted' ELSE 'published' END
       WHERE state = 'withdrawn';
      ALTER TABLE release DROP CONSTRAINT release_state_check, ADD CONSTRAINT release_state_check
        CHECK (state IN ('accepted', 'published', 'held', 'superseded'));
      ALTER TABLE publisher DROP COLUMN corrections;`);
  }
}
