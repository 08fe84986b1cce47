import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Signs the links by which whoever gets alerts sees and ends them. */
const SECRET = `
INSERT INTO secret VALUES ('mail', uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid()));
`;

/**
 * What somebody asked to be told of by mail. The address stands once, beside its alerts, and goes with the last of them.
 * What is found is told from a position of the change feed on.
 */
const ALERT = `
CREATE TABLE subscriber (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  email text NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now()
);
CREATE UNIQUE INDEX subscriber_email ON subscriber (lower(email));
CREATE TABLE alert (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  subscriber_id uuid NOT NULL REFERENCES subscriber (id) ON DELETE CASCADE,
  topic text NOT NULL CHECK (topic IN ('search', 'open', 'buyer', 'supplier')),
  filters jsonb NOT NULL,
  frequency text NOT NULL CHECK (frequency IN ('daily', 'weekly')),
  language text NOT NULL CHECK (language IN ('es', 'en')),
  created_at timestamptz NOT NULL DEFAULT now(),
  confirm_hash bytea UNIQUE,
  confirmed_at timestamptz,
  position bigint NOT NULL DEFAULT 0,
  period date
);
CREATE INDEX alert_subscriber ON alert (subscriber_id);
`;

/**
 * What is to be sent to whom, in references: who gets it and what it says is looked up when it is handed over, so that
 * no address and no text is kept here. It is handed over at most once: whoever moves it from 'waiting' to 'handing' may.
 */
const MAIL = `
CREATE TABLE mail (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  kind text NOT NULL CHECK (kind IN ('confirmation', 'digest', 'reminder')),
  alert_id uuid REFERENCES alert (id) ON DELETE CASCADE,
  account_id text REFERENCES account (id) ON DELETE CASCADE,
  detail jsonb NOT NULL DEFAULT '{}',
  state text NOT NULL DEFAULT 'waiting'
    CHECK (state IN ('waiting', 'handing', 'sent', 'dropped', 'refused', 'failed', 'uncertain')),
  attempts integer NOT NULL DEFAULT 0,
  reply_code integer,
  asked_at timestamptz NOT NULL DEFAULT now(),
  next_at timestamptz NOT NULL DEFAULT now(),
  handing_at timestamptz,
  ended_at timestamptz,
  CHECK ((kind = 'reminder') = (account_id IS NOT NULL) AND (kind <> 'reminder') = (alert_id IS NOT NULL))
);
CREATE INDEX mail_open ON mail (next_at) WHERE state IN ('waiting', 'handing');
CREATE INDEX mail_alert ON mail (alert_id);
CREATE INDEX mail_account ON mail (account_id);
CREATE UNIQUE INDEX mail_digest_once ON mail (alert_id, (detail ->> 'period')) WHERE kind = 'digest';
`;

export class CreateMail1765100000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const part of [SECRET, ALERT, MAIL]) await runner.query(part);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE mail, alert, subscriber; DELETE FROM secret WHERE name = 'mail'`);
  }
}
