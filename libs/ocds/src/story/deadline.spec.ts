import { deadlineOf, localDeadline } from './deadline.js';

it.each([
  ['a day alone', '2026-12-15'],
  ['midnight in Jalisco', '2026-12-15T00:00:00-06:00'],
  ['midnight as publishers write a day without an hour', '2026-12-15T00:00:00Z'],
  ['a day of the years with summer time', '2017-07-21T00:00:00-05:00'],
])('offers are taken until the end of the day where no hour is told: %s', (_, text) => {
  expect(localDeadline(deadlineOf(text))).toEqual({ day: text.slice(0, 10) });
});

it.each([
  ['2026-12-15T14:00:00-06:00', '14:00'],
  ['2026-12-15T18:00:00-06:00', '18:00'],
  ['2026-12-15T23:00:00-06:00', '23:00'],
])('an hour that is told is kept, whatever zone it is stored in: %s', (text, hour) => {
  expect(deadlineOf(text)).toBe(text);
  expect(localDeadline(new Date(text).toISOString())).toEqual({ day: '2026-12-15', hour });
});

it('what is no date stays what it is', () => {
  expect(deadlineOf('por definir')).toBe('por definir');
  expect(localDeadline('por definir')).toBeUndefined();
});
