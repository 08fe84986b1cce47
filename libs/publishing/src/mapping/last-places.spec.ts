import { createLastPlaces, NEVER } from './last-places.js';

describe('the places where keys come last', () => {
  it('are known of each of many keys', () => {
    const last = createLastPlaces();
    for (let place = 0; place < 30_000; place++) last.see(`ocds-xs1qbl-LPL-${place % 10_000}`, place);
    for (let n = 0; n < 10_000; n++) expect(last.of(`ocds-xs1qbl-LPL-${n}`)).toBe(20_000 + n);
  });

  it('are never reached by keys that were put aside, or never seen', () => {
    const last = createLastPlaces();
    last.see('a', 1);
    last.see('b', 2);
    last.putAside('a');
    expect([last.of('a'), last.of('b'), last.of('c')]).toEqual([NEVER, 2, NEVER]);
  });
});
