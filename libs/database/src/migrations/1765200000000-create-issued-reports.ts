import type { MigrationInterface, QueryRunner } from 'typeorm';
import { deskRules } from '../row-rules/desk-rules.js';
import { EVENT } from './1765000000000-bring-own-organisation.js';

/** document: the canonical text (RFC 8785) of the report without its hash, so that the hash is of what is stored. */
const TABLE = `
CREATE TABLE tracker_issued_report (
  plan_id text NOT NULL,
  year integer NOT NULL CHECK (year BETWEEN 1000 AND 9999),
  version integer NOT NULL CHECK (version > 0),
  seq integer NOT NULL,
  document text NOT NULL,
  hash text NOT NULL,
  reason text,
  recorded_by text NOT NULL,
  issued_on date NOT NULL,
  PRIMARY KEY (plan_id, year, version),
  FOREIGN KEY (plan_id, seq) REFERENCES tracker_event (plan_id, seq),
  CONSTRAINT "an issued report has the hash of its text" CHECK (hash = encode(sha256(convert_to(document, 'UTF8')), 'hex')),
  CONSTRAINT "issuing again says why" CHECK (version = 1 OR btrim(coalesce(reason, '')) <> '')
);
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON tracker_issued_report
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_tracker_change();
`;

/** An issued report is the one that its line tells: next in number, after the one that the line says it follows. */
const CHECKED = `
CREATE FUNCTION check_issued_report() RETURNS trigger LANGUAGE plpgsql
  SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE
  before tracker_issued_report;
BEGIN
  SELECT * INTO before FROM tracker_issued_report r WHERE r.plan_id = NEW.plan_id AND r.year = NEW.year ORDER BY r.version DESC LIMIT 1;
  PERFORM tracker_demand(NEW.version = coalesce(before.version, 0) + 1, 'issued reports are numbered without gaps');
  PERFORM tracker_demand(EXISTS (SELECT FROM tracker_event e WHERE e.plan_id = NEW.plan_id AND e.seq = NEW.seq
    AND e.entity = 'issued-report' AND e.field = 'issued' AND e.entity_id = 'informe-anual-' || NEW.year || '-v' || NEW.version
    AND e."to" = NEW.hash AND e."from" IS NOT DISTINCT FROM before.hash AND e.actor = NEW.recorded_by
    AND e.effective_on = NEW.issued_on AND e.reason IS NOT DISTINCT FROM NEW.reason), 'a line tells the report that is issued');
  RETURN NEW;
END $$;
CREATE TRIGGER checked BEFORE INSERT ON tracker_issued_report FOR EACH ROW EXECUTE FUNCTION check_issued_report();
`;

const ISSUES = `    WHEN NEW.entity = 'issued-report' THEN
      PERFORM tracker_demand(NEW.field = 'issued' AND NEW.actor_role = 'secretariado', 'the secretariat issues');
      PERFORM tracker_demand(NEW."from" IS NULL OR btrim(coalesce(NEW.reason, '')) <> '', 'issuing again says why');
`;

/** Before the branch that refuses what is not known. */
const KNOWN = EVENT.replace("    WHEN NEW.field = 'content' THEN\n", (branch) => ISSUES + branch);

/** Annual reports as they were issued: frozen, numbered, told by the log. */
export class CreateIssuedReports1765200000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(TABLE + CHECKED);
    await runner.query(KNOWN);
    await runner.query(
      deskRules('tracker_issued_report', {
        read: 'true',
        add: `recorded_by = current_setting('c7.actor', true) AND desk_organisations(ARRAY['secretariat']) <> '{}'`,
      }),
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE tracker_issued_report; DROP FUNCTION check_issued_report();');
    await runner.query(EVENT);
  }
}
