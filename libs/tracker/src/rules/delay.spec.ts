import { readPartialDate } from '../model/partial-date.js';
import { delayOf, isOverdue } from './delay.js';
import { isLateReport, overduePeriods, periodOf, periodsBetween } from './reporting-calendar.js';

describe('delayOf', () => {
  it('counts from the date first promised and from the one in force', () => {
    const dates = { originalDue: readPartialDate('2025-06-30')!, currentDue: readPartialDate('2025-09-30')! };
    expect(delayOf(dates, '2025-10-05')).toEqual({ sinceOriginal: 97, sinceCurrent: 5, approximate: false });
  });

  it('compares a partial date by its latest day, and says that it is approximate', () => {
    const dates = { originalDue: readPartialDate('2024-02')! };
    expect(delayOf(dates, '2024-02-29')).toEqual({ sinceOriginal: 0, sinceCurrent: 0, approximate: true });
    expect(delayOf(dates, '2024-03-01')).toEqual({ sinceOriginal: 1, sinceCurrent: 1, approximate: true });
  });

  it('stops on the day that it was met', () => {
    const met = { originalDue: readPartialDate('2025-01-01')!, metOn: '2025-01-11' };
    expect(delayOf(met, '2026-01-01')?.sinceOriginal).toBe(10);
    expect(isOverdue(met, '2026-01-01')).toBe(false);
  });

  it('is unknown where no date was promised', () => {
    expect(delayOf({}, '2025-01-01')).toBeUndefined();
  });
});

describe('the reporting calendar', () => {
  it('has three periods a year, each with fifteen days to report', () => {
    expect(periodsBetween('2025-01-01', '2025-12-31')).toEqual([
      { id: '2025-C1', from: '2025-01-01', to: '2025-04-30', due: '2025-05-15' },
      { id: '2025-C2', from: '2025-05-01', to: '2025-08-31', due: '2025-09-15' },
      { id: '2025-C3', from: '2025-09-01', to: '2025-12-31', due: '2026-01-15' },
    ]);
    expect(periodOf('2024-02-29').id).toBe('2024-C1');
  });

  it('lists what is overdue and not reported', () => {
    const overdue = overduePeriods({ from: '2025-02-01', to: '2025-12-31' }, ['2025-C1'], '2025-09-16');
    expect(overdue.map(({ id }) => id)).toEqual(['2025-C2']);
  });

  it('knows a report that comes late', () => {
    expect([isLateReport('2025-C3', '2026-01-15'), isLateReport('2025-C3', '2026-01-16')]).toEqual([false, true]);
  });
});
