import type { EntityManager } from 'typeorm';
import { type Actor, can, organisationsWhere } from '#access';
import { listCorrections } from '#publishing';
import type { DeskHomeView } from '../views/home.view.js';
import { correctionLine } from './load-desk-process.js';
import { countHeld, loadProcesses } from './load-processes.js';
import { loadSources } from './load-sources.js';
import { loadUploads } from './load-uploads.js';

const SHOWN = 10;
const RECENT = 5;

/** What waits for somebody: only what is theirs to do. */
export async function loadWaiting(
  manager: EntityManager,
  actor: Actor,
): Promise<Pick<DeskHomeView, 'uploads' | 'held' | 'corrections' | 'silent' | 'recent'>> {
  return {
    ...(can(actor, 'batch:read') && (await uploadsOf(manager))),
    ...(can(actor, 'batch:read') && { held: await heldOf(manager, actor) }),
    ...(can(actor, 'process:approve') && { corrections: await correctionsOf(manager, actor) }),
    ...(can(actor, 'source:manage') && { silent: (await loadSources(manager)).filter(({ alarm }) => alarm !== null) }),
  };
}

async function uploadsOf(manager: EntityManager) {
  const [ready, refused, failed, recent] = [
    await loadUploads(manager, { state: 'ready', limit: SHOWN }),
    await loadUploads(manager, { state: 'refused', limit: SHOWN }),
    await loadUploads(manager, { state: 'failed', limit: SHOWN }),
    await loadUploads(manager, { state: 'done', limit: RECENT }),
  ];
  const uploads = [...ready.lines, ...refused.lines, ...failed.lines].toSorted((a, b) =>
    b.createdAt.localeCompare(a.createdAt),
  );
  const replaced = await replacedOf(
    manager,
    uploads.map(({ id }) => id),
  );
  return { uploads: uploads.filter(({ id }) => !replaced.has(id)), recent: recent.lines };
}

/** Those that a later upload corrects wait for nobody. */
async function replacedOf(manager: EntityManager, ids: readonly string[]): Promise<ReadonlySet<string>> {
  const rows = (await manager.query('SELECT DISTINCT replaces FROM upload WHERE replaces = ANY ($1)', [ids])) as {
    replaces: string;
  }[];
  return new Set(rows.map(({ replaces }) => replaces));
}

async function heldOf(manager: EntityManager, actor: Actor): Promise<NonNullable<DeskHomeView['held']>> {
  const publisherIds = organisationsWhere(actor, 'batch:read');
  const total = await countHeld(manager, publisherIds);
  const rows = total === 0 ? [] : await loadProcesses(manager, { publisherIds, state: 'held', limit: SHOWN });
  return { total, rows };
}

/** What somebody else proposed, in the organisations where the actor approves. */
async function correctionsOf(manager: EntityManager, actor: Actor) {
  const rows = await listCorrections(manager, { states: ['review'], limit: SHOWN });
  const own = rows.filter(
    ({ publisherId, proposedBy }) => can(actor, 'process:approve', publisherId) && proposedBy.id !== actor.id,
  );
  return own.map(correctionLine);
}
