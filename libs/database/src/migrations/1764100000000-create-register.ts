import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The suppliers' registers: who is who, as each publisher's register last told it. Holds the personal data of natural
 * persons as it came, and is not public. batch_id, sheet and row are of the last file that told the entry, whether or
 * not it changed anything; updated_at is when it last changed.
 */
const REGISTER_ENTRY = `
CREATE TABLE register_entry (
  publisher_id text NOT NULL REFERENCES publisher (id),
  party_id text NOT NULL,
  rfc text,
  scheme text,
  number text,
  name text,
  party jsonb NOT NULL,
  content_hash text NOT NULL,
  reported text,
  batch_id bigint NOT NULL REFERENCES batch (id),
  sheet text NOT NULL,
  row integer NOT NULL,
  updated_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (publisher_id, party_id),
  CHECK ((scheme IS NULL) = (number IS NULL))
);
`;

export class CreateRegister1764100000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(REGISTER_ENTRY);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE register_entry');
  }
}
