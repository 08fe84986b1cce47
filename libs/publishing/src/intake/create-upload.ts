import { createHash } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import type { Body } from '#sources';
import { fileNameOf } from '../batch-rows.js';
import { canonicalJson } from '../canonical-json.js';
import { storableJson } from '../storable.js';
import { storeSourceFile } from '../store-source-file.js';
import type { AskForIntake } from './change-upload.js';
import type { ReceivedFile } from './receive-file.js';
import type { Upload, UploadActor } from './upload.js';
import { UploadError } from './upload-error.js';
import { findUpload, isUploadId, toUpload, UPLOAD_COLUMNS, type UploadRow } from './upload-rows.js';

export interface NewUpload {
  readonly publisherId: string;
  readonly by: UploadActor;
  readonly file: Pick<ReceivedFile, 'path' | 'sha256' | 'bytes'>;
  /** As the sender calls it; only for people to read. */
  readonly fileName: string;
  readonly profile?: string | undefined;
  readonly buyer?: Body | undefined;
  readonly previewOnly: boolean;
  readonly replaces?: string | undefined;
  readonly idempotencyKey?: string | undefined;
}

/** Work that the actor's role has no rights to, done in the same transaction. */
export interface SystemWork {
  readonly ask: AskForIntake;
  /** Runs statements as the store's owner. */
  readonly asSystem: <Result>(
    manager: EntityManager,
    work: (manager: EntityManager) => Promise<Result>,
  ) => Promise<Result>;
}

/** @property isNew false when the same request came before: the upload is that one's */
export interface CreatedUpload {
  readonly upload: Upload;
  readonly isNew: boolean;
}

/**
 * Stores a received file, the upload that says what it is for, and the job that reads it, in the caller's transaction.
 *
 * @throws UploadError IDEMPOTENCY_CONFLICT; REPLACES_UNKNOWN
 */
export async function createUpload(
  manager: EntityManager,
  given: NewUpload,
  { ask, asSystem }: SystemWork,
): Promise<CreatedUpload> {
  await assertReplaceable(manager, given);
  const before = await findByKey(manager, given);
  if (before) return { upload: before, isNew: false };
  const row = await insertUpload(manager, given);
  // Another request with the same key came in between, and has committed.
  if (!row) return { upload: (await findByKey(manager, given))!, isNew: false };
  const upload = toUpload(row);
  const { path, sha256 } = given.file;
  await asSystem(manager, async (system) => {
    await storeSourceFile(system, path, sha256);
    await ask(system, upload.id);
  });
  return { upload, isNew: true };
}

async function insertUpload(manager: EntityManager, given: NewUpload): Promise<UploadRow | undefined> {
  const { publisherId, by, file, profile = null, buyer, previewOnly, replaces = null, idempotencyKey = null } = given;
  const [row] = (await manager.query(
    `INSERT INTO upload AS u (publisher_id, actor_kind, actor_id, actor_name, sha256, bytes, file_name, asked_profile,
       buyer, preview_only, replaces, idempotency_key, fingerprint)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)
     ON CONFLICT DO NOTHING RETURNING ${UPLOAD_COLUMNS}`,
    [
      publisherId,
      by.kind,
      by.id,
      by.name,
      file.sha256,
      file.bytes,
      harmlessName(given.fileName),
      profile,
      buyer ? storableJson(buyer) : null,
      previewOnly,
      replaces,
      idempotencyKey,
      fingerprintOf(given),
    ],
  )) as UploadRow[];
  return row;
}

const LONGEST_NAME = 200;

/** A name without folders, signs of control or reversal of writing direction. */
function harmlessName(name: string): string {
  const last = fileNameOf(name.replaceAll('\\', '/'));
  const plain = last.replaceAll(/[\p{Cc}\p{Cf}]/gu, '').trim();
  return plain.slice(-LONGEST_NAME).toWellFormed() || 'archivo';
}

async function assertReplaceable(manager: EntityManager, { replaces, publisherId }: NewUpload): Promise<void> {
  if (replaces === undefined) return;
  const known = isUploadId(replaces) && (await findUpload(manager, replaces).catch(() => undefined));
  if (!known || known.publisherId !== publisherId) throw new UploadError('REPLACES_UNKNOWN', replaces.slice(0, 100));
}

async function findByKey(manager: EntityManager, given: NewUpload): Promise<Upload | undefined> {
  const { publisherId, by, idempotencyKey } = given;
  if (idempotencyKey === undefined) return undefined;
  const [row] = (await manager.query(
    `SELECT ${UPLOAD_COLUMNS}, u.fingerprint FROM upload u
      WHERE u.publisher_id = $1 AND u.actor_kind = $2 AND u.actor_id = $3 AND u.idempotency_key = $4`,
    [publisherId, by.kind, by.id, idempotencyKey],
  )) as (UploadRow & { readonly fingerprint: string })[];
  if (!row) return undefined;
  const { fingerprint, ...found } = row;
  if (fingerprint !== fingerprintOf(given)) throw new UploadError('IDEMPOTENCY_CONFLICT', idempotencyKey);
  return toUpload(found);
}

/** The same for the same file with the same parameters. */
function fingerprintOf({ file, fileName, profile, buyer, previewOnly, replaces }: NewUpload): string {
  const told = { sha256: file.sha256, fileName, profile, buyer, previewOnly, replaces };
  return createHash('sha256')
    .update(canonicalJson(JSON.parse(JSON.stringify(told))))
    .digest('hex');
}
