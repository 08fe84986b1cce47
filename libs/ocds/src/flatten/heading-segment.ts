/**
 * A field's name as it stands in a heading: escaped as in RFC 6901 (`~0`, `~1`), and set apart by `~:` where it would
 * be taken for an array index, for nothing, or for a heading of ours.
 */
export function toSegment(name: string): string {
  const escaped = name.includes('~') || name.includes('/') ? name.replace(/~/g, '~0').replace(/\//g, '~1') : name;
  return /^\d*$|^#/.test(name) ? `~:${escaped}` : escaped;
}

/** The field's name back; an array index comes as the number. */
export function fromSegment(segment: string): string | number {
  if (/^\d+$/.test(segment)) return Number(segment);
  const escaped = segment.startsWith('~:') ? segment.slice(2) : segment;
  return escaped.replace(/~1/g, '/').replace(/~0/g, '~');
}
