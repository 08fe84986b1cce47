import { readDate } from './read-date.js';

const options = { latestYear: 2027 };

describe('readDate', () => {
  it.each([
    ['31/12/2025', '2025-12-31'],
    ['1/2/2025', '2025-02-01'],
    ['01-02-2025', '2025-02-01'],
    ['01.02.2025', '2025-02-01'],
    ['2025-02-01', '2025-02-01'],
    ['2025/2/1', '2025-02-01'],
    ['2025-02-01T00:00:00', '2025-02-01'],
    ['2015-05-08 00:00:00 GMT', '2015-05-08'],
    ['2015-05-08T00:00:00Z', '2015-05-08'],
    ['2015-05-08T00:00:00.000-06:00', '2015-05-08'],
    ['08/05/2015 12:00:00 a. m.', '2015-05-08'],
    ["'08/05/2015", '2015-05-08'],
    ['45000', '2023-03-15'],
    ['15 de marzo de 2025', '2025-03-15'],
    ['15 de Marzo del 2025', '2025-03-15'],
    ['1o. de setiembre de 2024', '2024-09-01'],
    ['viernes, 15 de marzo de 2024', '2024-03-15'],
    ['15-mar-2025', '2025-03-15'],
    ['15/Sept/2025', '2025-09-15'],
    ['29/02/2024', '2024-02-29'],
  ])('reads %s as the day %s', (text, day) => {
    expect(readDate(text, options)).toEqual({ value: { iso: `${day}T00:00:00-06:00`, precision: 'day' } });
  });

  it.each([
    ['2015-04-23 15:59', '2015-04-23T15:59:00-06:00', 'minute'],
    ['23/04/2015 09:05', '2015-04-23T09:05:00-06:00', 'minute'],
    ['23/04/2015 9:05 p. m.', '2015-04-23T21:05:00-06:00', 'minute'],
    ['23/04/2015 12:30 PM', '2015-04-23T12:30:00-06:00', 'minute'],
    ['23/04/2015 09:05 hrs.', '2015-04-23T09:05:00-06:00', 'minute'],
    ['2025-12-31 01:32:11', '2025-12-31T01:32:11-06:00', 'second'],
    ['2025-12-31T01:32:11.123', '2025-12-31T01:32:11-06:00', 'second'],
    ['2015-05-08 14:30:00 GMT', '2015-05-08T14:30:00Z', 'second'],
    ['2015-05-08T14:30:00-0500', '2015-05-08T14:30:00-05:00', 'second'],
    ['45000.5', '2023-03-15T12:00:00-06:00', 'second'],
  ])('reads %s as %s, to the %s', (text, iso, precision) => {
    expect(readDate(text, options)).toEqual({ value: { iso, precision } });
  });

  it.each([
    '03/2025',
    'marzo de 2025',
    '2025',
    '12/31/2025',
    '31/12/25',
    '30/02/2025',
    '29/02/2023',
    '31/04/2025',
    '00/01/2025',
    '2025-13-01',
    '01/02-2025',
    '15 de brumario de 2025',
    '15 de ma de 2025',
    '2025-02-01 25:00',
    '2025-02-01 13:00 p. m.',
    '01/02/2025 y 05/02/2025',
    'Del 1 al 5 de marzo de 2025',
    '450001',
    'En proceso',
  ])('does not guess at %s', (text) => {
    expect(readDate(text, options)).toEqual({ rule: 'date-unreadable' });
  });

  it.each(['31/12/1989', '01/01/2028', '2525-01-01', '15/03/0025', '12345', '99999'])(
    'refuses the year of %s',
    (text) => {
      expect(readDate(text, options)).toEqual({ rule: 'date-out-of-range', params: { earliest: 1990, latest: 2027 } });
    },
  );

  it.each(['01/01/1990', '31/12/2027'])('reads %s, at the edge', (text) => {
    expect(readDate(text, options).rule).toBeUndefined();
  });

  it.each(['', 'N/A', 'No aplica', '-', '0', 'Ver nota'])('takes «%s» for blank', (text) => {
    expect(readDate(text, options)).toEqual({});
  });

  it('answers at once to hostile text', () => {
    const started = performance.now();
    for (const text of ['1'.repeat(100_000), '1 de '.repeat(20_000), '01/01/2025' + ' '.repeat(100_000) + 'x']) {
      expect(readDate(text, options).value).toBeUndefined();
    }
    expect(performance.now() - started).toBeLessThan(1000);
  });
});
