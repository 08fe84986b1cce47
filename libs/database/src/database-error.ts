/** The PostgreSQL server of the configuration cannot be used. The message names the server, never the password. */
export class DatabaseError extends Error {
  readonly code = 'DATABASE_UNREACHABLE';
  readonly remedy =
    'Revisar DATABASE_URL y que el servidor esté en marcha, o quitar DATABASE_URL para usar la base embebida.';

  constructor(url: string, cause: unknown) {
    super(`No se puede usar la base de datos ${placeOf(url)}: ${reasonOf(cause)}.`, { cause });
    this.name = 'DatabaseError';
  }
}

function placeOf(url: string): string {
  if (!URL.canParse(url)) return '(dirección ilegible)';
  const { host, pathname, searchParams } = new URL(url);
  return `${searchParams.get('host') ?? host}${pathname}`;
}

/** A refused connection to a name with several addresses is an AggregateError without a message of its own. */
function reasonOf(cause: unknown): string {
  if (cause instanceof AggregateError) return reasonOf(cause.errors[0]);
  return cause instanceof Error ? cause.message : String(cause);
}
