import { passwordFault } from './password-fault.js';

const names = ['maria.lopez@salud.example', 'salud-jal', 'Secretaría de Salud'];

describe('a new password', () => {
  it.each([
    'correcto caballo batería',
    'tres tristes trigales',
    'ñandúes verdes 9',
    'x9!kQ2#mV7$pL',
    '🐎🐎 y otros once 🐎',
  ])('is taken: %s', (password) => {
    expect(passwordFault(password, names)).toBeUndefined();
  });

  it.each([
    ['short', 'once letras'],
    ['short', ''],
    ['long', 'ab cd ef gh '.repeat(20)],
    ['common', 'aaaaaaaaaaaa'],
    ['common', 'ababababababab'],
    ['common', '123456789012'],
    ['common', '98765432109876'],
    ['common', 'qwertyuiopasdf'],
    ['common', 'abcdefghijklm'],
    ['common', 'Contraseña2024!'],
    ['common', 'P@ssw0rd1234'],
    ['common', '2024jalisco2024'],
    ['common', 'jaliscojalisco1'],
    ['common', 'Guadalajara#2026'],
    ['personal', 'la maria.lopez 77'],
    ['personal', 'MaríaLópez y más'],
    ['personal', 'SecretaríaDeSalud26'],
    ['personal', 'esto es salud-jal'],
  ])('is refused as %s: %s', (fault, password) => {
    expect(passwordFault(password, names)).toBe(fault);
  });

  it('may hold a name that is too short to mean anything', () => {
    expect(passwordFault('caminos y otras ana', ['ana@x.example'])).toBeUndefined();
  });
});
