import { createTextGroups } from './text-groups.js';

function gather(mostInMemory: number): ReadonlyMap<string, readonly string[]> {
  using groups = createTextGroups(mostInMemory);
  for (let n = 0; n < 500; n++) groups.add(`proceso-${n % 37}`, `{"n":${n},"título":"Línea con\\tñ"}`);
  groups.add('largo', 'x'.repeat(100_000));
  return new Map([...groups.groups()].map(({ key, texts }) => [key, texts]));
}

describe('grouping texts', () => {
  it('keeps the order of groups and of texts while they fit in memory', () => {
    using groups = createTextGroups();
    for (const [key, text] of [
      ['b', '1'],
      ['a', '2'],
      ['b', '3'],
    ] as const)
      groups.add(key, text);
    expect([...groups.groups()]).toEqual([
      { key: 'b', texts: ['1', '3'] },
      { key: 'a', texts: ['2'] },
    ]);
  });

  it('gives the same groups when they do not fit', () => {
    const inMemory = gather(1_000_000);
    const onDisk = gather(100);
    expect(new Map([...onDisk].sort())).toEqual(new Map([...inMemory].sort()));
    expect(onDisk.size).toBe(38);
  });
});
