import { joinProcess } from './join-process.js';

const supplier = { id: 'MX-RFC-PIN010203AB1', name: 'PAPELERIA INVENTADA SA DE CV' };
const bidder = { id: 'nombre-0123456789abcdef', name: 'Papelería Inventada, S.A. de C.V.' };

it('takes the bidder without number for the winner of the same name, and tells its cells under the new id', () => {
  const members = {
    tender: { tenderers: [bidder] },
    awards: [{ id: '1', suppliers: [supplier] }],
    parties: [
      { ...bidder, roles: ['tenderer'] },
      { ...supplier, identifier: { scheme: 'MX-RFC', id: 'PIN010203AB1' }, roles: ['supplier'] },
    ],
  };
  const origin = { sheet: 'Tabla_1', row: 4, column: 5, header: 'Razón social', value: bidder.name };
  const pointer = `/tender/tenderers/[${bidder.id}]/name`;
  const piece = { number: '1', members, origins: [{ ...origin, pointer }] };
  const process = joinProcess('ocds-xs1qbl-1', [JSON.stringify({ sheet: 'Hoja', row: 8, piece, faulty: false })]);
  expect(process.members.parties).toMatchObject([{ id: supplier.id, roles: ['tenderer', 'supplier'] }]);
  expect(process.members.tender).toEqual({ tenderers: [{ id: supplier.id, name: bidder.name }] });
  expect(process.origins).toEqual([{ ...origin, pointer: `/tender/tenderers/[${supplier.id}]/name` }]);
});
