import { dayOf, daysBetween } from '#ocds';
import { formatDay } from './day.js';
import { localeOf } from '../locale.js';

describe('a day', () => {
  it('is the day people in Jalisco lived', () => {
    expect(dayOf('2018-01-18T04:39:51Z')).toBe('2018-01-17');
    expect(dayOf('2018-01-18T12:00:00Z')).toBe('2018-01-18');
    expect(dayOf('2018-07-01T23:30:00-05:00')).toBe('2018-07-01');
  });

  it('stays where a publisher without hours put it', () => {
    expect(dayOf('2018-01-18')).toBe('2018-01-18');
    expect(dayOf('2018-01-18T00:00:00Z')).toBe('2018-01-18');
    expect(dayOf('2018-01-18T00:00:00.000Z')).toBe('2018-01-18');
    expect(dayOf('2018-01-18T09:00:00')).toBe('2018-01-18');
  });

  it('keeps the precision of its source', () => {
    expect([dayOf('2018'), dayOf('2018-01')]).toEqual(['2018', '2018-01']);
  });

  it('is nothing where no date stands', () => {
    expect(
      ['', 'N/A', '18/01/2018', '2018-02-30', '2018-13', '2018-01-18T99:00:00Z', 20180118, null].map(dayOf),
    ).toEqual(Array.from({ length: 8 }, () => undefined));
  });

  it('reads in Spanish and in English', () => {
    const [es, en] = [localeOf('es'), localeOf('en')];
    expect(['2018-01-08', '2018-01', '2018'].map((day) => formatDay(day, es))).toEqual([
      '8 ene 2018',
      'ene 2018',
      '2018',
    ]);
    expect(formatDay('2018-09-18', es)).toBe('18 sep 2018');
    expect(formatDay('2018-09-18', en)).toBe('18 Sep 2018');
  });
});

describe('days between', () => {
  it('are counted by the calendar, also across a change of clocks', () => {
    expect(daysBetween('2018-03-31', '2018-04-02')).toBe(2);
    expect(daysBetween('2017-06-16', '2017-05-22')).toBe(-25);
  });

  it('are unknown when a day is', () => {
    expect(daysBetween('2018', '2018-04-02')).toBeUndefined();
  });
});
