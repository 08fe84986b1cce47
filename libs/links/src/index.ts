export { checkLinks } from './check-links.js';
export type { LinkCheckOptions } from './check-links.js';
export { gatherLinks } from './gather-links.js';
export { linkHealth } from './link-health.js';
export type { LinkHealth } from './link-health.js';
