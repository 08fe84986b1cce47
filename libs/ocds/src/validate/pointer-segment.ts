const LONGEST_NAME = 100;
const UNPRINTABLE = /\p{Surrogate}|\p{Cc}/gu;

/** Nearly every name is one of these, and needs no work. */
const PLAIN = /^[\w-]{0,100}$/;

/**
 * A member name as one segment of a JSON Pointer (RFC 6901 §3), safe to store and to show:
 * `~` and `/` escaped, names past 100 characters cut, control characters and half surrogates replaced
 * (PostgreSQL refuses both in jsonb).
 */
export function pointerSegment(name: string): string {
  if (PLAIN.test(name)) return name;
  return printableName(name).replaceAll('~', '~0').replaceAll('/', '~1');
}

/** The same cut and cleaning without the pointer escapes: a member name for a sentence. */
export function printableName(name: string): string {
  if (PLAIN.test(name)) return name;
  const cut = name.length > LONGEST_NAME ? `${name.slice(0, LONGEST_NAME)}…` : name;
  return cut.replace(UNPRINTABLE, '\ufffd');
}
