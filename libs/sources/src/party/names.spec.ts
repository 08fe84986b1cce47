import { assembleName, type NameParts } from './assemble-name.js';
import { isNaturalPerson } from './is-natural-person.js';
import { normaliseOrganisationName } from './normalise-organisation-name.js';
import { readPartyName } from './read-party-name.js';

describe('assembleName', () => {
  it.each<[NameParts, string]>([
    [{ given: 'Ximena', first: 'Robledal', second: 'Quirarte' }, 'Ximena Robledal Quirarte'],
    [{ given: ' XIMENA  ABRIL ', first: 'ROBLEDAL ', second: 'N/A' }, 'XIMENA ABRIL ROBLEDAL'],
    [{ given: 'Ximena', first: 'De la O', second: '-' }, 'Ximena De la O'],
    [{ given: 'ROBLEDAL QUIRARTE XIMENA' }, 'ROBLEDAL QUIRARTE XIMENA'],
    [{ given: 'Ximena Robledal Quirarte', first: 'Robledal', second: 'QUIRARTE' }, 'Ximena Robledal Quirarte'],
  ])('of %j makes %s', (parts, value) => {
    expect(assembleName(parts)).toEqual({ value });
  });

  it.each<[NameParts, string]>([
    [{ given: 'Ximena' }, 'Ximena'],
    [{ first: 'Robledal', second: 'Quirarte' }, 'Robledal Quirarte'],
    [{ given: 'Ximena', second: 'Quirarte' }, 'Ximena Quirarte'],
  ])('warns that %j is incomplete', (parts, value) => {
    expect(assembleName(parts)).toEqual({ value, rule: 'person-name-incomplete' });
  });

  it.each<NameParts>([{}, { given: 'No aplica', first: 'No aplica', second: 'No aplica' }, { given: '0' }])(
    'takes %j for blank',
    (parts) => {
      expect(assembleName(parts)).toEqual({});
    },
  );

  it.each<NameParts>([
    { given: 'HOMBRE' },
    { given: 'Persona', first: 'Física' },
    { given: 'Dato', first: 'protegido' },
  ])('refuses %j', (parts) => {
    expect(assembleName(parts)).toEqual({ rule: 'junk-name' });
  });
});

describe('readPartyName', () => {
  it.each([
    ['  Ferretera  del Valle Azul, S.A.\nde C.V. ', 'Ferretera del Valle Azul, S.A. de C.V.'],
    ['3M Ejemplo', '3M Ejemplo'],
  ])('reads %j as it is written, on one line', (text, value) => {
    expect(readPartyName(text)).toEqual({ value });
  });

  it.each(['PERSONA FÍSICA', 'Hombre', 'Varios proveedores', '****A', '12345'])('refuses %s', (text) => {
    expect(readPartyName(text)).toEqual({ rule: 'junk-name' });
  });

  it.each(['', 'NO APLICA', 'N/A', '0'])('takes %j for blank', (text) => {
    expect(readPartyName(text)).toEqual({});
  });
});

describe('normaliseOrganisationName', () => {
  it.each([
    'Ferretera del Valle Azul, S.A. de C.V.',
    'FERRETERA DEL VALLE AZUL SA DE CV',
    'Ferretera  del Valle Azul  S. A. DE C. V.',
    'Ferretera del Valle Azul SA CV',
    'Ferretera del Valle Azul, S.A.DE C.V',
    'Ferretera del Valle Azul SADECV',
    'Ferretera del Valle Azul, Sociedad Anónima de Capital Variable',
  ])('%s is one name', (name) => {
    expect(normaliseOrganisationName(name)).toBe('ferretera del valle azul sa de cv');
  });

  it.each([
    ['Nube Roja S. de R.L. de C.V.', 'nube roja s de rl de cv'],
    ['Nube Roja S DE RL CV', 'nube roja s de rl de cv'],
    ['Nube Roja, Sociedad de Responsabilidad Limitada de Capital Variable', 'nube roja s de rl de cv'],
    ['Nube Roja S. de R.L.', 'nube roja s de rl'],
    ['Nube Roja S. de R.L. MI', 'nube roja s de rl mi'],
    ['Nube Roja S.A.P.I. de C.V.', 'nube roja sapi de cv'],
    ['Nube Roja S.A.S.', 'nube roja sas'],
    ['Nube Roja, S.C.', 'nube roja sc'],
    ['Nube Roja, Asociación Civil', 'nube roja ac'],
    ['Sociedad Civil de Riego Ñandú, A.C.', 'sociedad civil de riego nandu ac'],
    ['L & M Construcciones', 'lm construcciones'],
  ])('%s → %s', (name, folded) => {
    expect(normaliseOrganisationName(name)).toBe(folded);
  });

  it('keeps legal forms apart', () => {
    expect(normaliseOrganisationName('Nube Roja SC')).not.toBe(normaliseOrganisationName('Nube Roja SA de CV'));
  });

  it('gives what it was given', () => {
    const once = normaliseOrganisationName('Nube Roja S. de R.L. de C.V.');
    expect(normaliseOrganisationName(once)).toBe(once);
  });
});

describe('isNaturalPerson', () => {
  it.each([
    [{ rfc: 'GODE561231GR8' }, true],
    [{ rfc: 'QAZ200101A17', name: 'Ximena Robledal' }, false],
    [{ rfc: 'XAXX010101000', name: 'Nube Roja S.A. de C.V.' }, false],
    [{ name: 'Nube Roja, A.C.' }, false],
    [{ name: 'Ximena Robledal Quirarte' }, undefined],
    [{}, undefined],
  ])('of %j says %s', (party, answer) => {
    expect(isNaturalPerson(party)).toBe(answer);
  });
});
