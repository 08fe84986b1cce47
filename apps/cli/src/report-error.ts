import { UnreadableInputError } from '#ocds';
import type { ExitCode } from './command.js';
import { UsageError } from './usage-error.js';

/** Writes an error as one line a person can act on; the stack only where the error is a mistake of ours. */
export function reportError(error: unknown, usage: string): ExitCode {
  process.stderr.write(`c7: ${describeError(error)}\n`);
  if (error instanceof UsageError || isParseArgsError(error)) process.stderr.write(`Uso: ${usage}\n`);
  return 2;
}

/** What went wrong and what to do about it. */
export function describeError(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  if (error instanceof UnreadableInputError) return describeUnreadable(error);
  const remedy = remedyOf(error);
  if (remedy) return `${error.message} ${remedy}`;
  if ('code' in error) return error.message || String(error.code);
  return `error inesperado, que es nuestro: ${error.stack ?? error.message}`;
}

function describeUnreadable({ reason, remedy, line, column, offset }: UnreadableInputError): string {
  const place =
    line === undefined
      ? offset !== undefined && ` (byte ${offset})`
      : ` (línea ${line}, columna ${column}, byte ${offset})`;
  return `${reason.es.replace(/\.$/, '')}${place || ''}. ${remedy.es}`;
}

function remedyOf(error: Error): string | undefined {
  const remedy: unknown = 'remedy' in error ? error.remedy : undefined;
  if (typeof remedy === 'string') return remedy;
  return typeof remedy === 'object' && remedy !== null && 'es' in remedy ? String(remedy.es) : undefined;
}

function isParseArgsError(error: unknown): boolean {
  return error instanceof Error && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS');
}
