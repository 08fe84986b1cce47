import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The years in which a supplier won something, or a buyer had a process; all parties are summed up anew to know them. */
const YEARS = `
ALTER TABLE party ADD COLUMN years integer[] NOT NULL DEFAULT '{}';
CREATE INDEX party_years ON party USING gin (years);
INSERT INTO party_touched SELECT side, keys FROM participation;
`;

export class AddPartyYears1765300000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(YEARS);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE party DROP COLUMN years');
  }
}
