import type { Bilingual } from '#ocds';
import { IngestError } from '../ingest-error.js';
import type { UploadFault } from './upload.js';

/** Errors about the whole installation, which no other file would fare better with. */
const NOT_OF_THE_FILE = new Set(['DatabaseError', 'QueueError', 'EmbeddedServerError']);
/** PostgreSQL's classes for data it does not take: exceptions of data and constraints, limits of size. */
const SQLSTATE_OF_THE_FILE = /^(22|23|54)[0-9A-Z]{3}$/;

type Words = string | Bilingual;

interface Described {
  readonly code: string;
  readonly reason: Words;
  readonly remedy: Words;
}

/** What an error says of the file; undefined when it says nothing of it: the store is away, or the mistake is ours. */
export function uploadFault(error: unknown): UploadFault | undefined {
  if (!(error instanceof Error) || NOT_OF_THE_FILE.has(error.name)) return undefined;
  const { code, reason, remedy } = error as Partial<Described>;
  if (typeof code !== 'string') return undefined;
  if (SQLSTATE_OF_THE_FILE.test(code)) return { code: 'DATA_NOT_STORABLE', ...NOT_STORABLE };
  if (remedy === undefined) return undefined;
  const said = inBoth(reason ?? error.message);
  if (error instanceof IngestError && code === 'HEADER_UNKNOWN')
    return { code, message: { es: said.es, en: HEADER_UNKNOWN_EN }, remedy: COMPLETE_HEADER };
  if (code === 'NOT_A_TABLE') return { code, message: said, remedy: SAVE_AS };
  return { code, message: said, remedy: inBoth(remedy) };
}

function inBoth(words: Words): Bilingual {
  return typeof words === 'string' ? { es: words, en: words } : words;
}

const NOT_STORABLE = {
  message: {
    es: 'El archivo tiene un dato que no se puede guardar.',
    en: 'The file has a value that cannot be stored.',
  },
  remedy: {
    es: 'Volver a exportarlo del sistema de origen; si se repite, avisar a quien opera la plataforma.',
    en: 'Export it again from the source system; if it happens again, tell whoever operates the platform.',
  },
};

const HEADER_UNKNOWN_EN = 'The header is none of the known formats; the Spanish text names the closest one.';
const COMPLETE_HEADER = {
  es: 'Agregar esas columnas con el nombre de su formato (la plantilla las trae), o indicar otro formato.',
  en: 'Add those columns with the names of their format (the template has them), or choose another format.',
};
const SAVE_AS = {
  es: 'Enviar el archivo de donde salió: .xlsx, .xls, CSV u OCDS en JSON.',
  en: 'Send the file it was made from: .xlsx, .xls, CSV or OCDS in JSON.',
};

/** Reading it took longer than is allowed. @param seconds the limit */
export function tooLong(seconds: number): UploadFault {
  return {
    code: 'TIME_LIMIT',
    message: {
      es: `Leer el archivo tomó más de ${seconds} segundos.`,
      en: `Reading the file took more than ${seconds} seconds.`,
    },
    remedy: SPLIT,
  };
}

/** Reading it took more memory than is allowed. @param megabytes the limit */
export function tooMuchMemory(megabytes: number): UploadFault {
  return {
    code: 'MEMORY_LIMIT',
    message: {
      es: `Leer el archivo pide más de ${megabytes} MB de memoria.`,
      en: `Reading the file takes more than ${megabytes} MB of memory.`,
    },
    remedy: SPLIT,
  };
}

const SPLIT = {
  es: 'Guardarlo como .xlsx o CSV UTF-8 sin filas ni formatos de más, o partirlo en varios.',
  en: 'Save it as .xlsx or CSV UTF-8 without needless rows or formats, or split it.',
};

/** Every try ended with a mistake of ours, or with the death of the process. */
export const GIVEN_UP: UploadFault = {
  code: 'UNEXPECTED',
  message: {
    es: 'El archivo no se pudo procesar después de varios intentos; no se guardó nada de él.',
    en: 'The file could not be processed after several tries; nothing of it was stored.',
  },
  remedy: {
    es: 'Reintentar más tarde; si se repite, avisar a quien opera la plataforma.',
    en: 'Retry later; if it happens again, tell whoever operates the platform.',
  },
};
