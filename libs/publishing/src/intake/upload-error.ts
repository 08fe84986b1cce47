import type { Bilingual } from '#ocds';

export type UploadErrorCode = keyof typeof TEXTS;

/** What is asked of an upload cannot be done; nothing was changed. */
export class UploadError extends Error {
  readonly reason: Bilingual;
  readonly remedy: Bilingual;

  /** @param detail put into the text: a limit, a state, an id */
  constructor(
    readonly code: UploadErrorCode,
    detail = '',
  ) {
    const [es, en, remedyEs, remedyEn] = TEXTS[code];
    super(es.replace('{}', () => detail));
    this.reason = { es: this.message, en: en.replace('{}', () => detail) };
    this.remedy = { es: remedyEs, en: remedyEn };
    this.name = 'UploadError';
  }
}

const TEXTS = {
  UPLOAD_UNKNOWN: [
    'No hay una carga «{}».',
    'There is no upload "{}".',
    'Revisar el identificador; la lista de cargas dice los que hay.',
    'Check the identifier; the list of uploads has those that there are.',
  ],
  UPLOAD_EMPTY: [
    'No llegó ningún archivo, o llegó vacío.',
    'No file came, or an empty one.',
    'Enviar el archivo como cuerpo de la petición, o en un formulario multipart en el campo «file».',
    'Send the file as the body of the request, or in a multipart form in the field "file".',
  ],
  UPLOAD_TOO_LARGE: [
    'El archivo pasa de {} MB.',
    'The file is larger than {} MB.',
    'Partirlo en varios, por mes o por unidad compradora, o comprimirlo con gzip si es CSV o JSON.',
    'Split it, by month or by purchasing unit, or compress it with gzip if it is CSV or JSON.',
  ],
  UPLOAD_TOO_SLOW: [
    'El archivo dejó de llegar.',
    'The file stopped arriving.',
    'Volver a enviarlo; con la misma llave de idempotencia no se recibe dos veces.',
    'Send it again; with the same idempotency key it is not received twice.',
  ],
  UPLOAD_BUSY: [
    'Se están recibiendo demasiados archivos a la vez.',
    'Too many files are arriving at once.',
    'Volver a intentar en un minuto.',
    'Try again in a minute.',
  ],
  UPLOAD_CUT: ['El archivo llegó incompleto.', 'The file arrived incomplete.', 'Volver a enviarlo.', 'Send it again.'],
  STATE_CONFLICT: [
    'La carga está en el estado «{}», en el que eso no se puede.',
    'The upload is in the state "{}", in which that cannot be done.',
    'Consultar la carga: sus enlaces dicen lo que sí se puede.',
    'Look at the upload: its links say what can be done.',
  ],
  IDEMPOTENCY_CONFLICT: [
    'La llave de idempotencia «{}» ya se usó con otro archivo u otros parámetros.',
    'The idempotency key "{}" was used with another file or other parameters.',
    'Usar una llave nueva para cada archivo; repetirla solo al reintentar el mismo envío.',
    'Use a new key for each file; repeat it only to retry the same request.',
  ],
  REPLACES_UNKNOWN: [
    'No hay una carga «{}» de este publicador a la que corregir.',
    'This publisher has no upload "{}" to correct.',
    'Indicar en «replaces» el identificador de la carga anterior.',
    'Name in "replaces" the identifier of the earlier upload.',
  ],
  NO_WORKBOOK: [
    'De esta carga no hay libro anotado: {}.',
    'There is no annotated workbook of this upload: {}.',
    'Consultar sus observaciones (findings).',
    'Look at its findings.',
  ],
} as const satisfies Readonly<Record<string, readonly [string, string, string, string]>>;
