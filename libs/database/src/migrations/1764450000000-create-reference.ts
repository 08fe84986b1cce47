import type { MigrationInterface, QueryRunner } from 'typeorm';
import { deskRules, overPlatform } from '../row-rules/desk-rules.js';

/**
 * Reference data as its history: an entry (kind, key) says what its versions say that no later one replaces; data is
 * null where a version only retires others. The key lets one of two editors who saw the same version through.
 */
const REFERENCE = `
CREATE TABLE reference_version (
  kind text NOT NULL CHECK (kind IN ('legal', 'threshold', 'body', 'role', 'calendar')),
  key text NOT NULL CHECK (key ~ '^[a-z0-9][a-z0-9.-]{0,79}$'),
  version int NOT NULL CHECK (version > 0),
  replaces int[] NOT NULL DEFAULT '{}',
  data jsonb,
  valid_from date,
  valid_to date,
  source jsonb,
  reason text NOT NULL CHECK (reason <> ''),
  actor_kind text NOT NULL CHECK (actor_kind IN ('account', 'key', 'system')),
  actor_id text NOT NULL,
  actor_name text NOT NULL,
  at timestamptz NOT NULL DEFAULT clock_timestamp(),
  PRIMARY KEY (kind, key, version),
  CHECK (valid_from <= valid_to),
  CHECK ((data IS NULL) = (source IS NULL)),
  CHECK (data IS NOT NULL OR replaces <> '{}')
);
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON reference_version
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_event_change();
`;

/** Which seeds were taken in: reading one again at every start would take longer than the rest of it. */
const SEED = `
CREATE TABLE reference_seed (
  sha256 bytea PRIMARY KEY,
  loaded_at timestamptz NOT NULL DEFAULT now()
);
`;

const RULES = [
  deskRules('reference_version', {
    read: 'true',
    add: `${overPlatform('administrator', 'secretariat')} AND desk_is(actor_kind, actor_id)`,
  }),
  deskRules('reference_seed', {}),
];

export class CreateReference1764450000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const part of [REFERENCE, SEED, ...RULES]) await runner.query(part);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE reference_seed, reference_version');
  }
}
