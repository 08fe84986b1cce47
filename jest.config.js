export default {
  // Suites with commands of their own: `npm run test:fault`, `npm run test:fuzz`, `npm run test:security`,
  // `npm run test:browser`.
  testPathIgnorePatterns: [
    '/node_modules/',
    '<rootDir>/test/browser/',
    '<rootDir>/test/fault/',
    '<rootDir>/test/fuzz/',
    '<rootDir>/test/security/',
  ],
  testEnvironment: 'node',
  roots: ['<rootDir>/apps', '<rootDir>/libs', '<rootDir>/test'],
  testRegex: '\\.spec\\.ts$',
  extensionsToTreatAsEsm: ['.ts'],
  transform: { '^.+\\.ts$': '@swc/jest' },
  moduleNameMapper: {
    '^#([\\w-]+)$': '<rootDir>/libs/$1/src/index.ts',
    '^(\\.{1,2}/.*)\\.js$': '$1',
  },
  testTimeout: 60_000,
  // Much of the time goes into waiting for servers and processes: two workers keep even two cores busy.
  maxWorkers: 2,
};
