export { isJsonObject } from './json.js';
export type { Json, JsonObject } from './json.js';
export type * from './release.js';
