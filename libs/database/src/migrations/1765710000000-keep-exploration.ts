import type { MigrationInterface, QueryRunner } from 'typeorm';
import { deskRules } from '../row-rules/desk-rules.js';

/** The figures of the charts as they were last counted, so that a start does not count them again. state: what they are true for. */
const KEPT = `
CREATE TABLE exploration (
  id boolean PRIMARY KEY DEFAULT true CHECK (id),
  state text NOT NULL,
  position bigint NOT NULL,
  took_ms integer NOT NULL,
  figures jsonb NOT NULL
);
`;

export class KeepExploration1765710000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(KEPT + deskRules('exploration', {}));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE exploration');
  }
}
