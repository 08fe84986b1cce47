import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The processes of a year in their order: those of years before are far from the newest. */
export class WalkAYear1765800000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('CREATE INDEX search_entry_year ON search_entry (year, moment, ocid)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX search_entry_year');
  }
}
