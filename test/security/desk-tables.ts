/** How the walk knows whose a row is. */
export interface DeskTable {
  /** SQL for the organisation of a row `t`; `null` where the rows are for everybody to read, with the reason. */
  readonly organisation: string | null;
  readonly reason?: string;
  /** Makes a row of organisation $1, where neither people nor a file that was taken in made one. */
  readonly sample?: string;
}

const OF_BATCH = '(SELECT b.publisher_id FROM batch b WHERE b.id = t.batch_id)';
const OF_UPLOAD = '(SELECT u.publisher_id FROM upload u WHERE u.id = t.upload_id)';
const OF_CONNECTOR = '(SELECT c.publisher_id FROM connector c WHERE c.id = t.connector_id)';
const OF_ACCOUNT = '(SELECT min(m.organisation_id) FROM membership m WHERE m.account_id = t.account_id)';
const OF_PUBLISHER: DeskTable = { organisation: 't.publisher_id' };

/** Every table that signed-in work may reach. One that is granted and not told of here fails the walk. */
export const DESK_TABLES: Readonly<Record<string, DeskTable>> = {
  organisation: { organisation: null, reason: 'names of public bodies, which the site shows too' },
  account: { organisation: '(SELECT min(m.organisation_id) FROM membership m WHERE m.account_id = t.id)' },
  membership: { organisation: 't.organisation_id' },
  account_link: {
    organisation: OF_ACCOUNT,
    sample: `INSERT INTO account_link SELECT sha256(account_id::bytea), account_id, 'reset', now() + interval '1 day'
               FROM membership WHERE organisation_id = $1 ON CONFLICT DO NOTHING`,
  },
  api_key: {
    organisation: 't.organisation_id',
    sample: `INSERT INTO api_key (id, secret_hash, name, organisation_id, scopes, created_by, expires_at)
             VALUES ($1, '\\x00', 'una', $1, '{batch:read}', 'system:test', now() + interval '1 day')`,
  },
  audit_event: {
    organisation: 't.organisation_id',
    sample: `INSERT INTO audit_event (actor_kind, actor_id, actor_name, organisation_id, action, subject)
             VALUES ('system', 'test', 'test', $1, 'test', 'test')`,
  },
  publisher: { organisation: 't.id' },
  batch: OF_PUBLISHER,
  release: OF_PUBLISHER,
  record: OF_PUBLISHER,
  process: {
    ...OF_PUBLISHER,
    sample: `INSERT INTO process (ocid, publisher_id, stage, suppliers, release_count, names, body)
             VALUES ('ocds-process-' || $1, $1, 'tender', '{}', 0, '', '')`,
  },
  refused_release: {
    ...OF_PUBLISHER,
    sample: `INSERT INTO refused_release (batch_id, publisher_id, pointer, reason, message, document)
             SELECT id, $1, '/', 'test', 'test', '' FROM batch WHERE publisher_id = $1`,
  },
  search_entry: {
    ...OF_PUBLISHER,
    sample: `INSERT INTO search_entry (ocid, moment, publisher_id, stage, supplier_keys, funds, budget_items, valid, words)
             VALUES ('ocds-process-' || $1, now(), $1, 'tender', '{}', '{}', '{}', true, '')`,
  },
  mapped_process: {
    organisation: '(SELECT r.publisher_id FROM record r WHERE r.ocid = t.ocid)',
    sample: `INSERT INTO mapped_process (ocid, family, batch_id, content_hash, release_id, held)
             SELECT ocid, 'test', batch_id, 'x', id, false FROM release WHERE publisher_id = $1`,
  },
  register_entry: {
    ...OF_PUBLISHER,
    sample: `INSERT INTO register_entry (publisher_id, party_id, party, content_hash, batch_id, sheet, row)
             SELECT $1, 'x', '{}', 'x', id, 'x', 1 FROM batch WHERE publisher_id = $1`,
  },
  verdict: { organisation: '(SELECT r.publisher_id FROM release r WHERE r.ocid = t.ocid AND r.id = t.release_id)' },
  source_row: {
    organisation: OF_BATCH,
    sample: `INSERT INTO source_row (batch_id, sheet, row, outcome) SELECT id, 'x', 1, 'held' FROM batch WHERE publisher_id = $1`,
  },
  cell_fault: {
    organisation: OF_BATCH,
    sample: `INSERT INTO cell_fault SELECT id, 1, 'x', 1, 1, 'x', 'x', 'x', 'error', '{}', '{}' FROM batch WHERE publisher_id = $1`,
  },
  upload: {
    ...OF_PUBLISHER,
    sample: `INSERT INTO upload (publisher_id, actor_kind, actor_id, actor_name, sha256, bytes, file_name, preview_only,
               fingerprint, batch_id)
             SELECT $1, 'account', 'x', 'x', sha256, 1, 'x', true, 'x', id FROM batch WHERE publisher_id = $1`,
  },
  upload_finding: {
    organisation: OF_UPLOAD,
    sample: `INSERT INTO upload_finding (upload_id, position, severity, rule, message, remedy, key)
             SELECT id, 0, 'error', 'x', '{}', '{}', 'x' FROM upload WHERE publisher_id = $1`,
  },
  upload_row: {
    organisation: OF_UPLOAD,
    sample: `INSERT INTO upload_row (upload_id, sheet, row, outcome) SELECT id, 'x', 1, 'held' FROM upload WHERE publisher_id = $1`,
  },
  connector: {
    ...OF_PUBLISHER,
    sample: `INSERT INTO connector (id, kind, publisher_id, config, every_seconds, tolerance_seconds)
             VALUES ($1, 'folder', $1, '{}', 60, 60)`,
  },
  connector_run: {
    organisation: OF_CONNECTOR,
    sample: `INSERT INTO connector_run (connector_id, trigger) VALUES ($1, 'person')`,
  },
  connector_file: {
    organisation: OF_CONNECTOR,
    sample: `INSERT INTO connector_file (connector_id, name, signature, run_id) VALUES ($1, 'x', 'x', 1)`,
  },
  correction: {
    ...OF_PUBLISHER,
    sample: `INSERT INTO correction (ocid, publisher_id, reason, edits, fields, proposed_by_kind, proposed_by_id, proposed_by_name)
             VALUES ('ocds-' || $1, $1, 'x', '[]', '[]', 'account', 'x', 'x')`,
  },
  corrected_value: {
    ...OF_PUBLISHER,
    sample: `INSERT INTO corrected_value (correction_id, ocid, publisher_id, pointer)
             SELECT id, ocid, publisher_id, '/x' FROM correction WHERE publisher_id = $1`,
  },
  correction_notice: {
    ...OF_PUBLISHER,
    sample: `INSERT INTO correction_notice (batch_id, publisher_id, correction_id, ocid, pointer, outcome)
             SELECT b.id, $1, c.id, c.ocid, '/x', 'kept' FROM batch b JOIN correction c USING (publisher_id) WHERE publisher_id = $1`,
  },
  withdrawal: {
    ...OF_PUBLISHER,
    sample: `INSERT INTO withdrawal (ocid, publisher_id, reason, office) VALUES ('ocds-' || $1, $1, 'x', 'x')`,
  },
  process_event: {
    ...OF_PUBLISHER,
    sample: `INSERT INTO process_event (ocid, publisher_id, kind, actor_kind, actor_id, actor_name)
             VALUES ('ocds-' || $1, $1, 'withdrawn', 'account', 'x', 'x')`,
  },
  participation: { organisation: null, reason: 'what each party does in what is published; the site shows it' },
  party: { organisation: null, reason: 'sums over what is published; the site shows them' },
  search_term: { organisation: null, reason: 'words of what is published, for who searches a misspelt one' },
  party_key: { organisation: null, reason: 'keys of parties of what is published' },
  reference_version: {
    organisation: null,
    reason: 'laws, limits and bodies with their history, which the site shows too',
  },
  tracker_head: { organisation: null, reason: 'where the public log of a plan ends' },
  tracker_record: { organisation: null, reason: 'what is recorded of action plans is public, with its history' },
  tracker_event: { organisation: null, reason: 'the public log' },
  tracker_milestone: { organisation: null, reason: 'the state of each milestone is public' },
  tracker_ground: { organisation: null, reason: 'which session agreed on what, which the site shows' },
  tracker_report: { organisation: null, reason: 'reports of progress are public, as is who reviewed them' },
  tracker_file: { organisation: null, reason: 'what kept copies are; their content is not read through the desk' },
  tracker_evidence: { organisation: null, reason: 'evidence is public' },
  tracker_assessment: {
    organisation: null,
    reason: 'public once it is sent for reply; a draft is read and edited by its author alone',
  },
  tracker_issued_report: { organisation: null, reason: 'issued reports are published' },
  tracker_reply: { organisation: null, reason: 'replies are public' },
  tracker_comment: { organisation: null, reason: 'questions, public once the secretariat let them through' },
  reminder: { organisation: null, reason: 'when those who implement were reminded of public reports; not who' },
  tracker_answer: { organisation: null, reason: 'official answers are public' },
};

const PUBLISHED = [
  'sees batch',
  'sees cell_fault',
  'sees process',
  'sees publisher',
  'sees record',
  'sees refused_release',
  'sees register_entry',
  'sees release',
  'sees search_entry',
  'sees verdict',
];
const DECIDED = [
  'sees corrected_value',
  'sees correction',
  'sees correction_notice',
  'sees process_event',
  'sees withdrawal',
];

/** What a role over the whole platform is for, by table: what it does to the rows of every organisation. */
export const OVER_ALL: Readonly<Record<string, readonly string[]>> = {
  administrator: [
    ...PUBLISHED,
    ...DECIDED,
    'adds to account_link',
    'adds to api_key',
    'adds to membership',
    'adds to organisation',
    'adds to publisher',
    'changes account',
    'changes api_key',
    'changes organisation',
    'changes publisher',
    'changes upload',
    'removes from account_link',
    'removes from membership',
    'sees account',
    'sees account_link',
    'sees api_key',
    'sees audit_event',
    'sees connector',
    'sees connector_file',
    'sees connector_run',
    'sees membership',
    'sees source_row',
    'sees upload',
    'sees upload_finding',
    'sees upload_row',
  ].toSorted(),
  monitor: PUBLISHED,
  secretariat: ['sees audit_event', ...PUBLISHED, ...DECIDED].toSorted(),
};
