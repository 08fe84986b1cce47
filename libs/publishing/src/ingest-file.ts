import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { basename } from 'node:path';
import type { DataSource, EntityManager } from 'typeorm';
import { insertRows, type Publisher } from '#database';
import {
  type FoundRelease,
  type Json,
  type ReadNotice,
  readReleases,
  type ReadSummary,
  createFindingCollector,
  type FindingCollector,
  type FindingGroup,
} from '#ocds';
import type { JobQueues } from '#queue';
import type { Settings } from '#settings';
import { askForPublication } from './ask-for-publication.js';
import { type IncomingRelease, prepareRelease, type Unidentified } from './incoming-release.js';
import { IngestError } from './ingest-error.js';
import { openPublicRule, type ToPublic } from './public-release.js';
import { hashFile, storeSourceFile } from './store-source-file.js';
import { storableJson, storableText } from './storable.js';
import { validateRelease } from './validate-release.js';
import { submitReleases, type Submission } from './submit-releases.js';

const RELEASES_PER_CHUNK = 200;
const CHARACTERS_PER_CHUNK = 8_000_000;

export interface IngestDependencies {
  readonly dataSource: DataSource;
  readonly queues: JobQueues;
  readonly settings: Pick<Settings, 'personalData'>;
}

export interface IngestInput {
  readonly path: string;
  readonly publisher: Publisher;
  readonly profile: 'ocds';
}

/** What became of one file; every count is of releases. */
export interface BatchReport {
  readonly batchId: string;
  readonly fileName: string;
  readonly sha256: string;
  readonly format: string;
  readonly read: number;
  readonly accepted: number;
  readonly held: number;
  readonly superseded: number;
  readonly unchanged: number;
  readonly refused: number;
  /** True when this very file was taken in before: nothing was done. */
  readonly seenBefore: boolean;
  readonly refusals: readonly { readonly pointer: string; readonly reason: string; readonly message: string }[];
  readonly notices: readonly ReadNotice[];
  /** What makes releases of this file invalid: errors by rule and field, each with its first places. */
  readonly errors: readonly FindingGroup[];
  readonly ocids: readonly string[];
}

/**
 * Takes in one file: the raw file, its releases, their verdicts and the jobs that publish them commit together or not
 * at all. The same file a second time changes nothing.
 *
 * @throws IngestError when the file cannot be read; UnreadableInputError when it is not OCDS JSON. Nothing is stored.
 */
export async function ingestFile(dependencies: IngestDependencies, input: IngestInput): Promise<BatchReport> {
  await assertReadable(input.path);
  const sha256 = await hashFile(input.path);
  return dependencies.dataSource.transaction(async (manager) => {
    // Two files of one publisher that name the same processes would lock them in different orders.
    await manager.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 7))', [`submit:${input.publisher.id}`]);
    const known = await findBatch(manager, input, sha256);
    if (known) return { ...known, seenBefore: true };
    await storeSourceFile(manager, input.path, sha256);
    const batchId = await createBatch(manager, input, sha256);
    const toPublic = await openPublicRule(manager, dependencies.settings.personalData);
    const taken = await takeReleases(manager, input, batchId, toPublic);
    await askForPublication(manager, dependencies.queues, taken.ocids, batchId);
    return finishBatch(manager, input, { batchId, sha256, ...taken });
  });
}

async function assertReadable(path: string): Promise<void> {
  const found = await stat(path).catch((error: NodeJS.ErrnoException) => {
    throw error.code === 'ENOENT'
      ? new IngestError('FILE_MISSING', 'No existe el archivo.', 'Revisar la ruta.')
      : new IngestError('FILE_UNREADABLE', `No se puede abrir: ${error.message}.`, 'Revisar los permisos.');
  });
  if (!found.isFile())
    throw new IngestError('FILE_UNREADABLE', 'No es un archivo.', 'Indicar un archivo o una carpeta.');
}

async function findBatch(manager: EntityManager, input: IngestInput, sha256: string) {
  const rows = (await manager.query(
    `SELECT id AS "batchId", sha256, format, accepted + held + superseded AS read
       FROM batch WHERE publisher_id = $1 AND sha256 = $2 AND profile = $3`,
    [input.publisher.id, sha256, input.profile],
  )) as { batchId: string; sha256: string; format: string; read: number }[];
  const [row] = rows;
  if (!row) return undefined;
  const nothing = { accepted: 0, held: 0, superseded: 0, refused: 0, refusals: [], notices: [], errors: [] };
  return {
    ...nothing,
    ...row,
    fileName: basename(input.path),
    unchanged: row.read,
    ocids: await waiting(manager, row.batchId),
  };
}

/** What a batch of before still has to publish, where it was cut short. */
async function waiting(manager: EntityManager, batchId: string): Promise<readonly string[]> {
  const rows = (await manager.query(
    `SELECT DISTINCT ocid FROM release JOIN record USING (ocid) WHERE batch_id = $1 AND wanted > published`,
    [batchId],
  )) as { ocid: string }[];
  return rows.map((row) => row.ocid);
}

async function createBatch(manager: EntityManager, input: IngestInput, sha256: string): Promise<string> {
  const [row] = await insertRows<{ id: string }>(
    manager,
    'batch',
    ['publisher_id', 'sha256', 'file_name', 'profile'],
    [[input.publisher.id, sha256, storableText(basename(input.path)), input.profile]],
    'RETURNING id',
  );
  return row!.id;
}

interface Taken {
  readonly summary: ReadSummary;
  readonly unchanged: number;
  readonly refusals: readonly { readonly pointer: string; readonly reason: string; readonly message: string }[];
  readonly ocids: readonly string[];
  readonly errors: readonly FindingGroup[];
}

async function takeReleases(
  manager: EntityManager,
  input: IngestInput,
  batchId: string,
  toPublic: ToPublic,
): Promise<Taken> {
  const { ocidPrefix } = input.publisher;
  const check = (release: Json) => validateRelease(release, { ocidPrefix });
  const reader = readReleases(createReadStream(input.path, { highWaterMark: 1 << 20 }));
  const tally = {
    unchanged: 0,
    refusals: [] as Taken['refusals'][number][],
    ocids: new Set<string>(),
    errors: createFindingCollector(),
  };
  // One chunk is written while the next is read and checked; a connection takes one statement at a time.
  let writing: Promise<void> = Promise.resolve();
  for await (const chunk of inChunks(reader)) {
    const prepared = await Promise.all(chunk.map((found) => prepareRelease(found, check, toPublic)));
    await writing;
    writing = takeChunk(manager, input, batchId, prepared, tally);
    writing.catch(() => {}); // awaited at the next turn, where it throws
  }
  await writing;
  return { summary: reader.summary(), ...tally, ocids: [...tally.ocids], errors: tally.errors.groups() };
}

async function* inChunks(found: AsyncIterable<FoundRelease>): AsyncGenerator<FoundRelease[]> {
  let chunk: FoundRelease[] = [];
  let characters = 0;
  for await (const release of found) {
    chunk.push(release);
    characters += release.text.length;
    if (chunk.length < RELEASES_PER_CHUNK && characters < CHARACTERS_PER_CHUNK) continue;
    yield chunk;
    chunk = [];
    characters = 0;
  }
  if (chunk.length > 0) yield chunk;
}

async function takeChunk(
  manager: EntityManager,
  { publisher }: IngestInput,
  batchId: string,
  prepared: readonly (IncomingRelease | Unidentified)[],
  tally: { unchanged: number; refusals: Taken['refusals'][number][]; ocids: Set<string>; errors: FindingCollector },
): Promise<void> {
  const identified = prepared.filter((one): one is IncomingRelease => 'ocid' in one);
  const nameless = prepared.filter((one): one is Unidentified => !('ocid' in one));
  const submission = await submitReleases(manager, { publisher, batchId }, identified);
  const refusals = asideOf(submission, nameless);
  await insertRows(
    manager,
    'refused_release',
    ['batch_id', 'publisher_id', 'ocid', 'release_id', 'pointer', 'reason', 'message', 'document'],
    refusals.map((r) => [
      batchId,
      publisher.id,
      r.ocid,
      r.id,
      r.pointer,
      r.reason,
      storableText(r.message),
      r.document,
    ]),
  );
  tally.unchanged += submission.unchanged;
  tally.refusals.push(...refusals.map(({ pointer, reason, message }) => ({ pointer, reason, message })));
  for (const ocid of submission.touched) tally.ocids.add(ocid);
  for (const { verdict, pointer } of identified) {
    if (!verdict.valid)
      tally.errors.add(
        verdict.groups.filter(({ severity }) => severity === 'error'),
        pointer,
      );
  }
}

function asideOf(submission: Submission, nameless: readonly Unidentified[]) {
  return [
    ...nameless.map((one) => ({ ...one, ocid: null, id: null, reason: 'no-identity' })),
    ...submission.refused.map(({ release, reason, message }) => ({ ...release, reason, message })),
  ];
}

async function finishBatch(
  manager: EntityManager,
  input: IngestInput,
  taken: Taken & { readonly batchId: string; readonly sha256: string },
): Promise<BatchReport> {
  const { batchId, sha256, summary, unchanged, refusals, ocids, errors } = taken;
  const counts = await countStates(manager, batchId);
  await manager.query(
    `UPDATE batch SET format = $2, encoding = $3, metadata = $4, notices = $5,
       accepted = $6, held = $7, superseded = $8, unchanged = $9, refused = $10 WHERE id = $1`,
    [
      batchId,
      summary.format,
      summary.encoding,
      storableJson(summary.metadata ?? {}),
      storableJson(summary.notices),
      counts.accepted,
      counts.held,
      counts.superseded,
      unchanged,
      refusals.length,
    ],
  );
  return {
    batchId,
    sha256,
    ...counts,
    unchanged,
    refusals,
    errors,
    ocids,
    fileName: basename(input.path),
    format: summary.format,
    read: summary.releases,
    refused: refusals.length,
    notices: summary.notices,
    seenBefore: false,
  };
}

async function countStates(manager: EntityManager, batchId: string) {
  const rows = (await manager.query(
    'SELECT state, count(*)::int AS n FROM release WHERE batch_id = $1 GROUP BY state',
    [batchId],
  )) as { state: string; n: number }[];
  const of = (state: string) => rows.find((row) => row.state === state)?.n ?? 0;
  return { accepted: of('accepted') + of('published'), held: of('held'), superseded: of('superseded') };
}
