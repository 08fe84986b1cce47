import type { Identifier, Organization, OrganizationReference } from '#ocds';
import type { Buyer, PublicUnit, Supplier } from './catalogue.js';
import { unless } from './unless.js';

/** Out: the public unit as a party with these roles; a later release must repeat the roles it had (lists are replaced). */
export function unitParty(unit: PublicUnit, roles: readonly string[]): Organization {
  const { id, name } = unit;
  return { ...unitReference(unit), identifier: { scheme: 'DEP-GOB-JAL', id, legalName: name }, roles };
}

/** Out: the buyer as a party, with the place it is in. */
export function buyerParty(buyer: Buyer): Organization {
  return { ...unitParty(buyer, ['buyer']), address: placeIn(buyer.locality) };
}

/** Out: the supplier as a party: register number and RFC, either or neither, as the catalogue has them. */
export function supplierParty(supplier: Supplier, roles: readonly string[]): Organization {
  const { id, name, locality } = supplier;
  const [identifier, ...additionalIdentifiers] = identifiersOf(supplier);
  return {
    id,
    name,
    ...(identifier === undefined ? {} : { identifier }),
    ...unless(additionalIdentifiers.length === 0, { additionalIdentifiers }),
    address: placeIn(locality),
    roles,
  };
}

export function unitReference({ id, name }: PublicUnit): OrganizationReference & { readonly id: string } {
  return { id: `DEP-GOB-JAL-${id}`, name };
}

export function supplierReference({ id, name }: Supplier): OrganizationReference {
  return { id, name };
}

function identifiersOf({ name, register, rfc }: Supplier): readonly Identifier[] {
  const numbers = [
    { scheme: 'PROV-GOB-JAL', id: register },
    { scheme: 'MX-RFC', id: rfc },
  ];
  return numbers.flatMap(({ scheme, id }) => (id === undefined ? [] : [{ scheme, id, legalName: name }]));
}

function placeIn(locality: string): Organization['address'] {
  return { locality, region: 'Jalisco', countryName: 'México' };
}
