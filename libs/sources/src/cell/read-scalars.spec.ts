import { foldText } from './fold-text.js';
import { isBlankLike } from './is-blank-like.js';
import { readCode } from './read-code.js';
import { readCodeOf } from './read-code-of.js';
import { readCurrency } from './read-currency.js';
import { readDecimal } from './read-decimal.js';
import { readEmail } from './read-email.js';
import { readFlag } from './read-flag.js';
import { readInteger } from './read-integer.js';
import { readList } from './read-list.js';

describe('foldText', () => {
  it.each([
    ['Número que identifique al contrato ', 'numero que identifique al contrato'],
    ['ESTE CRITERIO APLICA… Tipo de procedimiento (catálogo):', 'este criterio aplica tipo de procedimiento catalogo'],
    ['Núm. de control_del  contrato', 'num de control del contrato'],
    ['AÑO', 'ano'],
    ['…', ''],
    ['«Ñandú» – ŻÓŁW № 7', 'nandu zołw 7'],
    [' -a--b- ', 'a b'],
    ['A\u0301REA', 'area'],
  ])('folds %j into %j', (text, folded) => {
    expect(foldText(text)).toBe(folded);
  });
});

describe('isBlankLike', () => {
  it('takes 0 for nothing only where told', () => {
    expect([isBlankLike('0'), isBlankLike('0', { zero: true }), isBlankLike('00', { zero: true })]).toEqual([
      false,
      true,
      true,
    ]);
  });

  it('takes a long run of blanks for nothing, and no long text', () => {
    expect([isBlankLike(' '.repeat(500)), isBlankLike('n/a '.repeat(500))]).toEqual([true, false]);
  });
});

describe('readCode', () => {
  it.each([
    ["'004E2D001", '004E2D001'],
    ['="00123"', '00123'],
    [' ’22104 ', '22104'],
    ['LPL 38/2014', 'LPL 38/2014'],
    ['LPL\n38/2014', 'LPL 38/2014'],
  ])('reads %j as %j', (text, value) => {
    expect(readCode(text)).toEqual({ value });
  });

  it('turns to capitals where told', () => {
    expect(readCode('lpl-1', { upperCase: true })).toEqual({ value: 'LPL-1' });
  });

  it.each(['', "'", 'N/A', '-'])('takes %j for blank', (text) => {
    expect(readCode(text)).toEqual({});
  });
});

describe('readCodeOf', () => {
  const methods = new Map([
    ['Licitación pública', 'open'],
    ['invitacion a cuando menos tres personas', 'selective'],
    ['No aplica', 'none'],
  ]);

  it.each([
    ['LICITACION PUBLICA', 'open'],
    ['  licitación   pública. ', 'open'],
    ['LicitaciónPública', 'open'],
    ['Invitación a cuando menos tres personas', 'selective'],
    ['NO APLICA', 'none'],
  ])('finds the code of %j', (text, value) => {
    expect(readCodeOf(text, methods)).toEqual({ value });
  });

  it('does not find what is not in the list', () => {
    expect(readCodeOf('Subasta', methods)).toEqual({ rule: 'code-unknown' });
  });

  it('takes placeholders for blank that the list does not have', () => {
    expect(readCodeOf('N/A', methods)).toEqual({});
  });
});

describe('readCurrency', () => {
  it.each([
    ['MXN', 'MXN'],
    ['mxn', 'MXN'],
    ['Peso mexicano', 'MXN'],
    ['PESOS', 'MXN'],
    ['M.N.', 'MXN'],
    ['$ M.N.', 'MXN'],
    ['Moneda Nacional', 'MXN'],
    ['MXN - Peso Mexicano', 'MXN'],
    ['Pesos (MXN)', 'MXN'],
    ['Dólar', 'USD'],
    ['Dólares americanos', 'USD'],
    ['USD', 'USD'],
    ['Euros', 'EUR'],
    ['€', 'EUR'],
  ])('reads %s as %s', (text, value) => {
    expect(readCurrency(text)).toEqual({ value });
  });

  it('does not know what is no currency', () => {
    expect(readCurrency('Transferencia')).toEqual({ rule: 'currency-unknown' });
  });

  it.each(['', 'N/A', '$'])('takes %j for blank', (text) => {
    expect(readCurrency(text)).toEqual({});
  });
});

describe('readInteger and readDecimal', () => {
  it.each([
    ['3', 3],
    ['3.0', 3],
    ['1,200', 1200],
    ["'7", 7],
    ['0', 0],
  ])('read %s', (text, value) => {
    expect(readInteger(text)).toEqual({ value });
    expect(readDecimal(text)).toEqual({ value: String(value) });
  });

  it.each([
    ['3.50', '3.5'],
    ['16%', '16'],
    ['16.0 %', '16'],
    ['-2.5', '-2.5'],
  ])('readDecimal reads %s as %s', (text, value) => {
    expect(readDecimal(text)).toEqual({ value });
  });

  it.each(['3.5', 'tres', '3 y 4'])('readInteger refuses %s', (text) => {
    expect(readInteger(text)).toEqual({ rule: 'number-unreadable' });
  });

  it('take placeholders for blank', () => {
    expect([readInteger('N/A'), readDecimal('-')]).toEqual([{}, {}]);
  });
});

describe('readFlag', () => {
  it.each(['Si', 'Sí', 'SÍ.', '1', 'VERDADERO', 'true'])('takes %s for yes', (text) => {
    expect(readFlag(text)).toEqual({ value: true });
  });

  it.each(['No', 'NO', '0', 'FALSO'])('takes %s for no', (text) => {
    expect(readFlag(text)).toEqual({ value: false });
  });

  it.each([
    ['', {}],
    ['N/A', {}],
    ['Tal vez', { rule: 'code-unknown' }],
  ])('reads %j as neither', (text, read) => {
    expect(readFlag(text)).toEqual(read);
  });
});

describe('readEmail', () => {
  it.each([
    ['Compras@Ejemplo.GOB.MX', 'compras@ejemplo.gob.mx'],
    ['mailto:a.b@c.mx', 'a.b@c.mx'],
    ['Compras <a@c.mx>, b@c.mx', 'a@c.mx'],
  ])('reads %s as %s', (text, value) => {
    expect(readEmail(text)).toEqual({ value });
  });

  it.each(['compras@', '@c.mx', 'a@b', 'sin correo'])('refuses %s', (text) => {
    expect(readEmail(text)).toEqual({ rule: 'email-unreadable' });
  });
});

describe('readList', () => {
  it('parts at semicolons, bars and lines, leaves out blanks and repeats', () => {
    expect(readList('Área A; Área B |N/A\nÁrea A;')).toEqual({ value: ['Área A', 'Área B'] });
  });

  it('parts where told', () => {
    expect(readList('2111, 2161', /,/)).toEqual({ value: ['2111', '2161'] });
  });

  it('is blank without texts', () => {
    expect(readList(' ; N/A')).toEqual({});
  });
});
