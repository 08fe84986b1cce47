import { suggestDateTime, suggestUri } from './suggest-format.js';

it.each([
  ['2026-03-01', '2026-03-01T00:00:00-06:00'],
  ['2026-03-01T09:30', '2026-03-01T09:30:00-06:00'],
  ['2026-03-01 09:30:15Z', '2026-03-01T09:30:15Z'],
  [' 2026-03-01T09:30:15+0000', '2026-03-01T09:30:15+00:00'],
  ['31/3/2026', '2026-03-31T00:00:00-06:00'],
])('reads %j as %s', (written, meant) => expect(suggestDateTime(written)).toBe(meant));

it.each(['2026-02-30', 'marzo de 2026', '3/31/2026', ''])('suggests no date for %j', (written) => {
  expect(suggestDateTime(written)).toBeUndefined();
});

it.each([
  ['www.jalisco.gob.mx', 'https://www.jalisco.gob.mx'],
  ['compras.jalisco.gob.mx/bases 2026.pdf', 'https://compras.jalisco.gob.mx/bases%202026.pdf'],
  ['https://a.mx/adjudicación.pdf', 'https://a.mx/adjudicaci%C3%B3n.pdf'],
  ['https://a.mx/ya%20escapado á', 'https://a.mx/ya%20escapado%20%C3%A1'],
])('reads %j as %s', (written, meant) => expect(suggestUri(written)).toBe(meant));

it.each(['Presupuesto de Egresos', 'No aplica', '', '\ud83d'])('suggests no address for %j', (written) => {
  expect(suggestUri(written)).toBeUndefined();
});
