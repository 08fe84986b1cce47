import { createDuplicateReleaseCheck } from './duplicate-release-check.js';

it('says which release of a package repeats the ocid and id of an earlier one', () => {
  const check = createDuplicateReleaseCheck();
  const releases = [
    { ocid: 'a', id: '1' },
    { ocid: 'b', id: '1' },
    { ocid: 'a', id: '2' },
    { ocid: 'a', id: '1' },
    { id: '1' },
    5,
  ];
  expect(releases.map((release, index) => check(release, index)?.pointer)).toEqual([
    undefined,
    undefined,
    undefined,
    '/releases/3/id',
    undefined,
    undefined,
  ]);
});

it('places the finding at the pointer it was given', () => {
  const check = createDuplicateReleaseCheck();
  check({ ocid: 'a', id: '1' }, '#1');
  expect(check({ ocid: 'a', id: '1' }, '#2')?.pointer).toBe('#2/id');
});
