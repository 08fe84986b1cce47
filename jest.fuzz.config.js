import base from './jest.config.js';

/** Mutated input by the hundred thousand, the same at every run: it has its own command. */
export default { ...base, roots: ['<rootDir>/test/fuzz'], testPathIgnorePatterns: ['/node_modules/'] };
