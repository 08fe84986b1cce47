import type { EntityManager } from 'typeorm';
import type { JsonObject, Release } from '#ocds';
import { type Difference, listDifferences, type Profile } from '#sources';
import { askForPublication } from './ask-for-publication.js';
import { createBatch, finishBatch, type NewBatch } from './batch-rows.js';
import type { BatchReport } from './batch-report.js';
import { finishedBatch, type IngestDependencies, takeTurns } from './ingest-file.js';
import { inTransaction } from './in-transaction.js';
import { IngestError } from './ingest-error.js';
import { findMappedBatch, type MappedBatch } from './mapped-batch.js';
import { type MappedFile, mapFile } from './mapping/map-file.js';
import { loadRegister } from './mapping/register-entries.js';
import { openStoredFile } from './stored-file.js';
import { takeMapped } from './take-mapped.js';

export interface RemapOptions {
  readonly profiles: readonly Profile[];
  /** Stores what changed; without it everything is done and taken back. */
  readonly apply: boolean;
  /** Told of each release that the present version of the profile makes anew. */
  readonly onChange: (change: RemapChange) => void;
}

/** What a release would change of its process. */
export interface RemapChange {
  readonly ocid: string;
  readonly releaseId: string;
  /** Empty for a process that was not told before. */
  readonly differences: readonly Difference[];
}

export interface RemapReport {
  /** Of the mapping again; its batch is stored only when applied. */
  readonly batch: BatchReport;
  readonly fromVersion: number;
  readonly toVersion: number;
  readonly applied: boolean;
}

/**
 * Maps a stored file again, by the present version of its profile. What a later file told of a process stands.
 *
 * @throws IngestError BATCH_UNKNOWN; SAME_VERSION when there is no newer version to apply
 */
export async function remapBatch(
  dependencies: IngestDependencies,
  batchId: string,
  options: RemapOptions,
): Promise<RemapReport> {
  return inTransaction(dependencies.dataSource, { takeBack: !options.apply }, (manager) =>
    remapIn(manager, dependencies, batchId, options),
  );
}

async function remapIn(
  manager: EntityManager,
  dependencies: IngestDependencies,
  batchId: string,
  { profiles, apply, onChange }: RemapOptions,
): Promise<RemapReport> {
  const before = await findMappedBatch(manager, batchId);
  const { publisher, context, scope, profile: profileId } = before;
  await takeTurns(manager, publisher);
  await using stored = await openStoredFile(manager, before.sha256);
  const { ocidPrefix } = publisher;
  const register = await loadRegister(manager, publisher.id);
  const options = { profiles, profileId, context: { ...context, register }, scope, ocidPrefix };
  const file = await mapFile(stored.path, options);
  try {
    const { version } = file.profile;
    if (apply && version === before.profileVersion) throw sameVersion(before);
    const batch = newBatch(before, file, apply);
    const id = await createBatch(manager, batch);
    const taken = await takeMapped(manager, {
      file,
      profiles,
      publisher,
      batchId: id,
      now: new Date().toISOString(),
      personalData: dependencies.settings.personalData,
      remapped: before.id,
      onRelease: (release, previous) => onChange(changeOf(release, previous)),
    });
    if (apply) await askForPublication(manager, dependencies.queues, taken.ocids, id);
    const report = await finishBatch(manager, batch, finishedBatch(id, file, taken));
    return { batch: report, fromVersion: before.profileVersion, toVersion: version, applied: apply };
  } finally {
    await file.close();
  }
}

/** A rehearsal may be of the version that is stored already; it is taken back, under a number that none has. */
function newBatch(
  { publisher, fileName, sha256, context, scope }: MappedBatch,
  file: MappedFile,
  apply: boolean,
): NewBatch {
  const { id, version } = file.profile;
  const profileVersion = apply ? version : -version;
  return { publisher, fileName, sha256, profile: id, profileVersion, buyer: context.buyer, scope };
}

function sameVersion({ id, profile, profileVersion }: MappedBatch): IngestError {
  return new IngestError(
    'SAME_VERSION',
    `El lote ${id} ya se mapeó con la versión ${profileVersion} de «${profile}», que es la presente.`,
    'Subir la versión del perfil al cambiarlo; sin --apply se muestra qué cambiaría.',
  );
}

function changeOf(release: Release, previous: JsonObject | undefined): RemapChange {
  const differences = previous === undefined ? [] : listDifferences(previous, release);
  return { ocid: release.ocid, releaseId: release.id, differences };
}
