import { tidyRelease } from '../examples/invented-release.js';
import { publicationLagOf } from './publication-lag.js';

const planned = { id: 'r1', date: '2024-05-06T15:00:00Z', tags: ['planning', 'tender'] };
const awarded = { id: 'r2', date: '2024-06-22T15:00:00Z', tags: ['award', 'contract'] };

describe('publication lag', () => {
  it('runs from the award to the first release that tells it', () => {
    expect(publicationLagOf(tidyRelease, [planned, awarded])).toEqual({
      awarded: '2024-05-30',
      published: '2024-06-22',
      days: 23,
    });
  });

  it('is unknown without an award date or a dated release that tells it', () => {
    expect(publicationLagOf({ ...tidyRelease, awards: [{ id: 'a' }] }, [awarded])).toBeUndefined();
    expect(publicationLagOf(tidyRelease, [planned])).toBeUndefined();
    expect(publicationLagOf(tidyRelease, [{ id: 'r3', tags: ['award'] }])).toBeUndefined();
  });

  it('is negative when the publication is dated before the award', () => {
    expect(publicationLagOf(tidyRelease, [{ ...awarded, date: '2024-05-01' }])?.days).toBe(-29);
  });

  it('is told by the clock of the platform too, which no publisher can set', () => {
    const later = { ...awarded, receivedAt: '2024-07-09T10:00:00Z' };
    expect(publicationLagOf(tidyRelease, [later])).toMatchObject({ days: 23, here: 40 });
  });
});
