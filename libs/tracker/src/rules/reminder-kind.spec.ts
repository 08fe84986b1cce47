import { readPeriod } from './reporting-calendar.js';
import { reminderKind } from './reminder-kind.js';

it.each([
  ['2026-05-09', undefined],
  ['2026-05-10', 'soon'],
  ['2026-05-14', 'soon'],
  ['2026-05-15', 'today'],
  ['2026-05-16', 'overdue'],
  ['2026-08-31', 'overdue'],
])('on %s the report of 2026-C1, whose time ends on 15 May, calls for %s', (today, kind) => {
  expect(reminderKind(readPeriod('2026-C1')!, today)).toBe(kind);
});
