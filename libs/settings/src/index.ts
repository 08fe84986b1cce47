export { explainSettings } from './explain-settings.js';
export type { ExplainedSetting, ExplainedSettings } from './explain-settings.js';
export { loadSettings } from './load-settings.js';
export { readSettings } from './read-settings.js';
export type { MailSettings, Settings } from './read-settings.js';
export { SettingsError } from './settings-error.js';
export { settingsPage } from './settings-page.js';
