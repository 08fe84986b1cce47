import { listDifferences } from './list-differences.js';

it('lists values that changed, came and went, items by their ids', () => {
  const before = {
    id: '1',
    tender: { title: 'A' },
    awards: [
      { id: 'x', value: { amount: 1 } },
      { id: 'y', title: 'T' },
    ],
  };
  const after = {
    id: '2',
    tender: { title: 'B' },
    awards: [{ id: 'y' }, { id: 'x', value: { amount: 1 }, title: null }],
  };
  expect(listDifferences(before, { ...after, language: 'es' })).toEqual([
    { pointer: '/tender/title', before: 'A', after: 'B' },
    { pointer: '/awards/[y]/title', before: 'T' },
    { pointer: '/language', after: 'es' },
  ]);
});
