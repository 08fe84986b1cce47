import type { DataSource, EntityManager } from 'typeorm';
import { type Action, type Actor, AccessError, can } from '#access';
import { ProcessError } from './process-error.js';

/** A process with its record row locked until the end of the transaction. */
export interface OwnedProcess {
  readonly ocid: string;
  readonly publisherId: string;
  readonly publisherName: string;
  readonly withdrawn: boolean;
}

/** A file that is being taken in holds its processes for as long as it takes: people are not kept waiting. */
const PATIENCE = '5s';
const LOCK_TIMEOUT = '55P03';

/** @throws ProcessError PROCESS_UNKNOWN, PROCESS_BUSY */
export async function lockProcess(manager: EntityManager, ocid: string): Promise<OwnedProcess> {
  await manager.query(`SET LOCAL lock_timeout = '${PATIENCE}'`);
  const rows = (await manager
    .query(`${OWNED} WHERE r.ocid = $1 FOR UPDATE OF r`, [ocid])
    .catch(sayBusy)) as OwnedProcess[];
  await manager.query('SET LOCAL lock_timeout = 0');
  if (!rows[0]) throw new ProcessError('PROCESS_UNKNOWN');
  return rows[0];
}

const OWNED = `
SELECT r.ocid, r.publisher_id AS "publisherId", p.name AS "publisherName", r.withdrawn
  FROM record r JOIN publisher p ON p.id = r.publisher_id`;

function sayBusy(error: { readonly driverError?: { readonly code?: string } }): never {
  throw error.driverError?.code === LOCK_TIMEOUT ? new ProcessError('PROCESS_BUSY') : error;
}

/**
 * Whose the process is, when the actor may do this to it.
 *
 * @throws ProcessError PROCESS_UNKNOWN, also for one of an organisation where the actor has nothing to do; AccessError
 *   FORBIDDEN
 */
export async function findOwn(dataSource: DataSource, ocid: string, by: Actor, action: Action): Promise<OwnedProcess> {
  const [process] = (await dataSource.query(`${OWNED} WHERE r.ocid = $1`, [ocid])) as OwnedProcess[];
  if (!process || !belongs(by, process.publisherId)) throw new ProcessError('PROCESS_UNKNOWN');
  demand(by, action, process.publisherId);
  return process;
}

function belongs({ memberships }: Actor, publisherId: string): boolean {
  return memberships.some(({ organisationId }) => organisationId === null || organisationId === publisherId);
}

/** @throws AccessError FORBIDDEN */
export function demand(by: Actor, action: Action, publisherId: string): void {
  if (can(by, action, publisherId)) return;
  throw new AccessError(
    'FORBIDDEN',
    'Esta cuenta no tiene permiso para eso.',
    'Pedirlo a quien administra los usuarios.',
  );
}
