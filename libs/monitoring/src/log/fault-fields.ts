interface Described {
  readonly code?: unknown;
  readonly table?: unknown;
  readonly constraint?: unknown;
}

/**
 * What the log tells of an error. The message of a failed SQL statement repeats the values it failed on, which are what
 * people sent: of it only the code, the table and the constraint are told.
 */
export function faultFields(thrown: unknown): Readonly<Record<string, unknown>> {
  if (!(thrown instanceof Error)) return { error: String(thrown) };
  if (!('driverError' in thrown)) {
    return { error: thrown.name, code: (thrown as Described).code, said: thrown.message, stack: framesOf(thrown) };
  }
  const { code, table, constraint } = (thrown.driverError ?? {}) as Described;
  return { error: thrown.name, code, table, constraint, stack: framesOf(thrown) };
}

/** Where it happened, without the message that heads a stack. */
function framesOf({ stack = '' }: Error): string | undefined {
  const frames = stack.split('\n').filter((line) => /^\s+at /.test(line));
  return frames.length > 0 ? frames.join('\n') : undefined;
}
