import { memberOf, membersOf, partOf, partsOf, paymentsOf, textOf } from '#ocds';
import type { JsonObject, Organization, OrganizationReference, Release } from '#ocds';

/** Someone who takes part in a process, with every role the parties list or the references give. */
export interface PartyLine {
  readonly name?: string;
  readonly roles: readonly string[];
  readonly identifiers: readonly PartyIdentifier[];
  readonly locality?: string;
  /** Referred to, but absent from the parties list. */
  readonly unlisted: boolean;
  /** Awards won in this process. */
  readonly won: number;
}

export interface PartyIdentifier {
  readonly scheme?: string;
  readonly id: string;
}

const COMPETING: ReadonlySet<string> = new Set(['tenderer', 'supplier', 'payee', 'invitedSupplier', 'subcontractor']);

/** Everyone in the process, merged by id (by name where a reference has none). Contact details stay out. */
export function partiesOf(release: Release): readonly PartyLine[] {
  const lines = new Map<string, PartyLine>();
  for (const party of partsOf(release.parties)) join(lines, keyOf(party), listedLine(party));
  for (const { role, reference, won } of referencesOf(release)) {
    join(lines, keyOf(reference), referredLine(role, reference, won));
  }
  return [...lines.values()].filter(({ name, identifiers }) => name !== undefined || identifiers.length > 0);
}

/** Those who offer, win or are paid. */
export function competitors(parties: readonly PartyLine[]): readonly PartyLine[] {
  return parties.filter(({ roles }) => roles.some((role) => COMPETING.has(role)));
}

/** Everyone else: who asks, buys, contracts and pays. */
export function buyingSide(parties: readonly PartyLine[]): readonly PartyLine[] {
  return parties.filter(({ roles }) => !roles.some((role) => COMPETING.has(role)));
}

interface Reference {
  readonly role: string;
  readonly reference: OrganizationReference;
  readonly won?: number;
}

function referencesOf(release: Release): readonly Reference[] {
  const payments = partsOf(release.contracts).flatMap(paymentsOf);
  const awards = partsOf(release.awards);
  return [
    ...as('buyer', [partOf(release.buyer)]),
    ...as('procuringEntity', [memberOf(release.tender, 'procuringEntity')]),
    ...as('tenderer', membersOf(release.tender, 'tenderers')),
    ...awards.flatMap((award) => as('supplier', partsOf(award.suppliers), isWon(award.status) ? 1 : 0)),
    ...as(
      'payer',
      payments.map((payment) => memberOf(payment, 'payer')),
    ),
    ...as(
      'payee',
      payments.map((payment) => memberOf(payment, 'payee')),
    ),
  ];
}

function as(role: string, references: readonly (JsonObject | undefined)[], won = 0): readonly Reference[] {
  return references.filter((reference) => reference !== undefined).map((reference) => ({ role, reference, won }));
}

function isWon(status: string | undefined): boolean {
  return status !== 'cancelled' && status !== 'unsuccessful';
}

function keyOf(party: Organization | OrganizationReference): string {
  const id = textOf(party.id);
  return id === undefined ? `name ${textOf(party.name) ?? ''}` : `id ${id}`;
}

function join(lines: Map<string, PartyLine>, key: string, line: PartyLine): void {
  const known = lines.get(key);
  lines.set(key, known === undefined ? line : merged(known, line));
}

function merged(known: PartyLine, line: PartyLine): PartyLine {
  return {
    ...known,
    name: known.name ?? line.name,
    roles: [...new Set([...known.roles, ...line.roles])],
    won: known.won + line.won,
    identifiers: known.identifiers.length > 0 ? known.identifiers : line.identifiers,
  };
}

function listedLine(party: Organization): PartyLine {
  const identifiers = [partOf(party.identifier), ...partsOf(party.additionalIdentifiers)].flatMap(identifierOf);
  const fallback = identifiers.length > 0 ? identifiers : identifierOf({ id: party.id });
  return {
    name: textOf(party.name) ?? textOf(partOf(party.identifier)?.legalName),
    roles: rolesOf(party),
    identifiers: fallback,
    locality: textOf(memberOf(party, 'address')?.['locality']),
    unlisted: false,
    won: 0,
  };
}

function referredLine(role: string, reference: OrganizationReference, won = 0): PartyLine {
  return {
    name: textOf(reference.name),
    roles: [role],
    identifiers: identifierOf({ id: reference.id }),
    unlisted: true,
    won,
  };
}

function rolesOf({ roles }: Organization): readonly string[] {
  return Array.isArray(roles) ? [...new Set(roles.map(textOf).filter((role) => role !== undefined))] : [];
}

/** What a mapping makes of a name, for want of a number: it tells parties apart and means nothing to a reader. */
const OF_A_NAME = /^nombre-[0-9a-f]{16}$/;

function identifierOf(identifier: JsonObject | undefined): readonly PartyIdentifier[] {
  const id = textOf(identifier?.['id']);
  return id === undefined || OF_A_NAME.test(id) ? [] : [{ id, scheme: textOf(identifier?.['scheme']) }];
}
