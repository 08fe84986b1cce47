import { headOf, type Money, participationsOf, type Participation, type Release, stableHash } from '#ocds';
import { storableText } from './storable.js';

/** A row of `participation`; the names are those of its columns. Amounts are decimal text in `currency`. */
export interface ParticipationRow {
  readonly side: 'buyer' | 'supplier';
  readonly party: string;
  readonly keys: readonly string[];
  readonly name: string | null;
  readonly offered: boolean;
  readonly won: number;
  readonly lost: number;
  readonly shared: number;
  readonly currency: string | null;
  readonly awarded: string | null;
  readonly contracted: string | null;
}

const LONGEST_KEY = 200;
const LONGEST_NAME = 1_000;

/**
 * What each party does in a process, each party once for each side. A party is known by its identifiers; one that has
 * none is only known within its publisher and buyer, never by its name alone.
 *
 * @param publisherId whose process it is
 */
export function participationRows(release: Release, publisherId: string): readonly ParticipationRow[] {
  const { buyerId, buyer } = headOf(release);
  const rows = new Map<string, ParticipationRow>();
  for (const one of participationsOf(release)) {
    const row = rowOf(one, [publisherId, buyerId ?? buyer ?? '']);
    rows.set(`${row.side} ${row.party}`, joined(rows.get(`${row.side} ${row.party}`), row));
  }
  return [...rows.values()];
}

function rowOf(one: Participation, scope: readonly string[]): ParticipationRow {
  const keys = keysOf(one, scope).map((key) => storableText(key).slice(0, LONGEST_KEY));
  const { side, name, offered, won, lost, shared, awarded, contracted } = one;
  const currencies = new Set([...awarded, ...contracted].map(({ currency }) => currency));
  const currency = currencies.size === 1 ? ([...currencies][0] ?? null) : null;
  return {
    side,
    party: keys[0]!,
    keys,
    name: name === undefined ? null : storableText(name).slice(0, LONGEST_NAME),
    offered,
    won,
    lost,
    shared,
    currency,
    awarded: amountIn(awarded, currency),
    contracted: amountIn(contracted, currency),
  };
}

/** A buyer's page has the id that its publisher gives it, which filters have, too. */
function keysOf({ side, id, name, identifiers }: Participation, scope: readonly string[]): readonly string[] {
  if (side === 'buyer' && id !== undefined) return [id];
  if (identifiers.length > 0) return identifiers;
  return [`c7-${stableHash([...scope, id ?? name ?? '']).slice(0, 16)}`];
}

function amountIn(sums: readonly Money[], currency: string | null): string | null {
  return currency === null ? null : (sums.find((sum) => sum.currency === currency)?.amount ?? null);
}

/** Two references of one process that turn out to be one party: what both do counts, and money only where one has it. */
function joined(known: ParticipationRow | undefined, row: ParticipationRow): ParticipationRow {
  if (known === undefined) return row;
  const [rich, poor] = known.awarded === null && known.contracted === null ? [row, known] : [known, row];
  const isPoor = poor.awarded === null && poor.contracted === null;
  const money = isPoor ? {} : { currency: null, awarded: null, contracted: null };
  return {
    ...rich,
    name: known.name ?? row.name,
    keys: [...new Set([...known.keys, ...row.keys])],
    offered: known.offered || row.offered,
    won: known.won + row.won,
    lost: known.lost + row.lost,
    shared: known.shared + row.shared,
    ...money,
  };
}
