import { reportSparingly } from './report-sparingly.js';

it('passes the same message on once, and every other one', () => {
  const reported: string[] = [];
  const report = reportSparingly(({ message }) => reported.push(message));
  for (const message of ['lost', 'lost', 'refused', 'lost']) report(new Error(message));
  expect(reported).toEqual(['lost', 'refused']);
});
