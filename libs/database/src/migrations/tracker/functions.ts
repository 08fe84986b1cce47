/** A refusal names its rule as a constraint, so that whoever wrote learns which. */
const REFUSE = `
CREATE FUNCTION tracker_refuse(rule text) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '%', rule USING ERRCODE = 'check_violation', CONSTRAINT = rule;
END $$;
CREATE FUNCTION tracker_demand(holds boolean, rule text) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  IF holds IS NOT TRUE THEN PERFORM tracker_refuse(rule); END IF;
END $$;
`;

/** Who implements a commitment, and what proves something of a thing. */
const LOOKUPS = `
CREATE FUNCTION tracker_implementers(plan text, commitment text) RETURNS text[] LANGUAGE sql STABLE
  SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  SELECT array_remove(ARRAY[body ->> 'responsible'] || ARRAY(SELECT json_array_elements_text(body -> 'support')), NULL)
    FROM tracker_record WHERE plan_id = plan AND kind = 'commitments' AND id = commitment ORDER BY version DESC LIMIT 1
$$;
CREATE FUNCTION tracker_proofs(plan text, thing text) RETURNS text[] LANGUAGE sql STABLE
  SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  SELECT ARRAY(SELECT id FROM tracker_evidence WHERE plan_id = plan AND target = thing AND withdrawn_on IS NULL)
$$;
`;

/** A row is changed by a line of the log and by nothing else; drafts of assessments are their author's until sent. */
const GUARD = `
CREATE FUNCTION guard_tracker_row() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' OR TG_OP = 'TRUNCATE' THEN
    RAISE EXCEPTION '% keeps what it has', TG_TABLE_NAME USING ERRCODE = 'insufficient_privilege';
  END IF;
  IF TG_OP = 'UPDATE' AND TG_TABLE_NAME = 'tracker_assessment' AND pg_trigger_depth() = 1 THEN
    PERFORM tracker_demand(OLD.stage = 'draft' AND NEW.stage = 'draft' AND NEW.id = OLD.id AND NEW.plan_id = OLD.plan_id
      AND NEW.commitment = OLD.commitment AND NEW.lane = OLD.lane AND NEW.recorded_by = OLD.recorded_by
      AND NEW.organisation = OLD.organisation, 'only a draft is edited');
  ELSIF TG_OP = 'UPDATE' AND pg_trigger_depth() = 1 THEN
    PERFORM tracker_refuse('a state moves only with a line of the log');
  ELSIF TG_OP = 'UPDATE' AND TG_TABLE_NAME = 'tracker_milestone' THEN
    PERFORM tracker_demand(OLD.original_due IS NULL OR NEW.original_due = OLD.original_due, 'the original date never changes');
  END IF;
  RETURN coalesce(NEW, OLD);
END $$;
CREATE TRIGGER guarded BEFORE UPDATE OR DELETE ON tracker_milestone FOR EACH ROW EXECUTE FUNCTION guard_tracker_row();
CREATE TRIGGER guarded BEFORE UPDATE OR DELETE ON tracker_report FOR EACH ROW EXECUTE FUNCTION guard_tracker_row();
CREATE TRIGGER guarded BEFORE UPDATE OR DELETE ON tracker_evidence FOR EACH ROW EXECUTE FUNCTION guard_tracker_row();
CREATE TRIGGER guarded BEFORE UPDATE OR DELETE ON tracker_assessment FOR EACH ROW EXECUTE FUNCTION guard_tracker_row();
CREATE TRIGGER guarded BEFORE UPDATE OR DELETE ON tracker_comment FOR EACH ROW EXECUTE FUNCTION guard_tracker_row();
CREATE TRIGGER kept BEFORE TRUNCATE ON tracker_milestone FOR EACH STATEMENT EXECUTE FUNCTION guard_tracker_row();
CREATE TRIGGER kept BEFORE TRUNCATE ON tracker_report FOR EACH STATEMENT EXECUTE FUNCTION guard_tracker_row();
CREATE TRIGGER kept BEFORE TRUNCATE ON tracker_evidence FOR EACH STATEMENT EXECUTE FUNCTION guard_tracker_row();
CREATE TRIGGER kept BEFORE TRUNCATE ON tracker_assessment FOR EACH STATEMENT EXECUTE FUNCTION guard_tracker_row();
CREATE TRIGGER kept BEFORE TRUNCATE ON tracker_comment FOR EACH STATEMENT EXECUTE FUNCTION guard_tracker_row();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON tracker_ground
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_tracker_change();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON tracker_reply
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_tracker_change();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON tracker_answer
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_tracker_change();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON tracker_file
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_tracker_change();
`;

/** What is written is written in its first state, by who may. */
const CHECKS = `
CREATE FUNCTION check_tracker_evidence() RETURNS trigger LANGUAGE plpgsql
  SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE
  m tracker_milestone;
BEGIN
  SELECT * INTO m FROM tracker_milestone WHERE plan_id = NEW.plan_id AND id = NEW.milestone;
  PERFORM tracker_demand(NEW.review = 'pending' AND NEW.reviewer IS NULL, 'a report begins under review');
  PERFORM tracker_demand(m.mode = 'declared', 'a rule moves what is measured');
  PERFORM tracker_demand(NEW.organisation = ANY (tracker_implementers(NEW.plan_id, m.commitment)), 'who reports implements');
  PERFORM tracker_demand(NEW.evidence <@ tracker_proofs(NEW.plan_id, NEW.milestone), 'a report tells evidence of its milestone');
  PERFORM tracker_demand(NEW.level <> 'completo' OR tracker_proofs(NEW.plan_id, NEW.milestone) <> '{}', 'no completo without evidence');
  RETURN NEW;
END $$;
CREATE TRIGGER checked BEFORE INSERT ON tracker_report FOR EACH ROW EXECUTE FUNCTION check_tracker_evidence();
CREATE FUNCTION check_tracker_assessment() RETURNS trigger LANGUAGE plpgsql
  SECURITY DEFINER SET search_path = pg_catalog, public AS $$
BEGIN
  PERFORM tracker_demand(NEW.recorded_by = 'system:import' OR (NEW.sent_on IS NULL AND NEW.replied_on IS NULL
    AND NEW.final_on IS NULL AND NEW.superseded_on IS NULL AND NEW.stage = 'draft'), 'an assessment begins as a draft');
  PERFORM tracker_demand(NEW.recorded_by = 'system:import' OR NEW.organisation IS NOT NULL, 'an assessment has its organisation');
  PERFORM tracker_demand(NEW.recorded_by = 'system:import' OR (NEW.lane = 'autoevaluacion')
    = coalesce(NEW.organisation = ANY (tracker_implementers(NEW.plan_id, NEW.commitment)), false), 'who assesses does not implement');
  PERFORM tracker_demand(NEW.evidence <@ ARRAY(SELECT id FROM tracker_evidence e
    WHERE e.plan_id = NEW.plan_id AND e.withdrawn_on IS NULL), 'an assessment tells evidence that there is');
  RETURN NEW;
END $$;
CREATE TRIGGER checked BEFORE INSERT OR UPDATE OF evidence ON tracker_assessment FOR EACH ROW EXECUTE FUNCTION check_tracker_assessment();
`;

/**
 * A milestone's row follows its record. A seed may tell a state that has no evidence here: the row is marked. What the
 * desk records begins scheduled, and never moves the date that was first promised.
 */
const FOLLOW = `
CREATE FUNCTION follow_tracker_record() RETURNS trigger LANGUAGE plpgsql
  SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE
  m tracker_milestone;
  told text := coalesce(NEW.body ->> 'state', 'programada');
  due date := (NEW.body -> 'originalDue' ->> 'latest')::date;
BEGIN
  IF NEW.kind = 'evidence' AND NEW.origin = 'seed' AND NEW.version = 1 THEN
    INSERT INTO tracker_evidence (plan_id, id, target, url, recorded_by, added_on)
    VALUES (NEW.plan_id, NEW.id, NEW.body ->> 'target', NEW.body ->> 'url', NEW.recorded_by, '0001-01-01');
  END IF;
  IF NEW.kind = 'assessments' AND NEW.origin = 'seed' AND NEW.version = 1 THEN
    INSERT INTO tracker_assessment (plan_id, id, commitment, lane, stage, completion, evidence, body, recorded_by,
      organisation, legacy_declared, started_on)
    VALUES (NEW.plan_id, NEW.id, coalesce(NEW.body ->> 'commitment', ''), NEW.body ->> 'lane', NEW.body ->> 'stage',
      NEW.body ->> 'completion', ARRAY(SELECT e.id FROM tracker_evidence e WHERE e.plan_id = NEW.plan_id AND (
        e.target = NEW.body ->> 'commitment' OR e.target IN (SELECT t.id FROM tracker_milestone t
          WHERE t.plan_id = NEW.plan_id AND t.commitment = NEW.body ->> 'commitment'))), NEW.body, NEW.recorded_by,
      NEW.body ->> 'organisation', coalesce((NEW.body ->> 'legacyDeclared')::boolean, false), '0001-01-01');
  END IF;
  IF NEW.kind <> 'milestones' OR (NEW.body ->> 'placeholder')::boolean IS TRUE THEN RETURN NEW; END IF;
  SELECT * INTO m FROM tracker_milestone WHERE plan_id = NEW.plan_id AND id = NEW.id;
  IF m IS NULL THEN
    PERFORM tracker_demand(NEW.origin = 'seed' OR told = 'programada', 'a milestone begins scheduled');
    INSERT INTO tracker_milestone (plan_id, id, commitment, mode, state, original_due, current_due, met_on, imported)
    VALUES (NEW.plan_id, NEW.id, NEW.body ->> 'commitment', NEW.body ->> 'mode', told, due,
      (NEW.body -> 'currentDue' ->> 'latest')::date, (NEW.body -> 'metOn' ->> 'latest')::date,
      told IN ('reportada', 'verificada', 'parcial'));
    RETURN NEW;
  END IF;
  PERFORM tracker_demand(m.original_due IS NULL OR due IS NOT DISTINCT FROM m.original_due, 'the original date never changes');
  PERFORM tracker_demand(NEW.body ->> 'commitment' = m.commitment AND NEW.body ->> 'mode' = m.mode, 'a milestone stays with its commitment');
  UPDATE tracker_milestone SET original_due = due WHERE plan_id = NEW.plan_id AND id = NEW.id AND original_due IS NULL;
  RETURN NEW;
END $$;
CREATE TRIGGER follows AFTER INSERT ON tracker_record FOR EACH ROW EXECUTE FUNCTION follow_tracker_record();
`;

export const FUNCTIONS = [REFUSE, LOOKUPS, GUARD, CHECKS, FOLLOW].join('\n');
