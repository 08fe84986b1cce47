/** A moment: whole seconds since 1970 UTC and the fraction of a second, apart so that no digit is lost. */
export interface Instant {
  readonly seconds: number;
  readonly fraction: number;
}

const dateTime = /^(\d{4})-(\d\d)-(\d\d)[Tt ](\d\d):(\d\d):(\d\d)(\.\d+)?(?:[Zz]|([+-])(\d\d):(\d\d))$/;

/** The moment an RFC 3339 date-time names, or undefined when the text is not one (a day alone has no moment). */
export function instantOf(text: string): Instant | undefined {
  const found = dateTime.exec(text);
  if (!found) return undefined;
  const part = (group: number) => Number(found[group] ?? 0);
  const [hour, minute, second, offset] = [part(4), part(5), part(6), part(9) * 60 + part(10)];
  // A leap second (:60) is allowed by RFC 3339 §5.6.
  if (hour > 23 || minute > 59 || second > 60 || offset > 1439 || part(10) > 59) return undefined;
  const midnight = midnightOf(part(1), part(2), part(3));
  if (midnight === undefined) return undefined;
  const seconds = midnight + (hour * 60 + minute - (found[8] === '-' ? -offset : offset)) * 60 + second;
  return { seconds, fraction: part(7) };
}

/** Negative when the first comes earlier, 0 when they are the same moment. */
export function compareInstants(one: Instant, other: Instant): number {
  return one.seconds - other.seconds || one.fraction - other.fraction;
}

/** Seconds; undefined for a day that is not in the calendar. `setUTCFullYear` because `Date.UTC` moves years below 100. */
function midnightOf(year: number, month: number, day: number): number | undefined {
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day ? date.getTime() / 1000 : undefined;
}
