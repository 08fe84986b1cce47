import base from './jest.config.js';

/** What people do in a browser: needs Chromium, so it has its own command. */
export default {
  ...base,
  roots: ['<rootDir>/test/browser'],
  testPathIgnorePatterns: ['/node_modules/'],
  testTimeout: 360_000,
  // Each file has a product and a browser of its own.
  maxWorkers: 1,
};
