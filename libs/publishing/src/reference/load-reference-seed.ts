import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { DataSource, EntityManager } from 'typeorm';
import { type AuditActor, recordAudit } from '#access';
import { insertRows } from '#database';
import { readReferenceSeed, type SeedEntry } from '#reference';

/** Beside the libraries, in the sources as in the build. */
const FOLDER = new URL('../../../../schemas/reference/seed/', import.meta.url);

const SEED: AuditActor = { kind: 'system', id: 'seed', name: 'Compromiso 7' };
const REASON = 'Datos con que se entrega la plataforma';

/**
 * Takes in the reference data that comes with the platform: entries that the store never had. What is there, or was and
 * is retired, stays as people left it. A seed that was taken in once is not read again.
 *
 * @returns how many entries were added
 */
export async function loadReferenceSeed(dataSource: DataSource, folder: URL = FOLDER): Promise<number> {
  const files = await readSeedFiles(folder);
  const sha256 = createHash('sha256').update(JSON.stringify(files)).digest();
  const known = (await dataSource.query('SELECT FROM reference_seed WHERE sha256 = $1', [sha256])) as unknown[];
  if (known.length > 0) return 0;
  const entries = files.flatMap(({ name, text }) => readReferenceSeed(name, text));
  return dataSource.transaction(async (manager) => {
    // Two processes that start at once take turns: the second one finds everything there.
    await manager.query('INSERT INTO reference_seed (sha256) VALUES ($1) ON CONFLICT DO NOTHING', [sha256]);
    return addEntries(manager, entries);
  });
}

async function readSeedFiles(folder: URL) {
  const names = (await readdir(fileURLToPath(folder))).filter((name) => name.endsWith('.yaml')).sort();
  return Promise.all(names.map(async (name) => ({ name, text: await readFile(new URL(name, folder), 'utf8') })));
}

async function addEntries(manager: EntityManager, entries: readonly SeedEntry[]): Promise<number> {
  const there = (await manager.query(`SELECT kind, key FROM reference_version WHERE version = 1`)) as SeedEntry[];
  const taken = new Set(there.map(({ kind, key }) => `${kind} ${key}`));
  const fresh = entries.filter(({ kind, key }) => !taken.has(`${kind} ${key}`));
  if (fresh.length === 0) return 0;
  await insertRows(manager, 'reference_version', COLUMNS, fresh.flatMap(rowsOf));
  await recordAudit(manager, SEED, {
    action: 'reference:seed',
    subject: 'reference',
    detail: { entries: fresh.length },
  });
  return fresh.length;
}

const COLUMNS = [
  'kind',
  'key',
  'version',
  'data',
  'valid_from',
  'valid_to',
  'source',
  'reason',
  'actor_kind',
  'actor_id',
  'actor_name',
];

function rowsOf({ kind, key, facts }: SeedEntry): unknown[][] {
  const by = [REASON, SEED.kind, SEED.id, SEED.name];
  return facts.map(({ data, validFrom, validTo, source }, index) => [
    kind,
    key,
    index + 1,
    JSON.stringify(data),
    validFrom,
    validTo,
    JSON.stringify(source),
    ...by,
  ]);
}
