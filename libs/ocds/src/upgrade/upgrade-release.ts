import { isJsonObject, type Json, type JsonObject } from '../json.js';
import { sameJson } from '../merge/same-json.js';
import { changeEach, changeMember, withoutMember, withParties } from './change.js';
import { createPartyRegister, type PartyRegister } from './party-register.js';

/**
 * A release of OCDS 1.0 in the terms of 1.1; also a compiled release, and a 1.1 release that still uses what 1.1
 * deprecated. What follows 1.1 already stays as it is, so that upgrading twice is upgrading once. The release given is
 * not changed, and no data is lost:
 *
 * - the organisations of `buyer`, `tender/procuringEntity`, `tender/tenderers` and `awards/suppliers` go to `parties`
 *   with their role and leave a reference (`id`, `name`). A reference to a party that is there already, but differs
 *   from it, keeps what differs.
 * - `amendment` of the tender, awards and contracts joins `amendments`.
 * - a transaction's `amount` becomes `value`, and `providerOrganization` and `receiverOrganization`, which were
 *   identifiers, become `payer` and `payee`, references to parties too. A new field that is there already wins, and
 *   the old one stays where it says something else.
 *
 * `amendments/changes`, `budget/source` and `milestones/documents`, deprecated without an equivalent, stay.
 * https://standard.open-contracting.org/1.1/en/history/changelog/ (1.1.0)
 */
export function upgradeRelease(release: JsonObject): JsonObject {
  const parties = createPartyRegister(release.parties);
  let upgraded = changeMember(release, 'buyer', (buyer) => parties.refer(buyer, 'buyer'));
  upgraded = changeMember(upgraded, 'tender', (tender) => upgradeTender(tender, parties));
  upgraded = changeMember(
    upgraded,
    'awards',
    changeEach((award) => upgradeAward(award, parties)),
  );
  upgraded = changeMember(
    upgraded,
    'contracts',
    changeEach((contract) => upgradeContract(contract, parties)),
  );
  return withParties(upgraded, parties.all());
}

function upgradeTender(tender: Json, parties: PartyRegister): Json {
  if (!isJsonObject(tender)) return tender;
  const referred = changeMember(tender, 'procuringEntity', (entity) => parties.refer(entity, 'procuringEntity'));
  const all = changeMember(
    referred,
    'tenderers',
    changeEach((tenderer) => parties.refer(tenderer, 'tenderer')),
  );
  return joinAmendment(all);
}

function upgradeAward(award: Json, parties: PartyRegister): Json {
  if (!isJsonObject(award)) return award;
  return joinAmendment(
    changeMember(
      award,
      'suppliers',
      changeEach((supplier) => parties.refer(supplier, 'supplier')),
    ),
  );
}

function upgradeContract(contract: Json, parties: PartyRegister): Json {
  if (!isJsonObject(contract)) return contract;
  const upgradeAll = changeEach((transaction) => upgradeTransaction(transaction, parties));
  return joinAmendment(
    changeMember(contract, 'implementation', (implementation) =>
      isJsonObject(implementation) ? changeMember(implementation, 'transactions', upgradeAll) : implementation,
    ),
  );
}

/** A list, even of one. An amendment that the list has already is not added again. */
function joinAmendment(part: JsonObject): JsonObject {
  const { amendment, amendments } = part;
  const listed = amendments === undefined || amendments === null ? [] : amendments;
  if (!isJsonObject(amendment) || !Array.isArray(listed)) return part;
  const isListed = listed.some((one: Json) => sameJson(one, amendment));
  return { ...withoutMember(part, 'amendment'), amendments: isListed ? listed : [...listed, amendment] };
}

function upgradeTransaction(transaction: Json, parties: PartyRegister): Json {
  if (!isJsonObject(transaction)) return transaction;
  const valued = rename(transaction, 'amount', 'value', (amount) => amount);
  const paid = rename(valued, 'providerOrganization', 'payer', (payer) => referIdentified(payer, 'payer', parties));
  return rename(paid, 'receiverOrganization', 'payee', (payee) => referIdentified(payee, 'payee', parties));
}

/** In 1.0 the two sides of a transaction were identifiers, with the name in `legalName`. */
function referIdentified(identifier: JsonObject, role: string, parties: PartyRegister): Json {
  const { legalName } = identifier;
  return parties.refer({ ...(typeof legalName === 'string' && { name: legalName }), identifier }, role);
}

/** Moves a member, in its place, unless the new name has a value already or the old one has none. */
function rename(object: JsonObject, from: string, to: string, change: (value: JsonObject) => Json): JsonObject {
  const [old, present] = [object[from], object[to]];
  if (!isJsonObject(old)) return object;
  if (present !== undefined && present !== null) return sameJson(present, old) ? withoutMember(object, from) : object;
  const others = Object.entries(withoutMember(object, to));
  return Object.fromEntries(others.map(([name, own]) => (name === from ? [to, change(old)] : [name, own])));
}
