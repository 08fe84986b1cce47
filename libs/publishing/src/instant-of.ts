import type { Json } from '#ocds';

/** A date as a `timestamptz` takes it: RFC 3339 in UTC, or '-infinity' when there is none that can be read. */
export function instantOf(date: Json | undefined): string {
  const milliseconds = typeof date === 'string' ? Date.parse(date) : Number.NaN;
  return Number.isNaN(milliseconds) ? '-infinity' : storableInstant(new Date(milliseconds));
}

/** PostgreSQL does not take the signed six-digit years that JavaScript writes for dates outside 0–9999. */
function storableInstant(date: Date): string {
  const text = date.toISOString();
  return /^\d{4}-/.test(text) && !text.startsWith('0000') ? text : '-infinity';
}
