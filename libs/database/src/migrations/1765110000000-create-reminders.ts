import type { MigrationInterface, QueryRunner } from 'typeorm';
import { deskRules } from '../row-rules/desk-rules.js';

/** Who was reminded of which reports, once a period, person and kind. It outlives the mail, whose row is forgotten. */
const REMINDER = `
CREATE TABLE reminder (
  plan_id text NOT NULL,
  period text NOT NULL,
  kind text NOT NULL CHECK (kind IN ('soon', 'today', 'overdue')),
  account_id text NOT NULL REFERENCES account (id) ON DELETE CASCADE,
  organisation_id text NOT NULL REFERENCES organisation (id),
  milestones text[] NOT NULL,
  decided_on date NOT NULL,
  sent_at timestamptz,
  PRIMARY KEY (plan_id, period, kind, account_id)
);
CREATE INDEX reminder_account ON reminder (account_id);
`;

export class CreateReminders1765110000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(REMINDER);
    // When somebody was reminded, and not who.
    const columns = { read: ['plan_id', 'period', 'kind', 'milestones', 'decided_on', 'sent_at'] };
    await runner.query(deskRules('reminder', { read: 'true', columns }));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE reminder');
  }
}
