import { stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { SourceFault } from './source-fault.js';

/**
 * Spares a person the loss of a file that was filled in by hand.
 *
 * @throws SourceFault when there is something at a path to be written, or no folder for it
 */
export async function refuseToReplace(path: string): Promise<void> {
  if (await exists(path)) {
    throw new SourceFault(path, 'ya existe y no se reemplaza.', 'Indicar otro nombre con --out, o borrarlo antes.');
  }
  const folder = dirname(path);
  if (!(await exists(folder))) {
    throw new SourceFault(path, `no existe la carpeta «${folder}».`, 'Crearla, o indicar otra con --out.');
  }
}

function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}
