import type { Bilingual, Json } from '#ocds';

/** One value to be put right. */
export interface Edit {
  /**
   * By identity, as `pointerOf` writes it: `/awards/[a1]/value/amount`. `/parties/[x]` of an item that is not there adds
   * it; `/-` at the end of a list without ids appends to it.
   */
  readonly pointer: string;
  /** The right value; null takes the value away. */
  readonly value: Json;
}

export type EditFaultCode =
  | 'POINTER_UNREADABLE'
  | 'PLACE_UNKNOWN'
  | 'ITEM_UNKNOWN'
  | 'ITEM_STAYS'
  | 'FIXED'
  | 'ITEM_NEEDS_ID'
  | 'NOTHING_CHANGES'
  | 'NOT_EXPRESSIBLE'
  | 'REASON_MISSING'
  | 'NO_EDITS';

/** Why an edit cannot be done; the place is '' where it is no single one. */
export interface EditFault {
  readonly code: EditFaultCode;
  readonly pointer: string;
  readonly message: Bilingual;
  readonly remedy: Bilingual;
}

type Words = Pick<EditFault, 'message' | 'remedy'>;

const WORDS: Readonly<Record<EditFaultCode, Words>> = {
  POINTER_UNREADABLE: {
    message: { es: 'No se entiende de qué campo se trata.', en: 'It is not clear which field is meant.' },
    remedy: {
      es: 'Escribir el lugar como /awards/[clave]/value/amount.',
      en: 'Write the place like /awards/[id]/value/amount.',
    },
  },
  PLACE_UNKNOWN: {
    message: { es: 'Ese lugar no puede tener campos dentro.', en: 'That place cannot have fields inside.' },
    remedy: { es: 'Revisar el lugar contra lo publicado.', en: 'Check the place against what is published.' },
  },
  ITEM_UNKNOWN: {
    message: { es: 'La lista no tiene un elemento con esa clave.', en: 'The list has no item with that id.' },
    remedy: {
      es: 'Usar una clave de las publicadas, o agregar primero el elemento completo.',
      en: 'Use a published id, or add the whole item first.',
    },
  },
  ITEM_STAYS: {
    message: {
      es: 'Un elemento con clave no se puede quitar: el estándar no tiene cómo decirlo.',
      en: 'An item with an id cannot be taken away: the standard has no way to say so.',
    },
    remedy: {
      es: 'Cambiar su estado a cancelado, o quitar los valores que estén mal.',
      en: 'Set its status to cancelled, or take away the values that are wrong.',
    },
  },
  FIXED: {
    message: { es: 'Ese campo identifica y no cambia.', en: 'That field identifies and does not change.' },
    remedy: {
      es: 'Corregir otros campos; si el ocid está equivocado, retirar el proceso y publicar el correcto.',
      en: 'Correct other fields; where the ocid is wrong, withdraw the process and publish the right one.',
    },
  },
  ITEM_NEEDS_ID: {
    message: { es: 'El elemento nuevo no lleva esa clave.', en: 'The new item does not have that id.' },
    remedy: {
      es: 'Dar el elemento completo, con el «id» que dice el lugar.',
      en: 'Give the whole item, with the "id" that the place names.',
    },
  },
  NOTHING_CHANGES: {
    message: { es: 'Lo publicado ya dice eso.', en: 'What is published says that already.' },
    remedy: { es: 'Cambiar al menos un valor.', en: 'Change at least one value.' },
  },
  NOT_EXPRESSIBLE: {
    message: {
      es: 'Esta corrección no se puede decir con una publicación: al fusionarla, el valor quedaría de otro modo.',
      en: 'No release can say this correction: merged, the value would come out otherwise.',
    },
    remedy: {
      es: 'Dejar ese valor, o retirar el proceso y publicarlo completo.',
      en: 'Leave that value, or withdraw the process and publish it whole.',
    },
  },
  REASON_MISSING: {
    message: { es: 'Falta el motivo.', en: 'The reason is missing.' },
    remedy: { es: 'Decir por qué se corrige.', en: 'Say why it is corrected.' },
  },
  NO_EDITS: {
    message: { es: 'No hay ningún cambio.', en: 'There is no change.' },
    remedy: { es: 'Cambiar al menos un valor.', en: 'Change at least one value.' },
  },
};

export function editFault(code: EditFaultCode, pointer = ''): EditFault {
  return { code, pointer, ...WORDS[code] };
}
