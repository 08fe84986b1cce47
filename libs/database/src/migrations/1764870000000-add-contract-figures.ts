import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What commitment 7 is measured by, of each process: awards and contracts that are neither cancelled nor unsuccessful,
 * the value of these contracts by currency (`[{"currency", "amount"}]`, amounts as decimal text), and the first signing.
 * Rows of before are written anew by the program, which knows them by their search_version.
 */
const FIGURES = `
ALTER TABLE process
  ADD COLUMN awards integer NOT NULL DEFAULT 0,
  ADD COLUMN contracts integer NOT NULL DEFAULT 0,
  ADD COLUMN contract_sums jsonb NOT NULL DEFAULT '[]',
  ADD COLUMN signed_on timestamptz;
`;

export class AddContractFigures1764870000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(FIGURES);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      'ALTER TABLE process DROP COLUMN awards, DROP COLUMN contracts, DROP COLUMN contract_sums, DROP COLUMN signed_on',
    );
  }
}
