import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Every page asks whether publishers of invented and of real data have a process: of one that has none, all were gone through. */
export class FindProcessesByPublisher1765400000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('CREATE INDEX process_publisher ON process (publisher_id)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX process_publisher');
  }
}
