import type { Bilingual } from '#ocds';

export type ProgressStep = keyof typeof PROGRESS;

export interface ProgressMessage extends Bilingual {
  readonly step: ProgressStep;
}

export type Report = (step: ProgressStep) => void;

const PROGRESS = {
  'waiting-for-other': {
    es: 'Otro proceso está abriendo la base de datos; se espera a que termine.',
    en: 'Another process is opening the database; waiting for it.',
  },
  'copying-binaries': {
    es: 'Se copian los programas de PostgreSQL a una carpeta accesible (una sola vez).',
    en: 'Copying the PostgreSQL programs to a reachable folder (once only).',
  },
  creating: { es: 'Se crea la base de datos (una sola vez).', en: 'Creating the database (once only).' },
  'plain-characters': {
    es: 'El sistema no ofrece una configuración regional UTF-8; la búsqueda de palabras será menos precisa.',
    en: 'The system has no UTF-8 locale; word search will be less precise.',
  },
  starting: { es: 'Se inicia el servidor PostgreSQL.', en: 'Starting the PostgreSQL server.' },
  'waiting-for-start': {
    es: 'El servidor PostgreSQL está arrancando o recuperándose; se espera a que esté listo.',
    en: 'The PostgreSQL server is starting or recovering; waiting until it is ready.',
  },
  'waiting-for-stop': {
    es: 'El servidor PostgreSQL se está apagando; se espera para volver a iniciarlo.',
    en: 'The PostgreSQL server is shutting down; waiting to start it again.',
  },
} as const satisfies Readonly<Record<string, Bilingual>>;

/** Tells each step once, in both languages. */
export function reportTo(listener: ((message: ProgressMessage) => void) | undefined): Report {
  const told = new Set<ProgressStep>();
  return (step) => {
    if (!told.has(step)) listener?.({ step, ...PROGRESS[step] });
    told.add(step);
  };
}
