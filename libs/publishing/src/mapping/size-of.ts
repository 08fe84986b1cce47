/** How many characters a value takes as JSON, about. */
export function sizeOf(value: unknown): number {
  if (typeof value === 'string') return value.length + MARKS;
  if (typeof value !== 'object' || value === null) return ATOM;
  let size = MARKS;
  if (Array.isArray(value)) for (const item of value as readonly unknown[]) size += sizeOf(item);
  else for (const name in value) size += NAME + sizeOf((value as Readonly<Record<string, unknown>>)[name]);
  return size;
}

const MARKS = 3;
const NAME = 12;
const ATOM = 6;
