import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A rule is told by a session, of something measured, by the secretariat; another takes its place and none is rewritten. */
const RULE = `
CREATE FUNCTION check_metric_rule() RETURNS trigger LANGUAGE plpgsql
  SECURITY DEFINER SET search_path = pg_catalog, public AS $$
BEGIN
  PERFORM tracker_demand(NEW.origin = 'seed' OR desk_organisations(ARRAY['secretariat']) <> '{}', 'the secretariat records');
  PERFORM tracker_demand(NEW.origin = 'seed' OR NEW.version = 1, 'a rule is not rewritten');
  PERFORM tracker_demand(NEW.withdrawn OR EXISTS (SELECT FROM tracker_milestone m
    WHERE m.plan_id = NEW.plan_id AND m.id = NEW.body ->> 'milestone' AND m.mode = 'measured'), 'a rule moves what is measured');
  PERFORM tracker_demand(NEW.withdrawn OR EXISTS (SELECT FROM tracker_record s
    WHERE s.plan_id = NEW.plan_id AND s.kind = 'sessions' AND s.id = NEW.body ->> 'session'), 'a session fixes a rule');
  -- What is no day would break every measurement after it.
  PERFORM (NEW.body ->> 'since')::date;
  RETURN NEW;
END $$;
CREATE TRIGGER checked_rule BEFORE INSERT ON tracker_record FOR EACH ROW
  WHEN (NEW.kind = 'metricRules') EXECUTE FUNCTION check_metric_rule();
`;

/** What a rule says is put on the log by the platform alone, and only where there is one by that day. */
const MEASURED = `
CREATE FUNCTION check_measured_line() RETURNS trigger LANGUAGE plpgsql
  SECURITY DEFINER SET search_path = pg_catalog, public AS $$
BEGIN
  PERFORM tracker_demand(NEW.entity = 'milestone' AND NEW.field = 'state' AND NEW.actor = 'system:measurement'
    AND NEW.actor_organisation IS NULL, 'a measurement moves a state and nothing else');
  PERFORM tracker_demand(NEW."from" <> 'cancelada' AND NEW."to" IN ('en_proceso', 'verificada', 'no_cumplida')
    AND NEW."to" <> NEW."from", 'a measurement says met, in progress or not met');
  PERFORM tracker_demand(btrim(coalesce(NEW.reason, '')) <> '', 'a measurement says on which figure');
  PERFORM tracker_demand(EXISTS (
    SELECT FROM tracker_record r WHERE r.plan_id = NEW.plan_id AND r.kind = 'metricRules' AND NOT r.withdrawn
       AND r.body ->> 'milestone' = NEW.entity_id AND (r.body ->> 'since')::date <= NEW.effective_on
       AND NOT EXISTS (SELECT FROM tracker_record w WHERE w.plan_id = r.plan_id AND w.kind = r.kind AND w.id = r.id AND w.withdrawn)
    ), 'a rule holds on that day');
  RETURN NEW;
END $$;
CREATE TRIGGER c_measured BEFORE INSERT ON tracker_event FOR EACH ROW
  WHEN (NEW.actor_role = 'medicion') EXECUTE FUNCTION check_measured_line();
`;

/** The rules of measured milestones, and what may be said in their name. */
export class CreateMetricRules1765500000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(RULE + MEASURED);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TRIGGER c_measured ON tracker_event;
      DROP TRIGGER checked_rule ON tracker_record;
      DROP FUNCTION check_measured_line(), check_metric_rule();`);
  }
}
