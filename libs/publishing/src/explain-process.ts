import type { DataSource, EntityManager } from 'typeorm';
import type { Json, JsonObject } from '#ocds';
import { leavesOf, type Origin, type Profile } from '#sources';
import { expandText } from './compressed-text.js';
import { IngestError } from './ingest-error.js';
import { findMappedBatch } from './mapped-batch.js';
import { mapFile, type RowPlace } from './mapping/map-file.js';
import { originFinder } from './mapping/origin-finder.js';
import { loadRegister } from './mapping/register-entries.js';
import { openMask, type PersonalDataPolicy } from './public-release.js';
import { openStoredFile } from './stored-file.js';

/** A release, and where each of its values came from. */
export interface ExplainedRelease {
  readonly id: string;
  readonly date: string;
  readonly tag: readonly string[];
  readonly state: string;
  readonly file: { readonly name: string; readonly sha256: string; readonly batchId: string };
  /** Version by which it was mapped or rewritten, and, of spreadsheets, that by which its cells were found. */
  readonly profile: { readonly id: string; readonly version?: number; readonly explainedBy?: number };
  /** Of OCDS files: the JSON Pointer of the release in the file. */
  readonly pointer?: string;
  readonly values: readonly ExplainedValue[];
}

export interface ExplainedValue {
  readonly pointer: string;
  readonly value: Json;
  /** Cells; none for what no cell says: constants of the profile, ids made of other values, what the upload said. */
  readonly origins: readonly Origin[];
}

/**
 * Tells where each value of each release of a process came from, oldest release first: spreadsheets are mapped again
 * from the stored file, so that raw cells are shown as they came, personal data included.
 *
 * @throws IngestError PROCESS_UNKNOWN
 */
export async function* explainProcess(
  dataSource: DataSource,
  ocid: string,
  options: { readonly profiles: readonly Profile[]; readonly personalData: PersonalDataPolicy },
): AsyncGenerator<ExplainedRelease> {
  const { manager } = dataSource;
  const rows = (await manager.query(
    `SELECT r.id, r.state, r.tags AS tag, r.document, r.pointer, b.id AS "batchId", b.file_name AS name, b.sha256,
            b.profile, b.profile_version AS version, b.buyer IS NOT NULL AS mapped
       FROM release r JOIN batch b ON b.id = r.batch_id WHERE r.ocid = $1 ORDER BY r.date, r.id`,
    [ocid],
  )) as ReleaseRow[];
  if (rows.length === 0) {
    throw new IngestError('PROCESS_UNKNOWN', `No hay publicaciones del proceso «${ocid}».`, 'Revisar el ocid.');
  }
  for (const row of rows) yield await explainRelease(manager, ocid, row, options);
}

interface ReleaseRow {
  readonly id: string;
  readonly state: string;
  readonly tag: readonly string[];
  readonly document: Buffer;
  readonly pointer: string;
  readonly batchId: string;
  readonly name: string;
  readonly sha256: string;
  readonly profile: string;
  readonly version: number | null;
  /** True of spreadsheets. */
  readonly mapped: boolean;
}

type ExplainOptions = Parameters<typeof explainProcess>[2];

async function explainRelease(
  manager: EntityManager,
  ocid: string,
  row: ReleaseRow,
  options: ExplainOptions,
): Promise<ExplainedRelease> {
  const release = JSON.parse(await expandText(row.document)) as JsonObject;
  const { id, state, tag, name, sha256, batchId } = row;
  const about = { id, date: String(release.date), tag, state, file: { name, sha256, batchId } };
  const leaves = [...leavesOf(release)];
  const profile = { id: row.profile, ...(row.version !== null && { version: row.version }) };
  if (!row.mapped) {
    const values = leaves.map(([pointer, value]) => ({ pointer, value, origins: [] }));
    return { ...about, profile, pointer: row.pointer, values };
  }
  const found = await originsOf(manager, ocid, row, options);
  const mask = await openMask(manager, options.personalData);
  const originsAt = originFinder(release, found.origins, (pointer) => String(mask({ pointer }).pointer));
  const values = leaves.map(([pointer, value]) => ({ pointer, value, origins: originsAt(pointer) }));
  return { ...about, profile: { ...profile, explainedBy: found.version }, values };
}

async function originsOf(manager: EntityManager, ocid: string, row: ReleaseRow, { profiles }: ExplainOptions) {
  const { publisher, context, scope } = await findMappedBatch(manager, row.batchId);
  const places = (await manager.query(
    'SELECT sheet, row FROM source_row WHERE batch_id = $1 AND ocid = $2 AND release_id = $3',
    [row.batchId, ocid, row.id],
  )) as RowPlace[];
  const wanted = new Set(places.map(({ sheet, row: number }) => `${number} ${sheet}`));
  await using stored = await openStoredFile(manager, row.sha256);
  const file = await mapFile(stored.path, {
    profiles,
    profileId: row.profile,
    context: { ...context, register: await loadRegister(manager, publisher.id) },
    scope,
    ocidPrefix: publisher.ocidPrefix,
    explain: true,
    only: ({ sheet, row: number }) => wanted.has(`${number} ${sheet}`),
  });
  try {
    const origins: Origin[] = [];
    for await (const one of file) if (one.kind === 'process') origins.push(...one.origins);
    return { origins, version: file.profile.version };
  } finally {
    await file.close();
  }
}
