import type { Json, JsonObject } from '#ocds';
import { identifyParty, type PartyIdentity, type RfcByNumber } from '../party/identify-party.js';
import { readRfc } from '../party/read-rfc.js';
import type { BuyerTemplate, PartyTemplate, Template } from '../profile/profile.js';
import { readPartyName } from '../party/read-party-name.js';
import { remembering } from '../cell/remembering.js';
import { compileLeaf, maybeColumn, oneColumn, readColumn } from './compile-leaf.js';
import type { Scope } from './columns.js';
import { trace, type Body, type Fill, type Filling } from './filling.js';

type Compile = (template: unknown, scope: Scope) => Fill;

/** Makes the filling of a reference to an organisation, which is added to the piece's parties with its roles. */
export function compileParty({ $party }: PartyTemplate, scope: Scope, compile: Compile): Fill {
  const { roles, only, rfc, register, identifier, person } = $party;
  const nameOf = $party.name && compileName($party.name, scope, compile);
  const personOf = person && compileLeaf({ person }, scope);
  const registerId = register && compile(register.id, scope);
  const ownId = identifier && compile(identifier.id, scope);
  const detailsOf = $party.details && compile($party.details, scope);
  const rfcColumn = maybeColumn(scope, rfc);
  const readTax = remembering(readRfc);
  const identify = rememberingIdentify(register?.scheme ?? '');
  const isRegister = scope.profile.output === 'register';
  return (filling, rows, pointer) => {
    const name =
      textOf(nameOf?.(filling, rows, `${pointer}/name`)) ?? textOf(personOf?.(filling, rows, `${pointer}/name`));
    const tax = readColumn(filling, rows, rfcColumn, readTax)?.rfc;
    if (tax !== undefined) trace(filling, rows, rfcColumn, `${pointer}/id`);
    const number = textOf(registerId?.(filling, rows, `${pointer}/id`));
    const own = textOf(ownId?.(filling, rows, `${pointer}/id`));
    if (name === undefined && tax === undefined && number === undefined && own === undefined) return undefined;
    const party =
      own === undefined
        ? identify(
            { name: name ?? '', tax, number },
            filling.context.buyer,
            isRegister ? undefined : filling.context.register,
          )
        : identified(identifier!.scheme, own, name ?? '');
    if (party === undefined) return undefined;
    const details = detailsOf?.(filling, rows, `/parties/[${party.id}]`) as JsonObject | undefined;
    const reference = addParty(filling, party, name, roles, details);
    return only === undefined ? reference : undefined;
  };
}

/** Parties of a file come again and again: who they are is found out once, for the last few thousand. */
function rememberingIdentify(scheme: string) {
  const known = new Map<string, PartyIdentity | undefined>();
  return ({ name, tax, number }: Written, buyer: Body, rfcByNumber: RfcByNumber | undefined) => {
    const buyerKey = keyOf(buyer);
    const key = `${tax ?? ''}\n${number ?? ''}\n${buyerKey}\n${name}`;
    if (known.has(key)) return known.get(key);
    if (known.size >= MOST_REMEMBERED) known.clear();
    const register = number === undefined ? undefined : { scheme, id: number };
    const rfc = tax === undefined ? undefined : { rfc: tax };
    const party = identifyParty({ name, buyerKey, rfcByNumber, ...rfc, ...(register && { register }) });
    known.set(key, party);
    return party;
  };
}

const MOST_REMEMBERED = 5000;

/** What a row says of who a party is. */
interface Written {
  readonly name: string;
  readonly tax: string | undefined;
  /** In the register. */
  readonly number: string | undefined;
}

/** The body that the upload names. */
export function compileBuyer({ $buyer: roles }: BuyerTemplate): Fill {
  return (filling) => {
    const { name, scheme, id, uri } = filling.context.buyer;
    const party =
      scheme !== undefined && id !== undefined ? identified(scheme, id, name) : identifyParty({ name, buyerKey: '' });
    if (party === undefined) return undefined;
    return addParty(filling, party, name, roles, uri === undefined ? undefined : { contactPoint: { url: uri } });
  };
}

type Identity = Omit<PartyIdentity, 'kind'>;

function identified(scheme: string, id: string, legalName: string): Identity {
  return { id: `${scheme}-${id}`, scheme, identifierId: id, legalName };
}

function compileName(template: Template, scope: Scope, compile: Compile): Fill {
  return 'text' in template && typeof template.text === 'string'
    ? oneColumn(scope.column(template.text), remembering(readPartyName))
    : compile(template, scope);
}

function addParty(
  { parties }: Filling,
  { id, scheme, identifierId, additional, legalName }: Identity,
  name: string | undefined,
  roles: readonly string[],
  details: JsonObject | undefined,
): JsonObject {
  const known = parties.get(id);
  const reference: JsonObject = name === undefined ? { id } : { id, name };
  const party: Record<string, Json | undefined> = { ...reference };
  if (scheme !== undefined) {
    party.identifier = legalName === '' ? { scheme, id: identifierId! } : { scheme, id: identifierId!, legalName };
  }
  if (additional) party.additionalIdentifiers = [{ ...additional }];
  if (details) Object.assign(party, details);
  if (known) Object.assign(party, known);
  party.roles = [...new Set([...((known?.roles as string[] | undefined) ?? []), ...roles])];
  parties.set(id, party);
  return reference;
}

function keyOf({ scheme, id, name }: Body): string {
  return scheme !== undefined && id !== undefined ? `${scheme}-${id}` : name;
}

function textOf(value: Json | undefined): string | undefined {
  return value === undefined || value === null ? undefined : String(value);
}
