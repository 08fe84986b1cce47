import { readDate } from './read-date.js';

describe('readDate', () => {
  it.each([
    ['2017-03-31', '2017-03-31T00:00:00-06:00', ['midnight', 'utc-offset']],
    ['31/03/2017', '2017-03-31T00:00:00-06:00', ['midnight', 'utc-offset']],
    ['3/4/2017', '2017-04-03T00:00:00-06:00', ['day-first', 'midnight', 'utc-offset']],
    ['04-04-2017', '2017-04-04T00:00:00-06:00', ['midnight', 'utc-offset']],
    ['31/03/2017 9:05', '2017-03-31T09:05:00-06:00', ['zero-seconds', 'utc-offset']],
    ['2017-03-31 14:20:15', '2017-03-31T14:20:15-06:00', ['utc-offset']],
    ['2017-03-31T14:20:15.250', '2017-03-31T14:20:15.250-06:00', ['utc-offset']],
    ['2017-03-31T14:20:15+0000', '2017-03-31T14:20:15+00:00', []],
    ['2017-03-31 14:20:15 Z', '2017-03-31T14:20:15Z', []],
    ['2017/3/1', '2017-03-01T00:00:00-06:00', ['midnight', 'utc-offset']],
  ])('%s is %s, assuming %j', (text, read, assumed) => {
    expect(readDate(text)).toEqual({ text: read, assumed });
  });

  it.each([
    '',
    '2017',
    '2017-03',
    '31/03/17',
    '2017-02-30',
    '03/31/2017',
    '31 de marzo de 2017',
    '2017-03-31 25:00:00',
  ])('«%s» is no date that can be read with certainty', (text) => {
    expect(readDate(text)).toBeUndefined();
  });
});
