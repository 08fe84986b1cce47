/** The configuration is wrong; the product does not start. */
export class SettingsError extends Error {
  readonly code = 'SETTINGS_INVALID';
  readonly remedy = 'Corregir la variable de entorno o el archivo de configuración; «c7 config check» dice todo.';

  constructor(readonly faults: readonly string[]) {
    super(`Configuración incorrecta: ${faults.join(' ')}`);
    this.name = 'SettingsError';
  }
}
