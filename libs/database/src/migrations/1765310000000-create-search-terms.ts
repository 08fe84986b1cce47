import type { MigrationInterface, QueryRunner } from 'typeorm';
import { deskRules } from '../row-rules/desk-rules.js';

/**
 * The words that what is published is told with, for who searched a misspelt one: written anew now and then, see
 * search_term_head. folded: without accents, as words are compared; term: as it is written most.
 */
const TERMS = `
CREATE TABLE search_term (
  folded text PRIMARY KEY,
  term text NOT NULL,
  times integer NOT NULL
);
CREATE INDEX search_term_folded ON search_term USING gin (folded gin_trgm_ops);
CREATE TABLE search_term_head (
  id boolean PRIMARY KEY DEFAULT true CHECK (id),
  position bigint NOT NULL DEFAULT 0,
  gathered_at timestamptz NOT NULL DEFAULT '-infinity'
);
INSERT INTO search_term_head DEFAULT VALUES;
`;

/** Public words; how far they were gathered is nobody's business but the program's. */
const RULES = [deskRules('search_term', { read: 'true' }), deskRules('search_term_head', {})].join('\n');

export class CreateSearchTerms1765310000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(TERMS + RULES);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE search_term_head, search_term');
  }
}
