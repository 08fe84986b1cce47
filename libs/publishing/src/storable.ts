/**
 * Text as PostgreSQL can hold it: no U+0000, no half surrogate pairs. Only columns that are searched or shown pass
 * through here; documents are stored byte by byte as they came.
 */
export function storableText(text: string): string {
  return text.replaceAll('\u0000', '').toWellFormed();
}

/** JSON text for a `jsonb` column. */
export function storableJson(value: unknown): string {
  return JSON.stringify(value, (_, member: unknown) => (typeof member === 'string' ? storableText(member) : member));
}
