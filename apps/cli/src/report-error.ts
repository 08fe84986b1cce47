import { UnreadableInputError } from '#ocds';
import type { ExitCode } from './command.js';
import { UsageError } from './usage-error.js';

/** Writes an error as one line a person can act on; the stack only where the error is a mistake of ours. */
export function reportError(error: unknown, usage: string): ExitCode {
  const misused = error instanceof UsageError || isParseArgsError(error);
  const said = isParseArgsError(error) ? describeMisuse(error) : `${fileOf(error)}${describeError(error)}`;
  process.stderr.write(`c7: ${said}\n`);
  if (misused) process.stderr.write(`Uso: ${usage}\n`);
  return 2;
}

/** What went wrong, where, and what to do about it, in Spanish and on as few lines as it takes. */
export function describeError(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const { code, problem, reason, remedy, log } = error as Partial<Described> & Error;
  const what = inSpanish(problem) ?? inSpanish(reason) ?? FILE_FAULTS[String(code)] ?? error.message;
  if (code === undefined && remedy === undefined) return `error inesperado, que es nuestro: ${error.stack ?? what}`;
  const said = `${what.replace(/\.$/, '')}${placeOf(error)}.`;
  return [[said, inSpanish(remedy)].filter(Boolean).join(' '), ...(log ?? [])].join('\n  ');
}

/** What the system says of files, in words. */
const FILE_FAULTS: Readonly<Record<string, string>> = {
  ENOENT: 'No existe el archivo. Revisar la ruta',
  EISDIR: 'Es una carpeta, no un archivo',
  EEXIST: 'Ya hay un archivo con el nombre que debe llevar la carpeta',
  ENOTDIR: 'Una parte de la ruta es un archivo, no una carpeta',
  EACCES: 'No hay permiso para leer el archivo',
  ENOSPC: 'El disco está lleno. Liberar espacio y volver a empezar',
};

type Words = string | { readonly es: string };

/** What the named errors of the libraries carry beside their message. */
interface Described {
  readonly code: unknown;
  readonly problem: Words;
  readonly reason: Words;
  readonly remedy: Words;
  readonly log: readonly string[];
}

function inSpanish(words: Words | undefined): string | undefined {
  return typeof words === 'object' ? words.es : words;
}

function placeOf(error: Error): string {
  if (!(error instanceof UnreadableInputError) || error.offset === undefined) return '';
  const { line, column, offset } = error;
  return line === undefined ? ` (byte ${offset})` : ` (línea ${line}, columna ${column}, byte ${offset})`;
}

/** The system's errors carry the path they are about. */
function fileOf(error: unknown): string {
  const path = error instanceof Error && 'path' in error ? error.path : undefined;
  return typeof path === 'string' ? `${path}: ` : '';
}

/** Node says in English which option it stumbled over; the option is what matters. */
function describeMisuse(error: Error): string {
  if ('code' in error && error.code === 'ERR_PARSE_ARGS_UNEXPECTED_POSITIONAL') {
    return `Sobra «${/'(.*?)'/s.exec(error.message)?.[1] ?? ''}»: esta orden solo lleva opciones.`;
  }
  const [, option] = /'(?:-\w, )?(-[^' <]+)/.exec(error.message) ?? [];
  if (!option) return error.message;
  if (!isMisvalued(error)) return `La opción «${option}» no existe en esta orden.`;
  return `A la opción «${option}» le ${error.message.includes('does not take') ? 'sobra' : 'falta'} su valor.`;
}

function isMisvalued(error: Error): boolean {
  return 'code' in error && error.code === 'ERR_PARSE_ARGS_INVALID_OPTION_VALUE';
}

function isParseArgsError(error: unknown): error is Error {
  return error instanceof Error && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS');
}
