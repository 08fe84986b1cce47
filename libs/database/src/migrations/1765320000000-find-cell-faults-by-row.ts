import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The page of a process tells the faults of the rows it came from. */
export class FindCellFaultsByRow1765320000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('CREATE INDEX cell_fault_row ON cell_fault (batch_id, sheet, row)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX cell_fault_row');
  }
}
