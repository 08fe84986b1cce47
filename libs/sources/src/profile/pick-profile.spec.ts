import type { SourceRow } from '../source-row.js';
import { parseProfile } from './parse-profile.js';
import { pickProfile } from './pick-profile.js';
import type { TableProfile } from './profile.js';

const profileOf = (name: string, columns: string, required: string) =>
  parseProfile(
    `{profile: ${name}, version: 1, kind: table, title: T, source: S, columns: ${columns}, required: ${required},
      process: {number: {clean: number}}, release: {tender: {id: {clean: number}}}}`,
    name,
  ) as TableProfile;

const SHORT = profileOf('corto', '{number: Expediente, amount: Monto}', '[number, amount]');
const LONG = profileOf(
  'largo',
  '{number: Expediente, amount: [Monto total, Monto], net: Monto sin impuestos, rfc: RFC}',
  '[number, rfc]',
);

const heads = (...rows: string[][]) =>
  new Map([['Hoja', rows.map((cells, index): SourceRow => ({ sheet: 'Hoja', row: index + 1, cells }))]]);

describe('pickProfile', () => {
  it('finds the header below rows of notes', () => {
    const picked = pickProfile([SHORT], heads(['Contratos 2025', ''], ['', ''], ['Expediente', 'Monto']));
    expect(picked).toMatchObject({ profile: { id: 'corto' }, match: { row: 3 } });
  });

  it('takes the profile that explains most of the header', () => {
    const picked = pickProfile([SHORT, LONG], heads(['Expediente', 'Monto', 'Monto sin impuestos', 'RFC']));
    expect(picked.profile?.id).toBe('largo');
  });

  it('compares without accents, case, punctuation and line breaks, and takes a header that goes on', () => {
    const picked = pickProfile(
      [LONG],
      heads(['EXPEDIENTE:', 'monto  TOTAL\n(con IVA)', 'Monto sin impuestos (en MXN)', 'Rfc del proveedor']),
    );
    expect(picked.profile && [...picked.match.places]).toEqual([
      ['number', 0],
      ['amount', 1],
      ['net', 2],
      ['rfc', 3],
    ]);
  });

  it('gives each column of the sheet to one column of the profile, the whole header first', () => {
    const picked = pickProfile([LONG], heads(['Expediente', 'Monto sin impuestos', 'Monto', 'RFC']));
    expect(picked.profile && picked.match.places.get('amount')).toBe(2);
  });

  it('names the closest profile and the headers that are missing where none fits', () => {
    const picked = pickProfile([SHORT, LONG], heads(['Expediente', 'Importe']));
    expect(picked).toMatchObject({ profile: undefined, closest: { id: 'corto' }, match: { missing: ['Monto'] } });
  });

  it('says that nothing is like the file', () => {
    expect(pickProfile([SHORT, LONG], heads(['Nombre', 'Teléfono']))).toEqual({
      profile: undefined,
      closest: undefined,
    });
  });
});
