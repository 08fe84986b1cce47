import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What stands before the numbers of a body in its ocids, by every name the body was known under: decided once, so that
 * an ocid stays what it is when the body gets a key, changes its name, or becomes a publisher of its own. '' where its
 * numbers stand bare. body: `publisher ID`, `id SCHEME-ID` or `name NAME`, normalised.
 */
const NUMBER_SCOPE = `
CREATE TABLE number_scope (
  ocid_prefix text NOT NULL,
  body text NOT NULL,
  scope text NOT NULL,
  PRIMARY KEY (ocid_prefix, body)
);
`;

export class CreateNumberScope1764150000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(NUMBER_SCOPE);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE number_scope');
  }
}
