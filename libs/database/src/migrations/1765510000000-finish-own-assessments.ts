import type { MigrationInterface, QueryRunner } from 'typeorm';

const OWN = `
CREATE FUNCTION check_assessing_line() RETURNS trigger LANGUAGE plpgsql
  SECURITY DEFINER SET search_path = pg_catalog, public AS $$
BEGIN
  PERFORM tracker_demand(EXISTS (SELECT FROM tracker_assessment a WHERE a.plan_id = NEW.plan_id AND a.id = NEW.entity_id
    AND a.organisation = NEW.actor_organisation), 'who assesses finishes their own');
  RETURN NEW;
END $$;
CREATE TRIGGER d_own_assessment BEFORE INSERT ON tracker_event FOR EACH ROW
  WHEN (NEW.entity = 'assessment' AND NEW.field = 'stage' AND NEW.actor_role IN ('monitor_itei', 'evaluador_externo'))
  EXECUTE FUNCTION check_assessing_line();
`;

/** The code let an organisation send, finish and supersede its own assessments only; the database let any assessor. */
export class FinishOwnAssessments1765510000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(OWN);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TRIGGER d_own_assessment ON tracker_event; DROP FUNCTION check_assessing_line();');
  }
}
