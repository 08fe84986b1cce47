/** The configuration is wrong; the product does not start. */
export class SettingsError extends Error {
  readonly code = 'SETTINGS_INVALID';

  constructor(readonly faults: readonly string[]) {
    super(`Configuración incorrecta: ${faults.join('; ')}. Corregir la variable de entorno y volver a intentar.`);
    this.name = 'SettingsError';
  }
}
