import type { JsonObject } from '#ocds';
import { matchHeader } from '../profile/match-header.js';
import { parseProfile } from '../profile/parse-profile.js';
import type { TableProfile } from '../profile/profile.js';
import { createRowMapper } from './create-row-mapper.js';
import type { MappingContext } from './filling.js';

const profileOf = (output: TableProfile['output']) =>
  parseProfile(
    `
profile: prueba
version: 1
kind: table
output: ${output}
title: Prueba
source: Prueba
columns: { number: Expediente, supplier: Proveedor, rfc: RFC, register: Padrón }
process: { number: { clean: number } }
release:
  awards:
    - id: { clean: number }
      suppliers:
        - $party:
            roles: [supplier]
            name: { text: supplier }
            rfc: rfc
            register: { scheme: PROV-GOB-JAL, id: { clean: register } }
`,
    'prueba',
  ) as TableProfile;

const register: MappingContext['register'] = (scheme, number) =>
  scheme === 'PROV-GOB-JAL' && number === 'P00716' ? 'QAZ200101A17' : undefined;

function supplierOf(
  cells: { readonly rfc: string; readonly number: string },
  { output = 'releases' as TableProfile['output'], known = true } = {},
): { readonly party: JsonObject; readonly reference: JsonObject } {
  const profile = profileOf(output);
  const header = { sheet: '', row: 1, cells: ['Expediente', 'Proveedor', 'RFC', 'Padrón'] };
  const mapRow = createRowMapper({
    profile,
    match: matchHeader([header], profile.columns)!,
    children: new Map(),
    context: { buyer: { name: 'Secretaría de Prueba' }, latestYear: 2027, ...(known && { register }) },
  });
  const row = { sheet: '', row: 2, cells: ['LPL 7', 'Nube Roja, S.A. de C.V.', cells.rfc, cells.number] };
  const mapped = mapRow(row);
  if (mapped?.outcome !== 'piece') throw new Error(`not a piece: ${mapped?.outcome}`);
  const { awards, parties } = mapped.piece.members as unknown as {
    awards: { suppliers: JsonObject[] }[];
    parties: JsonObject[];
  };
  return { party: parties[0]!, reference: awards[0]!.suppliers[0]! };
}

const inRegister = [{ scheme: 'PROV-GOB-JAL', id: 'P00716' }];
const taxpayer = { scheme: 'MX-RFC', id: 'QAZ200101A17', legalName: 'Nube Roja, S.A. de C.V.' };
const OTHER_RFC = 'QAZ200101A5A';

describe('a supplier of a register', () => {
  it.each(['', 'XAXX010101000', 'QAZ200101A18'])(
    'that the row names by its number and the RFC «%s» gets its RFC from the register, and keeps the number',
    (rfc) => {
      const { party, reference } = supplierOf({ rfc, number: 'P00716' });
      expect(party).toMatchObject({
        id: 'MX-RFC-QAZ200101A17',
        identifier: taxpayer,
        additionalIdentifiers: inRegister,
      });
      expect(reference).toEqual({ id: 'MX-RFC-QAZ200101A17', name: 'Nube Roja, S.A. de C.V.' });
    },
  );

  it('keeps its number beside the RFC of its row, which the register does not overrule', () => {
    expect(supplierOf({ rfc: OTHER_RFC, number: 'P00716' }).party).toMatchObject({
      id: `MX-RFC-${OTHER_RFC}`,
      additionalIdentifiers: inRegister,
    });
  });

  it('is known by its number where the register does not know it, or is not there', () => {
    const unknown = supplierOf({ rfc: '', number: 'P00999' }).party;
    expect(unknown).toMatchObject({
      id: 'PROV-GOB-JAL-P00999',
      identifier: { scheme: 'PROV-GOB-JAL', id: 'P00999' },
    });
    expect(unknown.additionalIdentifiers).toBeUndefined();
    expect(supplierOf({ rfc: '', number: 'P00716' }, { known: false }).party.id).toBe('PROV-GOB-JAL-P00716');
  });

  it('is what the register itself says, not what it said before', () => {
    expect(supplierOf({ rfc: '', number: 'P00716' }, { output: 'register' }).party.id).toBe('PROV-GOB-JAL-P00716');
  });
});
