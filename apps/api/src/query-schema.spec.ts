import { querySchema } from './query-schema.js';

const { '~standard': standard } = querySchema<{ limit: number }>({
  type: 'object',
  properties: { limit: { type: 'integer', minimum: 1, maximum: 500, default: 50 } },
  additionalProperties: false,
});

const told = (limit: string) => standard.validate({ limit });

describe('a number of an address', () => {
  it('is one, within its limits', () => {
    expect(told('20')).toEqual({ value: { limit: 20 } });
    expect(standard.validate({})).toEqual({ value: { limit: 50 } });
  });

  it.each(['0', '501', '1.5', 'veinte', '1e999', '-1e999', 'Infinity', '-Infinity', 'NaN'])('is not %s', (limit) => {
    expect(told(limit)).toEqual({
      issues: expect.arrayContaining([{ message: expect.stringMatching(/^limit: must/) }]),
    });
  });
});
