import type { MigrationInterface, QueryRunner } from 'typeorm';
import { deskRules } from '../row-rules/desk-rules.js';

/** More to search processes by. search_version: which version of the program wrote the row; an older one is written anew. */
const PROCESS = `
ALTER TABLE process
  ADD COLUMN outcome text,
  ADD COLUMN funds text[] NOT NULL DEFAULT '{}',
  ADD COLUMN budget_items text[] NOT NULL DEFAULT '{}',
  ADD COLUMN municipality text,
  ADD COLUMN valid boolean NOT NULL DEFAULT true,
  ADD COLUMN supplier_keys text[] NOT NULL DEFAULT '{}',
  ADD COLUMN awarded_on timestamptz,
  ADD COLUMN search_version integer NOT NULL DEFAULT 0;
CREATE INDEX process_supplier_keys ON process USING gin (supplier_keys);
CREATE INDEX process_buyer ON process (buyer_id, coalesce(date, '-infinity'), ocid);
CREATE INDEX process_amount ON process (currency, amount, ocid) WHERE amount IS NOT NULL;
CREATE INDEX process_awarded_on ON process (awarded_on) WHERE awarded_on IS NOT NULL;
CREATE INDEX process_search_version ON process (search_version, ocid);
`;

/**
 * What each party does in each process. party is its best key: the RFC, else the first identifier, else one made for
 * this publisher and buyer. Money is null where the party has none of its own, or in several currencies.
 */
const PARTICIPATION = `
CREATE TABLE participation (
  ocid text NOT NULL REFERENCES process (ocid) ON DELETE CASCADE,
  side text NOT NULL CHECK (side IN ('buyer', 'supplier')),
  party text NOT NULL,
  keys text[] NOT NULL,
  name text,
  offered boolean NOT NULL,
  won integer NOT NULL,
  lost integer NOT NULL,
  shared integer NOT NULL,
  currency text,
  awarded numeric,
  contracted numeric,
  PRIMARY KEY (ocid, side, party)
);
CREATE INDEX participation_party ON participation (side, party);
CREATE INDEX participation_keys ON participation USING gin (keys);
`;

/**
 * Parties in figures, one row a side, summed up shortly after each publication from what party_touched gathers.
 * party_key leads from every key of a party to the one that its page has.
 */
const PARTY = `
CREATE EXTENSION IF NOT EXISTS pg_trgm;
CREATE TABLE party (
  side text NOT NULL CHECK (side IN ('buyer', 'supplier')),
  id text NOT NULL,
  name text NOT NULL,
  names text[] NOT NULL,
  processes integer NOT NULL,
  offered integer NOT NULL,
  won integer NOT NULL,
  lost integer NOT NULL,
  awarded jsonb NOT NULL,
  contracted jsonb NOT NULL,
  pesos numeric NOT NULL,
  first_year integer,
  last_year integer,
  folded text NOT NULL,
  PRIMARY KEY (side, id)
);
CREATE INDEX party_folded ON party USING gin (folded gin_trgm_ops);
CREATE INDEX party_pesos ON party (side, pesos DESC, id);
CREATE TABLE party_key (
  side text NOT NULL,
  key text NOT NULL,
  party text NOT NULL,
  PRIMARY KEY (side, key)
);
CREATE INDEX party_key_party ON party_key (side, party);
CREATE TABLE party_touched (side text NOT NULL, keys text[] NOT NULL);
CREATE FUNCTION note_touched_parties() RETURNS trigger LANGUAGE plpgsql
  SECURITY DEFINER SET search_path = pg_catalog, public AS $$
BEGIN
  INSERT INTO public.party_touched SELECT DISTINCT side, keys FROM touched;
  RETURN NULL;
END $$;
CREATE TRIGGER participation_added AFTER INSERT ON participation REFERENCING NEW TABLE AS touched
  FOR EACH STATEMENT EXECUTE FUNCTION note_touched_parties();
CREATE TRIGGER participation_removed AFTER DELETE ON participation REFERENCING OLD TABLE AS touched
  FOR EACH STATEMENT EXECUTE FUNCTION note_touched_parties();
`;

/** All of it is public; what was touched is nobody's business but the program's. */
const RULES = [
  ...['participation', 'party', 'party_key'].map((table) => deskRules(table, { read: 'true' })),
  deskRules('party_touched', {}),
].join('\n');

export class CreateParticipations1764700000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const part of [PROCESS, PARTICIPATION, PARTY, RULES]) await runner.query(part);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE party_touched, party_key, party, participation;
      DROP FUNCTION note_touched_parties();
      DROP INDEX process_buyer, process_amount;
      ALTER TABLE process DROP COLUMN outcome, DROP COLUMN funds, DROP COLUMN budget_items, DROP COLUMN municipality,
        DROP COLUMN valid, DROP COLUMN supplier_keys, DROP COLUMN awarded_on, DROP COLUMN search_version;`);
  }
}
