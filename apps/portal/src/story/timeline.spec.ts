import { openRelease, tidyRelease, untidyRelease } from '../examples/invented-release.js';
import { timelineOf } from './timeline.js';

const shortOf = (release: Parameters<typeof timelineOf>[0]) =>
  timelineOf(release).map(({ stage, reached, since, events }) => [stage, reached, events[0]?.day, since?.days]);

describe('the timeline', () => {
  it('dates each stage and counts the days from the one before that has a date', () => {
    expect(shortOf(tidyRelease)).toEqual([
      ['planning', true, undefined, undefined],
      ['tender', true, '2024-05-06', undefined],
      ['award', true, '2024-05-30', 24],
      ['contract', true, '2024-06-14', 15],
      ['implementation', true, '2024-07-31', 47],
    ]);
  });

  it('keeps the sign of days that run backwards', () => {
    const contract = timelineOf(untidyRelease)[3];
    expect(contract?.since).toEqual({ stage: 'award', days: -36 });
    expect(contract?.events).toEqual([
      { kind: 'signature', day: '2024-01-05', count: 1, undated: 1 },
      { kind: 'contractPeriod', day: '2024-03-31', until: '2024-03-01' },
    ]);
  });

  it('counts what has no date', () => {
    expect(timelineOf(untidyRelease)[2]?.events).toEqual([
      { kind: 'award', day: '2024-02-10', until: '2024-02-11', count: 2, undated: 1 },
    ]);
    expect(timelineOf(untidyRelease)[4]?.events).toEqual([]);
  });

  it('tells a stage left out from one not reached yet', () => {
    expect(timelineOf(openRelease).map(({ skipped }) => skipped)).toEqual([true, false, false, false, false]);
  });
});
