import type { DataSource } from 'typeorm';
import type { ProcessFilters } from '#search';
import type { PartyNames } from './describe-alert.js';

/** The names of the parties that filters name by a key. */
export async function partyNames(dataSource: DataSource, filters: ProcessFilters): Promise<PartyNames> {
  const names: Record<string, string> = {};
  for (const [filter, side] of [
    ['buyer', 'buyer'],
    ['supplier', 'supplier'],
    ['participant', 'supplier'],
  ] as const) {
    const key = filters[filter];
    if (key === undefined) continue;
    const [party] = (await dataSource.query(
      `SELECT p.name FROM party_key k JOIN party p ON p.side = k.side AND p.id = k.party WHERE k.side = $1 AND k.key = $2`,
      [side, key],
    )) as { name: string | null }[];
    if (party?.name) names[filter] = party.name;
  }
  return names;
}
