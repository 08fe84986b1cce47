const LOCAL = new Intl.DateTimeFormat('en-CA', { timeZone: 'America/Mexico_City', dateStyle: 'short' });

/** The ISO day in Jalisco. */
export function localDay(instant: Date): string {
  return LOCAL.format(instant);
}
