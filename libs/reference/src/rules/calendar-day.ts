/** An ISO day that exists. */
export function isDay(text: string): boolean {
  if (!/^\d{4}-\d\d-\d\d$/.test(text)) return false;
  const instant = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(instant) && new Date(instant).toISOString().startsWith(text);
}

/** An ISO day, or one of every year: `05-01`. */
export function isCalendarDay(text: string): boolean {
  return isDay(text) || (/^\d\d-\d\d$/.test(text) && isDay(`2024-${text}`));
}
