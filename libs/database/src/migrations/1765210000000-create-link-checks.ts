import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Links that the pages show, and whether they answer. sha256: of the copy that is kept, where there is one; what is there
 * is compared with it. Nothing is granted: neither is it written at the desk, nor told in the name of anybody.
 */
const TABLES = `
CREATE TABLE link_check (
  url_hash bytea PRIMARY KEY CHECK (url_hash = sha256(convert_to(url, 'UTF8'))),
  url text NOT NULL,
  host text NOT NULL,
  sha256 text,
  found_in text NOT NULL,
  seen_at timestamptz NOT NULL,
  next_at timestamptz NOT NULL,
  checked_at timestamptz,
  http_status integer,
  fault text,
  failing_since timestamptz,
  changed_since timestamptz,
  CONSTRAINT "what fails says how" CHECK ((failing_since IS NULL) = (fault IS NULL))
);
CREATE INDEX link_check_due ON link_check (next_at);
CREATE TABLE link_round (
  round text PRIMARY KEY,
  after text NOT NULL
);
ALTER TABLE link_check ENABLE ROW LEVEL SECURITY;
ALTER TABLE link_round ENABLE ROW LEVEL SECURITY;
`;

export class CreateLinkChecks1765210000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(TABLES);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE link_check, link_round;');
  }
}
