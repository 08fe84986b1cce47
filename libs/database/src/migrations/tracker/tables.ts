/** imported: told by a seed, without evidence here. Dates are the latest day that they may mean. */
const MILESTONE = `
CREATE TABLE tracker_milestone (
  plan_id text NOT NULL REFERENCES tracker_head (plan_id),
  id text NOT NULL,
  commitment text NOT NULL,
  mode text NOT NULL CHECK (mode IN ('declared', 'measured')),
  state text NOT NULL CHECK (state IN
    ('programada', 'en_proceso', 'reportada', 'verificada', 'parcial', 'no_cumplida', 'cancelada')),
  original_due date,
  current_due date,
  met_on date,
  imported boolean NOT NULL DEFAULT false,
  PRIMARY KEY (plan_id, id)
);
CREATE TABLE tracker_ground (
  plan_id text NOT NULL,
  seq integer NOT NULL,
  session_id text NOT NULL,
  recorded_by text NOT NULL,
  PRIMARY KEY (plan_id, seq),
  FOREIGN KEY (plan_id, seq) REFERENCES tracker_event (plan_id, seq)
);
`;

const REPORT = `
CREATE TABLE tracker_report (
  plan_id text NOT NULL,
  id text NOT NULL,
  milestone text NOT NULL,
  period text NOT NULL CHECK (period ~ '^[0-9]{4}-C[123]$'),
  level text NOT NULL CHECK (level IN ('sin_evidencia', 'no_iniciado', 'limitado', 'sustancial', 'completo')),
  text text NOT NULL CHECK (btrim(text) <> ''),
  challenges text,
  evidence text[] NOT NULL,
  recorded_by text NOT NULL,
  organisation text NOT NULL,
  submitted_on date NOT NULL,
  late boolean NOT NULL,
  review text NOT NULL DEFAULT 'pending' CHECK (review IN ('pending', 'accepted', 'returned')),
  reviewer text,
  reviewer_organisation text,
  reviewed_on date,
  review_note text,
  PRIMARY KEY (plan_id, id),
  FOREIGN KEY (plan_id, milestone) REFERENCES tracker_milestone (plan_id, id),
  CONSTRAINT "reporter is not reviewer" CHECK (reviewer <> recorded_by),
  CONSTRAINT "who reports does not review" CHECK (reviewer_organisation <> organisation),
  CONSTRAINT "a review has its reviewer" CHECK ((review = 'pending') = (reviewer IS NULL)),
  CONSTRAINT "returning says why" CHECK (review <> 'returned' OR btrim(coalesce(review_note, '')) <> ''),
  CONSTRAINT "little progress tells its challenges" CHECK (level IN ('sustancial', 'completo') OR btrim(coalesce(challenges, '')) <> '')
);
CREATE UNIQUE INDEX "one report under review" ON tracker_report (plan_id, milestone) WHERE review = 'pending';
`;

/** A copy is kept once, whoever proves something with it. */
const EVIDENCE = `
CREATE TABLE tracker_file (
  sha256 text PRIMARY KEY CHECK (sha256 = encode(sha256(content), 'hex')),
  mime text NOT NULL,
  bytes integer NOT NULL CHECK (bytes = length(content)),
  content bytea NOT NULL,
  recorded_by text NOT NULL,
  recorded_at timestamptz NOT NULL DEFAULT clock_timestamp()
);
CREATE TABLE tracker_evidence (
  plan_id text NOT NULL REFERENCES tracker_head (plan_id),
  id text NOT NULL,
  target text NOT NULL,
  url text,
  sha256 text REFERENCES tracker_file (sha256),
  file_name text,
  recorded_by text NOT NULL,
  organisation text,
  added_on date NOT NULL,
  withdrawn_on date,
  withdrawn_reason text,
  PRIMARY KEY (plan_id, id),
  CONSTRAINT "withdrawing evidence says why" CHECK ((withdrawn_on IS NULL) = (btrim(coalesce(withdrawn_reason, '')) = ''))
);
CREATE INDEX tracker_evidence_target ON tracker_evidence (plan_id, target);
`;

/** Declarations by who implements are here too, in the lane `autoevaluacion`. body: the record that is shown. */
const ASSESSMENT = `
CREATE TABLE tracker_assessment (
  plan_id text NOT NULL REFERENCES tracker_head (plan_id),
  id text NOT NULL,
  commitment text NOT NULL,
  lane text NOT NULL CHECK (lane IN ('autoevaluacion', 'comite', 'itei', 'evaluacion_externa', 'irm')),
  stage text NOT NULL DEFAULT 'draft' CHECK (stage IN ('draft', 'sent_for_reply', 'replied', 'final', 'superseded')),
  completion text CHECK (completion IN ('sin_evidencia', 'no_iniciado', 'limitado', 'sustancial', 'completo')),
  evidence text[] NOT NULL DEFAULT '{}',
  body json NOT NULL,
  recorded_by text NOT NULL,
  organisation text,
  legacy_declared boolean NOT NULL DEFAULT false,
  started_on date NOT NULL,
  reply_due date,
  sent_on date,
  replied_on date,
  final_on date,
  superseded_on date,
  superseded_by text,
  PRIMARY KEY (plan_id, id),
  CONSTRAINT "no completo without evidence" CHECK
    (completion IS DISTINCT FROM 'completo' OR stage = 'draft' OR cardinality(evidence) > 0 OR legacy_declared),
  CONSTRAINT "only an import declares without evidence" CHECK (NOT legacy_declared OR recorded_by = 'system:import'),
  CONSTRAINT "what is sent has its time to reply" CHECK
    (stage NOT IN ('sent_for_reply', 'replied') OR reply_due IS NOT NULL OR recorded_by = 'system:import')
);
CREATE TABLE tracker_reply (
  plan_id text NOT NULL,
  assessment text NOT NULL,
  organisation text NOT NULL,
  agrees text NOT NULL CHECK (agrees IN ('si', 'no', 'en_parte')),
  text text NOT NULL CHECK (btrim(text) <> ''),
  recorded_by text NOT NULL,
  replied_on date NOT NULL,
  PRIMARY KEY (plan_id, assessment),
  FOREIGN KEY (plan_id, assessment) REFERENCES tracker_assessment (plan_id, id)
);
`;

/** author: the name that somebody wants to be shown with; nothing else is kept of who asks. */
const COMMENT = `
CREATE TABLE tracker_comment (
  plan_id text NOT NULL REFERENCES tracker_head (plan_id),
  id text NOT NULL,
  target text NOT NULL,
  author text,
  text text NOT NULL CHECK (btrim(text) <> ''),
  asked_on date NOT NULL,
  state text NOT NULL DEFAULT 'pending' CHECK (state IN ('pending', 'published', 'rejected')),
  decided_on date,
  reason text,
  PRIMARY KEY (plan_id, id),
  CONSTRAINT "rejecting says why" CHECK (state <> 'rejected' OR btrim(coalesce(reason, '')) <> '')
);
CREATE TABLE tracker_answer (
  plan_id text NOT NULL,
  comment text NOT NULL,
  text text NOT NULL CHECK (btrim(text) <> ''),
  organisation text,
  recorded_by text NOT NULL,
  answered_on date NOT NULL,
  PRIMARY KEY (plan_id, comment),
  FOREIGN KEY (plan_id, comment) REFERENCES tracker_comment (plan_id, id)
);
`;

export const TABLES = [MILESTONE, REPORT, EVIDENCE, ASSESSMENT, COMMENT].join('\n');
