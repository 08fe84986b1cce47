import type { JsonObject } from '../json.js';
import { upgradeRelease } from './upgrade-release.js';

const ministry = {
  name: 'Secretaría de Salud',
  identifier: { scheme: 'MX-RFC', id: 'SSA000101AAA' },
  address: { locality: 'Guadalajara' },
};

/** The parties by name, each with its roles. */
function rolesIn(release: JsonObject): JsonObject {
  const parties = upgradeRelease(release).parties as readonly JsonObject[];
  return Object.fromEntries(parties.map(({ name, roles }) => [name as string, roles]));
}

describe('upgradeRelease', () => {
  it('moves an organisation to the parties and leaves a reference', () => {
    const upgraded = upgradeRelease({ ocid: 'a', buyer: ministry });
    const [party] = upgraded.parties as readonly JsonObject[];
    expect(party).toEqual({ id: expect.stringMatching(/^[0-9a-f]{16}$/) as unknown, ...ministry, roles: ['buyer'] });
    expect(upgraded).toEqual({ ocid: 'a', parties: [party], buyer: { id: party!.id, name: ministry.name } });
    expect(Object.keys(upgraded)).toEqual(['ocid', 'parties', 'buyer']);
  });

  it('enters an organisation once, with each of its roles', () => {
    const [acme, other] = [{ name: 'Acme' }, { name: 'Otra' }];
    expect(
      rolesIn({
        buyer: ministry,
        tender: { procuringEntity: ministry, tenderers: [acme, other, { name: ' ACME ' }] },
        awards: [{ suppliers: [acme] }, { suppliers: [acme] }],
      }),
    ).toEqual({
      'Secretaría de Salud': ['buyer', 'procuringEntity'],
      Acme: ['tenderer', 'supplier'],
      Otra: ['tenderer'],
    });
  });

  it('tells apart the ministries of a state, which share one RFC', () => {
    const identifier = { scheme: 'MX-RFC', id: 'SPC130227L99' };
    const tender = { procuringEntity: { name: 'Secretaría de Administración', identifier } };
    expect(rolesIn({ buyer: { name: 'Secretaría de Salud', identifier }, tender })).toEqual({
      'Secretaría de Salud': ['buyer'],
      'Secretaría de Administración': ['procuringEntity'],
    });
  });

  it('gives the same organisation the same id in every release, also when its address changed', () => {
    const moved = { ...ministry, address: { locality: 'Zapopan' } };
    const [one, other] = [ministry, moved].map((buyer) => upgradeRelease({ buyer }).buyer);
    expect(one).toEqual(other);
  });

  it('keeps with the reference what differs from the party', () => {
    const moved = { ...ministry, address: { locality: 'Zapopan' } };
    const { parties, tender } = upgradeRelease({ buyer: ministry, tender: { procuringEntity: moved } });
    expect(parties).toMatchObject([{ address: { locality: 'Guadalajara' } }]);
    expect((tender as JsonObject).procuringEntity).toMatchObject({ address: { locality: 'Zapopan' } });
    expect((tender as JsonObject).procuringEntity).not.toHaveProperty('identifier');
  });

  it('turns the sides of a transaction into parties, joined to those of the same identifier and name', () => {
    const supplier = { name: 'Acme', identifier: { id: 'ACM010101AAA' } };
    const transaction = {
      id: 't1',
      amount: { amount: 10, currency: 'MXN' },
      providerOrganization: { id: '0901', legalName: 'Finanzas' },
      receiverOrganization: { id: 'ACM010101AAA', legalName: 'Acme', uri: null },
    };
    const release = {
      awards: [{ suppliers: [supplier] }],
      contracts: [{ implementation: { transactions: [transaction] } }],
    };
    expect(rolesIn(release)).toEqual({ Acme: ['supplier', 'payee'], Finanzas: ['payer'] });
    const [{ implementation }] = upgradeRelease(release).contracts as [JsonObject];
    const [paid] = (implementation as JsonObject).transactions as [JsonObject];
    expect(Object.keys(paid)).toEqual(['id', 'value', 'payer', 'payee']);
    expect(paid).toMatchObject({
      value: { amount: 10, currency: 'MXN' },
      payer: { name: 'Finanzas' },
      payee: { name: 'Acme' },
    });
  });

  it('does not overwrite a field of 1.1 with its forerunner', () => {
    const transaction = {
      value: { amount: 1 },
      amount: { amount: 2 },
      payer: { id: 'x' },
      providerOrganization: { id: 'y' },
    };
    const release = { contracts: [{ implementation: { transactions: [transaction] } }] };
    expect(upgradeRelease(release)).toEqual(release);
  });

  it('joins the amendment to the amendments, with its changes', () => {
    const amendment = { rationale: 'Error', changes: [{ property: 'title', former_value: 'x' }] };
    const earlier = { rationale: 'Otro' };
    expect(
      upgradeRelease({
        tender: { amendment },
        awards: [{ amendments: [earlier], amendment }],
        contracts: [{ amendments: [amendment], amendment }],
      }),
    ).toEqual({
      tender: { amendments: [amendment] },
      awards: [{ amendments: [earlier, amendment] }],
      contracts: [{ amendments: [amendment] }],
    });
  });

  it('leaves a release of 1.1 as it is, the very same object', () => {
    const release = {
      ocid: 'a',
      parties: [{ id: '1', name: 'Acme', roles: ['supplier'] }],
      buyer: { id: '7', name: 'No está' },
      awards: [{ suppliers: [{ id: '1', name: 'Acme' }] }],
    };
    expect(upgradeRelease(release)).toBe(release);
  });

  it('finds the party there is for an organisation that 1.1 data repeats', () => {
    const party = { id: 'MX-RFC-SSA', ...ministry, roles: ['buyer'] };
    const upgraded = upgradeRelease({
      parties: [party],
      buyer: { id: 'MX-RFC-SSA', ...ministry },
      tender: { procuringEntity: ministry },
    });
    expect(upgraded).toEqual({
      parties: [{ ...party, roles: ['buyer', 'procuringEntity'] }],
      buyer: { id: 'MX-RFC-SSA', name: ministry.name },
      tender: { procuringEntity: { id: 'MX-RFC-SSA', name: ministry.name } },
    });
  });

  it.each<JsonObject>([
    { buyer: 'Acme', tender: [], awards: {}, contracts: 'x' },
    {
      buyer: {},
      tender: { tenderers: [null, 'x', {}], amendment: 'x' },
      awards: [null],
      contracts: [{ implementation: [] }],
    },
    { parties: 'x', buyer: ministry },
  ])('leaves what it does not understand: %j', (release) => {
    expect(upgradeRelease(release)).toEqual(release);
  });

  it('changes nothing it was given, and upgrading twice is upgrading once', () => {
    const release = {
      buyer: ministry,
      tender: { procuringEntity: { ...ministry, address: { region: 'Jalisco' } }, amendment: { rationale: 'x' } },
      contracts: [
        {
          implementation: {
            transactions: [{ amount: { amount: 1 }, providerOrganization: { legalName: 'Finanzas' } }],
          },
        },
      ],
    };
    const before = structuredClone(release);
    const once = upgradeRelease(release);
    expect(release).toEqual(before);
    expect(upgradeRelease(once)).toEqual(once);
  });
});
