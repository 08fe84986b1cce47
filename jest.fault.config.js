import base from './jest.config.js';

/** What happens when processes and servers die: slow, so it has its own command. */
export default {
  ...base,
  roots: ['<rootDir>/test/fault'],
  testPathIgnorePatterns: ['/node_modules/'],
  testTimeout: 240_000,
};
