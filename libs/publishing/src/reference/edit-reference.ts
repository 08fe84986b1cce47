import type { EntityManager } from 'typeorm';
import { AccessError, type Actor, can, recordAudit } from '#access';
import {
  checkChange,
  checkRetirement,
  isReferenceKind,
  type ReferenceChange,
  type ReferenceFact,
  type ReferenceFault,
  type ReferenceRetirement,
  referenceFault,
  type ReferenceVersion,
  standingOf,
} from '#reference';
import { insertVersion } from './insert-version.js';
import { historyOf } from './list-reference.js';

/** What became of a change: the version it made, or why it made none. */
export type ReferenceOutcome =
  { readonly ok: true; readonly version: number } | { readonly ok: false; readonly faults: readonly ReferenceFault[] };

/**
 * Adds a fact to an entry, or puts it in the place of one of its facts; what was said before stays in the history.
 *
 * @throws AccessError FORBIDDEN
 */
export async function editReference(
  manager: EntityManager,
  actor: Actor,
  change: ReferenceChange,
): Promise<ReferenceOutcome> {
  demandEditor(actor);
  const history = await historyIn(manager, change);
  const faults = checkChange(change, history);
  if (faults.length > 0) return { ok: false, faults };
  const { data, validFrom, validTo, source, replaces } = change;
  const replaced = replaces === undefined ? [] : [replaces];
  return write(manager, actor, { change, fact: { data, validFrom, validTo, source }, replaced });
}

/**
 * Takes one fact of an entry away, or all of them; the history stays.
 *
 * @throws AccessError FORBIDDEN
 */
export async function retireReference(
  manager: EntityManager,
  actor: Actor,
  retirement: ReferenceRetirement,
): Promise<ReferenceOutcome> {
  demandEditor(actor);
  const history = await historyIn(manager, retirement);
  const faults = checkRetirement(retirement, history);
  if (faults.length > 0) return { ok: false, faults };
  const all = standingOf(history).map(({ version }) => version);
  const replaced = retirement.replaces === undefined ? all : [retirement.replaces];
  return write(manager, actor, { change: retirement, fact: null, replaced });
}

function demandEditor(actor: Actor): void {
  if (can(actor, 'reference:edit')) return;
  throw new AccessError(
    'FORBIDDEN',
    'Esta cuenta no tiene permiso para editar las referencias.',
    'Pedirlo a quien administra los usuarios.',
  );
}

async function historyIn(manager: EntityManager, { kind, key }: ReferenceRetirement) {
  return isReferenceKind(kind) ? historyOf(manager, kind, key) : ([] as readonly ReferenceVersion[]);
}

interface Checked {
  readonly change: ReferenceRetirement;
  readonly fact: ReferenceFact | null;
  readonly replaced: readonly number[];
}

async function write(manager: EntityManager, actor: Actor, { change, fact, replaced }: Checked) {
  const { kind, key, expected, reason } = change;
  const version = expected + 1;
  const told = { kind, key, version, replaces: replaced, fact, reason: reason.trim() };
  // Of two editors who saw the same version, the second one waits here and then finds the number taken.
  if (!(await insertVersion(manager, actor, told)))
    return { ok: false, faults: [referenceFault('CHANGED', '')] } as const;
  const action = fact ? 'reference:edit' : 'reference:retire';
  await recordAudit(manager, actor, {
    action,
    subject: `${kind} ${key}`,
    detail: { version, replaces: replaced, reason: reason.trim() },
  });
  return { ok: true, version } as const;
}
