import base from './jest.config.js';

/** Attacks on the whole product, the same at every run; one at a time, since some are timed. Its own command. */
export default {
  ...base,
  roots: ['<rootDir>/test/security'],
  testPathIgnorePatterns: ['/node_modules/'],
  testTimeout: 900_000,
  maxWorkers: 1,
};
