export type { Header, TableEnd } from './archive.js';
export { BackupError } from './backup-error.js';
export type { BackupErrorCode } from './backup-error.js';
export { backupStore } from './backup-store.js';
export type { BackupOptions } from './backup-store.js';
export { restoreStore } from './restore-store.js';
export type { RestoreOptions, RestoreReport } from './restore-store.js';
