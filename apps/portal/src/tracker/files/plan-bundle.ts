import type { TrackerPageView } from '../tracker-page-view.js';

/** A plan whole: every record with its provenance, what people did, what is measured, the log, and the version of it all. */
export function planBundle({ tracker, measurements, today }: TrackerPageView): string {
  const { plan, version, asOf, log, ...recorded } = tracker;
  const bundle = {
    format: 'compromiso7/plan/1',
    version,
    asOf: asOf ?? null,
    on: today,
    plan,
    ...recorded,
    measurements: Object.fromEntries(measurements),
    log,
  };
  return `${JSON.stringify(bundle, null, 2)}\n`;
}

/** The public log, a line of JSON each: each bears the hash of the one before. */
export function logLines({ tracker }: Pick<TrackerPageView, 'tracker'>): string {
  return tracker.log.map((line) => `${JSON.stringify(line)}\n`).join('');
}
