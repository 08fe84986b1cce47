import type { MigrationInterface, QueryRunner } from 'typeorm';

/** All that the figures of the front page and of a year ask of a process, whose own row is thirty times as wide. */
export class IndexFigures1765810000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE INDEX process_figures ON process (year, currency)
      INCLUDE (method, amount_stage, amount, awarded, contracted, release_count)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX process_figures');
  }
}
