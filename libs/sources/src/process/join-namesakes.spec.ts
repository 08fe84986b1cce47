import { joinNamesakes } from './join-namesakes.js';

const rfc = (id: string, name: string, roles: string[]) => ({
  id: `MX-RFC-${id}`,
  name,
  identifier: { scheme: 'MX-RFC', id },
  roles,
});

describe('joinNamesakes', () => {
  it('takes a bidder without RFC for the winner of the same name', () => {
    const { members, renamed } = joinNamesakes({
      tender: {
        tenderers: [
          { id: 'nombre-1', name: 'Papelería Inventada S.A. de C.V.' },
          { id: 'nombre-2', name: 'Otra' },
        ],
      },
      awards: [{ id: '1', suppliers: [{ id: 'MX-RFC-PIN010203AB1', name: 'PAPELERIA INVENTADA, SA DE CV' }] }],
      parties: [
        { id: 'nombre-1', name: 'Papelería Inventada S.A. de C.V.', roles: ['tenderer'] },
        { id: 'nombre-2', name: 'Otra', roles: ['tenderer'] },
        rfc('PIN010203AB1', 'PAPELERIA INVENTADA, SA DE CV', ['supplier']),
      ],
    });
    expect(members.tender).toEqual({
      tenderers: [
        { id: 'MX-RFC-PIN010203AB1', name: 'Papelería Inventada S.A. de C.V.' },
        { id: 'nombre-2', name: 'Otra' },
      ],
    });
    expect(members.parties).toEqual([
      { ...rfc('PIN010203AB1', 'PAPELERIA INVENTADA, SA DE CV', ['tenderer', 'supplier']) },
      { id: 'nombre-2', name: 'Otra', roles: ['tenderer'] },
    ]);
    expect([...renamed]).toEqual([['nombre-1', 'MX-RFC-PIN010203AB1']]);
  });

  it('joins nothing where two of that name have numbers, or none has', () => {
    const twoNumbers = {
      parties: [
        { id: 'nombre-1', name: 'Ana Robles', roles: ['tenderer'] },
        rfc('ROPA800101AB1', 'Ana Robles', ['supplier']),
        rfc('ROPA900202AB2', 'ANA ROBLES', ['supplier']),
      ],
    };
    expect(joinNamesakes(twoNumbers).members).toBe(twoNumbers);
    const none = { parties: [{ id: 'nombre-1', name: 'Ana Robles', roles: ['tenderer'] }] };
    expect(joinNamesakes(none).members).toBe(none);
  });

  it('refers once to a party that a list named in both ways', () => {
    const { members } = joinNamesakes({
      tender: {
        tenderers: [
          { id: 'nombre-1', name: 'A' },
          { id: 'MX-RFC-AAA010203AB1', name: 'A' },
        ],
      },
      parties: [{ id: 'nombre-1', name: 'A', roles: ['tenderer'] }, rfc('AAA010203AB1', 'A', ['tenderer'])],
    });
    expect(members.tender).toEqual({ tenderers: [{ id: 'MX-RFC-AAA010203AB1', name: 'A' }] });
  });
});
