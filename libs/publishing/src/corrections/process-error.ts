import type { Bilingual } from '#ocds';

export type ProcessErrorCode =
  | 'PROCESS_UNKNOWN'
  | 'PROCESS_BUSY'
  | 'PROCESS_WITHDRAWN'
  | 'PROCESS_NOT_WITHDRAWN'
  | 'REASON_MISSING'
  | 'CORRECTION_UNKNOWN'
  | 'CORRECTION_DECIDED'
  | 'CORRECTION_STALE'
  | 'CORRECTION_INVALID'
  | 'CORRECTION_UNSAID'
  | 'REVIEW_NEEDED'
  | 'REVIEW_NOT_ASKED'
  | 'OWN_PROPOSAL'
  | 'NOT_PROPOSER';

interface Words {
  readonly problem: Bilingual;
  readonly remedy: Bilingual;
}

const WORDS: Readonly<Record<ProcessErrorCode, Words>> = {
  PROCESS_UNKNOWN: {
    problem: { es: 'No hay un proceso publicado con ese ocid.', en: 'No published process has that ocid.' },
    remedy: { es: 'Revisar el ocid.', en: 'Check the ocid.' },
  },
  PROCESS_BUSY: {
    problem: {
      es: 'Se está recibiendo un archivo que trata de este proceso.',
      en: 'A file that tells of this process is being taken in.',
    },
    remedy: { es: 'Volver a intentar en unos minutos.', en: 'Try again in a few minutes.' },
  },
  PROCESS_WITHDRAWN: {
    problem: { es: 'El proceso está retirado.', en: 'The process is withdrawn.' },
    remedy: { es: 'Restaurarlo primero.', en: 'Restore it first.' },
  },
  PROCESS_NOT_WITHDRAWN: {
    problem: { es: 'El proceso no está retirado.', en: 'The process is not withdrawn.' },
    remedy: { es: 'No hay nada que restaurar.', en: 'There is nothing to restore.' },
  },
  REASON_MISSING: {
    problem: { es: 'Falta el motivo.', en: 'The reason is missing.' },
    remedy: { es: 'Decir por qué: el motivo queda en el registro.', en: 'Say why: the reason is kept on record.' },
  },
  CORRECTION_UNKNOWN: {
    problem: { es: 'No hay tal corrección.', en: 'There is no such correction.' },
    remedy: { es: 'Buscarla en la lista de correcciones.', en: 'Look for it in the list of corrections.' },
  },
  CORRECTION_DECIDED: {
    problem: { es: 'La corrección ya está decidida.', en: 'The correction is decided already.' },
    remedy: { es: 'Proponer otra.', en: 'Propose another one.' },
  },
  CORRECTION_STALE: {
    problem: {
      es: 'Lo publicado cambió desde que se propuso la corrección.',
      en: 'What is published has changed since the correction was proposed.',
    },
    remedy: {
      es: 'Revisar las diferencias de nuevo y proponer otra vez.',
      en: 'Look at the differences again and propose anew.',
    },
  },
  CORRECTION_INVALID: {
    problem: {
      es: 'La publicación que resultaría no es válida, y este publicador retiene las inválidas.',
      en: 'The release that would result is not valid, and this publisher holds invalid ones.',
    },
    remedy: { es: 'Corregir lo que dice la validación.', en: 'Correct what validation says.' },
  },
  CORRECTION_UNSAID: {
    problem: {
      es: 'La corrección ya no se puede aplicar a lo publicado.',
      en: 'The correction no longer fits what is published.',
    },
    remedy: { es: 'Proponer otra vez.', en: 'Propose anew.' },
  },
  REVIEW_NEEDED: {
    problem: {
      es: 'Este publicador revisa las correcciones antes de publicarlas.',
      en: 'This publisher reviews corrections before publishing them.',
    },
    remedy: { es: 'Enviarla a revisión.', en: 'Send it to review.' },
  },
  REVIEW_NOT_ASKED: {
    problem: { es: 'La corrección no está en revisión.', en: 'The correction is not under review.' },
    remedy: { es: 'Enviarla a revisión primero.', en: 'Send it to review first.' },
  },
  OWN_PROPOSAL: {
    problem: {
      es: 'Quien propone una corrección no la aprueba.',
      en: 'Whoever proposes a correction does not approve it.',
    },
    remedy: { es: 'Pedir la revisión a otra persona.', en: 'Ask somebody else to review it.' },
  },
  NOT_PROPOSER: {
    problem: { es: 'La corrección la propuso otra persona.', en: 'Somebody else proposed the correction.' },
    remedy: {
      es: 'Pedir a quien la propuso que la envíe o la descarte.',
      en: 'Ask whoever proposed it to send or discard it.',
    },
  },
};

/** A correction, withdrawal or restoration cannot be done; nothing of it was. */
export class ProcessError extends Error {
  override readonly name = 'ProcessError';
  readonly problem: Bilingual;
  readonly remedy: Bilingual;

  constructor(readonly code: ProcessErrorCode) {
    super(WORDS[code].problem.es);
    ({ problem: this.problem, remedy: this.remedy } = WORDS[code]);
  }
}
