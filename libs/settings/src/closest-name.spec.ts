import { closestName } from './closest-name.js';

const KNOWN = ['DATABASE_URL', 'REDIS_URL', 'HOST', 'LOG_LEVEL'];

it.each([
  ['DATABASE_ULR', 'DATABASE_URL'],
  ['database_url', 'DATABASE_URL'],
  ['DATABSE_URL', 'DATABASE_URL'],
  ['LOGLEVEL', 'LOG_LEVEL'],
  ['HOTS', 'HOST'],
  ['COLOUR_OF_THE_SKY', undefined],
])('takes %s for %s', (typed, meant) => {
  expect(closestName(typed, KNOWN)).toBe(meant);
});
