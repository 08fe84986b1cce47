import { readReferenceSeed } from './read-reference-seed.js';

const TWO = `
defaults: { source: { title: S } }
items:
  - { key: monitor, data: { name: A }, validTo: 2026-01-15 }
  - { key: monitor, data: { name: B }, validFrom: 2026-01-16, source: { title: T } }
`;

describe('readReferenceSeed', () => {
  it('gathers the times of an entry, with the source of the file where they have none', () => {
    expect(readReferenceSeed('role.yaml', TWO)).toEqual([
      {
        kind: 'role',
        key: 'monitor',
        facts: [
          { data: { name: 'A' }, validFrom: null, validTo: '2026-01-15', source: { title: 'S' } },
          { data: { name: 'B' }, validFrom: '2026-01-16', validTo: null, source: { title: 'T' } },
        ],
      },
    ]);
  });

  it.each([
    ['a kind that is not there', 'things.yaml', 'items: []', /no kind of reference data "things"/],
    ['what has not its form', 'role.yaml', TWO.replace('name: B', 'nombre: B'), /^role.yaml, monitor: .*“name|“Name/],
    ['times that overlap', 'role.yaml', TWO.replace('2026-01-16', '2026-01-15'), /monitor: its times overlap/],
    ['a fact without source', 'role.yaml', TWO.replace(/defaults.*/, ''), /monitor: source/],
  ])('refuses %s', (_, name, text, expected) => {
    expect(() => readReferenceSeed(name, text)).toThrow(expected);
  });
});
