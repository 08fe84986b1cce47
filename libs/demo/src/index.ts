export { demoExtensions } from './extensions.js';
export { type DemoProcess, generateProcess } from './generate-process.js';
export { generateProcesses, plantedFlags } from './generate-processes.js';
export { DIRECT_AWARD_LIMIT, type FlagName, type PlantedFlag } from './planted-flag.js';
export { demoList69b, demoRegister, type DemoTable } from './supplier-files.js';
export { DEFAULT_UNTIL, type DemoRequest, DemoRequestError } from './request.js';
