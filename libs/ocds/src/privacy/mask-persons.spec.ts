import { maskPersons } from './mask-persons.js';

const pseudonym = (identifier: string) => `PF-${identifier.length}`;

describe('a release without personal data', () => {
  const person = {
    id: 'XXXX000230AB1',
    name: 'Persona Inventada',
    identifier: { scheme: 'MX-RFC', id: 'XXXX000230AB1' },
    address: { streetAddress: 'Calle Falsa 1', locality: 'Guadalajara', postalCode: '44100' },
    contactPoint: { email: 'persona@ejemplo.example', telephone: '33' },
    roles: ['supplier'],
  };
  const company = {
    id: 'P1',
    name: 'Empresa Inventada, S.A. de C.V.',
    identifier: { scheme: 'MX-RFC', id: 'EIN000230AB1' },
    contactPoint: { email: 'ventas@empresa.example' },
  };

  it('keeps the name of a person and drops how to find them', () => {
    expect(maskPersons({ parties: [person] }, pseudonym)).toEqual({
      parties: [
        {
          id: 'PF-13',
          name: 'Persona Inventada',
          identifier: { scheme: 'MX-RFC', id: 'PF-13' },
          address: { locality: 'Guadalajara' },
          roles: ['supplier'],
        },
      ],
    });
  });

  it('keeps references to the person meeting the party', () => {
    const release = {
      parties: [person],
      awards: [{ id: '1', suppliers: [{ id: 'XXXX000230AB1', name: 'Persona Inventada' }] }],
    };
    expect(maskPersons(release, pseudonym)).toMatchObject({ awards: [{ suppliers: [{ id: 'PF-13' }] }] });
  });

  it('finds an RFC or a CURP inside a text', () => {
    const release = { tender: { description: 'A favor de XXXX000230AB1 (CURP XXXX000230HJCXXX09).' } };
    expect(maskPersons(release, pseudonym)).toEqual({ tender: { description: 'A favor de PF-13 (CURP PF-18).' } });
  });

  it('hands back the very same release where there is nobody to protect', () => {
    const release = { ocid: 'ocds-xs1qbl-XXXX000230AB1', parties: [company], date: '2026-01-01' };
    expect(maskPersons(release, pseudonym)).toBe(release);
  });
});
