import { findRepeatsById, findRepeatsByValue } from './find-repeats.js';

it('tells items with ids apart by id alone, and the others as whole values', () => {
  const items = [
    { id: 'a', n: 1 },
    { id: 'a', n: 2 },
    { id: 1 },
    { id: '1' },
    { n: 1, m: 2 },
    { m: 2, n: 1 },
    { n: 3 },
  ];
  expect([...findRepeatsById(items)]).toEqual([
    [1, 'id'],
    [5, 'item'],
  ]);
});

it('tells items of a list merged as a whole apart by all they hold', () => {
  const items = [
    { id: 'a', scheme: 'x' },
    { id: 'a', scheme: 'y' },
    { scheme: 'x', id: 'a' },
  ];
  expect([...findRepeatsByValue(items)]).toEqual([
    [1, 'id'],
    [2, 'item'],
  ]);
  expect(findRepeatsByValue([1, '1', null, [1], { a: 1 }]).size).toBe(0);
});
