import type { Bilingual } from '../bilingual.js';

export type MergeErrorCode =
  | 'NO_RELEASES'
  | 'RELEASE_NOT_OBJECT'
  | 'OCID_MISSING'
  | 'OCID_DIFFERS'
  | 'DATE_MISSING'
  | 'DATE_NOT_TEXT'
  | 'DATE_UNREADABLE'
  | 'INCONSISTENT_TYPE'
  | 'ID_NOT_TEXT_OR_NUMBER'
  | 'TOO_DEEP'
  | 'SCHEMA_UNUSABLE';

export type MergeWarningCode = 'DUPLICATE_ID' | 'REPEATED_DATE';

/** What went wrong and what to do about it; `{detail}` is replaced by the value at fault. */
interface MergeText {
  readonly problem: Bilingual;
  readonly remedy: Bilingual;
}

const dateRemedy: Bilingual = {
  es: 'Escribir la fecha de la publicación con hora y zona, como 2026-01-31T09:30:00-06:00.',
  en: 'Write the date of the release with its time and offset, like 2026-01-31T09:30:00-06:00.',
};

export const mergeTexts: Readonly<Record<MergeErrorCode | MergeWarningCode, MergeText>> = {
  NO_RELEASES: {
    problem: { es: 'No hay publicaciones que combinar.', en: 'There are no releases to merge.' },
    remedy: { es: 'Dar al menos una publicación.', en: 'Give at least one release.' },
  },
  RELEASE_NOT_OBJECT: {
    problem: { es: 'Una publicación no es un objeto JSON.', en: 'A release is not a JSON object.' },
    remedy: { es: 'Dar cada publicación como objeto ya leído.', en: 'Give each release as a parsed object.' },
  },
  OCID_MISSING: {
    problem: { es: 'La publicación no tiene ocid.', en: 'The release has no ocid.' },
    remedy: { es: 'Poner el ocid del proceso.', en: 'Set the ocid of its contracting process.' },
  },
  OCID_DIFFERS: {
    problem: { es: 'La publicación es de otro proceso: {detail}.', en: 'The release is of another process: {detail}.' },
    remedy: { es: 'Combinar por separado cada ocid.', en: 'Merge the releases of each ocid apart.' },
  },
  DATE_MISSING: {
    problem: {
      es: 'La publicación no tiene fecha y no puede ordenarse.',
      en: 'The release has no date to be ordered by.',
    },
    remedy: dateRemedy,
  },
  DATE_NOT_TEXT: {
    problem: {
      es: 'La fecha de la publicación no es texto: {detail}.',
      en: 'The date of the release is not text: {detail}.',
    },
    remedy: dateRemedy,
  },
  DATE_UNREADABLE: {
    problem: {
      es: 'La fecha de la publicación no se entiende: {detail}.',
      en: 'The release date cannot be read: {detail}.',
    },
    remedy: dateRemedy,
  },
  INCONSISTENT_TYPE: {
    problem: {
      es: 'El campo cambia de forma entre publicaciones: {detail}.',
      en: 'The field changes its shape between releases: {detail}.',
    },
    remedy: {
      es: 'Publicar el campo siempre con la misma forma (texto, objeto o lista), la del esquema.',
      en: 'Publish the field always in one shape (text, object or list), that of the schema.',
    },
  },
  ID_NOT_TEXT_OR_NUMBER: {
    problem: {
      es: 'El id de un elemento de la lista no es texto ni número: {detail}.',
      en: 'The id of an item of the list is neither text nor number: {detail}.',
    },
    remedy: { es: 'Dar a cada elemento un id de texto.', en: 'Give each item an id that is text.' },
  },
  TOO_DEEP: {
    problem: {
      es: 'La publicación anida más de {detail} niveles.',
      en: 'The release nests more than {detail} levels.',
    },
    remedy: { es: 'Corregir la publicación en su origen.', en: 'Correct the release at its source.' },
  },
  SCHEMA_UNUSABLE: {
    problem: {
      es: 'El esquema no da reglas de combinación: {detail}.',
      en: 'The schema gives no merge rules: {detail}.',
    },
    remedy: {
      es: 'Dar el esquema de publicaciones con sus referencias dentro del mismo documento.',
      en: 'Give the release schema, with references that stay inside the document.',
    },
  },
  DUPLICATE_ID: {
    problem: {
      es: 'Varios elementos de la lista tienen el id {detail}; se unieron y quedó el último valor de cada campo.',
      en: 'Several items of the list have the id {detail}; they were joined and the last value of each field stays.',
    },
    remedy: { es: 'Dar a cada elemento un id propio.', en: 'Give each item an id of its own.' },
  },
  REPEATED_DATE: {
    problem: {
      es: 'Dos publicaciones tienen la fecha {detail}; se combinaron en el orden en que llegaron.',
      en: 'Two releases have the date {detail}; they were merged in the order given.',
    },
    remedy: {
      es: 'Dar a cada publicación del proceso una fecha distinta y posterior.',
      en: 'Give each release of the process a later date of its own.',
    },
  },
};

/** The text with the value at fault in its place, shortened when it is long. */
export function fillText(text: Bilingual, detail: string): Bilingual {
  const shown = detail.length > 120 ? `${detail.slice(0, 119)}…` : detail;
  const fill = (sentence: string) => sentence.replace('{detail}', () => shown);
  return { es: fill(text.es), en: fill(text.en) };
}
