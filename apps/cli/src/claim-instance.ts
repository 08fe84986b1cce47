import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Client } from 'pg';
import type { OpenPlatform } from '#publishing';

/** Any fixed number; one per thing that is locked. */
const INSTANCE_LOCK = 760_777;

/** A second `c7 up` was started on one data folder. */
export class InstanceError extends Error {
  readonly code = 'ALREADY_RUNNING';
  readonly remedy = 'Usar esa, o indicar otra carpeta con --data-dir.';
}

/** The claim of one data folder by one running product. */
export interface Instance extends AsyncDisposable {
  /** Resolves if the claim is lost, because the database went away. */
  readonly lost: Promise<void>;
}

/**
 * Claims the data folder for this process. The claim is a lock that PostgreSQL holds for our connection, so that it
 * ends with the process, however that dies. A database server of one's own may serve several.
 *
 * @throws InstanceError when another process has it.
 */
export async function claimInstance(open: OpenPlatform, dataDir: string, url: string): Promise<Instance> {
  if (!open.embedded) return { lost: new Promise(() => {}), [Symbol.asyncDispose]: async () => {} };
  const client = new Client({ connectionString: open.databaseUrl, application_name: 'c7 up', keepAlive: true });
  const lost = new Promise<void>((resolve) => {
    client.on('error', () => resolve()).on('end', () => resolve());
  });
  await client.connect();
  const { rows } = await client.query<{ got: boolean }>('SELECT pg_try_advisory_lock($1) AS got', [INSTANCE_LOCK]);
  const place = join(dataDir, 'up.json');
  if (!rows[0]!.got) {
    await client.end();
    throw new InstanceError(`Ya hay un Compromiso 7 en marcha con esta carpeta de datos${await whereIs(place)}.`);
  }
  await writeFile(place, `${JSON.stringify({ pid: process.pid, url })}\n`);
  return { lost, [Symbol.asyncDispose]: () => client.end() };
}

async function whereIs(place: string): Promise<string> {
  const told = await lastTold(place);
  return told ? `: ${told.url} (proceso ${told.pid})` : '';
}

/** @returns where the last `c7 up` of a data folder answers or answered. */
export async function lastAddress(dataDir: string): Promise<string | undefined> {
  return (await lastTold(join(dataDir, 'up.json')))?.url;
}

async function lastTold(place: string): Promise<{ pid: number; url: string } | undefined> {
  try {
    return JSON.parse(await readFile(place, 'utf8')) as { pid: number; url: string };
  } catch {
    return undefined;
  }
}
