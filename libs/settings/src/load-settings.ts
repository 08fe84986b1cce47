import { type Environment, gatherSettings } from './gather-settings.js';
import { readSettings, type Settings } from './read-settings.js';
import { SettingsError } from './settings-error.js';

/**
 * The configuration of the process: its environment, and the file that C7_CONFIG names or the working directory holds.
 *
 * @throws SettingsError naming everything that is wrong in the file, or every setting that is.
 */
export function loadSettings(environment: Environment = process.env, folder: string = process.cwd()): Settings {
  const { values, faults } = gatherSettings(environment, folder);
  if (faults.length > 0) throw new SettingsError(faults);
  return readSettings(values);
}
