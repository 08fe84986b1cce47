export const JSON_TYPE = 'application/json; charset=utf-8';

/** The newest of some instants; the epoch where there are none, so that an empty package says so steadily. */
export function latest(instants: readonly Date[]): Date {
  return new Date(Math.max(0, ...instants.map((instant) => instant.getTime())));
}
