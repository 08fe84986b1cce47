import { plainHttpWarning } from './plain-http.js';

it.each([
  ['http://compras.ejemplo.gob.mx', true],
  ['http://10.0.0.7:3000', true],
  ['http://127.0.0.1.ejemplo.mx', true],
  ['https://compras.ejemplo.gob.mx', false],
  ['http://localhost:3000', false],
  ['http://c7.localhost', false],
  ['http://127.0.0.1:8080', false],
  ['http://[::1]:3000', false],
])('of %s an operator is warned: %s', (url, warned) => {
  expect(plainHttpWarning(url) !== undefined).toBe(warned);
});
