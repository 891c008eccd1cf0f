// Jest in ESM mode: NestJS 12 and Prisma 7 are ESM. Source runs through swc, nothing is built first.
const decorators = { legacyDecorator: true, decoratorMetadata: true };
const transform = {
  '^.+\\.tsx?$': [
    '@swc/jest',
    {
      jsc: {
        parser: { syntax: 'typescript', tsx: false, decorators: true },
        transform: decorators,
        target: 'es2023',
        keepClassNames: true,
      },
      module: { type: 'es6' },
    },
  ],
};
const project = (displayName, testMatch, more = {}) => ({
  displayName,
  rootDir: '.',
  testMatch,
  transform,
  extensionsToTreatAsEsm: ['.ts'],
  testEnvironment: 'node',
  testEnvironmentOptions: { customExportConditions: ['source', 'node', 'node-addons'] },
  ...more,
});

export default {
  // Two cores shared with a database and a browser: slow is not wrong.
  testTimeout: 120_000,
  // Modules of a file stay in their worker's memory after it: a hundred files fill its heap.
  workerIdleMemoryLimit: '1.5GB',
  globalSetup: '<rootDir>/tests/support/global-setup.mjs',
  globalTeardown: '<rootDir>/tests/support/global-teardown.mjs',
  projects: [
    project('domain', ['<rootDir>/packages/domain/src/**/*.test.ts']),
    project('planner', ['<rootDir>/packages/planner/src/**/*.test.ts']),
    project('contract', ['<rootDir>/packages/contract/src/**/*.test.ts']),
    project('web', ['<rootDir>/apps/web/src/**/*.test.ts']),
    project('integration', ['<rootDir>/tests/integration/**/*.test.ts']),
    project('matrix', ['<rootDir>/tests/matrix/**/*.test.ts']),
    project('faults', ['<rootDir>/tests/faults/**/*.test.ts']),
    project('ops', ['<rootDir>/tests/ops/**/*.test.ts']),
    project('e2e', ['<rootDir>/tests/e2e/**/*.test.ts']),
  ],
};
