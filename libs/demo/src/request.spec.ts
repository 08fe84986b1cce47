import { generateProcesses } from './generate-processes.js';
import { DemoRequestError } from './request.js';

const code = (request: Parameters<typeof generateProcesses>[0]): string => {
  try {
    generateProcesses(request);
    return 'accepted';
  } catch (error) {
    return error instanceof DemoRequestError && error.remedy !== '' ? error.code : 'another error';
  }
};

describe('a request', () => {
  it('is refused at once, with a code and a remedy, when it cannot be met', () => {
    expect(code({ processes: -1, seed: 1 })).toBe('demo.processes');
    expect(code({ processes: 1.5, seed: 1 })).toBe('demo.processes');
    expect(code({ processes: 1, seed: -1 })).toBe('demo.seed');
    expect(code({ processes: 1, seed: Number.NaN })).toBe('demo.seed');
    expect(code({ processes: 1, seed: 1, until: 'ayer' })).toBe('demo.until');
    expect(code({ processes: 1, seed: 1, year: 2027 })).toBe('demo.year');
    expect(code({ processes: 1, seed: 1, year: Number.NaN })).toBe('demo.year');
  });

  it('may ask for nothing, for one year, or for another end of the world', () => {
    expect([...generateProcesses({ processes: 0, seed: 1 })]).toEqual([]);
    const of2024 = [...generateProcesses({ processes: 30, seed: 1, year: 2024 })];
    expect(of2024.filter(({ ocid }) => !ocid.endsWith('-2024'))).toEqual([]);
    const until = '2025-01-03T00:00:00-06:00';
    const early = [...generateProcesses({ processes: 60, seed: 1, until })];
    expect(early.filter(({ date }) => Date.parse(date) > Date.parse(until))).toEqual([]);
    expect(new Set(early.map(({ ocid }) => ocid)).size).toBe(60);
  });
});
