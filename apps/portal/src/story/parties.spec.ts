import type { Release } from '#ocds';
import { tidyRelease, untidyRelease } from '../examples/invented-release.js';
import { buyingSide, competitors, partiesOf } from './parties.js';

describe('who takes part', () => {
  it('joins roles listed and roles given by reference', () => {
    const parties = partiesOf(tidyRelease);
    expect(parties.map(({ name, roles, won }) => [name, roles, won])).toEqual([
      ['Secretaría de Parques y Jardines', ['buyer', 'procuringEntity', 'payer'], 0],
      ['Viveros del Lago, S.A. de C.V.', ['tenderer', 'supplier', 'payee'], 1],
      ['Lirio Pérez Jacinto', ['tenderer'], 0],
    ]);
    expect(buyingSide(parties)).toHaveLength(1);
    expect(competitors(parties)).toHaveLength(2);
  });

  it('gives a winner whom only the award calls a tenderer both roles', () => {
    const release: Release = {
      ...tidyRelease,
      parties: [{ id: 'P1', name: 'Uno', roles: ['supplier'] }],
      tender: { tenderers: [{ id: 'P1', name: 'UNO' }] },
    };
    expect(partiesOf(release).find(({ name }) => name === 'Uno')?.roles).toContain('tenderer');
  });

  it('gives no identifier to one that a mapping knows by its name alone', () => {
    const parties = [{ id: 'nombre-0123456789abcdef', name: 'Uno', roles: ['tenderer'] }];
    expect(partiesOf({ ...tidyRelease, tender: {}, awards: [], contracts: [], parties })[0]?.identifiers).toEqual([]);
  });

  it('keeps a reference that points nowhere, and says so', () => {
    const unlisted = partiesOf(untidyRelease).filter((party) => party.unlisted);
    expect(unlisted.map(({ name, identifiers }) => [name, identifiers])).toEqual([
      ['Quien no está en la lista', []],
      [undefined, [{ id: 'S9' }]],
    ]);
  });

  it('does not count a cancelled award as won', () => {
    expect(partiesOf(untidyRelease).find(({ identifiers }) => identifiers[0]?.id === 'S9')?.won).toBe(0);
  });

  it('does without parties, buyer and everything else', () => {
    expect(partiesOf({ ocid: 'o', id: 'i', date: '', tag: [] })).toEqual([]);
  });

  it('takes nothing from contact points and street addresses', () => {
    const release: Release = {
      ...untidyRelease,
      parties: [
        {
          id: 'S1',
          name: 'Ana',
          contactPoint: { telephone: '3312345678' },
          address: { streetAddress: 'Calle 1', locality: 'Tala' },
        },
      ],
    };
    const told = JSON.stringify(partiesOf(release));
    expect(told).not.toMatch(/3312345678|Calle 1/);
    expect(told).toContain('Tala');
  });
});
