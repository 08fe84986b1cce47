import type { Release } from '../release.js';
import { participationsOf } from './participations.js';

const buyer = { id: 'DEP-1', name: 'Secretaría de Ejemplo' };
const mesas = { id: 'P1', name: 'Mesas, S.A.' };
const sillas = { id: 'P2', name: 'Sillas, S.A.' };
const pesos = (amount: number) => ({ amount, currency: 'MXN' });

function suppliersOf(release: object) {
  return participationsOf(release as Release).filter(({ side }) => side === 'supplier');
}

describe('who takes part in a process', () => {
  it('is the buyer, and each supplier once however often it is named', () => {
    const release = {
      buyer,
      tender: { tenderers: [mesas, sillas] },
      awards: [
        { id: '1', suppliers: [mesas], value: pesos(100.5) },
        { id: '2', suppliers: [mesas], value: pesos(20.25) },
      ],
      contracts: [
        { id: 'c1', awardID: '1', value: pesos(101) },
        { id: 'c2', awardID: '2', value: pesos(5), status: 'cancelled' },
      ],
    };
    expect(participationsOf(release as unknown as Release)).toEqual([
      {
        ...buyer,
        side: 'buyer',
        identifiers: [],
        offered: false,
        won: 0,
        lost: 0,
        shared: 0,
        awarded: [{ amount: '120.75', currency: 'MXN' }],
        contracted: [{ amount: '101', currency: 'MXN' }],
      },
      {
        ...mesas,
        side: 'supplier',
        identifiers: [],
        offered: true,
        won: 2,
        lost: 0,
        shared: 0,
        awarded: [{ amount: '120.75', currency: 'MXN' }],
        contracted: [{ amount: '101', currency: 'MXN' }],
      },
      {
        ...sillas,
        side: 'supplier',
        identifiers: [],
        offered: true,
        won: 0,
        lost: 0,
        shared: 0,
        awarded: [],
        contracted: [],
      },
    ]);
  });

  it('does not give the money of a shared award to anyone', () => {
    const [first, second] = suppliersOf({ awards: [{ id: '1', suppliers: [mesas, sillas], value: pesos(100) }] });
    expect(first).toMatchObject({ won: 1, shared: 1, awarded: [] });
    expect(second).toMatchObject({ won: 1, shared: 1, awarded: [] });
  });

  it('tells awards that were cancelled from those in force', () => {
    const awards = [{ id: '1', status: 'cancelled', suppliers: [mesas], value: pesos(100) }];
    expect(suppliersOf({ awards })).toMatchObject([{ won: 0, lost: 1, awarded: [] }]);
  });

  it('knows a party by all its identifiers, the RFC first', () => {
    const party = {
      ...mesas,
      identifier: { scheme: 'PROV-GOB-JAL', id: 'P1' },
      additionalIdentifiers: [{ scheme: 'MX-RFC', id: 'MES010101AB1' }, { scheme: 'MX-RFC' }],
    };
    expect(suppliersOf({ parties: [party], awards: [{ id: '1', suppliers: [{ id: 'P1' }] }] })).toMatchObject([
      { id: 'P1', name: 'Mesas, S.A.', identifiers: ['MX-RFC-MES010101AB1', 'PROV-GOB-JAL-P1'] },
    ]);
  });

  it('takes the procuring entity for the buyer where none is named, and nobody for nobody', () => {
    expect(
      participationsOf({ tender: { procuringEntity: buyer, tenderers: [{}] } } as unknown as Release),
    ).toMatchObject([{ ...buyer, side: 'buyer' }]);
  });
});
