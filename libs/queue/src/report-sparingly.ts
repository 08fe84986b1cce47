const QUIET_MS = 60_000;
const MESSAGES_KEPT = 100;

/** Passes an error on unless one with the same message was passed on within the last minute. */
export function reportSparingly(report: (error: Error) => void): (error: Error) => void {
  const lastReport = new Map<string, number>();
  return (error) => {
    const now = Date.now();
    if (now - (lastReport.get(error.message) ?? -Infinity) < QUIET_MS) return;
    if (lastReport.size >= MESSAGES_KEPT) lastReport.clear();
    lastReport.set(error.message, now);
    report(error);
  };
}
