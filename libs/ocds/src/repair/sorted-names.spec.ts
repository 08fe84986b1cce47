import { sortedNames } from './sorted-names.js';

it('sorts the names of members by code units, the same again and for many shapes', () => {
  expect(sortedNames({ b: 1, a: 2, Z: 3, ñ: 4, '10': 5, '9': 6 })).toEqual(['10', '9', 'Z', 'a', 'b', 'ñ']);
  for (let n = 0; n < 12_000; n++) expect(sortedNames({ [`x${n}`]: 1, a: 2 })).toEqual(['a', `x${n}`]);
  expect(sortedNames({ b: 1, a: 2 })).toEqual(['a', 'b']);
});
