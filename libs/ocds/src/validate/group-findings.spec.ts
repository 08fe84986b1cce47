import { createReleaseValidator } from './create-release-validator.js';
import { createFindingCollector, groupFindings } from './group-findings.js';

const validate = createReleaseValidator();
const release = (ocid: string, roles: readonly string[]) =>
  validate({
    ocid,
    id: '1',
    date: '2026-01-01T00:00:00Z',
    tag: ['tender'],
    initiationType: 'tender',
    parties: [{ id: 'P', roles }],
  });

const VERDICT = release('ocds-xs1qbl-1', ['a', '', 'b', 'c', 'd']);

it('groups by rule and path: how many, the words once, the first three places', () => {
  const groups = groupFindings(VERDICT.findings);
  expect(groups).toEqual(VERDICT.groups);
  expect(groups.map(({ rule, path, count }) => [rule, path, count])).toEqual([
    ['code-not-in-open-list', 'parties/roles', 4],
    ['empty-field', 'parties/roles', 1],
  ]);
  expect(groups[0]?.examples).toEqual([
    { pointer: '/parties/0/roles/0', value: '"a"' },
    { pointer: '/parties/0/roles/2', value: '"b"' },
    { pointer: '/parties/0/roles/3', value: '"c"' },
  ]);
});

it('collects the groups of many releases and remembers where the examples are from', () => {
  const collector = createFindingCollector();
  collector.add(release('ocds-xs1qbl-1', ['x']).groups, 'ocds-xs1qbl-1');
  collector.add(VERDICT.groups, 'ocds-xs1qbl-2');
  const [group] = collector.groups();
  expect(group?.count).toBe(5);
  expect(group?.examples.map(({ source, value }) => `${source} ${value}`)).toEqual([
    'ocds-xs1qbl-1 "x"',
    'ocds-xs1qbl-2 "a"',
    'ocds-xs1qbl-2 "b"',
  ]);
});

it('keeps its memory bounded: past 1,000 fields it counts by rule alone', () => {
  const collector = createFindingCollector();
  for (let index = 0; index < 3000; index += 1) {
    collector.add(validate({ [`field${index}`]: 1 }).groups.filter(({ rule }) => rule === 'additional-field'));
  }
  const groups = collector.groups();
  expect(groups).toHaveLength(1001);
  expect(groups.at(-1)).toMatchObject({ rule: 'additional-field', path: '*', count: 2000 });
});
