import { compactUtc, dateTime, daysLater, localMidnight, localYear, officeHour } from './calendar.js';
import { createRandom } from './random.js';

describe('calendar', () => {
  it('writes Jalisco time in dates and UTC in ids', () => {
    const instant = Date.parse('2026-03-05T01:15:09Z');
    expect(dateTime(instant)).toBe('2026-03-04T19:15:09-06:00');
    expect(compactUtc(instant)).toBe('20260305T011509Z');
  });

  it('counts years by the local clock', () => {
    expect(localYear(Date.parse('2026-01-01T05:59:59Z'))).toBe(2025);
    expect(dateTime(localMidnight(2026, 1, 1))).toBe('2026-01-01T00:00:00-06:00');
  });

  it('moves a Saturday and a Sunday to the Monday after, inside office hours', () => {
    for (const day of ['2026-11-14T12:00:00-06:00', '2026-11-15T12:00:00-06:00'])
      expect(dateTime(officeHour(createRandom(1), Date.parse(day)))).toMatch(/^2026-11-16T(09|1[0-5]):/);
  });

  it('never goes back in time', () => {
    const late = Date.parse('2026-11-10T23:00:00-06:00');
    expect(daysLater(createRandom(1), late, 0, 0)).toBeGreaterThan(late);
  });
});
