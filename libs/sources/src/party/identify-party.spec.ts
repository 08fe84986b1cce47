import { identifyParty, type PartyClues } from './identify-party.js';

const name = 'Nube Roja, S.A. de C.V.';
const buyerKey = 'DEP-GOB-JAL-03-1685';
const register = { scheme: 'PROV-GOB-JAL', id: 'P00716' };

function idOf(clues: Partial<PartyClues>): string | undefined {
  return identifyParty({ name, buyerKey, ...clues })?.id;
}

describe('identifyParty', () => {
  it('goes by an RFC that is right', () => {
    expect(identifyParty({ rfc: 'qaz-200101-a17', register, name, buyerKey })).toEqual({
      id: 'MX-RFC-QAZ200101A17',
      scheme: 'MX-RFC',
      identifierId: 'QAZ200101A17',
      legalName: name,
      kind: 'rfc',
      additional: register,
    });
  });

  it('goes by the RFC that the register has for a number, where there is no RFC that is right', () => {
    const rfcByNumber = (scheme: string, number: string) =>
      scheme === 'PROV-GOB-JAL' && number === 'P00716' ? 'QAZ200101A17' : undefined;
    const spelt = { ...register, id: " 'p00716 " };
    expect(identifyParty({ rfc: 'XAXX010101000', register: spelt, rfcByNumber, name, buyerKey })).toMatchObject({
      id: 'MX-RFC-QAZ200101A17',
      additional: register,
    });
    expect(idOf({ register: { ...register, scheme: 'MX-RUPC' }, rfcByNumber })).toBe('MX-RUPC-P00716');
    expect(idOf({ register: { ...register, id: 'P00717' }, rfcByNumber })).toBe('PROV-GOB-JAL-P00717');
  });

  it('does not take an RFC from the register that is not right', () => {
    expect(idOf({ register, rfcByNumber: () => 'QAZ200101A18' })).toBe('PROV-GOB-JAL-P00716');
  });

  it.each(['XAXX010101000', 'QAZ200101A18', 'N/A', '', 'EXTRANJERO'])(
    'goes by the register beside the RFC «%s»',
    (rfc) => {
      expect(identifyParty({ rfc, register: { ...register, id: " 'p00716 " }, name, buyerKey })).toEqual({
        id: 'PROV-GOB-JAL-P00716',
        scheme: 'PROV-GOB-JAL',
        identifierId: 'P00716',
        legalName: name,
        kind: 'register',
      });
    },
  );

  it('else goes by the name with that buyer, without an identifier', () => {
    expect(identifyParty({ rfc: 'XAXX010101000', register: { ...register, id: 'N/A' }, name, buyerKey })).toEqual({
      id: 'nombre-14288dad0e85121e',
      legalName: name,
      kind: 'scoped-hash',
    });
  });

  it('takes spellings of a name for one party of a buyer, and never for one of two buyers', () => {
    expect(idOf({ name: 'NUBE ROJA SA DE CV' })).toBe(idOf({}));
    expect(idOf({ buyerKey: 'DEP-GOB-JAL-02-1542' })).not.toBe(idOf({}));
  });

  it('cannot be led to one id by moving text between buyer and name', () => {
    expect(idOf({ buyerKey: 'a', name: 'b c' })).not.toBe(idOf({ buyerKey: 'a b', name: 'c' }));
  });

  it('tells nobody by nothing', () => {
    expect(identifyParty({ rfc: 'N/A', name: ' - ', buyerKey })).toBeUndefined();
  });
});
