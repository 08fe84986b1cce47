import type { MigrationInterface, QueryRunner } from 'typeorm';
import { deskRules } from '../row-rules/desk-rules.js';

/**
 * body: `json` and not `jsonb`, because it keeps its members in the order in which they were written. effective_on: day
 * from which the version holds; `-infinity` for what a seed told first, which dates its facts itself.
 */
const RECORD = `
CREATE TABLE tracker_record (
  plan_id text NOT NULL,
  kind text NOT NULL,
  id text NOT NULL,
  version integer NOT NULL CHECK (version > 0),
  position integer NOT NULL,
  body json NOT NULL,
  origin text NOT NULL CHECK (origin IN ('seed', 'desk')),
  recorded_by text NOT NULL,
  recorded_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  effective_on date NOT NULL,
  withdrawn boolean NOT NULL DEFAULT false,
  reason text,
  PRIMARY KEY (plan_id, kind, id, version),
  CONSTRAINT "withdrawing says why" CHECK (NOT withdrawn OR btrim(coalesce(reason, '')) <> ''),
  CONSTRAINT "changing says why" CHECK (version = 1 OR btrim(coalesce(reason, '')) <> '')
);
CREATE FUNCTION refuse_tracker_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% only grows', TG_TABLE_NAME USING ERRCODE = 'insufficient_privilege';
END $$;
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON tracker_record
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_tracker_change();
`;

/** One log a plan. tracker_head: where it ends; its row is the lock under which lines are added. */
const LOG = `
CREATE TABLE tracker_head (
  plan_id text PRIMARY KEY,
  seq integer NOT NULL DEFAULT 0,
  hash text NOT NULL DEFAULT repeat('0', 64)
);
CREATE TABLE tracker_event (
  plan_id text NOT NULL REFERENCES tracker_head (plan_id),
  seq integer NOT NULL,
  entity text NOT NULL,
  entity_id text NOT NULL,
  field text NOT NULL,
  "from" text,
  "to" text,
  actor text NOT NULL,
  actor_role text NOT NULL CONSTRAINT "administrators and readers change nothing" CHECK (actor_role NOT IN ('admin', 'lector')),
  actor_organisation text,
  recorded_at timestamptz(3) NOT NULL,
  effective_on date NOT NULL,
  reason text,
  evidence text[] NOT NULL DEFAULT '{}',
  prev_hash text NOT NULL,
  hash text NOT NULL,
  PRIMARY KEY (plan_id, seq)
);
CREATE INDEX tracker_event_entity ON tracker_event (plan_id, entity, entity_id);
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON tracker_event
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_tracker_change();
`;

/** The hash of a line, from its text after RFC 8785: members by name, no blanks. */
const CHAIN = `
CREATE FUNCTION tracker_line_hash(e tracker_event) RETURNS text LANGUAGE sql IMMUTABLE SET search_path = pg_catalog AS $$
  SELECT encode(sha256(convert_to(
    '{"actor":' || to_json(e.actor)::text
    || ',"actorOrganisation":' || coalesce(to_json(e.actor_organisation)::text, 'null')
    || ',"actorRole":' || to_json(e.actor_role)::text
    || ',"effectiveOn":"' || to_char(e.effective_on, 'YYYY-MM-DD')
    || '","entity":' || to_json(e.entity)::text
    || ',"entityId":' || to_json(e.entity_id)::text
    || ',"evidence":[' || array_to_string(ARRAY(SELECT to_json(one)::text FROM unnest(e.evidence) WITH ORDINALITY u (one, n) ORDER BY n), ',')
    || '],"field":' || to_json(e.field)::text
    || ',"from":' || coalesce(to_json(e."from")::text, 'null')
    || ',"prevHash":' || to_json(e.prev_hash)::text
    || ',"reason":' || coalesce(to_json(e.reason)::text, 'null')
    || ',"recordedAt":"' || to_char(e.recorded_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')
    || '","seq":' || e.seq
    || ',"to":' || coalesce(to_json(e."to")::text, 'null') || '}', 'UTF8')), 'hex')
$$;
CREATE FUNCTION chain_tracker_event() RETURNS trigger LANGUAGE plpgsql
  SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE
  head tracker_head;
BEGIN
  SELECT * INTO head FROM tracker_head WHERE plan_id = NEW.plan_id FOR UPDATE;
  IF NEW.seq <> head.seq + 1 OR NEW.prev_hash <> head.hash THEN
    RAISE EXCEPTION 'a line of the log follows the last one' USING ERRCODE = 'check_violation', CONSTRAINT = 'lines follow each other';
  END IF;
  IF NEW.hash IS DISTINCT FROM tracker_line_hash(NEW) THEN
    RAISE EXCEPTION 'a line of the log has the hash of its text' USING ERRCODE = 'check_violation', CONSTRAINT = 'lines have their hash';
  END IF;
  UPDATE tracker_head SET seq = NEW.seq, hash = NEW.hash WHERE plan_id = NEW.plan_id;
  RETURN NEW;
END $$;
CREATE TRIGGER a_chained BEFORE INSERT ON tracker_event FOR EACH ROW EXECUTE FUNCTION chain_tracker_event();
`;

/** Who is at work holds the role and the organisation in whose name a line is written. */
const ACTS_AS = `
CREATE FUNCTION desk_acts_as(role_code text, organisation text) RETURNS boolean
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  SELECT EXISTS (SELECT FROM desk_memberships() m
    WHERE m.role = CASE role_code WHEN 'implementador' THEN 'implementer' WHEN 'osc_contraparte' THEN 'counterpart'
            WHEN 'secretariado' THEN 'secretariat' WHEN 'monitor_itei' THEN 'monitor'
            WHEN 'evaluador_externo' THEN 'assessor' END
      AND (m.organisation_id IS NULL OR m.organisation_id = organisation))
$$;
REVOKE EXECUTE ON FUNCTION desk_acts_as(text, text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION desk_acts_as(text, text) TO c7_desk;
`;

const BY_ACTOR = `recorded_by = current_setting('c7.actor', true)`;

/** Everything recorded is public; whoever writes does so in their own name, and a seed is not theirs to write. */
const RULES = [
  deskRules('tracker_head', { read: 'true' }),
  deskRules('tracker_record', {
    read: 'true',
    add: `${BY_ACTOR} AND origin = 'desk' AND desk_organisations(NULL) <> '{}'`,
  }),
  deskRules('tracker_event', {
    read: 'true',
    add: `actor = current_setting('c7.actor', true) AND desk_acts_as(actor_role, actor_organisation)`,
  }),
];

export class CreateTracker1764800000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const part of [RECORD, LOG, CHAIN, ACTS_AS, ...RULES]) await runner.query(part);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE tracker_event, tracker_head, tracker_record CASCADE;
      DROP FUNCTION chain_tracker_event(), refuse_tracker_change(), desk_acts_as(text, text);`);
  }
}
