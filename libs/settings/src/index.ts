export { readSettings } from './read-settings.js';
export type { Settings } from './read-settings.js';
export { SettingsError } from './settings-error.js';
