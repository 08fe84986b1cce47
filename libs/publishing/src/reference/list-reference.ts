import type { EntityManager } from 'typeorm';
import { REFERENCE_KINDS, type ReferenceKind, type ReferenceVersion, type StandingVersion } from '#reference';
import { selectStanding, selectVersions } from './reference-rows.js';

export interface ReferencePage {
  /** Words of the key or of any field. */
  readonly query?: string | undefined;
  /** The last one of the page before. */
  readonly after?: { readonly key: string; readonly version: number } | undefined;
  readonly limit: number;
}

/** Keys have no accents: a name is found by its key without them, and by itself with them. */
const MATCHES = `v.kind = $1 AND ($2::text IS NULL OR (v.key, v.version) > ($2, $3))
  AND (position(lower($4) IN lower(v.data::text)) > 0 OR position($5 IN v.key) > 0)
  ORDER BY v.key, v.version LIMIT $6`;

/** The facts of a kind that stand, whenever they hold, by key. */
export function listReference(
  manager: EntityManager,
  kind: ReferenceKind,
  { query = '', after, limit }: ReferencePage,
): Promise<readonly StandingVersion[]> {
  const said = query.replaceAll('\0', '').trim();
  const values = [kind, after?.key ?? null, after?.version ?? 0, said, inKey(said), limit];
  return selectStanding(manager, MATCHES, values);
}

/** How many entries of each kind stand. */
export async function countReference(manager: EntityManager): Promise<Readonly<Record<ReferenceKind, number>>> {
  const standing = await selectStanding(manager, 'true', []);
  const keys = (kind: ReferenceKind) => new Set(standing.flatMap((one) => (one.kind === kind ? [one.key] : [])));
  return Object.fromEntries(REFERENCE_KINDS.map((kind) => [kind, keys(kind).size])) as Record<ReferenceKind, number>;
}

/** Every version of an entry, oldest first; none where there is no such entry. `standingOf` says which stand. */
export function historyOf(
  manager: EntityManager,
  kind: ReferenceKind,
  key: string,
): Promise<readonly ReferenceVersion[]> {
  return selectVersions(manager, 'v.kind = $1 AND v.key = $2 ORDER BY v.version', [kind, key]);
}

/** A text that is in no key where there is nothing to look for in one. */
function inKey(text: string): string {
  const folded = text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
  return folded.replace(/[^a-z0-9.]+/g, '-').replace(/^-|-$/g, '') || '\u0001';
}
