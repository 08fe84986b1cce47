import { closestName } from './closest-name.js';

const CURRENCIES = ['MNT', 'MXN', 'MXV', 'USD'];
const FIELDS = ['id', 'title', 'description', 'procurementMethod', 'procurementMethodDetails'];

it.each([
  ['MNX', CURRENCIES, 'MXN'],
  ['mxn', CURRENCIES, 'MXN'],
  ['ID', FIELDS, 'id'],
  ['tittle', FIELDS, 'title'],
  ['procurmentMethod', FIELDS, 'procurementMethod'],
  ['PESOS', CURRENCIES, undefined],
  ['it', FIELDS, undefined],
  ['', FIELDS, undefined],
  ['x'.repeat(100_000), FIELDS, undefined],
])('finds what %s was meant to be', (written, names, meant) => expect(closestName(written, names)).toBe(meant));
