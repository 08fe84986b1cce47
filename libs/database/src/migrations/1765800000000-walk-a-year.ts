import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The processes of a year in their order, since those of years before are far from the newest; and which stages, methods and
 * categories go together, so that the planner does not take them for independent.
 */
export class WalkAYear1765800000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('CREATE INDEX search_entry_year ON search_entry (year, moment, ocid)');
    await runner.query('CREATE STATISTICS search_entry_kinds (mcv) ON stage, method, category, year FROM search_entry');
    await runner.query('ANALYZE search_entry');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP STATISTICS search_entry_kinds');
    await runner.query('DROP INDEX search_entry_year');
  }
}
