import type { MigrationInterface, QueryRunner } from 'typeorm';
import { APPLY } from './tracker/apply-line.js';
import { COUNTERPART } from './tracker/counterpart.js';
import { DESK } from './tracker/desk.js';
import { FUNCTIONS } from './tracker/functions.js';
import { TABLES } from './tracker/tables.js';

/**
 * What is reported, proved, assessed and asked, and the rules that hold whoever writes: a state moves only with a line of
 * the log, and a line is taken only when the rules let it.
 */
export class GuardTracker1764810000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const part of [COUNTERPART, TABLES, FUNCTIONS, ...APPLY, ...DESK]) await runner.query(part);
  }

  /** The role stays: accounts may hold it. */
  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TRIGGER b_applied ON tracker_event;
      DROP TRIGGER follows ON tracker_record;
      DROP TABLE tracker_answer, tracker_comment, tracker_reply, tracker_assessment, tracker_file, tracker_evidence,
        tracker_report, tracker_ground, tracker_milestone CASCADE;
      DROP FUNCTION apply_tracker_event(), apply_milestone_line(tracker_event), apply_state_line(tracker_event),
        apply_assessment_line(tracker_event), apply_declaration_line(tracker_event), apply_comment_line(tracker_event),
        apply_evidence_line(tracker_event), follow_tracker_record(), guard_tracker_row(), check_tracker_evidence(),
        check_tracker_assessment(), tracker_implementers(text, text), tracker_proofs(text, text), tracker_refuse(text),
        tracker_demand(boolean, text);`);
  }
}
