import type { Award, Contract, Organization, OrganizationReference, Release } from '../release.js';
import type { Money } from './money.js';
import { moneyByStage, sumByCurrency } from './money-by-stage.js';
import { memberOf, membersOf, partOf, partsOf, textOf } from './read.js';

/** On which side of a purchase somebody stands. */
export type Side = 'buyer' | 'supplier';

/**
 * What one party does in a process. Who offers and who wins stand on one side: winning is what became of offering.
 * Money of awards that several suppliers share is nobody's alone: it is counted, and not summed.
 */
export interface Participation {
  readonly side: Side;
  readonly id?: string;
  readonly name?: string;
  /** `scheme-number` of each identifier that the party has, the RFC first: the same party has them elsewhere, too. */
  readonly identifiers: readonly string[];
  readonly offered: boolean;
  /** Awards in force. */
  readonly won: number;
  /** Awards that were cancelled, or led to nothing. */
  readonly lost: number;
  /** Awards in force that others have won with it. */
  readonly shared: number;
  /** Of a buyer, what the process awards; of a supplier, the awards that it has won alone. One sum per currency. */
  readonly awarded: readonly Money[];
  /** Of the contracts of these. */
  readonly contracted: readonly Money[];
}

/** Who buys, and who offers or wins, each once for each side; a party without id and name is nobody. */
export function participationsOf(release: Release): readonly Participation[] {
  const parties = new Map(partsOf(release.parties).map((party) => [keyOf(party), party]));
  const buyer = [partOf(release.buyer), memberOf(release.tender, 'procuringEntity')].find(
    (one) => textOf(one?.['name']) !== undefined,
  ) as OrganizationReference | undefined;
  const suppliers = new Map<string, Supplying>();
  for (const tenderer of membersOf(release.tender, 'tenderers')) supplying(suppliers, tenderer).offered = true;
  for (const award of partsOf(release.awards)) {
    const references = partsOf(award.suppliers);
    for (const reference of references) addAward(supplying(suppliers, reference), award, references.length > 1);
  }
  return [
    ...(buyer ? [{ ...identityOf(buyer, parties), ...buyingOf(release), side: 'buyer' as const }] : []),
    ...[...suppliers.values()].map((one) => supplierOf(one, parties, partsOf(release.contracts))),
  ].filter(({ id, name }) => id !== undefined || name !== undefined);
}

function buyingOf(release: Release) {
  const stages = moneyByStage(release);
  const sumsOf = (name: 'award' | 'contract') => stages.find(({ stage }) => stage === name)?.sums ?? [];
  return { offered: false, won: 0, lost: 0, shared: 0, awarded: sumsOf('award'), contracted: sumsOf('contract') };
}

interface Supplying {
  readonly reference: OrganizationReference;
  offered: boolean;
  readonly alone: Award[];
  shared: number;
  lost: number;
}

function supplying(suppliers: Map<string, Supplying>, reference: OrganizationReference): Supplying {
  const key = keyOf(reference);
  const known = suppliers.get(key);
  if (known) return known;
  const one = { reference, offered: false, alone: [], shared: 0, lost: 0 };
  suppliers.set(key, one);
  return one;
}

function addAward(one: Supplying, award: Award, isShared: boolean): void {
  if (award.status === 'cancelled' || award.status === 'unsuccessful') one.lost++;
  else if (isShared) one.shared++;
  else one.alone.push(award);
}

function supplierOf(
  { reference, offered, alone, shared, lost }: Supplying,
  parties: ReadonlyMap<string, Organization>,
  contracts: readonly Contract[],
): Participation {
  const awardIds = new Set(alone.map(({ id }) => textOf(id)).filter((id) => id !== undefined));
  const own = contracts.filter(({ awardID, status }) => awardIds.has(textOf(awardID) ?? '') && status !== 'cancelled');
  return {
    ...identityOf(reference, parties),
    side: 'supplier',
    offered,
    won: alone.length + shared,
    lost,
    shared,
    awarded: sumByCurrency(alone.map((award) => memberOf(award, 'value'))),
    contracted: sumByCurrency(own.map((contract) => memberOf(contract, 'value'))),
  };
}

function identityOf(reference: OrganizationReference, parties: ReadonlyMap<string, Organization>) {
  const party = parties.get(keyOf(reference));
  const identifiers = [memberOf(party, 'identifier'), ...membersOf(party, 'additionalIdentifiers')].flatMap((one) => {
    const [scheme, id] = [textOf(one?.['scheme']), textOf(one?.['id'])];
    return scheme === undefined || id === undefined ? [] : [`${scheme}-${id}`];
  });
  return {
    id: textOf(reference.id),
    name: textOf(reference.name) ?? textOf(party?.name) ?? textOf(memberOf(party, 'identifier')?.['legalName']),
    identifiers: [...new Set(identifiers)].sort((a, b) => Number(isRfc(b)) - Number(isRfc(a))),
  };
}

function isRfc(identifier: string): boolean {
  return identifier.startsWith('MX-RFC-');
}

function keyOf({ id, name }: Organization | OrganizationReference): string {
  return textOf(id) ?? `\n${textOf(name) ?? ''}`;
}
