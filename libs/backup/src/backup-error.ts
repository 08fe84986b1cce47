export type BackupErrorCode =
  'ARCHIVE_CUT' | 'ARCHIVE_DAMAGED' | 'ARCHIVE_NEWER' | 'NOT_AN_ARCHIVE' | 'STORE_IN_USE' | 'STORE_NOT_EMPTY';

/** A backup cannot be restored. Nothing of the store was changed. */
export class BackupError extends Error {
  constructor(
    readonly code: BackupErrorCode,
    message: string,
    readonly remedy: string,
    cause?: unknown,
  ) {
    super(message, { cause });
    this.name = 'BackupError';
  }
}

const OTHER_COPY = 'Usar otra copia del respaldo. En esta base no cambió nada.';

export const archiveCut = (place: string) =>
  new BackupError('ARCHIVE_CUT', `El respaldo está incompleto: termina en ${place}.`, OTHER_COPY);

export const archiveDamaged = (place: string, cause?: unknown) =>
  new BackupError('ARCHIVE_DAMAGED', `El respaldo está dañado o fue alterado: ${place}.`, OTHER_COPY, cause);

export const notAnArchive = () =>
  new BackupError('NOT_AN_ARCHIVE', 'No es un respaldo hecho por «c7 backup».', 'Revisar la ruta del archivo.');
