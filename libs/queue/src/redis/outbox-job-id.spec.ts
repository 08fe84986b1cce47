import { toJobId, toOutboxKey } from './outbox-job-id.js';

const key = { id: '9007199254740993', token: '5f0c8d3e-1b7a-4f7e-9c55-0a1b2c3d4e5f' };

describe('the id of a job from the outbox', () => {
  it('leads back to its row, also past the safe integers', () => {
    expect(toJobId(key)).toBe('outbox-9007199254740993-5f0c8d3e-1b7a-4f7e-9c55-0a1b2c3d4e5f');
    expect(toOutboxKey(toJobId(key))).toEqual(key);
  });

  it.each(['17', 'outbox-17', 'outbox-x-5f0c8d3e-1b7a-4f7e-9c55-0a1b2c3d4e5f'])('does not take %s for one', (jobId) => {
    expect(toOutboxKey(jobId)).toBeUndefined();
  });
});
