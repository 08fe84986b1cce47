import type { MigrationInterface, QueryRunner } from 'typeorm';

/** As before, and an organisation that the plan does not know yet is brought into it by who acts for it. */
export const EVENT = `
CREATE OR REPLACE FUNCTION apply_tracker_event() RETURNS trigger LANGUAGE plpgsql
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
    WHEN NEW.entity = 'organisations' AND NEW."from" IS NULL AND NEW.entity_id = NEW.actor_organisation THEN
      PERFORM tracker_demand(NEW.field = 'content', 'a line tells something known');
    WHEN NEW.field = 'content' THEN
      PERFORM tracker_demand(NEW.actor_role = 'secretariado', 'the secretariat records');
    ELSE PERFORM tracker_refuse('a line tells something known');
  END CASE;
  RETURN NEW;
END $$;
`;

/** Only the secretariat brought organisations in: one that the plan did not know could send no assessment for reply. */
export class BringOwnOrganisation1765000000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(EVENT);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(EVENT.replace(OWN, ''));
  }
}

const OWN = /    WHEN NEW\.entity = 'organisations'[^]*?'a line tells something known'\);\n/;
