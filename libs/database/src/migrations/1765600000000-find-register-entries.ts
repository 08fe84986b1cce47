import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A supplier's page looks its numbers up in every register and list; which lists there are is asked with it. */
const INDEXES = `
CREATE INDEX register_entry_rfc ON register_entry (rfc) WHERE rfc IS NOT NULL;
CREATE INDEX register_entry_listed ON register_entry ((party->'details'->'listing'->>'rfc'))
  WHERE party->'details'->'listing'->>'rfc' IS NOT NULL;
CREATE INDEX register_entry_number ON register_entry (scheme, number) WHERE number IS NOT NULL;
`;

export class FindRegisterEntries1765600000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(INDEXES);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX register_entry_rfc, register_entry_listed, register_entry_number');
  }
}
