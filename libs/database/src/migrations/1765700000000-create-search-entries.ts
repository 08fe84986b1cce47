import type { MigrationInterface, QueryRunner } from 'typeorm';
import { deskRules } from '../row-rules/desk-rules.js';

/** What both tables tell: written to process, copied here in the same transaction. */
const COPIED = `publisher_id, local_number, stage, tender_status, tender_end, outcome, method, category, year, buyer_id, buyer_name,
  supplier_keys, amount, currency, amount_stage, awarded_on, funds, budget_items, municipality, valid`;

/**
 * What processes are found and counted by, a narrow row each: words lie within it, uncompressed, and one index holds words
 * and filters, so that what both ask for is known before a row is read. moment: the date, or the beginning of time.
 */
const ENTRIES = `
CREATE EXTENSION IF NOT EXISTS btree_gin;
CREATE TABLE search_entry (
  ocid text NOT NULL,
  moment timestamptz NOT NULL,
  publisher_id text NOT NULL,
  local_number text,
  stage text NOT NULL,
  tender_status text,
  tender_end timestamptz,
  outcome text,
  method text,
  category text,
  year integer,
  buyer_id text,
  buyer_name text,
  supplier_keys text[] NOT NULL,
  amount numeric,
  currency text,
  amount_stage text,
  awarded_on timestamptz,
  funds text[] NOT NULL,
  budget_items text[] NOT NULL,
  municipality text,
  valid boolean NOT NULL,
  words tsvector NOT NULL
);
INSERT INTO search_entry (ocid, moment, ${COPIED}, words) SELECT ocid, coalesce(date, '-infinity'), ${COPIED}, words FROM process;
`;

/** Made when the rows are there: that is quicker. */
const INDEXES = `
ALTER TABLE search_entry ADD PRIMARY KEY (ocid), ADD FOREIGN KEY (ocid) REFERENCES process (ocid) ON DELETE CASCADE;
CREATE INDEX search_entry_match ON search_entry USING gin
  (words, stage, method, category, outcome, year, supplier_keys, funds, budget_items, municipality, amount_stage);
CREATE INDEX search_entry_moment ON search_entry (moment, ocid);
CREATE INDEX search_entry_amount ON search_entry (currency, amount, ocid) WHERE amount IS NOT NULL;
CREATE INDEX search_entry_buyer ON search_entry (buyer_id);
CREATE INDEX search_entry_publisher ON search_entry (publisher_id);
CREATE INDEX search_entry_awarded_on ON search_entry (awarded_on) WHERE awarded_on IS NOT NULL;
CREATE INDEX search_entry_local_number ON search_entry (local_number) WHERE local_number IS NOT NULL;
CREATE INDEX search_entry_tender_end ON search_entry (tender_end) WHERE stage = 'tender';
`;

/** What only searches asked of the wide rows. */
const NO_LONGER = `
DROP INDEX process_buyer, process_amount, process_supplier_keys, process_local_number, process_tender_end;
ALTER TABLE process DROP COLUMN words;
`;

const BACK = `
ALTER TABLE process ADD COLUMN words tsvector NOT NULL GENERATED ALWAYS AS (
  setweight(search_vector(coalesce(title, '')), 'A') || setweight(search_vector(names), 'B')
    || setweight(search_vector(body), 'C')) STORED;
CREATE INDEX process_words ON process USING gin (words);
CREATE INDEX process_supplier_keys ON process USING gin (supplier_keys);
CREATE INDEX process_buyer ON process (buyer_id, coalesce(date, '-infinity'), ocid);
CREATE INDEX process_amount ON process (currency, amount, ocid) WHERE amount IS NOT NULL;
CREATE INDEX process_local_number ON process (local_number) WHERE local_number IS NOT NULL;
CREATE INDEX process_tender_end ON process (tender_end) WHERE stage = 'tender';
DROP TABLE search_entry;
`;

export class CreateSearchEntries1765700000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(ENTRIES);
    await runner.query(INDEXES + NO_LONGER + deskRules('search_entry', {}));
    // Nothing is known of its rows until somebody looks, and a search may come before that.
    await runner.query('ANALYZE search_entry');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(BACK);
  }
}
