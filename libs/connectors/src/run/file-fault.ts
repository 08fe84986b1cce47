import { IngestError } from '#publishing';
import { ConnectorError } from '../connector-error.js';

interface Described {
  readonly code: string;
  readonly reason?: Words;
  readonly problem?: Words;
  readonly remedy?: Words;
}
type Words = string | { readonly es: string };

export interface Fault {
  readonly code: string;
  readonly message: string;
  readonly remedy: string;
}

/** Errors about the whole installation, which no other file would fare better with. */
const NOT_OF_THE_FILE = new Set(['DatabaseError', 'QueueError', 'OutboundError', 'EmbeddedServerError']);
const NOT_OF_THE_FILE_CODES = new Set<string>(['PUBLISHER_UNKNOWN', 'PROFILE_UNKNOWN']);

const OUR_MISTAKE = 'No es de la fuente: avisar a quien mantiene la plataforma.';

/** PostgreSQL's classes for data it does not take: exceptions of data and constraints, limits of size. */
const SQLSTATE_OF_THE_FILE = /^(22|23|54)[0-9A-Z]{3}$/;

/**
 * Whether an error says that this file cannot be taken in, as opposed to that nothing can. A mistake of ours counts as
 * the file's too: it must not keep out the files that come after.
 */
export function isFileFault(error: unknown): boolean {
  if (!(error instanceof Error) || error instanceof ConnectorError || NOT_OF_THE_FILE.has(error.name)) return false;
  const { code, remedy } = error as Partial<Described>;
  if (error instanceof IngestError && NOT_OF_THE_FILE_CODES.has(error.code)) return false;
  if (error instanceof TypeError || error instanceof RangeError || error instanceof SyntaxError) return true;
  return typeof code === 'string' && (remedy !== undefined || SQLSTATE_OF_THE_FILE.test(code));
}

/** Any error in the words of a history: code, message, remedy. Of one that is our mistake, no more than its message. */
export function asFault(error: unknown): Fault {
  if (!(error instanceof Error)) return { code: 'UNEXPECTED', message: String(error), remedy: OUR_MISTAKE };
  const { code, reason, problem, remedy } = error as Partial<Described>;
  return {
    code: typeof code === 'string' ? code : 'UNEXPECTED',
    message: storable(inSpanish(problem) ?? inSpanish(reason) ?? error.message),
    remedy: storable(inSpanish(remedy) ?? OUR_MISTAKE),
  };
}

function inSpanish(words: Words | undefined): string | undefined {
  return typeof words === 'object' ? words.es : words;
}

/** PostgreSQL takes no NUL in a text. */
function storable(text: string): string {
  return text.replaceAll('\0', '').slice(0, 2_000);
}
