const REVIEWERS = `ARRAY['osc_contraparte', 'enlace', 'monitor_itei']`;
const DONE = `ARRAY['reportada', 'verificada', 'parcial']`;

/** From where to where a milestone goes, and whose step it is; a rule that measures may go anywhere. */
const STEPS = `
    ('programada', 'en_proceso', 'implementador'), ('en_proceso', 'reportada', 'implementador'),
    ('reportada', 'verificada', 'review'), ('reportada', 'parcial', 'review'), ('reportada', 'en_proceso', 'review'),
    ('reportada', 'en_proceso', 'withdraw'), ('verificada', 'en_proceso', 'withdraw'), ('parcial', 'en_proceso', 'withdraw'),
    ('programada', 'cancelada', 'secretariado'), ('en_proceso', 'cancelada', 'secretariado'),
    ('reportada', 'cancelada', 'secretariado'), ('programada', 'no_cumplida', 'secretariado'),
    ('en_proceso', 'no_cumplida', 'secretariado')`;

const STATE = `
CREATE FUNCTION apply_state_line(e tracker_event) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  m tracker_milestone;
  r tracker_report;
  own boolean;
  proofs text[];
BEGIN
  SELECT * INTO m FROM tracker_milestone WHERE plan_id = e.plan_id AND id = e.entity_id;
  SELECT * INTO r FROM tracker_report WHERE plan_id = e.plan_id AND milestone = m.id ORDER BY submitted_on DESC, review = 'pending' DESC, reviewed_on DESC, id DESC LIMIT 1;
  own := coalesce(e.actor_organisation = ANY (tracker_implementers(e.plan_id, m.commitment)), false);
  proofs := tracker_proofs(e.plan_id, m.id);
  PERFORM tracker_demand(e."from" = m.state, 'a step begins where the milestone is');
  PERFORM tracker_demand((m.mode = 'measured') = (e.actor_role = 'medicion') OR (e."to" = 'cancelada' AND e.actor_role = 'secretariado'),
    'a rule moves what is measured');
  PERFORM tracker_demand(m.mode = 'measured' OR e."to" <> ALL (${DONE}) OR proofs <> '{}', 'no completo without evidence');
  PERFORM tracker_demand(e.actor_role = 'medicion' OR EXISTS (
    SELECT FROM (VALUES ${STEPS}) s (before, after, who)
     WHERE s.before = e."from" AND s.after = e."to" AND CASE s.who
       WHEN 'implementador' THEN e.actor_role = 'implementador' AND own AND (e."to" <> 'reportada'
         OR EXISTS (SELECT FROM tracker_report p WHERE p.plan_id = e.plan_id AND p.milestone = m.id AND p.review = 'pending'
              AND p.level = 'completo' AND p.recorded_by = e.actor))
       WHEN 'review' THEN e.actor_role = ANY (${REVIEWERS}) AND NOT own AND EXISTS (SELECT FROM tracker_report p
         WHERE p.plan_id = e.plan_id AND p.milestone = m.id AND p.level = 'completo' AND p.reviewer = e.actor
           AND p.recorded_by <> e.actor AND p.review = CASE e."to" WHEN 'en_proceso' THEN 'returned' ELSE 'accepted' END)
       WHEN 'withdraw' THEN proofs = '{}' AND ((e.actor_role = 'implementador' AND own) OR e.actor_role = 'secretariado')
       ELSE e.actor_role = s.who END), 'a milestone takes the steps of its state machine');
  PERFORM tracker_demand(e."to" NOT IN ('cancelada', 'parcial') AND NOT (e."to" = 'en_proceso' AND e."from" <> 'programada')
    OR btrim(coalesce(e.reason, '')) <> '' OR e.actor_role = 'medicion', 'a step back says why');
  PERFORM tracker_demand(e."to" <> 'no_cumplida' OR r.review IS DISTINCT FROM 'pending', 'nothing closes under review');
  UPDATE tracker_milestone SET state = e."to",
    met_on = CASE WHEN e."to" IN ('verificada', 'parcial') THEN e.effective_on WHEN e."to" = 'en_proceso' THEN NULL ELSE met_on END
   WHERE plan_id = e.plan_id AND id = m.id;
END $$;
`;

const MILESTONE = `
CREATE FUNCTION apply_milestone_line(e tracker_event) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  m tracker_milestone;
  r tracker_report;
  own boolean;
BEGIN
  SELECT * INTO m FROM tracker_milestone WHERE plan_id = e.plan_id AND id = e.entity_id FOR UPDATE;
  PERFORM tracker_demand(m.id IS NOT NULL, 'there is such a milestone');
  own := coalesce(e.actor_organisation = ANY (tracker_implementers(e.plan_id, m.commitment)), false);
  SELECT * INTO r FROM tracker_report WHERE plan_id = e.plan_id AND milestone = m.id AND review = 'pending';
  CASE e.field
    WHEN 'state' THEN PERFORM apply_state_line(e);
    WHEN 'report' THEN
      PERFORM tracker_demand(e.actor_role = 'implementador' AND own AND r.recorded_by = e.actor AND r.level = e."to"
        AND m.state = 'en_proceso', 'a line tells the report that there is');
    WHEN 'review' THEN
      PERFORM tracker_demand(r.id IS NOT NULL AND e."from" = 'pending' AND e."to" IN ('accepted', 'returned'), 'a report is reviewed once');
      PERFORM tracker_demand(e.actor <> r.recorded_by, 'reporter is not reviewer');
      PERFORM tracker_demand(e.actor_role = ANY (${REVIEWERS}) AND e.actor_organisation IS NOT NULL AND NOT own
        AND e.actor_organisation <> r.organisation, 'who reports does not review');
      UPDATE tracker_report SET review = e."to", reviewer = e.actor, reviewer_organisation = e.actor_organisation,
        reviewed_on = e.effective_on, review_note = e.reason WHERE plan_id = e.plan_id AND id = r.id;
    WHEN 'currentDue' THEN
      PERFORM tracker_demand(e.actor_role = 'secretariado' AND m.state IN ('programada', 'en_proceso', 'reportada')
        AND e."from" IS NOT DISTINCT FROM coalesce(m.current_due, m.original_due)::text, 'a date moves from the one in force');
      PERFORM tracker_demand(btrim(coalesce(e.reason, '')) <> '', 'rescheduling says why');
      UPDATE tracker_milestone SET current_due = e."to"::date WHERE plan_id = e.plan_id AND id = m.id;
    WHEN 'evidence' THEN
      PERFORM tracker_demand((e.actor_role = 'implementador' AND own) OR e.actor_role = 'secretariado', 'who implements or the secretariat withdraws');
      PERFORM tracker_demand(e."from" = ANY (tracker_proofs(e.plan_id, m.id)) AND e."to" IS NULL, 'there is such evidence');
      UPDATE tracker_evidence SET withdrawn_on = e.effective_on, withdrawn_reason = e.reason
       WHERE plan_id = e.plan_id AND id = e."from";
    ELSE PERFORM tracker_refuse('a line tells something known');
  END CASE;
END $$;
`;

const ASSESSMENT = `
CREATE FUNCTION apply_assessment_line(e tracker_event) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  a tracker_assessment;
  own boolean;
  assesses boolean;
BEGIN
  SELECT * INTO a FROM tracker_assessment WHERE plan_id = e.plan_id AND id = e.entity_id FOR UPDATE;
  own := coalesce(e.actor_organisation = ANY (tracker_implementers(e.plan_id, a.commitment)), false);
  assesses := e.actor_role IN ('monitor_itei', 'evaluador_externo') AND e.actor_organisation IS NOT NULL AND NOT own;
  PERFORM tracker_demand(a.id IS NOT NULL AND e.field = 'stage' AND e."from" = a.stage AND a.lane <> 'autoevaluacion', 'a step begins where the assessment is');
  PERFORM tracker_demand(a.organisation <> ALL (tracker_implementers(e.plan_id, a.commitment)), 'who assesses does not implement');
  CASE e."from" || ' ' || e."to"
    WHEN 'draft sent_for_reply' THEN
      PERFORM tracker_demand(assesses AND a.recorded_by = e.actor AND a.reply_due >= e.effective_on, 'who assesses does not implement');
    WHEN 'sent_for_reply replied' THEN
      PERFORM tracker_demand(own AND e.actor_role = 'implementador' AND e.effective_on <= a.reply_due AND EXISTS (
        SELECT FROM tracker_reply r WHERE r.plan_id = e.plan_id AND r.assessment = a.id AND r.recorded_by = e.actor), 'who implements replies in time');
    WHEN 'sent_for_reply final' THEN
      PERFORM tracker_demand(assesses AND e.effective_on > a.reply_due, 'the time to reply runs to its end');
    WHEN 'replied final' THEN PERFORM tracker_demand(assesses, 'who assesses does not implement');
    WHEN 'final superseded' THEN
      PERFORM tracker_demand(assesses AND btrim(coalesce(e.reason, '')) <> '', 'superseding says why');
    ELSE PERFORM tracker_refuse('an assessment takes the steps of its state machine');
  END CASE;
  UPDATE tracker_assessment SET stage = e."to",
    sent_on = CASE e."to" WHEN 'sent_for_reply' THEN e.effective_on ELSE sent_on END,
    replied_on = CASE e."to" WHEN 'replied' THEN e.effective_on ELSE replied_on END,
    final_on = CASE e."to" WHEN 'final' THEN e.effective_on ELSE final_on END,
    superseded_on = CASE e."to" WHEN 'superseded' THEN e.effective_on ELSE superseded_on END,
    superseded_by = CASE e."to" WHEN 'superseded' THEN e.evidence[1] ELSE superseded_by END
   WHERE plan_id = e.plan_id AND id = a.id;
END $$;
`;

/** A declaration is a draft until its line makes it final, and the one before gives way to it. */
const DECLARATION = `
CREATE FUNCTION apply_declaration_line(e tracker_event) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  a tracker_assessment;
BEGIN
  SELECT * INTO a FROM tracker_assessment WHERE plan_id = e.plan_id AND commitment = e.entity_id
     AND lane = 'autoevaluacion' AND stage = 'draft' AND recorded_by = e.actor FOR UPDATE;
  PERFORM tracker_demand(e.field = 'declared' AND e.actor_role = 'implementador' AND a.completion = e."to"
    AND a.organisation = e.actor_organisation
    AND e.actor_organisation = ANY (tracker_implementers(e.plan_id, e.entity_id)), 'who implements declares');
  UPDATE tracker_assessment SET stage = 'superseded', superseded_on = e.effective_on, superseded_by = a.id
   WHERE plan_id = e.plan_id AND commitment = e.entity_id AND lane = 'autoevaluacion' AND stage = 'final';
  UPDATE tracker_assessment SET stage = 'final', sent_on = e.effective_on, final_on = e.effective_on
   WHERE plan_id = e.plan_id AND id = a.id;
END $$;
CREATE FUNCTION apply_evidence_line(e tracker_event) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  IF e.field <> 'withdrawn' THEN RETURN; END IF;
  PERFORM tracker_demand(NOT EXISTS (SELECT FROM tracker_evidence v JOIN tracker_milestone m ON m.plan_id = v.plan_id AND m.id = v.target
    WHERE v.plan_id = e.plan_id AND v.id = e.entity_id), 'evidence of a milestone is withdrawn from it');
  UPDATE tracker_evidence SET withdrawn_on = e.effective_on, withdrawn_reason = e.reason
   WHERE plan_id = e.plan_id AND id = e.entity_id AND withdrawn_on IS NULL
     AND (e.actor_role = 'secretariado' OR recorded_by = e.actor);
  PERFORM tracker_demand(FOUND, 'there is such evidence');
END $$;
CREATE FUNCTION apply_comment_line(e tracker_event) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  PERFORM tracker_demand(e.actor_role = 'secretariado', 'the secretariat moderates');
  IF e.field <> 'state' THEN RETURN; END IF;
  UPDATE tracker_comment SET state = e."to", decided_on = e.effective_on, reason = e.reason
   WHERE plan_id = e.plan_id AND id = e.entity_id AND state = e."from";
  PERFORM tracker_demand(FOUND, 'there is such a comment');
END $$;
`;

/** What a line tells, done. `content` binds the text of something recorded to the log; it is who may write it that is told. */
const EVENT = `
CREATE FUNCTION apply_tracker_event() RETURNS trigger LANGUAGE plpgsql
  SECURITY DEFINER SET search_path = pg_catalog, public AS $$
BEGIN
  IF NEW.actor_role = 'importacion' THEN
    PERFORM tracker_demand(NEW.field IN ('seed', 'content'), 'an import moves no state');
    RETURN NEW;
  END IF;
  CASE
    WHEN NEW.entity = 'milestone' THEN PERFORM apply_milestone_line(NEW);
    WHEN NEW.entity = 'assessment' AND NEW.field = 'stage' THEN PERFORM apply_assessment_line(NEW);
    WHEN NEW.entity = 'commitment' THEN PERFORM apply_declaration_line(NEW);
    WHEN NEW.entity = 'evidence' THEN PERFORM apply_evidence_line(NEW);
    WHEN NEW.entity = 'comment' THEN PERFORM apply_comment_line(NEW);
    WHEN NEW.entity IN ('report', 'reply') AND NEW.field = 'content' THEN
      PERFORM tracker_demand(NEW.actor_role = 'implementador', 'who implements reports and replies');
    WHEN NEW.entity = 'assessment' AND NEW.field = 'content' THEN
      PERFORM tracker_demand(NEW.actor_role IN ('monitor_itei', 'evaluador_externo', 'implementador'), 'who assesses or declares writes it');
    WHEN NEW.field = 'content' THEN
      PERFORM tracker_demand(NEW.actor_role = 'secretariado', 'the secretariat records');
    ELSE PERFORM tracker_refuse('a line tells something known');
  END CASE;
  RETURN NEW;
END $$;
CREATE TRIGGER b_applied BEFORE INSERT ON tracker_event FOR EACH ROW EXECUTE FUNCTION apply_tracker_event();
`;

/** Internal functions are nobody's to call. */
const CLOSED = `
REVOKE EXECUTE ON FUNCTION tracker_implementers(text, text), tracker_proofs(text, text) FROM PUBLIC;
`;

export const APPLY = [STATE, MILESTONE, ASSESSMENT, DECLARATION, EVENT, CLOSED];
