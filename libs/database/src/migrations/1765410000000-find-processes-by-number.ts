import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A search asks for words or for a number, and the one is only found by an index where the other is: without this, a search
 * for a rare word went through every process.
 */
export class FindProcessesByNumber1765410000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('CREATE INDEX process_local_number ON process (local_number) WHERE local_number IS NOT NULL');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX process_local_number');
  }
}
