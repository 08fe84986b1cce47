import type { MigrationInterface, QueryRunner } from 'typeorm';
import { deskRules, inOrganisation, overPlatform } from '../row-rules/desk-rules.js';

/** Whom to ask about what a publisher publishes: a unit, as far as possible, and not a person. */
const CONTACT = `
ALTER TABLE publisher ADD COLUMN contact_name text, ADD COLUMN contact_email text, ADD COLUMN contact_phone text;
`;

/** The prefix is a part of every ocid: it stands once one was used, and before that the platform's administrators set it. */
const PREFIX = `
CREATE FUNCTION keep_ocid_prefix() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
BEGIN
  IF NEW.ocid_prefix = OLD.ocid_prefix THEN RETURN NEW; END IF;
  IF EXISTS (SELECT FROM record WHERE publisher_id = OLD.id) THEN
    RAISE EXCEPTION 'the ocid prefix of % is in use', OLD.id USING ERRCODE = 'restrict_violation';
  END IF;
  IF current_setting('role') = 'c7_desk' AND NOT desk_over_platform(ARRAY['administrator']) THEN
    RAISE EXCEPTION 'only administrators of the platform set a prefix' USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER keep_ocid_prefix BEFORE UPDATE OF ocid_prefix ON publisher
  FOR EACH ROW EXECUTE FUNCTION keep_ocid_prefix();
`;

const SEEN = inOrganisation('publisher_id', 'publisher', 'reviewer', 'administrator', 'secretariat', 'monitor');
const KEPT = inOrganisation('publisher_id', 'reviewer', 'administrator');
const SETTINGS = [
  'name',
  'ocid_prefix',
  'policy',
  'corrections',
  'uri',
  'scheme',
  'uid',
  'license',
  'publication_policy',
  'contact_name',
  'contact_email',
  'contact_phone',
];

/** What the pipeline writes the desk only reads; sources are added and changed by the pipeline's own functions. */
const RULES = [
  deskRules('publisher', {
    read: inOrganisation('id'),
    add: overPlatform('administrator'),
    change: inOrganisation('id', 'reviewer', 'administrator'),
    columns: { add: ['id', ...SETTINGS], change: SETTINGS },
  }),
  ...['batch', 'release', 'refused_release', 'record', 'process', 'register_entry'].map((table) =>
    deskRules(table, { read: SEEN }),
  ),
  deskRules('verdict', {
    read: 'EXISTS (SELECT FROM release r WHERE r.ocid = verdict.ocid AND r.id = verdict.release_id)',
  }),
  deskRules('cell_fault', { read: 'EXISTS (SELECT FROM batch b WHERE b.id = cell_fault.batch_id)' }),
  deskRules('connector', { read: KEPT }),
  ...['connector_run', 'connector_file'].map((table) =>
    deskRules(table, { read: `EXISTS (SELECT FROM connector c WHERE c.id = ${table}.connector_id)` }),
  ),
  deskRules('mapped_process', {}),
  deskRules('source_file', {}),
  deskRules('source_file_chunk', {}),
];

export class DeskSeesStore1764470000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const part of [CONTACT, PREFIX, ...RULES]) await runner.query(part);
  }

  async down(runner: QueryRunner): Promise<void> {
    const tables = ['publisher', 'batch', 'release', 'refused_release', 'record', 'process', 'mapped_process'];
    tables.push('register_entry', 'verdict', 'cell_fault', 'connector', 'connector_run');
    tables.push('connector_file', 'source_file', 'source_file_chunk');
    for (const table of tables) await runner.query(withoutRules(table));
    await runner.query(`
      DROP TRIGGER keep_ocid_prefix ON publisher;
      DROP FUNCTION keep_ocid_prefix();
      ALTER TABLE publisher DROP COLUMN contact_name, DROP COLUMN contact_email, DROP COLUMN contact_phone;`);
  }
}

function withoutRules(table: string): string {
  return `DROP POLICY IF EXISTS desk_read ON ${table}; DROP POLICY IF EXISTS desk_add ON ${table};
    DROP POLICY IF EXISTS desk_change ON ${table}; ALTER TABLE ${table} DISABLE ROW LEVEL SECURITY;
    REVOKE ALL ON ${table} FROM c7_desk;`;
}
