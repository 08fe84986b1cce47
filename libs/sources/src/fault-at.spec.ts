import { faultAt } from './fault-at.js';
import { CELL_RULES, type CellRule } from './cell-rules.js';

const place = { sheet: 'Informacion', row: 9, column: 3, header: 'Monto total', value: '1,5 MDP' };

describe('faultAt', () => {
  it('says where, what and what to do, in both languages', () => {
    expect(faultAt(place, 'amount-unreadable')).toEqual({
      ...place,
      rule: 'amount-unreadable',
      severity: 'warning',
      message: { es: '«1,5 MDP» no es un monto.', en: '“1,5 MDP” is not an amount.' },
      remedy: {
        es: 'Escribir solo el número, con punto decimal y sin palabras: 1234567.89.',
        en: 'Write the number only, with a decimal point and no words: 1234567.89.',
      },
    });
  });

  it('fills in what the reading gives', () => {
    const { message } = faultAt(place, 'net-above-gross', { net: '120', gross: '100' });
    expect(message.es).toBe('El monto sin impuestos (120) es mayor que el monto con impuestos (100).');
  });

  it('cuts a long value in the message and keeps it in the fault', () => {
    const value = 'x'.repeat(200_000);
    const fault = faultAt({ ...place, value }, 'amount-unreadable');
    expect(fault.value).toBe(value);
    expect(fault.message.es).toHaveLength(80 + ' no es un monto.'.length + 2);
  });

  it('does not fill in braces of the value', () => {
    expect(faultAt({ ...place, value: '{header}' }, 'amount-unreadable').message.en).toBe(
      '“{header}” is not an amount.',
    );
  });
});

describe('CELL_RULES', () => {
  it.each(Object.keys(CELL_RULES) as CellRule[])(
    '%s is worded in both languages, with the same words to fill in',
    (rule) => {
      const { message, remedy } = CELL_RULES[rule];
      const filled = (text: string) => [...text.matchAll(/\{\w+\}/g)].map(String).sort();
      expect(filled(message.es)).toEqual(filled(message.en));
      expect([message.es, message.en, remedy.es, remedy.en].filter((text) => !text.endsWith('.'))).toEqual([]);
    },
  );
});
