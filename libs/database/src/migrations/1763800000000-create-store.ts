import type { MigrationInterface, QueryRunner } from 'typeorm';

const PARTITIONS = 16;

/** Tables whose key begins with the ocid are spread by its hash, so that a distributed PostgreSQL can take them over. */
function hashPartitions(table: string): string {
  const one = (n: number) =>
    `CREATE TABLE ${table}_p${n} PARTITION OF ${table} FOR VALUES WITH (MODULUS ${PARTITIONS}, REMAINDER ${n});`;
  return Array.from({ length: PARTITIONS }, (_, n) => one(n)).join('\n');
}

const PUBLISHER = `
CREATE TABLE publisher (
  id text PRIMARY KEY,
  name text NOT NULL,
  ocid_prefix text NOT NULL,
  policy text NOT NULL DEFAULT 'hold' CHECK (policy IN ('hold', 'publish-marked')),
  uri text,
  scheme text,
  uid text,
  license text,
  publication_policy text,
  demonstration boolean NOT NULL DEFAULT false,
  created_at timestamptz NOT NULL DEFAULT now()
);
INSERT INTO publisher (id, name, ocid_prefix, uri, scheme, uid, demonstration) VALUES
  ('sepaf', 'SEPAF/DGA | DIR.GRAL. DE ABASTECIMIENTOS (SUB-ADMINISTRACIÓN)', 'ocds-xs1qbl',
   'http://sepaf.jalisco.gob.mx/', 'DEP-GOB-JAL', 'DEP-GOB-JAL-03.4-1653', false),
  ('demo', 'Datos de demostración', 'ocds-c7demo', NULL, NULL, NULL, true);
`;

/** Keys that never leave the store. */
const SECRET = `
CREATE TABLE secret (name text PRIMARY KEY, value bytea NOT NULL);
INSERT INTO secret VALUES ('pseudonym', uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid()));
`;

/** The raw file is kept as it came, gzip-compressed, in pieces that never have to be in memory together. */
const SOURCE = `
CREATE TABLE source_file (
  sha256 text PRIMARY KEY,
  bytes bigint NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now()
);
CREATE TABLE source_file_chunk (
  sha256 text NOT NULL REFERENCES source_file (sha256) DEFERRABLE INITIALLY DEFERRED,
  position integer NOT NULL,
  content bytea NOT NULL,
  PRIMARY KEY (sha256, position)
);
ALTER TABLE source_file_chunk ALTER COLUMN content SET STORAGE EXTERNAL;
CREATE TABLE batch (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  publisher_id text NOT NULL REFERENCES publisher (id),
  sha256 text NOT NULL REFERENCES source_file (sha256) DEFERRABLE INITIALLY DEFERRED,
  file_name text NOT NULL,
  profile text NOT NULL,
  format text,
  encoding text,
  metadata jsonb NOT NULL DEFAULT '{}',
  notices jsonb NOT NULL DEFAULT '[]',
  accepted integer NOT NULL DEFAULT 0,
  held integer NOT NULL DEFAULT 0,
  unchanged integer NOT NULL DEFAULT 0,
  refused integer NOT NULL DEFAULT 0,
  superseded integer NOT NULL DEFAULT 0,
  created_at timestamptz NOT NULL DEFAULT now(),
  UNIQUE (publisher_id, sha256, profile)
);
`;

/**
 * release.state: accepted (waits for publication) → published; held (invalid, or cannot be merged);
 * superseded (a stand-in made from a compiledRelease, once the process has releases of its own).
 * release.date is '-infinity' where the release has no date that can be read.
 */
const RELEASE = `
CREATE TABLE release (
  ocid text NOT NULL,
  id text NOT NULL,
  date timestamptz NOT NULL,
  tags text[] NOT NULL,
  publisher_id text NOT NULL REFERENCES publisher (id),
  batch_id bigint NOT NULL REFERENCES batch (id),
  pointer text NOT NULL,
  origin text NOT NULL CHECK (origin IN ('release', 'compiled')),
  state text NOT NULL CHECK (state IN ('accepted', 'published', 'held', 'superseded')),
  state_reason text,
  valid boolean NOT NULL,
  content_hash bytea NOT NULL,
  document bytea NOT NULL,
  received_at timestamptz NOT NULL DEFAULT now(),
  published_at timestamptz,
  PRIMARY KEY (ocid, id)
) PARTITION BY HASH (ocid);
ALTER TABLE release ALTER COLUMN document SET STORAGE EXTERNAL;
${hashPartitions('release')}
CREATE INDEX release_listing ON release (date DESC, ocid DESC, id DESC) WHERE state = 'published';
CREATE INDEX release_state ON release (state) WHERE state <> 'published';
CREATE INDEX release_batch ON release (batch_id);

CREATE TABLE verdict (
  ocid text NOT NULL,
  release_id text NOT NULL,
  valid boolean NOT NULL,
  error_count integer NOT NULL,
  warning_count integer NOT NULL,
  findings jsonb NOT NULL,
  schema_version text NOT NULL,
  checked_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (ocid, release_id)
) PARTITION BY HASH (ocid);
${hashPartitions('verdict')}

CREATE TABLE refused_release (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  batch_id bigint NOT NULL REFERENCES batch (id),
  publisher_id text NOT NULL REFERENCES publisher (id),
  ocid text,
  release_id text,
  pointer text NOT NULL,
  reason text NOT NULL,
  message text NOT NULL,
  document bytea NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX refused_release_batch ON refused_release (batch_id);
`;

/**
 * record.wanted counts the submissions that touched the process, record.published the last one that was published:
 * a job that runs twice finds them equal and does nothing.
 */
const RECORD = `
CREATE TABLE record (
  ocid text PRIMARY KEY,
  publisher_id text NOT NULL REFERENCES publisher (id),
  wanted integer NOT NULL DEFAULT 0,
  published integer NOT NULL DEFAULT 0,
  pending_since timestamptz,
  release_count integer NOT NULL DEFAULT 0,
  date timestamptz,
  compiled bytea,
  versioned bytea,
  content_hash bytea,
  first_published_at timestamptz,
  published_at timestamptz
) PARTITION BY HASH (ocid);
ALTER TABLE record ALTER COLUMN compiled SET STORAGE EXTERNAL;
ALTER TABLE record ALTER COLUMN versioned SET STORAGE EXTERNAL;
${hashPartitions('record')}
CREATE INDEX record_listing ON record (date DESC, ocid DESC) WHERE compiled IS NOT NULL;
CREATE INDEX record_pending ON record (pending_since) WHERE wanted > published;
`;

/** Spanish text search that joins licitación with licitaciones whether or not the accents are typed. */
const SEARCH = `
CREATE EXTENSION IF NOT EXISTS unaccent;
CREATE FUNCTION search_fold(words text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE STRICT AS $$
  SELECT regexp_replace(public.unaccent('public.unaccent', lower(words)), '([cs])ion\\M', '\\1ión', 'g')
$$;
CREATE FUNCTION search_vector(words text) RETURNS tsvector LANGUAGE sql IMMUTABLE PARALLEL SAFE STRICT AS $$
  SELECT to_tsvector('pg_catalog.spanish', public.search_fold(words))
$$;
CREATE FUNCTION search_query(words text) RETURNS tsquery LANGUAGE sql IMMUTABLE PARALLEL SAFE STRICT AS $$
  SELECT websearch_to_tsquery('pg_catalog.spanish', public.search_fold(words))
$$;
CREATE TABLE process (
  ocid text PRIMARY KEY,
  publisher_id text NOT NULL REFERENCES publisher (id),
  local_number text,
  title text,
  description text,
  buyer_id text,
  buyer_name text,
  stage text NOT NULL,
  tender_status text,
  method text,
  method_details text,
  category text,
  amount numeric,
  currency text,
  amount_stage text,
  awarded numeric,
  contracted numeric,
  suppliers text[] NOT NULL,
  date timestamptz,
  year integer,
  tender_end timestamptz,
  release_count integer NOT NULL,
  names text NOT NULL,
  body text NOT NULL,
  words tsvector NOT NULL GENERATED ALWAYS AS (
    setweight(search_vector(coalesce(title, '')), 'A') || setweight(search_vector(names), 'B')
      || setweight(search_vector(body), 'C')) STORED
);
CREATE INDEX process_words ON process USING gin (words);
CREATE INDEX process_date ON process (coalesce(date, '-infinity'), ocid);
CREATE INDEX process_tender_end ON process (tender_end) WHERE stage = 'tender';
`;

/**
 * The change feed. A position is given under the row lock of change_head, held until commit: positions are seen
 * in the order in which they commit, so a reader that stops anywhere and resumes misses nothing.
 */
const CHANGE = `
CREATE TABLE change (
  position bigint PRIMARY KEY,
  ocid text NOT NULL,
  kind text NOT NULL CHECK (kind IN ('published', 'withdrawn')),
  release_ids text[] NOT NULL,
  content_hash bytea NOT NULL,
  changed_at timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX change_ocid ON change (ocid, position);
CREATE TABLE change_head (
  id boolean PRIMARY KEY DEFAULT true CHECK (id),
  position bigint NOT NULL
);
INSERT INTO change_head (position) VALUES (0);
`;

export class CreateStore1763800000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const part of [SECRET, PUBLISHER, SOURCE, RELEASE, RECORD, SEARCH, CHANGE]) await runner.query(part);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE change_head, change, process, record, refused_release, verdict, release, batch,
        source_file_chunk, source_file, publisher, secret CASCADE;
      DROP FUNCTION search_query(text), search_vector(text), search_fold(text);`);
  }
}
