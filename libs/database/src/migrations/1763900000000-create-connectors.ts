import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * config holds no secret: at most the names of the environment variables that do. position is where the next run goes
 * on. tolerance_seconds: a connector without a good run for longer raises an alarm; news_within_seconds: likewise
 * without a new file.
 */
const CONNECTOR = `
CREATE TABLE connector (
  id text PRIMARY KEY,
  kind text NOT NULL CHECK (kind IN ('folder', 'http', 'ocds-api', 'ocapi-2017', 'sftp')),
  publisher_id text NOT NULL REFERENCES publisher (id),
  profile text,
  config jsonb NOT NULL,
  cron text,
  every_seconds integer CHECK (every_seconds > 0),
  tz text NOT NULL DEFAULT 'America/Mexico_City',
  tolerance_seconds integer NOT NULL CHECK (tolerance_seconds > 0),
  news_within_seconds integer CHECK (news_within_seconds > 0),
  paused boolean NOT NULL DEFAULT false,
  position jsonb NOT NULL DEFAULT '{}',
  created_at timestamptz NOT NULL DEFAULT now(),
  resumed_at timestamptz NOT NULL DEFAULT now(),
  last_success_at timestamptz,
  last_news_at timestamptz,
  CHECK ((cron IS NULL) <> (every_seconds IS NULL))
);
`;

/** outcome: running → done (something new), unchanged, with-faults (some file was refused), failed, interrupted. */
const RUN = `
CREATE TABLE connector_run (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  connector_id text NOT NULL REFERENCES connector (id) ON DELETE CASCADE,
  trigger text NOT NULL CHECK (trigger IN ('schedule', 'person')),
  outcome text NOT NULL DEFAULT 'running'
    CHECK (outcome IN ('running', 'done', 'unchanged', 'with-faults', 'failed', 'interrupted')),
  started_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  ended_at timestamptz,
  files integer NOT NULL DEFAULT 0,
  repeated integer NOT NULL DEFAULT 0,
  faulty integer NOT NULL DEFAULT 0,
  releases integer NOT NULL DEFAULT 0,
  held integer NOT NULL DEFAULT 0,
  refused integer NOT NULL DEFAULT 0,
  error_code text,
  error_message text,
  error_remedy text,
  CHECK ((outcome = 'running') = (ended_at IS NULL))
);
CREATE INDEX connector_run_history ON connector_run (connector_id, id DESC);
CREATE INDEX connector_run_running ON connector_run (connector_id) WHERE outcome = 'running';
`;

/** What a source had, and which version of it was dealt with: signature is a size and date, or an ETag. */
const FILE = `
CREATE TABLE connector_file (
  connector_id text NOT NULL REFERENCES connector (id) ON DELETE CASCADE,
  name text NOT NULL,
  signature text NOT NULL,
  run_id bigint NOT NULL,
  batch_id bigint REFERENCES batch (id) ON DELETE SET NULL,
  error_code text,
  error_message text,
  seen_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (connector_id, name)
);
`;

export class CreateConnectors1763900000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const part of [CONNECTOR, RUN, FILE]) await runner.query(part);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE connector_file, connector_run, connector');
  }
}
