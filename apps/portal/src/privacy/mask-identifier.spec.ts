import { maskIdentifier } from './mask-identifier.js';

const words = { rfc: '[RFC]', curp: '[CURP]', email: '[correo]' };
const mask = (text: string) => maskIdentifier(text, words);

describe('masking the identifiers of natural persons', () => {
  it('hides an RFC of thirteen characters, however it is written', () => {
    expect(['PEGJ800101AB1', 'pegj800101ab1', 'PEGJ-800101-AB1', 'PEGJ 800101 AB1', 'ÑUÑO991231XX9'].map(mask)).toEqual(
      Array.from({ length: 5 }, () => '[RFC]'),
    );
  });

  it('hides it inside a sentence and inside an id', () => {
    expect(mask('Proveedor PEGJ800101AB1, persona física')).toBe('Proveedor [RFC], persona física');
    expect(mask('MX-RFC-PEGJ800101AB1')).toBe('MX-RFC-[RFC]');
  });

  it('keeps the RFC of a company and the generic ones', () => {
    const kept = ['COF850101AB1', 'MX-RFC-COF850101AB1', 'XAXX010101000', 'XEXX010101000'];
    expect(kept.map(mask)).toEqual(kept);
  });

  it('keeps numbers that only look alike', () => {
    const kept = [
      'LPLN202301001',
      'ocds-xs1qbl-SFIN-03-0001-00-2017',
      'IN496529-OC64003-2017',
      'P00716',
      'ABCD8001011234567',
    ];
    expect(kept.map(mask)).toEqual(kept);
  });

  it('hides a CURP whole', () => {
    expect(mask('CURP: PEGJ800101HJCRMN09.')).toBe('CURP: [CURP].');
  });

  it('hides e-mail addresses but those of government', () => {
    expect(mask('ventas@papelera.example.mx, compras@jalisco.gob.mx')).toBe('[correo], compras@jalisco.gob.mx');
  });
});
